/** Possible content of an element; null and similar values are skipped. */
export type Child = Node | string | null | undefined | false;

/**
 * Creates an element. Strings become text nodes, never markup.
 *
 * @param attributes null and false omit an attribute, true writes it without a value
 */
export function h<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Readonly<Record<string, string | boolean | null>> = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes))
		if (value !== null && value !== false) element.setAttribute(key, value === true ? '' : value);
	element.append(...filled(children));
	return element;
}

/**
 * Returns the element of the page that a selector matches.
 *
 * @throws if the page has none, which is a bug in the page
 */
export function one<Kind extends Element = HTMLElement>(
	selector: string,
	within: ParentNode = document,
): Kind {
	const element = within.querySelector<Kind>(selector);
	if (!element) throw new Error(`The page has no ${selector}`);
	return element;
}

/** Only what is there. */
export function filled(children: readonly Child[]): (Node | string)[] {
	return children.filter((child): child is Node | string => Boolean(child));
}
