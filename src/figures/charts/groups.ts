import { countToldBy } from '../compare.ts';
import type { Figure } from '../../core/model/figure.ts';
import { middle } from './over-time.ts';

type Named = { id: string; data: Figure };
/** Figures of one chart: never none. */
export type Group<Entry extends Named> = readonly [Entry, ...Entry[]];

/** Fewer than these are read more easily as words. */
const LEAST = 3;

/**
 * Counts of one thing at several times, in their order: they share their measure, unit, place, organisations and
 * population, and each says when its period ends (ST-6).
 */
export function overTime<Entry extends Named>(figures: readonly Entry[]): Group<Entry>[] {
	const dated = figures.filter(
		({ data }) => data.period.to !== null && data.denominator === undefined && countToldBy(data) !== null,
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

/** Whether counts over time are one count that ran on: all began at one time, and none is below the one before it. */
export function isRunning(figures: readonly Named[]): boolean {
	const starts = new Set(figures.flatMap(({ data }) => data.period.from ?? []));
	const bounds = figures.flatMap(({ data }) => countToldBy(data) ?? []);
	return starts.size <= 1 && bounds.every(({ high }, index) => high >= (bounds[index - 1]?.low ?? 0));
}

/**
 * Counts of one thing, each of one organisation, from the same time and the same hands, the largest first: of one
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
			// Without days, only the same words can be taken for the same time.
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

/** Figures with the same key, in an order; only such groups as have enough of what their chart sets apart. */
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
