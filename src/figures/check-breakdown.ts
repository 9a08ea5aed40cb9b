import type { Breakdown, Count, Figure } from '../core/model/figure.ts';
import type { Status, SumCheck } from './assessment.ts';
import { type Interval, interval, isExact, minus, ofCount, plus, shareOf } from './interval.ts';

/**
 * Adds up the parts of a breakdown (ST-4). Exclusive and exhaustive parts must make the whole; parts that are not
 * exhaustive must not exceed it, and the remainder is reported. Where it is unknown whether parts overlap, too large a sum
 * shows only that they do, or that a number is wrong.
 */
export function checkBreakdown(figure: Figure, breakdown: Breakdown, total: Count): SumCheck {
	const { parts, exclusive, exhaustive } = breakdown;
	const sum = parts.map((part) => ofCount(part.count)).reduce(plus, interval(0, 0));
	const whole = ofCount(total);
	const remainder = minus(whole, sum);
	const units = [...new Set(parts.flatMap(({ unit }) => (unit && unit !== figure.unit ? [unit] : [])))];
	const largest = Math.max(...parts.map((part) => ofCount(part.count).low));
	return {
		kind: 'sum',
		status:
			units.length > 0 && !figure.bridge && exclusive !== false
				? mixedUnits(remainder)
				: statusOf(sum, whole, largest, breakdown),
		total,
		sum,
		remainder,
		// Computed as 100 minus the share of the parts, because a bounded whole would count twice otherwise.
		remainderShare: minus(interval(100, 100), shareOf(sum, whole)),
		exclusive,
		exhaustive,
		pending: parts.reduce((open, part) => open + (part.pending ? part.count.value : 0), 0),
		units,
	};
}

/** Unlike units cannot be added: a sum below the whole proves nothing. */
function mixedUnits(remainder: Interval): Status {
	return remainder.high < 0 ? 'conflict' : 'undetermined';
}

function statusOf(
	sum: Interval,
	whole: Interval,
	largest: number,
	{ exclusive, exhaustive }: Breakdown,
): Status {
	const isTooMuch = sum.low > whole.high;
	const isTooLittle = sum.high < whole.low;
	// No part can exceed the whole.
	if (largest > whole.high) return 'conflict';
	if (isTooMuch) return exclusive === true ? 'conflict' : exclusive === false ? 'consistent' : 'undetermined';
	if (isTooLittle) return exhaustive === true ? 'conflict' : 'consistent';
	const isEqual = isExact(sum) && isExact(whole);
	return isEqual && exclusive === true && exhaustive !== false ? 'verified' : 'consistent';
}
