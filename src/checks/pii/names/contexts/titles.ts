import {
	BARE_NOUNS,
	CIVIL_TITLES,
	KIN,
	OFFICES,
	OFFICE_NOUNS,
	OWNERS,
	isPast,
	isVerb,
	DETERMINERS,
} from '../grammar.ts';
import { MISSING, EPITHETS, isPersonNoun } from '../place-words.ts';
import { runsOn } from '../tokens.ts';
import type { Reading } from './reading.ts';
import { anyOf } from '../../word-list.ts';
import { fixed } from '../../patterns/matching.ts';

const ADJECTIVES = anyOf(`
	little long good best young small large sharp close hard fast free ready sure true full right straight
	wells? more few moore love early first great fine bad
`);

/** “dr best”: what follows such a title is a name, whatever else it means. */
export function afterCivilTitle(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	return token !== undefined && runsOn(token) && /^(?:mr|mrs|ms|mx|dr)$/.test(before?.lower ?? '');
}

/** “inspector little wrote”: a word that describes, with a verb where its noun would stand. */
export function isPlainAfterRank(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	if (!token || !before || !runsOn(token) || before.owns || !text.ranks.has(before.lower)) return false;
	return fixed('')`^${ADJECTIVES}$`.test(token.lower) && text.after(index) === 'verb';
}

/** After “mr”, a rank or an office. */
export function afterTitle(text: Reading, index: number): boolean {
	const [token, before, further] = text.around(index);
	if (!token || !before || !runsOn(token)) return false;
	const { lower } = token;
	const title = before.lower;
	if (before.owns) return false;
	const also = text.isAlso(lower);
	const follows = text.after(index);
	if (CIVIL_TITLES.has(title)) {
		if (title === 'miss') return also && !BARE_NOUNS.has(lower) && !MISSING.has(further?.lower ?? '');
		if (/^(?:sir|dame|lord|lady)$/.test(title)) return also && follows !== 'noun';
		return !OFFICE_NOUNS.has(lower);
	}
	// “the sergeant met them”: a verb of its own.
	if (isPast(lower) && follows !== 'verb') return false;
	if (OFFICE_NOUNS.has(lower) || text.ranks.has(lower) || OFFICES.has(lower)) return false;
	if (title !== 'special' && text.ranks.has(title)) {
		if (also) return !KIN.has(lower) || follows === 'verb';
		return text.isNameable(lower) && !KIN.has(lower) && !BARE_NOUNS.has(lower) && follows !== 'noun';
	}
	if (!OFFICES.has(title) && title !== 'special') return false;
	if (BARE_NOUNS.has(lower) && !text.lexicon.isGivenName(lower)) return false;
	if (also && !KIN.has(lower)) {
		const next = text.tokens[index + 1];
		return follows !== 'noun' && next?.lower !== 'of' && (title !== 'special' || follows === 'verb');
	}
	return (
		/^(?:judge|supervisor|councillor|imam|pastor|vicar|matron|nanny|aunt\w*|uncle|auntie)$/.test(title) &&
		text.isNameable(lower) &&
		!KIN.has(lower) &&
		!BARE_NOUNS.has(lower) &&
		follows === 'verb'
	);
}

/** “the duty nurse, bush, told me”: a name between commas after somebody's work, before a verb. */
export function isAppositive(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	if (!token || !before || !/^, ["']?$/.test(token.gap) || text.after(index) !== 'comma') return false;
	if (isSomebody(text, index)) return true;
	const { lower } = before;
	const isWork = OFFICES.has(lower) || text.ranks.has(lower) || /(?:er|or|ist|rep|chair|man)$/.test(lower);
	const isOwned = text.tokens.slice(Math.max(0, index - 4), index - 1).some((one) => OWNERS.has(one.lower));
	const next = text.tokens[index + 1];
	return isWork && isOwned && text.isAlso(token.lower) && next !== undefined && isVerb(next.lower);
}

/** “the one with the beard, tiny, drove”: a nickname between commas after a person who is described. */
function isSomebody(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	const verb = text.tokens[index + 1];
	if (!token || !before || !verb || !isVerb(verb.lower) || EPITHETS.has(token.lower)) return false;
	if (!text.isAlso(token.lower) && !/[^l]y$/.test(token.lower)) return false;
	if (
		/^(?:angry|happy|sorry|sweaty|busy|ready|guilty|lazy|crazy|wary|weary|hungry|thirsty|bloody)$/.test(
			token.lower,
		)
	)
		return false;
	for (let at = index - 1; at > 0 && at >= index - 6; at--) {
		const [word, determiner] = [text.tokens[at], text.tokens[at - 1]];
		if (!word || isVerb(word.lower)) return false;
		if (isPersonNoun(word.lower) && DETERMINERS.has(determiner?.lower ?? '')) return true;
		if (!runsOn(word)) return false;
	}
	return false;
}
