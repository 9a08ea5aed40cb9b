import type { Figure } from '../core/model/figure.ts';
import { areApart, type Interval, ofCount } from './interval.ts';
import { allowedBy } from './phrases.ts';
import { shareToldBy } from './share.ts';

/** What two figures may differ in. */
export const FIELDS = [
	'measure',
	'unit',
	'place',
	'organisations',
	'roles',
	'inclusion',
	'coverage',
	'period',
	'population',
	'origin',
] as const;
export type Field = (typeof FIELDS)[number];

/** One thing in which two figures differ; null is what one of them does not say. */
export interface Difference {
	field: Field;
	one: string | null;
	other: string | null;
}

export interface Comparison {
	/** In the order in which they matter. */
	differences: readonly Difference[];
	/** Whether the two count the same thing, so that one of them is wrong if they differ. */
	comparable: boolean;
	/** What each tells, as shares where both are shares; null where there is no number of one kind. */
	values: readonly [Interval, Interval] | null;
	/** Whether the values are shares, in per cent. */
	areShares: boolean;
	/** Whether the two cannot both be right: they are comparable, and nothing that the one may be, the other may be. */
	contradict: boolean;
}

/** Differences that do not by themselves make two counts unlike. */
const HARMLESS: ReadonlySet<Field> = new Set(['origin', 'population']);

/** Compares two figures field by field (ST-6). Why they differ is computed from what they say of themselves. */
export function compareFigures(one: Figure, other: Figure): Comparison {
	const said = FIELDS.map((field): Difference => ({
		field,
		one: saidOf(one, field),
		other: saidOf(other, field),
	}));
	const structured = said.filter(({ field }) => !HARMLESS.has(field));
	const differing = said.filter(({ field, one: a, other: b }) => {
		if (a === b) return false;
		// What both say in a few words tells more than the sentence about the whole population.
		return field !== 'population' || !structured.some((item) => item.one !== item.other);
	});
	const hasNote = one.comparability !== undefined || other.comparability !== undefined;
	// Of figures without a measure nobody has said what they count.
	const isMeasured = one.measure !== undefined && other.measure !== undefined;
	const comparable = hasNote || (isMeasured && differing.every(({ field }) => HARMLESS.has(field)));
	const shares = pairOf(shareToldBy(one), shareToldBy(other));
	const values = shares ?? pairOf(countToldBy(one), countToldBy(other));
	return {
		differences: differing,
		comparable,
		values,
		areShares: shares !== null,
		contradict: comparable && values !== null && areApart(...values),
	};
}

function pairOf(a: Interval | null, b: Interval | null): [Interval, Interval] | null {
	return a && b ? [a, b] : null;
}

/** How many a figure tells of: counted, or as far as its printed words allow. */
export function countToldBy({ numerator, stated }: Figure): Interval | null {
	if (numerator) return ofCount(numerator);
	return stated?.as === 'count' ? allowedBy(stated) : null;
}

/** What a figure says of itself in one field, as words that can be set beside another's. */
function saidOf(figure: Figure, field: Field): string | null {
	switch (field) {
		case 'organisations':
			return figure.organisations.toSorted().join(', ') || null;
		case 'coverage': {
			const { coverage } = figure;
			if (!coverage) return null;
			const of = coverage.of ? ` of ${coverage.of.value}` : '';
			return `${coverage.count.value}${of} ${coverage.unit}`;
		}
		case 'period': {
			const { from, to, asStated } = figure.period;
			return from === null && to === null ? asStated : `${from ?? '…'}/${to ?? '…'}`;
		}
		default:
			return figure[field] ?? null;
	}
}
