import { formatNumber } from '../../core/text/words.ts';
/**
 * The one place where a count that takes in given accounts is put into words (AN-4). Lists, themes, organisations, the
 * complaint, search and its facets all go through here, in the build and in the browser.
 *
 * What it does. Records that others published, reports and findings are counted exactly: nothing about their number is
 * anyone's secret. Given accounts are counted apart from them. Fewer than the threshold are “fewer than 10”, none at
 * all included, so that an empty cell beside a filled one tells nothing; more are rounded to the base. A total is
 * rounded by itself, never added up from rounded parts. Where exactly one of the parts of a whole is small, it could be
 * had by subtraction: the next smallest is then not shown, either.
 *
 * What it can do. No number that the archive prints, alone or with all others, yields the exact number of given accounts
 * in a small cell; nobody reads “1” beside an organisation at a glance, in a screenshot, a quotation or a saved page,
 * and no comparison of two printed counts, of two releases or two filters, shows that one account came or went.
 *
 * Rows do not reveal what a count does not: where fewer given accounts than the threshold are found by a search, or belong
 * to a theme or an organisation, they are not listed there, in the files of that list no more than on the page. All of
 * them stand in the list of their collection, which says no number while they are few.
 *
 * What it cannot do. An account that is published is published: its page says what it says of itself, and the lists,
 * the result of a search and the catalogue that search loads are made of those pages. Whoever lists them all and counts
 * has the number. Suppression is no defence against that and does not pretend to be: what holds there is that every
 * combination that can be counted that way has at least k members (AN-1 to AN-3, AN-6), checked before anything is
 * built. Accounts that may only be counted have no page and are in no list, no catalogue
 * and no count.
 */

/** How counts of given accounts are shown. */
export interface Counting {
	/** Counts below this are “fewer than” it. */
	smallCount: number;
	/** Other counts are rounded to a multiple of this. */
	roundTo: number;
	/** Whether there are given accounts whose number is to be kept; without any, every count is exact. */
	anyGiven: boolean;
}

/** A number of records, given accounts apart. */
export interface Tally {
	/** Records that are counted exactly. */
	exact: number;
	given: number;
	/** True where no given account can be among them, whatever the archive holds: a list of reports. */
	never?: boolean;
}

/** Every count of an archive without given accounts is exact. */
export const EXACT: Counting = { smallCount: 1, roundTo: 1, anyGiven: false };

/** A count in words. Both parts are shown where there are both: `12 + fewer than 10`. */
export function shownTally(tally: Tally, counting: Counting): string {
	if (!counting.anyGiven || tally.never) return formatNumber(tally.exact + tally.given);
	const given = shownGiven(tally.given, counting);
	return tally.exact === 0 ? given : `${formatNumber(tally.exact)} + ${given}`;
}

/** A number of given accounts in words. */
export function shownGiven(given: number, { smallCount, roundTo }: Counting): string {
	if (given < smallCount) return `fewer than ${formatNumber(smallCount)}`;
	if (roundTo <= 1) return formatNumber(given);
	return `about ${formatNumber(rounded(given, smallCount, roundTo))}`;
}

/** Never rounded down below the threshold, which would reveal that the count is not below it. */
function rounded(given: number, smallCount: number, roundTo: number): number {
	const nearest = Math.round(given / roundTo) * roundTo;
	return nearest < smallCount ? nearest + roundTo : nearest;
}

/** Stands for a number that is not shown so that another cannot be had from it. */
export const NOT_SHOWN = 'not shown';

/**
 * The counts of the parts of one whole, such as the values of a facet. Where exactly one part is small, the smallest
 * of the others is not shown, either.
 *
 * @param parts those that stand side by side and, together, make up no more than the whole
 */
export function shownParts(parts: readonly Tally[], counting: Counting): string[] {
	const shown = parts.map((part) => shownTally(part, counting));
	const { anyGiven, smallCount } = counting;
	if (!anyGiven) return shown;
	const places = parts.flatMap(({ never }, place) => (never ? [] : [place]));
	const givenAt = (place: number) => parts[place]?.given ?? 0;
	const small = places.filter((place) => givenAt(place) < smallCount);
	const others = places
		.filter((place) => givenAt(place) >= smallCount)
		.sort((a, b) => givenAt(a) - givenAt(b));
	const [next] = others;
	if (small.length !== 1 || next === undefined) return shown;
	const exact = parts[next]?.exact ?? 0;
	shown[next] = exact === 0 ? NOT_SHOWN : `${formatNumber(exact)} + ${NOT_SHOWN}`;
	return shown;
}

/** Whether a part may be shown as empty: never where a given account could be in it. */
export function isShownEmpty(tally: Tally, { anyGiven }: Counting): boolean {
	return tally.exact + tally.given === 0 && (!anyGiven || tally.never === true);
}

/** Counts records, given accounts apart. */
export function tallyOf(records: readonly { collection: string; data: object }[], never = false): Tally {
	const given = records.filter(isGivenRecord).length;
	return { exact: records.length - given, given, ...(never && { never }) };
}

/** Whether a record is an account given to the archive. */
export function isGivenRecord(record: { collection: string; data: object }): boolean {
	return record.collection === 'testimonies' && 'origin' in record.data && record.data.origin === 'given';
}
