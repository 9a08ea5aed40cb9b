/** The first and last page of a range; null if it is not a range. */
function rangeOf(pages: string): { first: string; last: string } | null {
	const [, first = '', last = ''] = /^(\d+)[–-](\d+)$/.exec(pages) ?? [];
	if (first === '') return null;
	// The last page may be abbreviated to the digits that differ.
	return { first, last: first.slice(0, Math.max(0, first.length - last.length)) + last };
}

/** A range of pages with both numbers in full: `406–423`. */
export function expandedPages(pages: string): string {
	const range = rangeOf(pages);
	return range ? `${range.first}–${range.last}` : pages;
}

/**
 * An abbreviated range of pages (CMOS 17, section 9.61): `406–23`, `107–8`, `100–104`.
 */
export function chicagoPages(pages: string): string {
	const range = rangeOf(pages);
	if (!range) return pages;
	const { first, last } = range;
	const from = Number(first);
	if (Number(last) <= from || from < 100 || from % 100 === 0 || first.length !== last.length)
		return `${first}–${last}`;
	let same = 0;
	while (first[same] === last[same]) same++;
	const digits = last.length - same;
	const shown = from % 100 < 10 ? digits : Math.max(2, digits);
	return `${first}–${last.slice(-shown)}`;
}
