import { EXACT, isShownEmpty, shownParts, shownTally, type Tally } from '../../checks/disclosure/counts.ts';
import { type Catalogue, flatValues } from './catalogue.ts';
import type { SearchState } from './state.ts';

/** A count of facets: for each value, by its number, all records that have it, and the given accounts among them. */
export interface FacetCounts {
	counts: readonly number[];
	given: readonly number[];
}

/** What a facet shows beside a value. */
interface ShownCount {
	text: string;
	/** Whether it may be shown that there is nothing. */
	empty: boolean;
}

/**
 * The counts of all values as readers see them, by the number of the value. Every number that search shows goes
 * through here or through `shownTotal` (see `checks/disclosure/counts.ts` for what that can do and what it cannot).
 */
export function shownCounts(catalogue: Catalogue, { counts, given }: FacetCounts): ShownCount[] {
	const { counting = EXACT } = catalogue;
	const values = flatValues(catalogue.groups);
	const tallies = values.map(({ ordinal, never, group }): Tally => {
		const own = given[ordinal] ?? 0;
		return { exact: (counts[ordinal] ?? 0) - own, given: own, never: never ?? group.never ?? false };
	});
	const texts = tallies.map((tally) => shownTally(tally, counting));
	// Values that exclude each other make up a whole: from it and the others, one that is missing could be had.
	const families = new Map<string, number[]>();
	for (const { group, parent, ordinal } of values) {
		if (group.several) continue;
		const key = `${group.key} ${parent ?? ''}`;
		families.set(key, [...(families.get(key) ?? []), ordinal]);
	}
	for (const family of families.values()) {
		const shown = shownParts(
			family.flatMap((ordinal) => tallies[ordinal] ?? []),
			counting,
		);
		for (const [place, ordinal] of family.entries()) texts[ordinal] = shown[place] ?? '';
	}
	return tallies.map((tally, ordinal) => ({
		text: texts[ordinal] ?? '',
		empty: isShownEmpty(tally, counting),
	}));
}

/** How many records there are at these places of the catalogue, given accounts apart. */
export function tallyPlaces({ given = [] }: Catalogue, places: Iterable<number>): Tally {
	const all = [...places];
	const own = new Set(given);
	const count = all.filter((place) => own.has(place)).length;
	return { exact: all.length - count, given: count };
}

/** What of an answer is listed. */
interface Listed {
	/** Places of the records that are listed. */
	places: readonly number[];
	/**
	 * Whether given accounts that match, if any do, are not listed: fewer than the threshold match. It is the same with
	 * none, or a list of exactly two rows would say what “fewer than 10” does not.
	 */
	withholds: boolean;
}

/**
 * Leaves out of an answer the given accounts that are too few to be counted: whoever searches for words and facets that
 * he knows would read their number off the rows, and with it that the person he thinks of is one of them.
 *
 * @param chosen the facets chosen: where they leave no room for given accounts, nothing is withheld
 */
export function listedPlaces(
	catalogue: Catalogue,
	places: readonly number[],
	chosen: SearchState['chosen'],
): Listed {
	const { counting = EXACT, given = [] } = catalogue;
	if (!counting.anyGiven || excludesGiven(catalogue, chosen)) return { places, withholds: false };
	if (tallyPlaces(catalogue, places).given >= counting.smallCount) return { places, withholds: false };
	const own = new Set(given);
	return { places: places.filter((place) => !own.has(place)), withholds: true };
}

/** Whether no given account can have the values chosen, whatever the archive holds: reports alone, say. */
function excludesGiven(catalogue: Catalogue, chosen: SearchState['chosen']): boolean {
	const values = flatValues(catalogue.groups);
	return [...chosen].some(([key, ids]) => {
		const own = values.filter(({ id, group }) => group.key === key && ids.includes(id));
		return own.length > 0 && own.every(({ never, group }) => never ?? group.never ?? false);
	});
}

/** A number of records as readers see it. */
export function shownTotal({ counting = EXACT }: Catalogue, tally: Tally): string {
	return shownTally(tally, counting);
}

/** Whether the exact length of a list may be told. */
export function isExact({ counting = EXACT }: Catalogue): boolean {
	return !counting.anyGiven;
}
