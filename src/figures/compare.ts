import type { Figure } from '../core/model/figure.ts';
import { areApart, type Interval, ofCount } from './interval.ts';
import { allowedBy } from './phrases.ts';
import { shareOfFigure } from './check-share.ts';

/** The fields in which two figures may differ. */
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

/** A field in which two figures differ; null where one of them does not state it. */
export interface Difference {
	field: Field;
	one: string | null;
	other: string | null;
}

export interface Comparison {
	/** Most important first. */
	differences: readonly Difference[];
	/** Whether the two count the same thing, so that one of them is wrong if they differ. */
	comparable: boolean;
	/** Both numbers, as shares where both are shares; null where they are not of one kind. */
	values: readonly [Interval, Interval] | null;
	/** Whether the values are shares, in per cent. */
	areShares: boolean;
	/** Whether the two cannot both be right: they are comparable and their intervals do not overlap. */
	contradict: boolean;
}

/** Fields that do not by themselves make two counts incomparable. */
const HARMLESS: ReadonlySet<Field> = new Set(['origin', 'population']);

/** Compares two figures field by field (ST-6). The reasons for differences follow from their fields. */
export function compareFigures(one: Figure, other: Figure): Comparison {
	const fields = FIELDS.map((field): Difference => ({
		field,
		one: valueInWords(one, field),
		other: valueInWords(other, field),
	}));
	const structured = fields.filter(({ field }) => !HARMLESS.has(field));
	const differing = fields.filter(({ field, one: a, other: b }) => {
		if (a === b) return false;
		// Structured fields explain a difference better than the sentence about the population.
		return field !== 'population' || !structured.some((item) => item.one !== item.other);
	});
	const hasNote = one.comparability !== undefined || other.comparability !== undefined;
	// Without a measure it is not stated what a figure counts.
	const isMeasured = one.measure !== undefined && other.measure !== undefined;
	const comparable = hasNote || (isMeasured && differing.every(({ field }) => HARMLESS.has(field)));
	const shares = pairOf(shareOfFigure(one), shareOfFigure(other));
	const values = shares ?? pairOf(countOfFigure(one), countOfFigure(other));
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

/** The count of a figure: as counted, or as far as its printed words allow. */
export function countOfFigure({ numerator, stated }: Figure): Interval | null {
	if (numerator) return ofCount(numerator);
	return stated?.as === 'count' ? allowedBy(stated) : null;
}

/** The value of a field in words, for comparison with another figure. */
function valueInWords(figure: Figure, field: Field): string | null {
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
