/** More than any search gives: an address with more is none of this archive’s making. */
const [MOST_MARKS, LONGEST_MARK] = [24, 200];

/**
 * Takes a fragment that `markedPath` made apart.
 *
 * @returns the anchor, and what is to be marked; null where the fragment asks for no marks. What is longer than any
 *   search gives is passed over.
 */
export function parseMarks(fragment: string): { anchor: string; marks: string[] } | null {
	const [anchor = '', ...rest] = fragment.replace(/^#/, '').split('&');
	const asked = rest.filter((part) => part.startsWith('mark='));
	if (asked.length === 0) return null;
	// A letter takes up to nine characters in an address.
	const short = asked.filter(({ length }) => length <= 9 * LONGEST_MARK).slice(0, MOST_MARKS);
	const marks = new URLSearchParams(short.join('&')).getAll('mark');
	return { anchor, marks: marks.filter(({ length }) => length > 0 && length <= LONGEST_MARK) };
}
