import type { Count, Figure } from '../core/model/figure.ts';
import type { Relation } from '../core/model/figure-relation.ts';
import type { Check, Other } from './assessment.ts';
import { areApart, interval, isInside, minus, notNegative, ofCount, plus, timesOf } from './interval.ts';
import { allowedBy } from './phrases.ts';
import { shareOfFigure } from './check-share.ts';

/** Finds a published figure by its name. */
export type Find = (id: string) => Figure | undefined;

/** Checks a figure against another that it names. A relation to a missing figure yields nothing. */
export function checkRelation(figure: Figure, relation: Relation, find: Find): Check[] {
	switch (relation.kind) {
		case 'base':
			return checkBase(figure, relation.figure, find);
		case 'within':
			return checkWithin(figure, relation.figure, find);
		case 'per':
			return checkPer(figure, relation.figure, find);
		case 'overlap':
			return checkOverlap(figure, relation.with, find);
		case 'difference':
			return checkDifference(figure, relation, find);
		case 'ratio':
			return checkRatio(figure, relation, find);
		case 'largest':
			return checkLargest(figure, relation, find);
		case 'pending':
			return checkPending(relation.figures, find);
		default:
			return [];
	}
}

function otherOf(id: string, find: Find, part?: string): Other | undefined {
	const figure = find(id);
	const item = part === undefined ? undefined : figure?.breakdown?.parts.find(({ label }) => label === part);
	const count = part === undefined ? figure?.numerator : item?.count;
	return figure && count ? { figure: id, count, unit: item?.unit ?? figure.unit } : undefined;
}

/** Unlike units (ST-5): an error between part and whole, elsewhere only reported. */
function unitsOf(figure: Figure, other: Other, status: 'conflict' | 'undetermined'): Check[] {
	if (figure.unit === other.unit) return [];
	const units = [figure.unit, other.unit] as const;
	return [
		figure.bridge
			? { kind: 'units', status: 'unchecked', units, figure: other.figure, bridge: figure.bridge }
			: { kind: 'units', status, units, figure: other.figure },
	];
}

function checkBase(figure: Figure, id: string, find: Find): Check[] {
	const other = otherOf(id, find);
	const denominator = figure.denominator ?? null;
	if (!other) return [];
	if (!denominator)
		return [
			{ kind: 'base', status: 'undetermined', other, denominator },
			...unitsOf(figure, other, 'undetermined'),
		];
	const apart = areApart(ofCount(denominator), ofCount(other.count));
	const same = denominator.value === other.count.value && denominator.op === other.count.op;
	const status = apart ? 'conflict' : same ? 'verified' : 'consistent';
	return [{ kind: 'base', status, other, denominator }, ...unitsOf(figure, other, 'undetermined')];
}

function checkWithin(figure: Figure, id: string, find: Find): Check[] {
	const other = otherOf(id, find);
	const { numerator } = figure;
	if (!other || !numerator) return [];
	const isTooMuch = ofCount(numerator).low > ofCount(other.count).high;
	return [
		{ kind: 'within', status: isTooMuch ? 'conflict' : 'verified', other, numerator },
		...unitsOf(figure, other, 'conflict'),
	];
}

function checkPer(figure: Figure, id: string, find: Find): Check[] {
	const other = otherOf(id, find);
	const { numerator } = figure;
	if (!other || !numerator) return [];
	const times = timesOf(ofCount(numerator), ofCount(other.count));
	return [{ kind: 'per', status: times.high < 1 ? 'conflict' : 'consistent', other, numerator, times }];
}

/** Groups that may share members: together at least the largest, at most the sum. */
function checkOverlap(figure: Figure, ids: readonly string[], find: Find): Check[] {
	const { numerator } = figure;
	const others = ids.flatMap((id) => otherOf(id, find) ?? []);
	if (!numerator || others.length === 0) return [];
	const counts = [numerator, ...others.map(({ count }) => count)].map(ofCount);
	const total = interval(Math.max(...counts.map(({ low }) => low)), counts.reduce(plus, interval(0, 0)).high);
	return [{ kind: 'overlap', status: 'undetermined', others, total }];
}

