import type { ComponentNode, ImageNode, ProseNode } from './types.ts';

/** The words of a text as a reader meets them: a space in place of each tag, and the attributes of components among them. */
export function wordsIn(nodes: readonly ProseNode[]): string {
	return nodes
		.map((node) => {
			if (node.type === 'text') return node.value;
			const attributes = node.type === 'component' ? Object.values(node.props) : [];
			return ` ${[...attributes, wordsIn(node.children)].join(' ')} `;
		})
		.join('');
}

/** All components in a text, at whatever depth, each before those within it. */
export function* componentsIn(nodes: readonly ProseNode[]): Generator<ComponentNode | ImageNode> {
	for (const node of nodes) {
		if (node.type === 'text') continue;
		if (node.type === 'component') yield node;
		yield* componentsIn(node.children);
	}
}
