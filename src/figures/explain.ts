import type { Figure } from '../core/model/figure.ts';
import type { Check, Other, Status, SumCheck } from './assessment.ts';
import { type Interval, isExact, wholeNumbersIn } from './interval.ts';
import { countInWords } from './words.ts';
import { capitalise, formatNumber } from '../core/text/words.ts';

/** The label of a status, and its meaning for readers. */
export const STATUS_WORDS: Readonly<Record<Status, { label: string; means: string }>> = {
	conflict: {
		label: 'Contradiction',
		means: 'the numbers, their units or the words contradict each other',
	},
	undetermined: {
		label: 'Cannot be settled',
		means: 'more than one number could be meant, or unlike things are counted together',
	},
	consistent: {
		label: 'Fits',
		means: 'nothing contradicts it, and something is not stated',
	},
	verified: { label: 'Adds up', means: 'what is printed follows from the counts' },
	unchecked: {
		label: 'Nothing to check',
		means: 'the source gives no second number that it could be held against',
	},
};

/** Looks up the names of figures and measures for the page. */
export interface Names {
	figure: (id: string) => string;
	measure: (id: string) => string;
}

/** Describes a check and its result in one sentence. */
export function describeCheck(check: Check, figure: Figure, names: Names): string {
	const many = (other: Other) => `${countInWords(other.count)} ${other.unit}`;
	switch (check.kind) {
		case 'share':
			return `${countInWords(check.numerator)} of ${countInWords(check.denominator)} is ${percent(check.share)}.`;
		case 'stated': {
			const share = figure.numerator && figure.denominator ? percent(check.share) : plain(check.share);
			const isShare = check.stated.as === 'percent' || check.stated.as === 'fraction';
			const says = `Printed as “${check.stated.text}”; the counts make ${isShare ? share : plain(check.share)}`;
			if (check.status === 'conflict') return `${says}, which is not that.`;
			if (check.status === 'consistent') return `${says}, which may be that.`;
			return check.generous === null
				? `${says}.`
				: `${says}, which is ${check.generous.toFixed(1)} points from what the words suggest.`;
		}
		case 'candidates': {
			const { stated, denominator, first, last } = check;
			const of = `of ${countInWords(denominator)}`;
			if (first > last) return `No whole number ${of} is ${stated.text}.`;
			const which = first === last ? formatNumber(first) : `${formatNumber(first)} to ${formatNumber(last)}`;
			if (denominator.op !== '=')
				return `Printed as “${stated.text}” without a count; of ${formatNumber(denominator.value)} it would be ${which}.`;
			return first === last
				? `Printed as “${stated.text}” without a count; only ${which} ${of} makes that.`
				: `Printed as “${stated.text}” without a count; any number from ${which} ${of} makes that.`;
		}
		case 'sum':
			return describeSum(check, figure);
		case 'units': {
			const [mine, theirs] = check.units;
			const what = check.figure ? ` in “${names.figure(check.figure)}”` : '';
			return check.bridge
				? `Mixed units: ${mine} here, ${theirs}${what}. ${check.bridge}`
				: `Mixed units: ${mine} here, ${theirs}${what}. They cannot be taken for one another.`;
		}
		case 'measure':
			return `The words speak of “${names.measure(check.said)}”; what is counted is “${names.measure(check.counted)}”.`;
		case 'base':
			if (!check.denominator)
				return `It may be a share of ${many(check.other)} (${names.figure(check.other.figure)}); the source does not say so.`;
			return check.status === 'conflict'
				? `The base of ${countInWords(check.denominator)} is not the ${many(check.other)} of “${names.figure(check.other.figure)}”.`
				: `The base is the ${many(check.other)} of “${names.figure(check.other.figure)}”.`;
		case 'within':
			return check.status === 'conflict'
				? `${countInWords(check.numerator)} cannot be part of ${many(check.other)}.`
				: `Told as part of ${many(check.other)} (${names.figure(check.other.figure)}).`;
		case 'per':
			return `${countInWords(check.numerator)} ${figure.unit} for ${many(check.other)}: ${plain(check.times, 2)} for each.`;
		case 'overlap':
			return `Some may be counted again in ${check.others.map((other) => `“${names.figure(other.figure)}” (${countInWords(other.count)})`).join(' and ')}; together they are ${plain(check.total)}.`;
		case 'difference': {
			const less = check.less.map(
				(other) => `${countInWords(other.count)}${other.maybe ? ' (perhaps among the others)' : ''}`,
			);
			const left = `${many(check.from)} less ${less.join(', ')} leaves ${plain(check.left)}`;
			if (check.status === 'conflict') return `${left}, which is not what is printed.`;
			return check.status === 'verified'
				? `${left}.`
				: `${left}, if each counts one and the same thing and nothing that is not stated counts against it.`;
		}
		case 'ratio':
			return `The one share is ${plain(check.ratio, 2)} times the other${check.allowed ? `; printed as “${figure.stated?.text}”${check.status === 'conflict' ? ', which is not that' : ''}` : ''}.`;
		case 'largest':
			return check.status === 'conflict'
				? `“${check.part}” is not the largest part.`
				: check.status === 'verified'
					? `With ${countInWords(check.count)} it is the largest part by far enough that nothing left out could change that.`
					: `With ${countInWords(check.count)} it is the largest part of those stated; ${plain(check.rest)} are not stated.`;
		case 'pending':
			return `At least ${formatNumber(check.atLeast)} were still open when this was counted: they had not ended in any way.`;
		case 'length':
			return check.actual === null
				? `The period is given only as a length of ${formatNumber(check.years)} years: from when to when is not stated.`
				: check.status === 'conflict'
					? `The words give ${formatNumber(check.years)} years; from its first day to its last it was ${check.actual.toFixed(1)}.`
					: `The period is as long as the words say, ${formatNumber(check.years)} years.`;
		case 'disagrees': {
			const say = check.areShares ? percent : plain;
			return `“${names.figure(check.figure)}” counts the same and has another number: ${say(check.theirs)}, not ${say(check.mine)}.`;
		}
	}
}

