/** How many records one page of a list shows. */
const PAGE_SIZE = 50;

/** One page of a list. */
export interface Page<Item> {
	items: readonly Item[];
	/** From 1. */
	number: number;
	/** Number of pages, at least one. */
	last: number;
	/** Number of items on all pages. */
	total: number;
}

/** The number of pages of a list, at least one. */
export function pageCount(total: number, size = PAGE_SIZE): number {
	return Math.max(1, Math.ceil(total / size));
}

/** The given page of a list. */
export function pageOf<Item>(items: readonly Item[], number: number, size = PAGE_SIZE): Page<Item> {
	return {
		items: items.slice((number - 1) * size, number * size),
		number,
		last: pageCount(items.length, size),
		total: items.length,
	};
}

/** Page numbers to link to: the first, the last and those nearby, with null for each gap. */
export function pageNumbers(number: number, last: number): (number | null)[] {
	const shown = [1, number - 2, number - 1, number, number + 1, number + 2, last].filter(
		(n, index, all) => n >= 1 && n <= last && all.indexOf(n) === index,
	);
	return shown.flatMap((n, index) => (index > 0 && n - (shown[index - 1] ?? 0) > 1 ? [null, n] : [n]));
}
