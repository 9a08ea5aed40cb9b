import type { FormatName } from './formats/format-names.ts';

/**
 * The file of one thing in a format, pointing at a place in it: its address leads there, and a note names it. The
 * browser does this with the file that the page has, so that it needs to know nothing else of formats.
 *
 * @param address as it stands in the file
 * @param fragment `#p12`
 * @param place `para 12`
 */
export function pointed(
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
	// A field of its own: an entry has one note only.
	return leading.replace(/\n\}\s*$/, () => `\n\tannotation = {${note}},\n}\n`);
}
