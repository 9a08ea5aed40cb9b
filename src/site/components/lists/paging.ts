/** How many records stand on one page of a list. */
const PAGE_SIZE = 50;

/** One page of a list. */
export interface Page<Item> {
	items: readonly Item[];
	/** From 1. */
	number: number;
	/** How many pages there are, at least one. */
	last: number;
	/** How many items there are on all pages. */
	total: number;
}

/** How many pages a list takes; an empty one still takes one. */
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

/** Numbers to link to from a page: the first, the last and those near, with null where some are left out. */
export function pageNumbers(number: number, last: number): (number | null)[] {
	const shown = [1, number - 2, number - 1, number, number + 1, number + 2, last].filter(
		(n, index, all) => n >= 1 && n <= last && all.indexOf(n) === index,
	);
	return shown.flatMap((n, index) => (index > 0 && n - (shown[index - 1] ?? 0) > 1 ? [null, n] : [n]));
}
