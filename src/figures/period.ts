import { dateBounds } from '../core/values/date.ts';
import type { Figure } from '../core/model/figure.ts';
import type { Check } from './assessment.ts';

/** Half a year and more is another number of years. */
const SLACK = 0.5;
const DAYS_IN_YEAR = 365.25;

/**
 * Holds the length that the words give to a period (“past three years”) against its dates. Without dates the period is
 * not known, however long it was.
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

/** Whether two periods may share a day; what is not known of one is taken to reach to the other. */
export function overlap(one: Figure['period'], other: Figure['period']): boolean {
	const startsAfter = (from: Figure['period']['from'], to: Figure['period']['to']) =>
		from !== null && to !== null && dateBounds(from).first > dateBounds(to).last;
	return !startsAfter(one.from, other.to) && !startsAfter(other.from, one.to);
}
