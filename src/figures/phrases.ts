import type { Stated } from '../core/model/stated.ts';
import { type Interval, interval } from './interval.ts';

/** How far “about”, “a fifth” and “half as likely” may be off: an eighth of a share, a tenth of the rest. */
const PART_SLACK = 1 / 8;
const SLACK = 1 / 10;

/**
 * The numbers that printed words allow (ST-2): per cent for a share, else how many or how many times. Null where the
 * words are no number.
 */
export function allowedBy(stated: Stated): Interval | null {
	const { as, phrase, value, of, dp = 0 } = stated;
	if (value === undefined || as === 'rank' || as === 'words') return null;
	if (as === 'fraction' && phrase === 'exact') return roundedParts(value, of ?? 1);
	const number = as === 'fraction' ? (100 * value) / (of ?? 1) : value;
	const isShare = as === 'percent' || as === 'fraction';
	switch (phrase) {
		case 'exact': {
			if (as !== 'percent') return interval(number, number);
			const half = 0.5 * 10 ** -dp;
			return interval(rounded(number - half), rounded(number + half), false, true);
		}
		case 'almost':
			// “Nearly one in five” is no nearer than “a fifth” is.
			if (as === 'fraction') return interval(number * (1 - PART_SLACK), number, false, true);
			return interval(number - Math.max(1, number / 20), number, false, true);
		case 'under':
			return interval(0, number, false, true);
		case 'over':
			return interval(number, isShare ? 100 : Infinity, true, !isShare);
		default: {
			if (as === 'fraction') return interval(number * (1 - PART_SLACK), number * (1 + PART_SLACK));
			const slack = as === 'ratio' ? number * SLACK : Math.max(1, number * SLACK);
			return interval(rounded(number - slack), rounded(number + slack));
		}
	}
}

/** “m out of n”: the shares that come to m when they are rounded to n parts. “One in n” rounds the n instead. */
function roundedParts(m: number, n: number): Interval {
	if (m === 1 && n > 1) return interval(100 / (n + 0.5), 100 / (n - 0.5), true, false);
	return interval((100 * (m - 0.5)) / n, Math.min(100, (100 * (m + 0.5)) / n), false, m < n);
}

/**
 * How far the true number is from what the words suggest, where they are true but generous: more than two points for
 * “m out of n”, more than a quarter below for “under”. Null where they are not.
 */
export function generosity(stated: Stated, share: Interval): number | null {
	const { as, phrase, value, of } = stated;
	if (value === undefined) return null;
	if (as === 'fraction' && phrase === 'exact') {
		const off = (share.low + share.high) / 2 - (100 * value) / (of ?? 1);
		return Math.abs(off) > 2 ? Math.abs(off) : null;
	}
	if (phrase === 'under' && as === 'percent' && share.high < 0.75 * value) return value - share.high;
	return null;
}

/** Sums of decimal fractions, without the dust of binary ones. */
function rounded(number: number): number {
	return Math.round(number * 1e6) / 1e6;
}
