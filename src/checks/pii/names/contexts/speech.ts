import { BARE_NOUNS, KIN, TELLING, isVerb } from '../grammar.ts';
import { ARTICLES, GREETINGS, TOLD_BY } from '../place-words.ts';
import { runsOn } from '../tokens.ts';
import { isFullName } from './pairs.ts';
import type { Reading } from './reading.ts';
import { anyOf } from '../../word-list.ts';
import { fixed } from '../../patterns/matching.ts';

/** What follows “by” and is nobody. */
const NO_AGENT = anyOf(`
	phone letter post text email hand force law chance mistake accident car order panel surprise name design
	fate luck bus train magic default midnight noon lunchtime bedtime teatime default video land sea air fire
	voicemail
`);

/** After “told”, “rang”, “married”. */
export function afterTelling(text: Reading, index: number): boolean {
	const [token, before, further] = text.around(index);
	if (!token || !before || !runsOn(token)) return false;
	const { lower } = token;
	const follows = text.after(index);
	const byPerson =
		before.lower === 'by' && further !== undefined && runsOn(before) && TOLD_BY.has(further.lower);
	// “the text below”, “a ring”: the noun, not the verb.
	const isNoun = further !== undefined && runsOn(before) && (ARTICLES.has(further.lower) || further.owns);
	if (!byPerson && (isNoun || before.word !== before.lower)) return false;
	if (!TELLING.has(before.lower) && !byPerson) return false;
	if (KIN.has(lower) || (BARE_NOUNS.has(lower) && !text.lexicon.isGivenName(lower))) return false;
	if (byPerson && fixed('')`^${NO_AGENT}$`.test(lower)) return false;
	// “asked” and “told” are also what was done to somebody else: “was told work was a privilege”.
	if (text.isAlso(lower)) return follows !== 'noun' || isFullName(text, index);
	return text.isNameable(lower) && follows !== 'noun' && !isVerb(lower);
}

/** “hi mark,”: whom a letter or a message speaks to. */
export function isGreeted(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	if (!token || !before || !GREETINGS.has(before.lower) || !/^,? $/.test(token.gap)) return false;
	const follows = text.after(index);
	if (/^,/.test(token.gap))
		return (
			/^(?:yours|signed|sincerely|faithfully|regards|love|sorry)$/.test(before.lower) &&
			text.lexicon.isGivenName(token.lower) &&
			follows === 'end'
		);
	if (before.lower === 'from')
		return text.tokens[index - 2]?.lower === 'love' && text.lexicon.isGivenName(token.lower);
	return text.lexicon.isGivenName(token.lower) && (follows === 'end' || follows === 'comma');
}
