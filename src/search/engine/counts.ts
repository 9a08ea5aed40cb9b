import { EXACT, isShownEmpty, shownParts, shownTally, type Tally } from '../../checks/disclosure/counts.ts';
import { type Catalogue, flatValues } from './catalogue.ts';
import type { SearchState } from './state.ts';

/** Facet counts: for each value, by number, all records that have it, and the given accounts among them. */
export interface FacetCounts {
	counts: readonly number[];
	given: readonly number[];
}

/** What a facet shows next to a value. */
interface ShownCount {
	text: string;
	/** Whether a count of zero may be shown. */
	empty: boolean;
}

/**
 * The counts of all values as readers see them, by value number. Every number that search shows passes through here
 * or `shownTotal` (see `checks/disclosure/counts.ts` for what this can and cannot protect).
 */
export function shownCounts(catalogue: Catalogue, { counts, given }: FacetCounts): ShownCount[] {
	const { counting = EXACT } = catalogue;
	const values = flatValues(catalogue.groups);
	const tallies = values.map(({ ordinal, never, group }): Tally => {
		const own = given[ordinal] ?? 0;
		return { exact: (counts[ordinal] ?? 0) - own, given: own, never: never ?? group.never ?? false };
	});
	const texts = tallies.map((tally) => shownTally(tally, counting));
	// Mutually exclusive values add up to a total, from which a single suppressed value could be derived.
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

/** Counts the records at these indexes of the catalogue, with given accounts counted separately. */
export function tallyPlaces({ given = [] }: Catalogue, places: Iterable<number>): Tally {
	const all = [...places];
	const own = new Set(given);
	const count = all.filter((place) => own.has(place)).length;
	return { exact: all.length - count, given: count };
}

/** The part of an answer that is listed. */
interface Listed {
	/** Indexes of the listed records. */
	places: readonly number[];
	/**
	 * Whether matching given accounts are withheld because fewer than the threshold match. It is also true if none
	 * match; otherwise a list of exactly two rows would reveal what “fewer than 10” does not.
	 */
	withholds: boolean;
}

/**
 * Withholds given accounts from an answer if they are too few to be counted. Otherwise someone who searches for words
 * and facets that they know could count the rows, and learn that the person they have in mind is among them.
 *
 * @param chosen the chosen facets: if no given account can match them, nothing is withheld
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

/** Whether no given account can ever have the chosen values, for example reports alone. */
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

/** Whether the exact length of a list may be shown. */
export function isExact({ counting = EXACT }: Catalogue): boolean {
	return !counting.anyGiven;
}
