/** More than any search produces: this archive did not make an address with more. */
const [MOST_MARKS, LONGEST_MARK] = [24, 200];

/**
 * Parses the anchor and highlight terms from a URL fragment that `markedPath` made.
 *
 * @returns the anchor and the terms to highlight, without those that are too long; null if the fragment has none
 */
export function parseMarks(fragment: string): { anchor: string; marks: string[] } | null {
	const [anchor = '', ...rest] = fragment.replace(/^#/, '').split('&');
	const asked = rest.filter((part) => part.startsWith('mark='));
	if (asked.length === 0) return null;
	// A letter takes up to nine characters in an encoded address.
	const short = asked.filter(({ length }) => length <= 9 * LONGEST_MARK).slice(0, MOST_MARKS);
	const marks = new URLSearchParams(short.join('&')).getAll('mark');
	return { anchor, marks: marks.filter(({ length }) => length > 0 && length <= LONGEST_MARK) };
}
