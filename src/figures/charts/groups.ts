import { countOfFigure } from '../compare.ts';
import type { Figure } from '../../core/model/figure.ts';
import { middle } from './over-time.ts';

type Named = { id: string; data: Figure };
/** Figures of one chart; never empty. */
export type Group<Entry extends Named> = readonly [Entry, ...Entry[]];

/** Fewer than these are read more easily as words. */
const LEAST = 3;

/**
 * Counts of one thing at several times, in order: they share measure, unit, place, organisations and
 * population, and each says when its period ends (ST-6).
 */
export function overTime<Entry extends Named>(figures: readonly Entry[]): Group<Entry>[] {
	const dated = figures.filter(
		({ data }) => data.period.to !== null && data.denominator === undefined && countOfFigure(data) !== null,
	);
	const key = ({ measure, unit, place, roles, population, organisations }: Figure) =>
		measure && JSON.stringify([measure, unit, place, roles, population, organisations.toSorted()]);
	return groups(
		dated,
		key,
		({ data }) => String(data.period.to),
		(a, b) => middle(a.data.period.to) - middle(b.data.period.to),
	);
}

/** Whether counts over time are cumulative: all began at one time, and none is below the previous one. */
export function isRunning(figures: readonly Named[]): boolean {
	const starts = new Set(figures.flatMap(({ data }) => data.period.from ?? []));
	const bounds = figures.flatMap(({ data }) => countOfFigure(data) ?? []);
	return starts.size <= 1 && bounds.every(({ high }, index) => high >= (bounds[index - 1]?.low ?? 0));
}

/**
 * Counts of one thing by organisation, for one period and origin, largest first: of one
 * measure, unit, group of people, period, and kind of origin.
 */
export function byOrganisation<Entry extends Named>(figures: readonly Entry[]): Group<Entry>[] {
	const single = figures.filter(
		({ data }) => data.organisations.length === 1 && data.numerator !== undefined,
	);
	const key = ({ measure, unit, roles, inclusion, period, origin, denominator }: Figure) =>
		measure &&
		JSON.stringify([
			measure,
			unit,
			roles,
			inclusion,
			period.from,
			period.to,
			// Without dates, only identical words count as the same period.
			period.from === null || period.to === null ? period.asStated : '',
			origin,
			denominator !== undefined,
		]);
	const size = ({ data: { numerator, denominator } }: Named) => (denominator ?? numerator)?.value ?? 0;
	return groups(
		single,
		key,
		({ data }) => String(data.organisations[0]),
		(a, b) => size(b) - size(a) || (b.data.numerator?.value ?? 0) - (a.data.numerator?.value ?? 0),
	);
}

/** Groups figures by a key, sorted; drops groups with too few distinct values for a chart. */
function groups<Entry extends Named>(
	figures: readonly Entry[],
	keyOf: (figure: Figure) => string | undefined,
	apart: (entry: Entry) => string,
	order: (a: Entry, b: Entry) => number,
): Group<Entry>[] {
	const found = Map.groupBy(figures, ({ data }) => keyOf(data) ?? '');
	found.delete('');
	return [...found.values()].flatMap((group): Group<Entry>[] => {
		if (new Set(group.map(apart)).size < LEAST) return [];
		const [first, ...rest] = group.toSorted((a, b) => order(a, b) || (a.id < b.id ? -1 : 1));
		return first ? [[first, ...rest]] : [];
	});
}
