import { lookup } from '../values/lookup.ts';

/**
 * The HTML elements that Markdown may yield in a text, with the attributes that each keeps. Trees are built from this list
 * alone: what is not on it cannot reach a page, even where a check missed it.
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

export function isAllowedElement(name: string): boolean {
	return Object.hasOwn(ELEMENTS, name);
}

/**
 * The attributes that an element keeps.
 *
 * @param properties what the parser read
 * @param extra attributes that the archive adds, or removes by null
 */
export function sanitisedProperties(
	name: string,
	properties: Readonly<Record<string, unknown>>,
	extra: Readonly<Record<string, string | null>> = {},
): Record<string, string> {
	const kept: Record<string, string | null> = {};
	for (const key of lookup(ELEMENTS, name) ?? []) {
		const value = properties[key];
		if (typeof value === 'string' || typeof value === 'number') kept[key] = String(value);
	}
	// The parser aligns table cells by inline style, which the Content-Security-Policy forbids.
	const alignment = /text-align: (left|center|right)/.exec(String(properties['style'] ?? ''))?.[1];
	if (alignment && (name === 'td' || name === 'th')) kept['class'] = `align-${alignment}`;
	if (name === 'th') kept['scope'] = 'col';
	const entries = Object.entries({ ...kept, ...extra });
	return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}
