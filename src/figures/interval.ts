import type { Count } from '../core/model/figure.ts';

/** A range of possible numbers from `low` to `high`; an open end excludes its bound. */
export interface Interval {
	low: number;
	high: number;
	lowOpen: boolean;
	highOpen: boolean;
}

export function interval(low: number, high: number, lowOpen = false, highOpen = false): Interval {
	return { low, high, lowOpen, highOpen };
}

/** The interval of a count (ST-1): `more than 1,300` is everything above 1,300. `about` leaves a tenth to either side. */
export function ofCount({ value, op }: Count): Interval {
	switch (op) {
		case '=':
			return interval(value, value);
		case '>':
			return interval(value, Infinity, true, true);
		case '≥':
			return interval(value, Infinity, false, true);
		case '<':
			return interval(0, value, false, true);
		case '≤':
			return interval(0, value);
		default:
			return interval(Math.max(0, value - Math.max(1, value / 10)), value + Math.max(1, value / 10));
	}
}

export function isExact({ low, high }: Interval): boolean {
	return low === high;
}

export function plus(a: Interval, b: Interval): Interval {
	return interval(a.low + b.low, a.high + b.high, a.lowOpen || b.lowOpen, a.highOpen || b.highOpen);
}

export function minus(a: Interval, b: Interval): Interval {
	return interval(a.low - b.high, a.high - b.low, a.lowOpen || b.highOpen, a.highOpen || b.lowOpen);
}

/** Cuts an interval at zero; a cut end becomes closed. */
export function notNegative(a: Interval): Interval {
	return a.low < 0 ? { ...a, low: 0, lowOpen: false } : a;
}

/** The share of a part in a whole, in per cent, capped at 100 where part of the interval lies below. */
export function shareOf(part: Interval, whole: Interval): Interval {
	const low = whole.high === Infinity ? 0 : (100 * part.low) / whole.high;
	const high = whole.low === 0 ? Infinity : (100 * part.high) / whole.low;
	const lowOpen = part.lowOpen || whole.highOpen;
	const highOpen = part.highOpen || whole.lowOpen;
	return high > 100 && low <= 100
		? interval(low, 100, lowOpen, false)
		: interval(low, high, lowOpen, highOpen);
}

/** The ratio of two intervals. */
export function timesOf(a: Interval, b: Interval): Interval {
	return interval(
		b.high === 0 ? Infinity : a.low / b.high,
		b.low === 0 ? Infinity : a.high / b.low,
		a.lowOpen || b.highOpen,
		a.highOpen || b.lowOpen,
	);
}

/** Whether the first interval lies within the second. */
export function isInside(a: Interval, b: Interval): boolean {
	const low = a.low > b.low || (a.low === b.low && (!b.lowOpen || a.lowOpen));
	const high = a.high < b.high || (a.high === b.high && (!b.highOpen || a.highOpen));
	return low && high;
}

/** Whether two intervals do not overlap. */
export function areApart(a: Interval, b: Interval): boolean {
	const before = (one: Interval, other: Interval) =>
		one.high < other.low || (one.high === other.low && (one.highOpen || other.lowOpen));
	return before(a, b) || before(b, a);
}

/** The smallest and largest whole number in an interval. */
export function wholeNumbersIn({ low, high, lowOpen, highOpen }: Interval): [first: number, last: number] {
	const first = lowOpen && Number.isInteger(low) ? low + 1 : Math.ceil(low);
	const last = highOpen && Number.isInteger(high) ? high - 1 : Math.floor(high);
	return [Math.max(0, first), last];
}
