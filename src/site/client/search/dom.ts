/** What an element can be given as its content; nothing is left out. */
export type Child = Node | string | null | undefined | false;

/**
 * Makes an element. Texts become text nodes, never markup.
 *
 * @param attributes null and false leave an attribute out, true writes it without a value
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
 * The one element of the page that a selector names.
 *
 * @throws if the page has none, which is a mistake of the page
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
