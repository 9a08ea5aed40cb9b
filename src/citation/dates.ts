import { type Edtf, MONTHS } from '../model/date-words.ts';

/** A date as far as it is known. */
export interface DateParts {
	year: number;
	month?: number;
	day?: number;
}

/** A date told apart. A second part means: some time between the two. */
export interface Dated {
	from: DateParts;
	to: DateParts | null;
	/** Whether it is marked as uncertain or approximate. */
	doubtful: boolean;
}

/** Tells a date of the archive’s kind apart. */
export function datedOf(text: Edtf): Dated {
	const [from = '', to] = text.split('/');
	return { from: partsOf(from), to: to === undefined ? null : partsOf(to), doubtful: /[?~]/.test(text) };
}

function partsOf(part: string): DateParts {
	const [year, month, day] = part.replace(/[?~]$/, '').split('-').map(Number);
	return {
		year: year ?? 0,
		...(month === undefined ? {} : { month }),
		...(day === undefined ? {} : { day }),
	};
}

/**
 * What is certain of a date: of an interval, what its ends have in common. Null if not even the year is.
 */
export function certainPart({ from, to }: Dated): DateParts | null {
	if (to === null) return from;
	if (from.year !== to.year) return null;
	if (from.month === undefined || from.month !== to.month) return { year: from.year };
	return { year: from.year, month: from.month };
}

/**
 * A date as OSCOLA writes it: `6 July 2022`, `c October 2021` for about, `October 2021?` for uncertain,
 * `between 17 March 2022 and 6 July 2022`.
 */
export function oscolaDate(text: Edtf): string {
	const [from = '', to] = text.split('/');
	return to === undefined ? inWords(from) : `between ${inWords(from)} and ${inWords(to)}`;
}

function inWords(part: string): string {
	const { year, month, day } = partsOf(part);
	const words = [day, month && MONTHS[month - 1], String(year).padStart(4, '0')].filter(Boolean).join(' ');
	if (part.endsWith('~')) return `c ${words}`;
	return part.endsWith('?') ? `${words}?` : words;
}

/** The year alone, with the same marks; of an interval over several years, both. */
export function oscolaYear(text: Edtf): string {
	const years = text.split('/').map((part) => part.slice(0, 4) + (/[?~]$/.exec(part)?.[0] ?? ''));
	return [...new Set(years)].length === 1 ? oscolaDate(years[0] ?? '') : oscolaDate(years.join('/'));
}
