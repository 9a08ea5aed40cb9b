import { stem } from './stem.ts';

/**
 * Words as the index knows them: no accents, no punctuation, lower case. A word with punctuation inside is known
 * both in one piece and by its parts: `re-opened` is found by “reopened” and by “opened”.
 */

/** Splits a text as the index does; the places of its anchors are counted in these pieces. */
export function splitText(text: string): string[] {
	return text.split(/[\r\n\s]+/);
}

/** Letters that no normal form takes apart, as people type them who have not got them. */
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

/** A text in lower case, as far as it can be typed on any keyboard: no accents, no ligatures, no special letters. */
function plain(text: string): string {
	if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\0-\x7f]/gu, (letter) => (/\p{L}/u.test(letter) ? letter.normalize('NFKD') : letter))
		.toLowerCase()
		.replace(/[^\0-\x7f]/gu, (letter) => FOLDED.get(letter) ?? letter);
}

/** A piece as the text index knows it: its own letters, without accents and punctuation. */
export function asIndexed(piece: string): string {
	return piece
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Stems by which a piece is to be found although the text index does not know it by them, with what it knows: of
 * `oﬃce` its plain letters, of `O’Brien` its parts.
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
function isAt(pieces: readonly string[], at: number, { stems, beginning }: Wanted): boolean {
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
