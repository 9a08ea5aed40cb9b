import { hasStanding, type Shape, type Words } from './shapes.ts';

/** A text that is the same for all items of a shape but for their own words: pieces, and what stands between them. */
export interface Template {
	/** One more than there are places. */
	pieces: readonly string[];
	/** For each place, which of `needed` stands there. */
	places: readonly number[];
	/** The words that are needed: their place among those of the shape, and how a style sets them in capitals. */
	needed: readonly Needed[];
}

interface Needed {
	index: number;
	capitals: Capitals | null;
}

/** Sets a title in capitals as a style does. */
export type Capitals = (title: string) => string;

/**
 * Takes the words that stand for others out of texts made of a shape.
 *
 * @param texts the texts in their order, each with the capitals of its style
 * @returns null where a style did something with such words that is not known here
 */
export function templateOf(
	texts: readonly { text: string; capitals: Capitals }[],
	{ words }: Pick<Shape, 'words'>,
): Template | null {
	const pieces = [''];
	const places: number[] = [];
	const needed: Needed[] = [];
	const standing = standingIn(words);
	for (const { text, capitals } of texts) {
		const [before = '', ...rest] = text.split(standing);
		pieces[pieces.length - 1] += before;
		// Words and what follows them take turns.
		for (let at = 0; at < rest.length; at += 2) {
			const index = words.findIndex(({ stand }) => stand === rest[at]);
			const one = { index, capitals: words[index]?.inCapitals ? capitals : null };
			const known = needed.findIndex((other) => other.index === index && other.capitals === one.capitals);
			places.push(known < 0 ? needed.push(one) - 1 : known);
			pieces.push(rest[at + 1] ?? '');
		}
	}
	return pieces.some(hasStanding) ? null : { pieces, places, needed };
}

/**
 * The text for one item.
 *
 * @param words what was taken out of the item, in the order of the shape that the template was made of
 * @param encode how words are written in such a text
 */
export function filled(
	{ pieces, places, needed }: Template,
	words: readonly Words[],
	encode: (text: string) => string,
): string {
	const own = needed.map(({ index, capitals }) => {
		const text = words[index]?.own ?? '';
		return encode(capitals ? capitals(text) : text);
	});
	let text = pieces[0] ?? '';
	for (const [at, place] of places.entries()) text += (own[place] ?? '') + (pieces[at + 1] ?? '');
	return text;
}

/** Finds words that stand for others; of those that begin alike the longest. */
function standingIn(words: readonly Words[]): RegExp {
	const longestFirst = words.map(({ stand }) => stand).sort((a, b) => b.length - a.length);
	return new RegExp(`(${longestFirst.map(RegExp.escape).join('|')})`);
}
