import { type Edtf, MONTHS } from '../core/values/date-words.ts';

/** The known parts of a date. */
export interface DateParts {
	year: number;
	month?: number;
	day?: number;
}

/** A parsed date. With `to`, the date lies between the two; an unknown end is null. */
export interface ParsedDate {
	from: DateParts | null;
	to?: DateParts | null;
	/** Whether it is marked as uncertain or approximate. */
	isUncertain: boolean;
}

/** Parses a date of the archive’s EDTF profile; an interval may be open: `2019/..`, `../2020`. */
export function parseDate(text: Edtf): ParsedDate {
	const [from = '', to] = text.split('/');
	return {
		from: isOpen(from) ? null : partsOf(from),
		...(to === undefined ? {} : { to: isOpen(to) ? null : partsOf(to) }),
		isUncertain: /[?~%]/.test(text),
	};
}

/** Whether the end of an interval is open (EDTF level 1, 2019). */
function isOpen(part: string): boolean {
	return part === '' || part === '..';
}

function partsOf(part: string): DateParts {
	// `parseInt` drops a qualifier (`?`, `~`, `%`) after the last digit.
	const [year = 0, month, day] = part.split('-').map((digits) => Number.parseInt(digits, 10));
	const parts: DateParts = { year };
	if (month !== undefined) parts.month = month;
	if (day !== undefined) parts.day = day;
	return parts;
}

/** Whether a date is uncertain, approximate or an interval. */
export function isInexact(text: Edtf): boolean {
	return /[?~%/]/.test(text);
}

/**
 * The certain part of a date: for an interval, what its ends have in common. Null if not even the year is certain.
 */
export function certainPart({ from, to }: ParsedDate): DateParts | null {
	if (to === undefined) return from;
	if (from === null || to === null) return null;
	if (from.year !== to.year) return null;
	if (from.month === undefined || from.month !== to.month) return { year: from.year };
	return { year: from.year, month: from.month };
}

/** The year or years of a date, for formats without ranges: `2019`, `2019/2020`; null if open. */
export function yearsOf({ from, to }: ParsedDate): string | null {
	if (from === null || to === null) return null;
	const years = [from, ...(to === undefined ? [] : [to])].map(({ year }) => String(year).padStart(4, '0'));
	return [...new Set(years)].join('/');
}

/**
 * A date in OSCOLA’s form: `6 July 2022`, `c October 2021` if approximate, `October 2021?` if uncertain,
 * `between 17 March 2022 and 6 July 2022`.
 */
export function oscolaDate(text: Edtf): string {
	return inWords(text, (part) => {
		if (part.endsWith('~')) return `c ${plainWords(part)}`;
		return /[?%]$/.test(part) ? `${plainWords(part)}?` : plainWords(part);
	});
}

/** An inexact date for a note: `about 2019`, `between December 2019 and January 2020`. */
export function inexactDate(text: Edtf): string {
	return inWords(text, (part) => {
		if (part.endsWith('~')) return `about ${plainWords(part)}`;
		return /[?%]$/.test(part) ? `${plainWords(part)} (uncertain)` : plainWords(part);
	});
}

function inWords(text: Edtf, words: (part: string) => string): string {
	const [from = '', to] = text.split('/');
	if (to === undefined) return words(from);
	if (isOpen(from)) return `until ${words(to)}`;
	return isOpen(to) ? `since ${words(from)}` : `between ${words(from)} and ${words(to)}`;
}

function plainWords(part: string): string {
	const { year, month, day } = partsOf(part);
	return [day, month && MONTHS[month - 1], String(year).padStart(4, '0')].filter(Boolean).join(' ');
}

/** The year with the same qualifiers; both years of an interval over several. */
export function oscolaYear(text: Edtf): string {
	const years = text
		.split('/')
		.map((part) => (isOpen(part) ? part : part.slice(0, 4) + (/[?~%]$/.exec(part)?.[0] ?? '')));
	return [...new Set(years)].length === 1 ? oscolaDate(years[0] ?? '') : oscolaDate(years.join('/'));
}
