import { stem } from './stem.ts';

/**
 * Words as in the index: lower case, without accents or punctuation. A word with punctuation inside is indexed both
 * as one word and by its parts: `re-opened` is found by “reopened” and by “opened”.
 */

/** Splits a text as the index does; anchor positions count these pieces. */
export function splitText(text: string): string[] {
	return text.split(/[\r\n\s]+/);
}

/** Letters that Unicode normalisation does not decompose, as typed on a keyboard without them. */
const FOLDED: ReadonlyMap<string, string> = new Map(
	Object.entries({
		ß: 'ss',
		æ: 'ae',
		œ: 'oe',
		ø: 'o',
		ł: 'l',
		đ: 'd',
		ð: 'd',
		þ: 'th',
		ħ: 'h',
		ı: 'i',
		ŧ: 't',
		ŋ: 'n',
	}),
);

/** A text in lower case, as typed on any keyboard: without accents, ligatures and special letters. */
function plain(text: string): string {
	if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\0-\x7f]/gu, (letter) => (/\p{L}/u.test(letter) ? letter.normalize('NFKD') : letter))
		.toLowerCase()
		.replace(/[^\0-\x7f]/gu, (letter) => FOLDED.get(letter) ?? letter);
}

/** A piece as in the text index: its letters, without accents and punctuation. */
export function asIndexed(piece: string): string {
	return piece
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Stems that should find a piece although the text index does not have it under them, with the indexed word: for
 * `oﬃce` its plain letters, for `O’Brien` its parts.
 */
export function variantsOf(piece: string): (readonly [stem: string, indexed: string])[] {
	const own = asIndexed(piece);
	if (own === '') return [];
	const folded = bare(piece);
	const [, before = '', after = ''] = /^\P{L}*(\p{L}{1,2})['’ʼ](\p{L}{2,})/u.exec(piece) ?? [];
	return [
		...(own === folded ? [] : [folded, ...formsOf(piece).slice(1)]),
		...(before === '' ? [] : [bare(before), bare(after)]),
	].map((form) => [stem(form), own] as const);
}

/** A word reduced to letters and digits; empty if it has none. */
export function bare(word: string): string {
	return plain(word).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The stem of a reduced word. */
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

/** All forms of a piece, unstemmed: as one word, and its parts. */
export function formsOf(piece: string): string[] {
	const parts = plain(piece).match(/[\p{L}\p{N}]+/gu) ?? [];
	return [bare(piece), ...parts];
}

/** A search term: consecutive words, of which a single one may be a prefix. */
export interface Wanted {
	/** Stems of the words, in order. */
	stems: readonly string[];
	/** The prefix that a single word must have, instead of a stem. */
	beginning?: string;
}

/** Whether the pieces from `at` on match the term. */
function isAt(pieces: readonly string[], at: number, { stems, beginning }: Wanted): boolean {
	if (beginning !== undefined) return formsOf(pieces[at] ?? '').some((form) => form.startsWith(beginning));
	return stems.every((wanted, offset) => stemsOf(pieces[at + offset] ?? '').has(wanted));
}

/** A run of pieces to highlight. */
export interface Mark {
	from: number;
	/** First piece after it. */
	to: number;
	/** Index of the matched term. */
	wanted: number;
}

/** Finds all matches between two positions of a text, in order. They may overlap. */
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
