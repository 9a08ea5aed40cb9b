import { escapeHtml } from '../text/html.ts';
import type { ComponentNode, ElementNode, ImageNode, ProseNode } from './types.ts';

const VOID = new Set(['br', 'hr']);

/**
 * Writes a tree as HTML, in runs between its components, which pages render themselves. An element that holds a component
 * is opened in the run before it and closed in the run after it. (`hast-util-to-html` writes whole elements only, and
 * escapes other characters than the sites that were signed.)
 */
export function toHtml(nodes: readonly ProseNode[]): (string | ComponentNode | ImageNode)[] {
	const runs: (string | ComponentNode | ImageNode)[] = [];
	write(nodes, runs);
	return runs;
}

function write(nodes: readonly ProseNode[], runs: (string | ComponentNode | ImageNode)[]): void {
	for (const node of nodes)
		if (node.type === 'component') runs.push(node);
		else if (node.type === 'text') append(runs, escapeHtml(node.value));
		else {
			append(runs, openingTag(node));
			write(node.children, runs);
			if (!VOID.has(node.tagName)) append(runs, `</${node.tagName}>`);
		}
}

function append(runs: (string | ComponentNode | ImageNode)[], html: string): void {
	const last = runs.length - 1;
	const before = runs[last];
	if (typeof before === 'string') runs[last] = before + html;
	else runs.push(html);
}

function openingTag({ tagName, properties }: ElementNode): string {
	const attributes = Object.entries(properties).map(([name, value]) =>
		value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`,
	);
	return `<${tagName}${attributes.join('')}>`;
}
