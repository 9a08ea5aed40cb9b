import { lookup } from '../values/lookup.ts';

/** Escapes text for HTML, in element content and in double-quoted attributes. XML takes the same escapes. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&${lookup(ESCAPES, character)};`);
}
const ESCAPES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };

/** Decodes character references in HTML text that contains no tags. Unknown names are left as they are. */
export function unescapeHtml(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
		if (name) return lookup(NAMED, name) ?? whole;
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
	});
}
const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
};
