import { dateBounds } from '../core/values/date.ts';
import type { Figure } from '../core/model/figure.ts';
import type { Check } from './assessment.ts';

/** A difference of half a year or more counts as another number of years. */
const SLACK = 0.5;
const DAYS_IN_YEAR = 365.25;

/**
 * Checks the stated length of a period (“past three years”) against its dates. Without dates the period is unknown,
 * whatever its length.
 */
export function checkPeriod({ period: { from, to, years } }: Figure): Check[] {
	if (years === undefined) return [];
	if (from === null || to === null)
		return from === null && to === null
			? [{ kind: 'length', status: 'undetermined', years, actual: null }]
			: [];
	const days = (Date.parse(dateBounds(to).last) - Date.parse(dateBounds(from).first)) / 86_400_000 + 1;
	const actual = days / DAYS_IN_YEAR;
	const status = Math.abs(actual - years) >= SLACK ? 'conflict' : 'verified';
	return [{ kind: 'length', status, years, actual }];
}

/** Whether two periods may share a day; an unknown end counts as overlapping. */
export function overlap(one: Figure['period'], other: Figure['period']): boolean {
	const startsAfter = (from: Figure['period']['from'], to: Figure['period']['to']) =>
		from !== null && to !== null && dateBounds(from).first > dateBounds(to).last;
	return !startsAfter(one.from, other.to) && !startsAfter(other.from, one.to);
}
