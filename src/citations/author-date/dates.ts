import { MONTHS } from '../../core/values/date-words.ts';
import { certainPart, parseDate } from '../dates.ts';
import type { CitableItem } from '../item.ts';

/** A date of publication as author–date styles print it. */
export interface Issued {
	/** `2019`, or `2019–2020` for an interval. */
	years: string;
	month?: string | undefined;
	day?: number | undefined;
	isApproximate: boolean;
}

/** Undefined if unknown, and for legislation, whose title contains the year. */
export function issuedOf({ kind, date }: Pick<CitableItem, 'kind' | 'date'>): Issued | undefined {
	if (date === undefined || kind === 'legislation') return undefined;
	const dated = parseDate(date);
	const certain = certainPart(dated);
	const ends = certain
		? [certain]
		: [dated.from, dated.to].filter((end) => end !== undefined && end !== null);
	return {
		years: ends.map(({ year }) => year).join('–'),
		month: certain?.month === undefined ? undefined : MONTHS[certain.month - 1],
		day: certain?.day,
		isApproximate: dated.isUncertain || dated.to !== undefined,
	};
}

/** `October`, `July 1`; empty if only the year is known. */
export function monthAndDay(issued: Issued | undefined): string {
	return [issued?.month, issued?.month && issued.day].filter(Boolean).join(' ');
}

/** `October`, `1 July`; empty if only the year is known. */
export function dayAndMonth(issued: Issued | undefined): string {
	return [issued?.month && issued.day, issued?.month].filter(Boolean).join(' ');
}
