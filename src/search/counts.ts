/**
 * A count of records as readers see it. Every number that search shows for a facet goes through here and nowhere
 * else, so that small numbers can be withheld in one place.
 */
export function shownCount(count: number): string {
	return count.toLocaleString('en-GB');
}
