import { type Catalogue, flatValues, type GroupId } from './catalogue.ts';
import type { Hits } from './evaluate.ts';
import type { SearchState, Sort } from './state.ts';

/** The found records that remain after the chosen values of all facets are applied. */
interface Filtered {
	/** Indexes in the catalogue. */
	places: readonly number[];
	/**
	 * For each value of each facet, by value number, how many records match the query and the choices in all other
	 * facets.
	 */
	counts: readonly number[];
	/** The accounts given to the archive among them. */
	given: readonly number[];
}

/**
 * Filters found records: a record must have any of the chosen values of each facet. One pass over the records yields
 * the exact counts of all facets.
 */
export function filter(catalogue: Catalogue, hits: Hits, chosen: SearchState['chosen']): Filtered {
	const values = flatValues(catalogue.groups);
	const groupOf = values.map(({ group }) => catalogue.groups.indexOf(group));
	const wanted = catalogue.groups.map(
		({ key }) =>
			new Set(
				values
					.filter(({ id, group }) => group.key === key && chosen.get(key)?.includes(id))
					.map(({ ordinal }) => ordinal),
			),
	);
	// A facet with only unknown values chosen finds nothing, rather than everything.
	const impossible = [...chosen].some(
		([key]) => !catalogue.groups.some((group, place) => group.key === key && (wanted[place]?.size ?? 0) > 0),
	);
	const counts = values.map(() => 0);
	const given = values.map(() => 0);
	const isGiven = new Set(catalogue.given);
	const places: number[] = [];
	for (const place of impossible ? [] : hits.keys()) {
		const own = catalogue.records[place]?.[4] ?? [];
		const failing = wanted.flatMap((set, group) =>
			set.size === 0 || own.some((value) => set.has(value)) ? [] : [group],
		);
		if (failing.length === 0) places.push(place);
		if (failing.length > 1) continue;
		for (const value of own)
			if (failing.length === 0 || groupOf[value] === failing[0]) {
				counts[value] = (counts[value] ?? 0) + 1;
				if (isGiven.has(place)) given[value] = (given[value] ?? 0) + 1;
			}
	}
	return { places, counts, given };
}

/**
 * Sorts records, those with all words before those with most of them. The catalogue lists records newest first; those
 * without a date come last.
 */
export function inOrder(catalogue: Catalogue, hits: Hits, places: readonly number[], sort: Sort): number[] {
	const isPart = (place: number) => hits.get(place)?.lacks !== undefined;
	const whole = places.filter((place) => !isPart(place));
	return [whole, places.filter(isPart)].flatMap((some) => sorted(catalogue, hits, some, sort));
}

function sorted(catalogue: Catalogue, hits: Hits, places: readonly number[], sort: Sort): number[] {
	const isDated = (place: number) => catalogue.dates[catalogue.records[place]?.[1] ?? -1]?.[0] !== '';
	if (sort === 'relevance')
		return [...places].sort((a, b) => (hits.get(b)?.score ?? 0) - (hits.get(a)?.score ?? 0) || a - b);
	const direction = sort === 'newest' ? 1 : -1;
	return [...places].sort((a, b) => Number(isDated(b)) - Number(isDated(a)) || direction * (a - b));
}

/** The values chosen in a facet, with labels; a value that is not in the catalogue is labelled with its identifier. */
export function chosenValues(
	{ groups }: Catalogue,
	chosen: SearchState['chosen'],
): { group: GroupId; groupLabel: string; id: string; label: string }[] {
	return [...chosen].flatMap(([key, ids]) => {
		const group = groups.find((one) => one.key === key);
		return ids.map((id) => ({
			group: key,
			groupLabel: group?.label ?? key,
			id,
			label: group?.values.find((value) => value.id === id)?.label ?? id,
		}));
	});
}
