import { fold } from '../../checks/pii/fold.ts';

/** A stretch of a text. */
export interface Stretch {
	start: number;
	end: number;
}

/** Finds phrases in texts, in whatever typing they stand there. */
export type Phrases = (text: string) => Stretch[];

/** What could be markup, or the end of a paragraph: words with it between them are not taken out by themselves. */
export const MARKUP = /[<>{}[\]()*_`|\\&~]|\n[ \t]*(?:\r?\n|[-+#]|\d+[.)])/;

/**
 * Makes a search for phrases. Texts are compared in the form that makes all typings of the same words equal: capital
 * letters, accents, ligatures and characters of no width make no difference, nor does what stands between the words. A
 * word is not found within a longer one.
 *
 * @param phrases words, each as they follow one another
 */
export function phraseSearch(phrases: readonly string[]): Phrases {
	const words = phrases.map((phrase) => patternOf(fold(phrase.trim()).text)).filter(Boolean);
	if (words.length === 0) return () => [];
	// The longest first, so that a name is not left half.
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

/** Letters of a phrase from which on anything may stand between its words, or nothing: `#JohnSmith`. */
const TELLING = 8;

/** A phrase in its folded form as a pattern: its words, and no matter what between them. */
function patternOf(phrase: string): string {
	const words = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
	const isTelling = words.join('').length >= TELLING;
	const gaps = phrase.match(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/gu) ?? [];
	return words
		.map((word, index) => {
			if (index === 0) return word;
			if (isTelling) return `[^\\p{L}\\p{N}]{0,6}${word}`;
			// Of few letters, only a hyphen or an apostrophe is left out often.
			const least = /^[-']$/.test(gaps[index - 1] ?? '') ? 0 : 1;
			return `[ .,'"/-]{${least},4}${word}`;
		})
		.join('');
}

/** Where the character ends that begins at an offset, with the marks and characters of no width that go with it. */
function endOf(text: string, at: number): number {
	const [first = ''] = text.slice(at, at + 2);
	const rest = /^[\p{M}\u200b-\u200d\u2060\ufeff\u00ad]*/u.exec(text.slice(at + first.length))?.[0] ?? '';
	return at + first.length + rest.length;
}
