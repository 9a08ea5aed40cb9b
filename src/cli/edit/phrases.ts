import { fold } from '../../checks/pii/fold.ts';

/** A range of a text. */
export interface Stretch {
	start: number;
	end: number;
}

/** Finds phrases in a text, however they are typed. */
export type Phrases = (text: string) => Stretch[];

/** Possible markup or the end of a paragraph. A match that contains it is not removed automatically. */
export const MARKUP = /[<>{}[\]()*_`|\\&~]|\n[ \t]*(?:\r?\n|[-+#]|\d+[.)])/;

/**
 * Creates a search for phrases. It compares normalised text: case, accents, ligatures, zero-width characters and
 * whatever separates the words make no difference. Only whole words match.
 *
 * @param phrases the phrases, each with its words in order
 */
export function phraseSearch(phrases: readonly string[]): Phrases {
	const words = phrases.map((phrase) => patternOf(fold(phrase.trim()).text)).filter(Boolean);
	if (words.length === 0) return () => [];
	// The longest first, so that a name is matched in full.
	words.sort((a, b) => b.length - a.length);
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
	return (text) => {
		const folded = fold(text);
		return [...folded.text.matchAll(pattern)].map(({ index, 0: found }) => ({
			start: folded.origin(index),
			end: endOf(text, folded.origin(index + found.length - 1)),
		}));
	};
}

/** Phrases of at least this many letters match with anything between their words, or nothing: `#JohnSmith`. */
const MIN_DISTINCTIVE = 8;

/** The pattern of a folded phrase: its words, with any separators. */
function patternOf(phrase: string): string {
	const words = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
	const isDistinctive = words.join('').length >= MIN_DISTINCTIVE;
	const gaps = phrase.match(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/gu) ?? [];
	return words
		.map((word, index) => {
			if (index === 0) return word;
			if (isDistinctive) return `[^\\p{L}\\p{N}]{0,6}${word}`;
			// In a short phrase only a hyphen or an apostrophe is often left out.
			const least = /^[-']$/.test(gaps[index - 1] ?? '') ? 0 : 1;
			return `[ .,'"/-]{${least},4}${word}`;
		})
		.join('');
}

/** The end of the character at an offset, with the combining marks and zero-width characters that follow it. */
function endOf(text: string, at: number): number {
	const [first = ''] = text.slice(at, at + 2);
	const rest = /^[\p{M}\u200b-\u200d\u2060\ufeff\u00ad]*/u.exec(text.slice(at + first.length))?.[0] ?? '';
	return at + first.length + rest.length;
}
