/**
 * Finds where the characters of a parsed value stand in its source. A parser decodes entities and escapes and drops
 * marks, so each character is looked for a little further on; what is not found stays at the last place known.
 *
 * @param from offset in the source where the value begins
 */
export function align(value: string, source: string, from: number): (index: number) => number {
	let places: number[] | undefined;
	return (index) => {
		if (source.startsWith(value, from)) return from + Math.min(index, value.length);
		places ??= walk(value, source, from);
		return places[Math.min(index, places.length - 1)] ?? from;
	};
}

/** How far apart two characters of a value may stand: an entity, an indentation, the marks of a quotation. */
const FARTHEST = 40;

function walk(value: string, source: string, from: number): number[] {
	const places: number[] = [];
	let at = from;
	for (const letter of value.split('')) {
		const entity =
			source[at] === '&' && letter !== '&' ? /^&[#\w]{1,31};/.exec(source.slice(at, at + 34)) : null;
		if (entity) {
			places.push(at);
			at += entity[0].length;
			continue;
		}
		const next = /\s/.test(letter) ? nextSpace(source, at) : nextOf(letter, source, at);
		if (next >= 0 && next - at <= FARTHEST) {
			places.push(next);
			at = next + (source.startsWith('&amp;', next) ? 5 : 1);
		} else places.push(at);
	}
	places.push(at);
	return places;
}

/** Where a letter is met next, no farther off than it may be. */
function nextOf(letter: string, source: string, at: number): number {
	const found = source.slice(at, at + FARTHEST + 1).indexOf(letter);
	return found < 0 ? -1 : at + found;
}

function nextSpace(source: string, at: number): number {
	for (let index = at; index <= at + FARTHEST && index < source.length; index++)
		if (/\s/.test(source[index] ?? '')) return index;
	return -1;
}
