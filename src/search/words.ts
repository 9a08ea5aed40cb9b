import { stem } from './stem.ts';

/**
 * Words as the index knows them: no accents, no punctuation, lower case. A word with punctuation inside is known
 * both in one piece and by its parts: `re-opened` is found by “reopened” and by “opened”.
 */

/** Splits a text as the index does; the places of its anchors are counted in these pieces. */
export function splitText(text: string): string[] {
	return text.split(/[\r\n\s]+/);
}

/** A text without accents, in lower case. */
function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A word in one piece: letters and digits only. Empty if it has none. */
export function bare(word: string): string {
	return plain(word).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The stem of a word in one piece. */
export function stemOf(word: string): string {
	return stem(bare(word));
}

/** All stems by which a piece of text can be found. */
export function stemsOf(piece: string): ReadonlySet<string> {
	let stems = known.get(piece);
	if (!stems) {
		const whole = bare(piece);
		stems = new Set(whole ? [stem(whole)] : []);
		const parts = plain(piece).match(/[\p{L}\p{N}]+/gu) ?? [];
		if (parts.length > 1) for (const part of parts) (stems as Set<string>).add(stem(part));
		if (known.size > 20_000) known.clear();
		known.set(piece, stems);
	}
	return stems;
}
const known = new Map<string, ReadonlySet<string>>();

/** All forms of a piece, unstemmed: in one piece, and its parts. */
export function formsOf(piece: string): string[] {
	const parts = plain(piece).match(/[\p{L}\p{N}]+/gu) ?? [];
	return [bare(piece), ...parts];
}

/** What is looked for in a text: words one after another, the last perhaps only the beginning of one. */
export interface Wanted {
	/** Stems of the words, in order. */
	stems: readonly string[];
	/** The beginning that a single word must have, instead of a stem. */
	beginning?: string;
}

/** Whether the pieces from `at` on are what is wanted. */
export function isAt(pieces: readonly string[], at: number, { stems, beginning }: Wanted): boolean {
	if (beginning !== undefined) return formsOf(pieces[at] ?? '').some((form) => form.startsWith(beginning));
	return stems.every((wanted, offset) => stemsOf(pieces[at + offset] ?? '').has(wanted));
}

/** One run of pieces that is to be marked. */
export interface Mark {
	from: number;
	/** First piece after it. */
	to: number;
	/** Which of the wanted it is. */
	wanted: number;
}

/** Finds everything wanted between two places of a text, in order. Marks may overlap. */
export function findMarks(
	pieces: readonly string[],
	wanted: readonly Wanted[],
	from = 0,
	to = pieces.length,
): Mark[] {
	const marks: Mark[] = [];
	for (let at = from; at < to; at++)
		for (const [index, one] of wanted.entries()) {
			const length = Math.max(1, one.stems.length);
			if (at + length <= to && isAt(pieces, at, one))
				marks.push({ from: at, to: at + length, wanted: index });
		}
	return marks;
}
