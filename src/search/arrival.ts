/** More than any search gives: an address with more is none of this archive’s making. */
const [MOST_MARKS, LONGEST_MARK] = [24, 200];

/** Takes a fragment that `markedPath` made apart into the anchor and what is to be marked. */
export function parseMarks(fragment: string): { anchor: string; marks: string[] } {
	const [anchor = '', ...rest] = fragment.replace(/^#/, '').split('&');
	const marks = new URLSearchParams(rest.join('&').slice(0, MOST_MARKS * LONGEST_MARK)).getAll('mark');
	return {
		anchor,
		marks: marks.filter(({ length }) => length > 0 && length <= LONGEST_MARK).slice(0, MOST_MARKS),
	};
}
