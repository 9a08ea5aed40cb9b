/** The numbered paragraphs of the page, as a script finds them. */

/** Numbers of all paragraphs of the text that is cited, in order. */
export function allParagraphs(): string[] {
	return [...document.querySelectorAll('.prose .para')].map(({ id }) => id.slice(1));
}

/** Number of the paragraph that the address names; undefined where it names none. */
export function targetParagraph(): string | undefined {
	const [, number] = /^#p(\d+[a-z]*)(?:&|$)/.exec(location.hash) ?? [];
	return number !== undefined && document.getElementById(`p${number}`) ? number : undefined;
}

/** The paragraphs that the reader has marked words in, and those words; undefined where no words are marked. */
export function selected(): { numbers: string[]; words: string } | undefined {
	const selection = getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
	const range = selection.getRangeAt(0);
	const paragraphs = [...document.querySelectorAll('.prose .para')].filter((one) =>
		range.intersectsNode(one),
	);
	const [first] = paragraphs;
	if (!first?.parentElement?.contains(range.commonAncestorContainer)) return undefined;
	const words = paragraphs.map((one) => wordsWithin(one, range)).filter(Boolean);
	return words.length === 0
		? undefined
		: { numbers: paragraphs.map(({ id }) => id.slice(1)), words: words.join('\n') };
}

/** The words of a paragraph as far as a range covers them, without its number and what a script put there. */
export function wordsWithin(paragraph: Element, range?: Range): string {
	let words = '';
	const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const node = walker.currentNode as Text;
		if (node.parentElement?.closest('.para-number, .cite-bar, .cited')) continue;
		if (range && !range.intersectsNode(node)) continue;
		const from = range && node === range.startContainer ? range.startOffset : 0;
		const to = range && node === range.endContainer ? range.endOffset : node.length;
		words += `${node.data.slice(from, to)} `;
	}
	return words
		.replace(/\s+/g, ' ')
		.replace(/ (?=[.,;:!?’”)])/g, '')
		.trim();
}
