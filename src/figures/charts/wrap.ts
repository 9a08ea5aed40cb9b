/** Most characters on a line: what fits a screen of 320 pixels, which is the narrowest that a page must serve. */
export const LINE_LENGTH = 42;

/**
 * Breaks words into lines, since SVG does not. A word that is longer than a line stands alone on its own.
 *
 * @param first room on the first line, where something stands before the words
 */
export function wrap(text: string, first = LINE_LENGTH, most = LINE_LENGTH): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const room = lines.length === 0 ? first : most;
		const longer = line === '' ? word : `${line} ${word}`;
		if (longer.length <= room || (line === '' && room === most)) line = longer;
		else {
			lines.push(line);
			line = word;
		}
	}
	return [...lines, line];
}
