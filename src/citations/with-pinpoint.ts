import type { FormatName } from './formats/format-names.ts';

/**
 * Adds a pinpoint to the file of one item: its URL gets the fragment, and a note names the place. The browser edits the file
 * that the page contains, so that it needs no knowledge of how formats are written.
 *
 * @param address the URL as it occurs in the file
 * @param fragment `#p12`
 * @param place `para 12`
 */
export function withPinpoint(
	text: string,
	format: FormatName,
	address: string,
	{ fragment, place }: { fragment: string; place: string },
): string {
	const note = `Pinpoint: ${place}`;
	if (format === 'csl-json') {
		const items = JSON.parse(text) as { URL?: string; note?: string }[];
		const there = items.map((item) => ({
			...item,
			...(item.URL === undefined ? {} : { URL: item.URL + fragment }),
			note: [item.note, note].filter(Boolean).join('\n'),
		}));
		return `${JSON.stringify(there)}\n`;
	}
	const leading = text.replaceAll(address, () => address + fragment);
	if (format === 'ris') return leading.replace(/^ER {2}- /m, (end) => `N1  - ${note}\r\n${end}`);
	// A separate field, since an entry can have only one note.
	return leading.replace(/\n\}\s*$/, () => `\n\tannotation = {${note}},\n}\n`);
}
