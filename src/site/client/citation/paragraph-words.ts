/**
 * The words of a numbered paragraph, read from the page: exactly those of its canonical text. Where an element shows
 * something else than canonical text has, it says so itself: `data-words` stands for all that it shows, and
 * `data-holds` is the mark that stands before the text in it.
 */
import { CanonicalWords, endMarkOf, oneLine } from '../../../integrity/canonical/words.ts';
import { href } from '../../url.ts';

/** What a script put into a paragraph, and its number, are no words of it. */
const ASIDE = '.para-number, .cite-bar, .cited';
/** Signs alone are not words: an opening quotation mark that was caught with the paragraph before it, say. */
const WORD = /[\p{L}\p{N}]/u;

/**
 * The canonical words of a paragraph.
 *
 * @param ranges what of the page is chosen: the piece of the canonical words from the first to the last chosen one;
 *   all of them where no word is left out
 * @returns an empty text where no word is chosen
 */
export function wordsOf(paragraph: Element, ranges?: readonly Range[]): string {
	const reader = new ParagraphReader(ranges);
	for (const child of paragraph.childNodes) reader.read(child);
	return reader.words();
}

class ParagraphReader {
	readonly #written = new CanonicalWords(href('/'));
	readonly #ranges: readonly Range[] | undefined;
	/** Where the chosen words begin and end in what is written. */
	#chosen: [start: number, end: number] | undefined;
	/** Whether any words are not chosen. */
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
		// The element round the words of a quotation is told by the mark before it.
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

	/** An element that is told by a mark is chosen as a whole, whichever of its words are. */
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

	/** The part of a text that is chosen. */
	#chosenIn(node: Text): [from: number, to: number] {
		let [from, to] = [node.length, 0];
		for (const range of this.#ranges ?? []) {
			if (!range.intersectsNode(node)) continue;
			from = Math.min(from, node === range.startContainer ? range.startOffset : 0);
			to = Math.max(to, node === range.endContainer ? range.endOffset : node.length);
		}
		return from < to ? [from, to] : [0, 0];
	}

	/** Whether any of the words that an element shows are chosen; a picture shows none. */
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
