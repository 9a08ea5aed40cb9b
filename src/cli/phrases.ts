import { fold } from '../checks/text/fold.ts';

/** A stretch of a text. */
export interface Stretch {
	start: number;
	end: number;
}

/** Finds phrases in texts, in whatever typing they stand there. */
export type Phrases = (text: string) => Stretch[];

/**
 * Makes a search for phrases. Texts are compared in the form that makes all typings of the same words equal: capital
 * letters, accents, ligatures, kinds of hyphens, quotation marks and spaces, and characters of no width make no
 * difference; a hyphen may be a space or missing, an apostrophe missing. A word is not found within a longer one.
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

/** A phrase in its folded form as a pattern. */
function patternOf(phrase: string): string {
	return [...phrase]
		.map((sign) => {
			if (/[\p{L}\p{N}]/u.test(sign)) return sign;
			if (/\s/.test(sign)) return '(?: ?- ?| )';
			if (sign === '-') return '(?: ?-? ?)';
			if (sign === "'") return "'?";
			return sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
		})
		.join('');
}

/** Where the character ends that begins at an offset, with the marks and characters of no width that go with it. */
function endOf(text: string, at: number): number {
	const [first = ''] = text.slice(at, at + 2);
	const rest = /^[\p{M}\u200b-\u200d\u2060\ufeff\u00ad]*/u.exec(text.slice(at + first.length))?.[0] ?? '';
	return at + first.length + rest.length;
}
