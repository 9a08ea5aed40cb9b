/** Pinpoints to paragraphs. The browser uses this too, so keep its imports small. */
import { compareNumbers } from '../core/values/paragraph.ts';

/** How a style abbreviates: OSCOLA without full stops, the others with. */
export type PinpointStyle = 'oscola' | 'stopped';

const WORDS: Record<PinpointStyle, readonly [one: string, many: string]> = {
	oscola: ['para', 'paras'],
	stopped: ['para.', 'paras.'],
};

/**
 * A pinpoint to paragraphs: `para 12`, `paras 12–14`, `paras 2, 4–5`. They may come in any order.
 *
 * @param paragraphs paragraph numbers: `12`, `12a`
 * @param style how the style abbreviates the word
 * @param all all paragraph numbers of the text in order; without them, 13 is assumed to follow 12
 * @returns an empty string if there are no paragraphs
 */
export function pinpoint(
	paragraphs: readonly string[],
	style: PinpointStyle = 'oscola',
	all?: readonly string[],
): string {
	const chosen = [...new Set(paragraphs)].sort(compareNumbers);
	if (chosen.length === 0) return '';
	const follows = (before: string, after: string) =>
		all ? all.indexOf(after) === all.indexOf(before) + 1 : Number(after) === Number(before) + 1;
	const ranges: [first: string, last: string][] = [];
	for (const number of chosen) {
		const range = ranges.at(-1);
		if (range && follows(range[1], number)) range[1] = number;
		else ranges.push([number, number]);
	}
	const [one, many] = WORDS[style];
	const list = ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
	return `${chosen.length === 1 ? one : many} ${list}`;
}

/**
 * Reads paragraphs as a person types them: `2`, `2-4, 7`, `12a`.
 *
 * @param all numbers of all paragraphs of the text, in order
 * @returns those that the text has, and what was typed that it has not
 */
export function parseParagraphs(
	typed: string,
	all: readonly string[],
): { numbers: string[]; unknown: string[] } {
	const numbers: string[] = [];
	const unknown: string[] = [];
	for (const part of typed
		.toLowerCase()
		.replace(/paras?\.?|#?\bp(?=\d)/g, ' ')
		.split(/[,;\s]+(?![-–—])/)) {
		const [first = '', last = first] = part.split(/\s*[-–—]\s*/);
		if (first === '') continue;
		const [from, to] = [all.indexOf(first), all.indexOf(last)];
		if (from < 0 || to < from) unknown.push(part);
		else numbers.push(...all.slice(from, to + 1));
	}
	return { numbers: [...new Set(numbers)].sort(compareNumbers), unknown };
}
