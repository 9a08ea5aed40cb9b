/**
 * Runs on the page of a record. If the address names search terms, it highlights them in the text, scrolls to the
 * paragraph, and removes the terms from the address, so that a copied link is clean and the history does not keep
 * them.
 */
import { parseMarks } from '../../search/highlight/parse.ts';

function arrive(): void {
	const asked = parseMarks(location.hash);
	if (!asked) return;
	const { anchor, marks } = asked;
	const body = document.querySelector('[data-pagefind-body]');
	if (body && 'highlights' in CSS)
		CSS.highlights.set('search', new Highlight(...marks.flatMap((words) => rangesOf(body, words))));
	// Replaces the entry and makes the paragraph the target, both at once.
	location.replace(`#${anchor}`);
}

/**
 * Elements that begin a new word without a space in between, such as the number of a paragraph and its text, or two
 * items.
 */
const BLOCKS = 'p, li, dt, dd, td, th, div, blockquote, figcaption, h1, h2, h3, h4, h5, h6';

/** Finds consecutive words in an element, with only punctuation between them. */
function rangesOf(element: Element, words: string): Range[] {
	const parts = words.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
	// No lookbehind: Safari lacks it before 16.4, and the whole script would fail to parse.
	const pieces = parts.join('[^\\p{L}\\p{N}]+');
	const pattern = new RegExp(`(^|[^\\p{L}\\p{N}])(${pieces})(?![\\p{L}\\p{N}])`, 'giu');
	const nodes: { node: Text; start: number }[] = [];
	let text = '';
	let block: Element | null | undefined;
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const node = walker.currentNode as Text;
		const within = node.parentElement?.closest(BLOCKS);
		if (within !== block) text += '\n';
		block = within;
		nodes.push({ node, start: text.length });
		text += node.data;
	}
	return [...text.matchAll(pattern)].map((match) => {
		const range = new Range();
		const place = (at: number) => nodes.findLast(({ start }) => start <= at) ?? nodes[0];
		const [whole, before = ''] = match;
		const first = match.index + before.length;
		const last = match.index + whole.length - 1;
		const from = place(first);
		const to = place(last);
		if (from) range.setStart(from.node, first - from.start);
		if (to) range.setEnd(to.node, last + 1 - to.start);
		return range;
	});
}

arrive();
addEventListener('hashchange', arrive);
