/** Maximum characters a line: what fits 320 CSS pixels, the narrowest width that WCAG 1.4.10 requires. */
export const LINE_LENGTH = 42;

/**
 * Breaks text into lines, because SVG does not. A word longer than a line gets a line of its own.
 *
 * @param first room on the first line, if something precedes the words
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
