import { BARE_NOUNS, KIN, OFFICES, isHuman, isPast, isVerb } from '../grammar.ts';
import { EPITHETS, HELPING, OPENERS, isBeing } from '../place-words.ts';
import { opensClause, runsOn } from '../tokens.ts';
import type { Reading } from './reading.ts';

/** Before a verb, without an article: “when price was”, “grace would not sleep”. */
export function asSubject(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	if (!token || token.owns || text.after(index) !== 'verb') return false;
	const { lower } = token;
	if (KIN.has(lower) || !text.isNameable(lower)) return false;
	const verb = text.verbIndex(index);
	const at = (offset: number) => text.tokens[verb + offset]?.lower;
	const human = isHuman(at(0) ?? '', at(1), at(2), at(3));
	const free = opensClause(token) || OPENERS.has(before?.lower ?? '');
	const given = text.lexicon.isGivenName(lower);
	// “that summer told me” may stand after “after”, though “that” is an article too.
	if (before?.lower === 'that' && (!human || !text.isAlso(lower))) return false;
	if (!free) return false;
	// “nobody cared what rob did”: what somebody did or had done.
	if (
		before?.lower === 'what' &&
		given &&
		!BARE_NOUNS.has(lower) &&
		/^(?:did|does|had|has)$/.test(at(0) ?? '')
	)
		return true;
	if (BARE_NOUNS.has(lower)) return given && human;
	if (text.isAlso(lower)) return human || (!isVerb(lower) && isPast(at(0) ?? '') && at(0) !== 'did');
	return human && !isVerb(lower) && !EPITHETS.has(lower) && !OFFICES.has(lower) && isPast(at(0) ?? '');
}

/** “mark's mum”: what belongs to somebody, without an article. */
export function asOwner(text: Reading, index: number): boolean {
	const [token] = text.around(index);
	if (!token?.owns) return false;
	const { lower } = token;
	if (KIN.has(lower) || OFFICES.has(lower)) return false;
	if (BARE_NOUNS.has(lower) && !text.lexicon.isGivenName(lower)) return false;
	return text.isAlso(lower) && text.isBare(index);
}

/** “how could faith have known”, “where was grace”: the subject of a question. */
export function isAskedOf(text: Reading, index: number): boolean {
	const [token, before, further] = text.around(index);
	if (!token || !before || !runsOn(token) || !HELPING.has(before.lower)) return false;
	const asks = opensClause(before) || /^(?:where|why|how|when|what|who)$/.test(further?.lower ?? '');
	const [next, then] = [text.tokens[index + 1]?.lower, text.tokens[index + 2]?.lower];
	if (!asks) return false;
	return isBeing(before)
		? text.after(index) !== 'noun'
		: (next === 'have' && then !== undefined) || isHuman('did', next);
}