/** `does not add up by 57: 15.8% of complaints not stated` */
function describeSum(check: SumCheck, figure: Figure): string {
	const { sum, remainder, remainderShare, exclusive, exhaustive, pending, units } = check;
	const total = countInWords(check.total);
	const open = pending > 0 ? ` ${formatNumber(pending)} of them were still open.` : '';
	const mixed = units.length > 0 ? ` Mixed units: the parts count ${units.join(' and ')}, too.` : '';
	const overlaps = exclusive === 'unknown' ? ', if no part overlaps another' : '';
	if (remainder.high < 0) {
		const over = `The parts make ${plain(sum)}, which is ${plain(negated(remainder))} more than ${total}`;
		if (exclusive === true) return `${over}. They cannot all be right.${mixed}${open}`;
		return `${over}: at least ${plain(negated(remainder))} must be counted in two parts${exclusive === false ? '' : ', or a number is wrong'}.${mixed}${open}`;
	}
	if (isExact(remainder) && remainder.low === 0)
		return `The parts make ${plain(sum)}, the whole of it${overlaps}.${mixed}${open}`;
	const notStated = `${plain(remainder)} not stated (${percent(remainderShare)} of ${figure.unit})`;
	const lead = exhaustive === true ? 'They should make the whole, and do not: ' : '';
	return `The parts make ${plain(sum)} of ${total}${overlaps}. ${lead}${capitalise(notStated)}.${mixed}${open}`;
}

/** A short form for lists: what a reader must not miss; null where a sum adds up. */
export function shortDescription(check: Check, figure: Figure): string | null {
	if (check.kind !== 'sum') return null;
	if (check.remainder.high < 0) return `Parts exceed the whole by ${plain(negated(check.remainder))}`;
	if (check.remainder.high === 0) return null;
	return `Does not add up by ${plain(check.remainder)}: ${percent(check.remainderShare)} of ${figure.unit} not stated`;
}

const negated = ({ low, high, lowOpen, highOpen }: Interval): Interval => ({
	low: -high,
	high: -low,
	lowOpen: highOpen,
	highOpen: lowOpen,
});

/** A range of numbers: `57`, `6 to 10`, `more than 1,061`. */
export function plain(range: Interval, digits = 0): string {
	const { low, high, lowOpen, highOpen } = range;
	const say = (value: number) =>
		digits === 0 && Number.isInteger(value)
			? formatNumber(value)
			: value.toFixed(Math.max(digits, Number.isInteger(value) ? 0 : 1));
	if (isExact(range)) return say(low);
	if (high === Infinity) return `${lowOpen ? 'more than' : 'at least'} ${say(low)}`;
	if (low <= 0) return `${highOpen ? 'fewer than' : 'at most'} ${say(high)}`;
	const [first, last] = wholeNumbersIn(range);
	return digits === 0 && first <= last
		? `${formatNumber(first)} to ${formatNumber(last)}`
		: `${say(low)} to ${say(high)}`;
}

/** A share: `15.8%`, `under 2.8%`, `at least 81.6%`. */
export function percent(range: Interval): string {
	const say = (value: number) => `${value.toFixed(1)}%`;
	if (isExact(range)) return say(range.low);
	if (range.low <= 0) return `${range.highOpen ? 'under' : 'at most'} ${say(range.high)}`;
	if (range.high >= 100) return `${range.lowOpen ? 'over' : 'at least'} ${say(range.low)}`;
	return `${say(range.low)} to ${say(range.high)}`;
}

/** Names of the fields in which figures may differ, for readers. */
export const FIELD_WORDS = {
	measure: 'What is measured',
	unit: 'What is counted',
	place: 'Where',
	organisations: 'Which organisations',
	roles: 'Of whom',
	inclusion: 'What was counted in',
	coverage: 'From how many',
	period: 'When',
	population: 'Of whom or what',
	origin: 'By whom',
} as const;
