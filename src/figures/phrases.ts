import type { Stated } from '../core/model/stated.ts';
import { type Interval, interval } from './interval.ts';

/** Tolerance of “about”, “a fifth” and “half as likely”: an eighth for fractions, a tenth otherwise. */
const PART_SLACK = 1 / 8;
const SLACK = 1 / 10;

/**
 * The numbers that a printed phrase allows (ST-2): per cent for a share, otherwise a count or a ratio. Null where the
 * phrase is not a number.
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
			// “Nearly one in five” is no more precise than “a fifth”.
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

/** “m out of n”: the shares that round to m of n parts. “One in n” rounds n instead. */
function roundedParts(m: number, n: number): Interval {
	if (m === 1 && n > 1) return interval(100 / (n + 0.5), 100 / (n - 0.5), true, false);
	return interval((100 * (m - 0.5)) / n, Math.min(100, (100 * (m + 0.5)) / n), false, m < n);
}

/**
 * The distance of the true number from what a true but generous phrase suggests: more than two percentage points for
 * “m out of n”, more than a quarter below for “under”. Null where the phrase is not generous.
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

/** Removes floating-point noise. */
function rounded(number: number): number {
	return Math.round(number * 1e6) / 1e6;
}
