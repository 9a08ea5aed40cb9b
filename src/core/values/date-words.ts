/** Dates as the archive writes them, in words. The browser uses this too: nothing in this file may import anything. */

/**
 * Dates are kept as written, in the Extended Date/Time Format (ISO 8601-2:2019), so that a source known only by
 * its month is never given a day. Allowed here: year, month, day, each with `?` (uncertain) or `~` (about), and
 * closed intervals of those.
 */
export type Edtf = string;

/** The months in English. */
export const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/**
 * A date in words, in the order that British readers expect: `10 March 2020`, `about October 2021`,
 * `10 July 2021 (uncertain)`, `between 17 March 2022 and 6 July 2022`.
 */
export function dateInWords(text: Edtf): string {
	const [from, to] = text.split('/');
	if (to !== undefined) return `between ${partInWords(from ?? '')} and ${partInWords(to)}`;
	return partInWords(text);
}

function partInWords(part: string): string {
	const mark = part.at(-1);
	const [year, month, day] = part.replace(/[?~]$/, '').split('-');
	const words = [day && String(Number(day)), month && MONTHS[Number(month) - 1], year]
		.filter(Boolean)
		.join(' ');
	if (mark === '~') return `about ${words}`;
	return mark === '?' ? `${words} (uncertain)` : words;
}
