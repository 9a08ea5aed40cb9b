/** The part of the parser's tree that is used here; all forms of node in one, since each is looked at once. */
export interface Node {
	type: string;
	tagName?: string;
	/** Name of a component; null for a fragment. */
	name?: string | null;
	value?: string;
	properties?: Record<string, unknown>;
	attributes?: readonly Attribute[];
	children?: readonly Node[];
	position?: { start: { line: number; column: number }; end: { line: number; column: number } };
}

/** An attribute of a component: literal, bare, computed or spread. */
interface Attribute {
	type: 'mdxJsxAttribute' | 'mdxJsxExpressionAttribute';
	name?: string;
	value?: string | null | { type: string; value: string };
}

/** A node of any tree, as far as its text goes. */
interface Textual {
	type: string;
	value?: string;
	children?: readonly Textual[];
}

/** The text of a node and of everything in it, with nothing in place of the tags. */
export function textOf(node: Textual): string {
	if (node.type === 'text') return node.value ?? '';
	return (node.children ?? []).map(textOf).join('');
}
