import { BARE_NOUNS, KIN, OFFICE_NOUNS, OWNERS, PLAIN_WORDS, isPast, isVerb } from '../grammar.ts';
import { EPITHETS, isPersonal } from '../place-words.ts';
import { runsOn } from '../tokens.ts';
import { isAppositive } from './titles.ts';
import type { Reading } from './reading.ts';

/** After “my daughter”, “his mate”, “our”. */
export function afterKin(text: Reading, index: number): boolean {
	const [token, before, further] = text.around(index);
	if (!token || !before) return false;
	const { lower } = token;
	const follows = text.after(index);
	const also = text.isAlso(lower);
	const given = text.lexicon.isGivenName(lower);
	if (KIN.has(lower) && follows !== 'verb') return false;
	const isAnimal = /^(?:dog|cat|puppy|kitten|horse|pony|rabbit|hamster|bird)$/.test(before.lower);
	if (runsOn(token) && /^(?:our|wor|wir|oor)$/.test(before.lower) && !BARE_NOUNS.has(lower) && given)
		return follows !== 'noun' && follows !== 'plain';
	if (runsOn(token) && /^(?:our|wor|wir|oor)$/.test(before.lower) && given)
		return follows === 'verb' && lower !== 'love';
	// Titles of kin such as “mum” are no place of a name for another of them: “my mum friend”.
	if (runsOn(token) && areNamed(text, index)) return true;
	if (isAppositive(text, index)) return true;
	const kin =
		KIN.has(before.lower) &&
		(further === undefined || OWNERS.has(further.lower) || !runsOn(before) || !isVerb(further.lower));
	if (!kin || OFFICE_NOUNS.has(lower)) return false;
	if (/^, ?["']?$/.test(token.gap)) {
		const owned = further !== undefined && runsOn(before) && (OWNERS.has(further.lower) || also);
		if (!owned || (!text.isNameable(lower) && !isAnimal) || EPITHETS.has(lower) || BARE_NOUNS.has(lower))
			return false;
		if (follows === 'comma') return given || text.clauseAfter(index + 1) || (also && !text.isList(index));
		return given && (follows === 'end' || follows === 'verb' || follows === 'and');
	}
	if (!runsOn(token)) return false;
	// “My daughter rose early”: a verb of its own, unless another verb follows it.
	if (isPast(lower) || /^(?:bet|cut|let|hit|cost|may|can)$/.test(lower))
		return (
			follows === 'verb' && (given || also || lower === 'bet') && isPast(text.verbAfter(index)?.lower ?? '')
		);
	if (BARE_NOUNS.has(lower) && !given) return false;
	if (follows === 'verb') return text.isNameable(lower) || also;
	if (given) return follows !== 'noun';
	return also && follows !== 'noun' && follows !== 'plain' && isPersonal(before.lower);
}

/** “his mates fudge and lurch came”: two names after a plural, before a verb. */
function areNamed(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	const [and, other] = [text.tokens[index + 1], text.tokens[index + 2]];
	if (!token || !before || !and || !other || and.lower !== 'and' || !runsOn(and) || !runsOn(other))
		return false;
	if (!KIN.has(before.lower.replace(/s$/, '')) && before.lower !== 'children') return false;
	return text.isAlso(token.lower) && !PLAIN_WORDS.has(other.lower) && text.after(index + 2) !== 'noun';
}
