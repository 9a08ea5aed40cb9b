/**
 * The words of a paragraph as canonical text has them, written element by element. The build walks the text's tree
 * (`plain-text.ts`), the browser the page (`site/client/citation/paragraph-words.ts`), and both write with this, so that
 * what a reader copies is what a release lists. It runs in the browser: import nothing but types.
 */
import type { ComponentNode, ImageNode } from '../../core/prose/types.ts';

/** Elements that begin and end on lines of their own: their words are never joined to those beside them. */
const BLOCKS = /^(?:p|blockquote|br|figcaption|figure|h[1-6]|hr|li|ol|pre|table|tbody|td|th|thead|tr|ul)$/;

/** A text on one line, in Unicode's NFC. */
export function oneLine(text: string): string {
	// A single space is what it becomes, so most are passed over.
	return text
		.normalize('NFC')
		.replace(/\s{2,}|[^\S ]/gu, ' ')
		.trim();
}

/**
 * What stands for a component in canonical text, in brackets: `[redacted: name]`, `[quote: speaker]`. A component that
 * holds text has it before that text.
 */
export function markOf(node: ComponentNode | ImageNode): string {
	switch (node.component) {
		case 'Quote':
			return mark('quote', [node.props.speaker]);
		case 'Reply':
			return mark(node.props.kind, [node.props.from, node.props.organisation]);
		case 'Ref':
		case 'Excerpt': {
			const { record, para } = node.props;
			return mark(node.component, [record, para && `para ${para}`]);
		}
		case 'Image': {
			const { name, alt, caption } = node.props;
			return mark('image', [name, alt, caption]);
		}
		default:
			return mark(node.component, Object.values(node.props));
	}
}

/**
 * The mark of a picture as pages have it: canonical text also names the file in the archive’s folder, which no page does,
 * since the name of a file may say more than its picture.
 */
export function pictureMark(alt: string, caption: string | undefined): string {
	return mark('image', [alt, caption]);
}

function mark(name: string, said: readonly (string | undefined)[]): string {
	const words = said.filter((one) => one !== undefined).join(', ');
	return `[${name.toLowerCase()}${words && `: ${words}`}]`;
}

/** What stands after the text of a component, by the mark that stands before it: `[end of quote]`. */
export function endMarkOf(opening: string): string {
	return `[end of ${/^\[(\w+)/.exec(opening)?.[1] ?? ''}]`;
}

/** One pass over a paragraph; elements may begin before a component and end after it. */
export class CanonicalWords {
	/** What was written so far; `oneLine` makes canonical text of it. */
	text = '';
	/** Targets of the links that are open. */
	readonly #links: string[] = [];
	/** For each open list: the number of the next item, or null where items have none. */
	readonly #lists: (number | null)[] = [];
	readonly #base: string;

	/** @param base folder that the site is published under, beginning and ending with a slash */
	constructor(base: string) {
		this.#base = base;
	}

	/** Words, or the mark of a component that holds none. */
	write(words: string): void {
		this.text += words;
	}

	/** Something that holds text begins, or ends: its mark stands by itself. */
	writeApart(words: string): void {
		this.text += ` ${words} `;
	}

	/** @param attribute reads an attribute of the element; an empty text where it has none of that name */
	open(name: string, attribute: (name: string) => string): void {
		if (BLOCKS.test(name)) this.text += ' ';
		if (name === 'a') this.#links.push(this.#withinSite(attribute('href')));
		else if (name === 'blockquote') this.text += '[quote] ';
		else if (name === 'hr') this.text += '* * *';
		else if (name === 'ul') this.#lists.push(null);
		else if (name === 'ol') this.#lists.push(Number(attribute('start') || 1));
		else if (name === 'li') this.#openItem();
		else if (name === 'td' || name === 'th') this.text += '| ';
	}

	close(name: string): void {
		if (name === 'a') {
			const target = this.#links.pop();
			if (target) this.text += ` <${target}>`;
		} else if (name === 'ul' || name === 'ol') this.#lists.pop();
		else if (name === 'blockquote') this.text += ' [end of quote]';
		else if (name === 'tr') this.text += ' |';
		if (BLOCKS.test(name)) this.text += ' ';
	}

	#openItem(): void {
		const number = this.#lists.at(-1) ?? null;
		this.text += number === null ? '- ' : `${number}. `;
		if (number !== null) this.#lists[this.#lists.length - 1] = number + 1;
	}

	/** A link within the site, as if the site stood at the top of its host: where it is published is no matter. */
	#withinSite(target: string): string {
		return target.startsWith(this.#base) ? target.slice(this.#base.length - 1) : target;
	}
}
