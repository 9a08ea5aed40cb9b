import type { Count } from '../core/model/figure.ts';

/** All numbers that something may be: from `low` to `high`, an end left out where it is open. */
export interface Interval {
	low: number;
	high: number;
	lowOpen: boolean;
	highOpen: boolean;
}

export function interval(low: number, high: number, lowOpen = false, highOpen = false): Interval {
	return { low, high, lowOpen, highOpen };
}

/** What a count may be (ST-1): `more than 1,300` is everything above 1,300. `about` leaves a tenth to either side. */
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

/** What of a whole is not below nothing: an end that is cut is reached. */
export function notNegative(a: Interval): Interval {
	return a.low < 0 ? { ...a, low: 0, lowOpen: false } : a;
}

/** The share that a part has of a whole, in per cent; never more than all of it. */
export function shareOf(part: Interval, whole: Interval): Interval {
	const low = whole.high === Infinity ? 0 : (100 * part.low) / whole.high;
	const high = whole.low === 0 ? Infinity : (100 * part.high) / whole.low;
	const lowOpen = part.lowOpen || whole.highOpen;
	const highOpen = part.highOpen || whole.lowOpen;
	return high > 100 && low <= 100
		? interval(low, 100, lowOpen, false)
		: interval(low, high, lowOpen, highOpen);
}

/** How many times one is of the other. */
export function timesOf(a: Interval, b: Interval): Interval {
	return interval(
		b.high === 0 ? Infinity : a.low / b.high,
		b.low === 0 ? Infinity : a.high / b.low,
		a.lowOpen || b.highOpen,
		a.highOpen || b.lowOpen,
	);
}

/** Whether all that the first may be, the second may be, too. */
export function isInside(a: Interval, b: Interval): boolean {
	const low = a.low > b.low || (a.low === b.low && (!b.lowOpen || a.lowOpen));
	const high = a.high < b.high || (a.high === b.high && (!b.highOpen || a.highOpen));
	return low && high;
}

/** Whether nothing that the one may be, the other may be. */
export function areApart(a: Interval, b: Interval): boolean {
	const before = (one: Interval, other: Interval) =>
		one.high < other.low || (one.high === other.low && (one.highOpen || other.lowOpen));
	return before(a, b) || before(b, a);
}

/** The smallest and the largest whole number in an interval. */
export function wholeNumbersIn({ low, high, lowOpen, highOpen }: Interval): [first: number, last: number] {
	const first = lowOpen && Number.isInteger(low) ? low + 1 : Math.ceil(low);
	const last = highOpen && Number.isInteger(high) ? high - 1 : Math.floor(high);
	return [Math.max(0, first), last];
}
