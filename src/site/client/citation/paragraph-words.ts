/**
 * The words of a numbered paragraph, read from the page: exactly those of its canonical text. Elements whose display
 * differs from the canonical text say so: `data-words` replaces everything they show, and `data-holds` is the mark
 * before their text.
 */
import { CanonicalWords, endMarkOf, oneLine } from '../../../integrity/canonical/words.ts';
import { href } from '../../url.ts';

/** The number of a paragraph, and what scripts inserted, are not part of its words. */
const ASIDE = '.para-number, .cite-bar, .cited';
/**
 * Punctuation alone is not words: for example an opening quotation mark selected together with the previous
 * paragraph.
 */
const WORD = /[\p{L}\p{N}]/u;

/**
 * The canonical words of a paragraph.
 *
 * @param ranges the selected ranges: returns the canonical words from the first to the last selected one; all of them
 *   if no word is left out
 * @returns an empty text if no word is selected
 */
export function wordsOf(paragraph: Element, ranges?: readonly Range[]): string {
	const reader = new ParagraphReader(ranges);
	for (const child of paragraph.childNodes) reader.read(child);
	return reader.words();
}

class ParagraphReader {
	readonly #written = new CanonicalWords(href('/'));
	readonly #ranges: readonly Range[] | undefined;
	/** Where the selected words begin and end in the output. */
	#chosen: [start: number, end: number] | undefined;
	/** Whether any words are not selected. */
	#partly = false;

	constructor(ranges: readonly Range[] | undefined) {
		this.#ranges = ranges;
	}

	read(node: Node): void {
		if (node instanceof Text) this.#readText(node);
		else if (node instanceof HTMLElement && !node.matches(ASIDE)) this.#readElement(node);
	}

	words(): string {
		const { text } = this.#written;
		if (!this.#ranges) return oneLine(text);
		if (!this.#chosen) return '';
		const chosen = this.#partly ? text.slice(...this.#chosen) : text;
		return WORD.test(chosen) ? oneLine(chosen) : '';
	}

	#readElement(element: HTMLElement): void {
		const { words, holds } = element.dataset;
		if (words !== undefined) return this.#readMark(element, words);
		if (holds !== undefined) this.#written.writeApart(holds);
		const name = element.localName;
		// The mark before it identifies the element around the words of a quotation.
		const isTold = holds !== undefined || (name === 'blockquote' && element.parentElement?.dataset['holds']);
		if (!isTold) this.#written.open(name, (wanted) => element.getAttribute(wanted) ?? '');
		for (const child of element.childNodes) this.read(child);
		if (!isTold) this.#written.close(name);
		if (holds !== undefined) this.#written.writeApart(endMarkOf(holds));
	}

	#readText(node: Text): void {
		const start = this.#written.text.length;
		this.#written.write(node.data);
		const [from, to] = this.#chosenIn(node);
		const words = node.data.slice(from, to);
		if (/\S/.test(words)) {
			const before = words.length - words.trimStart().length;
			this.#choose(start + from + before, start + from + words.trimEnd().length);
		}
		if (/\S/.test(node.data.slice(0, from) + node.data.slice(to))) this.#partly = true;
	}

	/** An element that is represented by a mark is selected as a whole if any of its words are. */
	#readMark(element: HTMLElement, words: string): void {
		const start = this.#written.text.length;
		this.#written.write(words);
		if (words === '') return;
		if (this.#touches(element)) this.#choose(start, start + words.length);
		else this.#partly = true;
	}

	#choose(start: number, end: number): void {
		this.#chosen = [this.#chosen?.[0] ?? start, end];
	}

	/** The selected part of a text. */
	#chosenIn(node: Text): [from: number, to: number] {
		let [from, to] = [node.length, 0];
		for (const range of this.#ranges ?? []) {
			if (!range.intersectsNode(node)) continue;
			from = Math.min(from, node === range.startContainer ? range.startOffset : 0);
			to = Math.max(to, node === range.endContainer ? range.endOffset : node.length);
		}
		return from < to ? [from, to] : [0, 0];
	}

	/** Whether any of the words that an element shows are selected; a picture shows none. */
	#touches(element: HTMLElement): boolean {
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
		let shown = false;
		while (walker.nextNode()) {
			const node = walker.currentNode as Text;
			if (/\S/.test(node.data)) shown = true;
			if (/\S/.test(node.data.slice(...this.#chosenIn(node)))) return true;
		}
		return !shown && (this.#ranges ?? []).some((range) => range.intersectsNode(element));
	}
}
