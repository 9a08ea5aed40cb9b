import { lookup } from '../values/lookup.ts';
/**
 * The HTML elements that Markdown may yield in a text, each with the attributes that are kept. Everything is
 * written from this list, so that what is not on it cannot reach a page even if a check were missed.
 */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
	a: ['href', 'title'],
	blockquote: [],
	br: [],
	code: [],
	del: [],
	em: [],
	h2: [],
	h3: [],
	h4: [],
	hr: [],
	li: [],
	ol: ['start'],
	p: [],
	pre: [],
	strong: [],
	table: [],
	tbody: [],
	td: [],
	th: [],
	thead: [],
	tr: [],
	ul: [],
};

const VOID = new Set(['br', 'hr']);

export function isAllowedElement(name: string): boolean {
	return Object.hasOwn(ELEMENTS, name);
}

/** Text made safe for HTML, in element content and in double-quoted attributes. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&${lookup(ENTITIES, character)};`);
}
const ENTITIES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };

/**
 * An opening tag with the attributes that the element may keep, and with `extra` ones that the archive adds, or takes
 * away by null.
 */
export function openTag(
	name: string,
	properties: Readonly<Record<string, unknown>>,
	extra: Readonly<Record<string, string | null>> = {},
): string {
	const attributes: Record<string, string> = {};
	for (const key of lookup(ELEMENTS, name) ?? []) {
		const value = properties[key];
		if (typeof value === 'string' || typeof value === 'number') attributes[key] = String(value);
	}
	// The parser aligns table cells by inline style, which the Content-Security-Policy forbids.
	const alignment = /text-align: (left|center|right)/.exec(String(properties['style'] ?? ''))?.[1];
	if (alignment && (name === 'td' || name === 'th')) attributes['class'] = `align-${alignment}`;
	if (name === 'th') attributes['scope'] = 'col';
	const written = Object.entries({ ...attributes, ...extra }).map(([key, value]) =>
		value === null ? '' : ` ${key}="${escapeHtml(value)}"`,
	);
	return `<${name}${written.join('')}>`;
}

export function closeTag(name: string): string {
	return VOID.has(name) ? '' : `</${name}>`;
}

/** HTML text as it reads, without any tag in it: characters in place of their entities. */
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
