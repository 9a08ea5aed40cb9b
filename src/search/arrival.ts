/** Takes a fragment that `markedPath` made apart into the anchor and what is to be marked. */
export function parseMarks(fragment: string): { anchor: string; marks: string[] } {
	const [anchor = '', ...rest] = fragment.replace(/^#/, '').split('&');
	return { anchor, marks: new URLSearchParams(rest.join('&')).getAll('mark').filter(Boolean) };
}