function checkDifference(
	figure: Figure,
	relation: Extract<Relation, { kind: 'difference' }>,
	find: Find,
): Check[] {
	const from = otherOf(relation.from, find);
	const less = relation.less.flatMap(({ figure: id, part, maybe }) => {
		const other = otherOf(id, find, part);
		return other ? [{ ...other, maybe }] : [];
	});
	if (!from || less.length < relation.less.length) return [];
	// A group that may be among the others subtracts between nothing and all of its members.
	const taken = less
		.map(({ count, maybe }) => (maybe ? { ...ofCount(count), low: 0, lowOpen: false } : ofCount(count)))
		.reduce(plus, interval(0, 0));
	const left = notNegative(minus(ofCount(from.count), taken));
	const stated = figure.numerator
		? ofCount(figure.numerator)
		: figure.stated?.as === 'count'
			? allowedBy(figure.stated)
			: null;
	const odd = less.find(({ unit }) => unit !== from.unit);
	const units: Check[] = odd
		? unitsOf({ ...figure, unit: from.unit }, odd, 'undetermined')
		: unitsOf(figure, from, 'undetermined');
	if (!stated) return [];
	const isSettled = units.length === 0 && less.every(({ maybe }) => !maybe);
	const fits = areApart(left, stated)
		? 'conflict'
		: isInside(left, stated) && isSettled
			? 'verified'
			: 'undetermined';
	return [{ kind: 'difference', status: fits, from, less, left }, ...units];
}

function checkRatio(figure: Figure, relation: Extract<Relation, { kind: 'ratio' }>, find: Find): Check[] {
	const first = relation.of === undefined ? figure : find(relation.of);
	const other = find(relation.to);
	const mine = first && (printed(first) ?? shareOfFigure(first));
	const theirs = other && (printed(other) ?? shareOfFigure(other));
	if (!mine || !theirs) return [];
	const ratio = timesOf(mine, theirs);
	const allowed = figure.stated?.as === 'ratio' ? allowedBy(figure.stated) : null;
	const fits =
		allowed && (isInside(ratio, allowed) ? 'verified' : areApart(ratio, allowed) ? 'conflict' : null);
	return [
		{ kind: 'ratio', status: allowed ? (fits ?? 'consistent') : 'unchecked', relation, ratio, allowed },
	];
}

/** The exact printed percentage: the intervals of two rounded shares would allow almost any ratio. */
function printed({ stated, numerator, denominator }: Figure) {
	const isPercent = stated?.as === 'percent' && stated.value !== undefined;
	return isPercent && !(numerator && denominator) ? interval(stated.value ?? 0, stated.value ?? 0) : null;
}

function checkLargest(figure: Figure, relation: Extract<Relation, { kind: 'largest' }>, find: Find): Check[] {
	const other = find(relation.figure);
	const parts = other?.breakdown?.parts ?? [];
	const own = parts.find(({ label }) => label === relation.part);
	const next = parts.filter((part) => part !== own).sort((a, b) => b.count.value - a.count.value)[0];
	if (!other?.numerator || !own || !next) return [];
	const sum = parts.map((part) => ofCount(part.count)).reduce(plus, interval(0, 0));
	const rest = notNegative(minus(ofCount(other.numerator), sum));
	const count: Count = figure.numerator ?? own.count;
	const mine = ofCount(count).low;
	const isSame = !figure.numerator || !areApart(ofCount(figure.numerator), ofCount(own.count));
	const status =
		!isSame || mine <= ofCount(next.count).high
			? 'conflict'
			: // Everything unstated could belong to one other part.
				mine > ofCount(next.count).high + (other.breakdown?.exhaustive === true ? 0 : rest.high)
				? 'verified'
				: 'consistent';
	return [
		{ kind: 'largest', status, figure: relation.figure, part: own.label, count, next: next.label, rest },
	];
}

/** Cases still open when others were counted (ST-10); they belong to no outcome. */
function checkPending(ids: readonly string[], find: Find): Check[] {
	const others = ids.flatMap((id): Other[] => {
		const figure = find(id);
		const open = figure?.breakdown?.parts.filter(({ pending }) => pending) ?? [];
		const value = open.reduce((total, part) => total + part.count.value, 0);
		const count: Count | undefined = open.length > 0 ? { value, op: '=' } : figure?.numerator;
		return figure && count ? [{ figure: id, count, unit: figure.unit }] : [];
	});
	if (others.length === 0) return [];
	const atLeast = others.reduce((total, { count }) => total + count.value, 0);
	return [{ kind: 'pending', status: 'unchecked', others, atLeast }];
}
