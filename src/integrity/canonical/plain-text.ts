import { settings } from '../../core/settings.ts';
import type { ProseNode } from '../../core/prose/types.ts';
import { CanonicalWords, endMarkOf, markOf, oneLine } from './words.ts';

const { base } = settings();

/**
 * The words of a paragraph on one line, as canonical text has them: in NFC, every run of white space one space. What
 * is more than words is written out in brackets, and nothing is taken from other files of the archive, so that a text
 * does not change with them.
 */
export function plainText(nodes: readonly ProseNode[]): string {
	const words = new CanonicalWords(base);
	write(nodes, words);
	return oneLine(words.text);
}

function write(nodes: readonly ProseNode[], words: CanonicalWords): void {
	for (const node of nodes)
		if (node.type === 'text') words.write(node.value);
		else if (node.type === 'element') {
			words.open(node.tagName, (name) => String(node.properties[name] ?? ''));
			write(node.children, words);
			words.close(node.tagName);
		} else if (node.component === 'Quote' || node.component === 'Reply') {
			const opening = markOf(node);
			words.writeApart(opening);
			write(node.children, words);
			words.writeApart(endMarkOf(opening));
		} else words.write(markOf(node));
}
