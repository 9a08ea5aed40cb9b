import type { Edtf } from '../core/values/date.ts';

const EXACT = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a date is known exactly to the day. */
function isExactDay(date: Edtf | null | undefined): date is string {
	return typeof date === 'string' && EXACT.test(date);
}

/** Days from one date to another; null where either is not known to the day. */
export function daysBetween(from: Edtf | null | undefined, to: Edtf | null | undefined): number | null {
	if (!isExactDay(from) || !isExactDay(to)) return null;
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
