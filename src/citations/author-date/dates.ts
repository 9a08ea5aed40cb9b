import { MONTHS } from '../../core/values/date-words.ts';
import { certainPart, datedOf } from '../dates.ts';
import type { CitableItem } from '../item.ts';

/** When a thing was published, as far as author–date styles say it. */
export interface Issued {
	/** `2019`, or `2019–2020` for some time between two years. */
	years: string;
	month?: string | undefined;
	day?: number | undefined;
	isApproximate: boolean;
}

/** Undefined where the date is not known, and for legislation, whose title has its year. */
export function issuedOf({ kind, date }: Pick<CitableItem, 'kind' | 'date'>): Issued | undefined {
	if (date === undefined || kind === 'legislation') return undefined;
	const dated = datedOf(date);
	const certain = certainPart(dated);
	const ends = certain
		? [certain]
		: [dated.from, dated.to].filter((end) => end !== undefined && end !== null);
	return {
		years: ends.map(({ year }) => year).join('–'),
		month: certain?.month === undefined ? undefined : MONTHS[certain.month - 1],
		day: certain?.day,
		isApproximate: dated.doubtful || dated.to !== undefined,
	};
}

/** `October`, `July 1`; empty where only the year is known. */
export function monthAndDay(issued: Issued | undefined): string {
	return [issued?.month, issued?.month && issued.day].filter(Boolean).join(' ');
}

/** `October`, `1 July`; empty where only the year is known. */
export function dayAndMonth(issued: Issued | undefined): string {
	return [issued?.month && issued.day, issued?.month].filter(Boolean).join(' ');
}
