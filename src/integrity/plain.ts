import { settings } from '../archive/settings.ts';
import { unescapeHtml } from '../prose/html.ts';
import type { Segment } from '../prose/types.ts';

const { base } = settings();

/** Elements that begin and end on lines of their own: their words are never joined to those beside them. */
const BLOCKS = /^(?:p|blockquote|br|figcaption|figure|h[1-6]|hr|li|ol|pre|table|tbody|td|th|thead|tr|ul)$/;

/**
 * The words of a paragraph on one line, as canonical text has them: in NFC, every run of white space one space. What
 * is more than words is written out in brackets, and nothing is taken from other files of the archive, so that a text
 * does not change with them.
 */
export function plainText(segments: readonly Segment[]): string {
	const writer = new Writer();
	writer.write(segments);
	return oneLine(writer.text);
}

/** A text on one line, in Unicode's NFC. */
export function oneLine(text: string): string {
	// A single space is what it becomes, so most are passed over.
	return text
		.normalize('NFC')
		.replace(/\s{2,}|[^\S ]/gu, ' ')
		.trim();
}

/** One pass over a paragraph; elements may begin before a component and end after it. */
class Writer {
	text = '';
	/** Targets of the links that are open. */
	readonly #links: string[] = [];
	/** For each open list: the number of the next item, or null where items have none. */
	readonly #lists: (number | null)[] = [];

	write(segments: readonly Segment[]): void {
		for (const segment of segments)
			if (typeof segment === 'string') this.#writeHtml(segment);
			else this.#writeComponent(segment);
	}

	#writeHtml(html: string): void {
		for (const [whole, close, name, attributes = ''] of html.matchAll(
			/<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g,
		))
			if (name === undefined) this.text += unescapeHtml(whole);
			else if (close) this.#close(name);
			else this.#open(name, attributes);
	}

	#open(name: string, attributes: string): void {
		if (BLOCKS.test(name)) this.text += ' ';
		if (name === 'a') this.#links.push(this.#withinSite(attribute(attributes, 'href')));
		else if (name === 'blockquote') this.text += '[quote] ';
		else if (name === 'hr') this.text += '* * *';
		else if (name === 'ul') this.#lists.push(null);
		else if (name === 'ol') this.#lists.push(Number(attribute(attributes, 'start') || 1));
		else if (name === 'li') this.#openItem();
		else if (name === 'td' || name === 'th') this.text += '| ';
	}

	#openItem(): void {
		const number = this.#lists.at(-1) ?? null;
		this.text += number === null ? '- ' : `${number}. `;
		if (number !== null) this.#lists[this.#lists.length - 1] = number + 1;
	}

	#close(name: string): void {
		if (name === 'a') {
			const target = this.#links.pop();
			if (target) this.text += ` <${target}>`;
		} else if (name === 'ul' || name === 'ol') this.#lists.pop();
		else if (name === 'blockquote') this.text += ' [end of quote]';
		else if (name === 'tr') this.text += ' |';
		if (BLOCKS.test(name)) this.text += ' ';
	}

	/** A link within the site, as if the site stood at the top of its host: where it is published is no matter. */
	#withinSite(target: string): string {
		return target.startsWith(base) ? target.slice(base.length - 1) : target;
	}

	#writeComponent(segment: Exclude<Segment, string>): void {
		const { component } = segment;
		if (component === 'Quote') return this.#writeHolding('quote', [segment.props.speaker], segment.children);
		if (component === 'Reply') {
			const { kind, from, organisation } = segment.props;
			return this.#writeHolding(kind, [from, organisation], segment.children);
		}
		if (component === 'Ref' || component === 'Excerpt') {
			const { record, para } = segment.props;
			this.text += mark(component, [record, para && `para ${para}`]);
		} else if (component === 'Image') {
			const { name, alt, caption } = segment.props;
			this.text += mark(component, [name, alt, caption]);
		} else this.text += mark(component, Object.values(segment.props));
	}

	#writeHolding(name: string, said: readonly (string | undefined)[], children: readonly Segment[]): void {
		this.text += ` ${mark(name, said)} `;
		this.write(children);
		this.text += ` [end of ${name}] `;
	}
}

/** `[redacted: name]` */
function mark(name: string, said: readonly (string | undefined)[]): string {
	const words = said.filter((one) => one !== undefined).join(', ');
	return `[${name.toLowerCase()}${words && `: ${words}`}]`;
}

function attribute(attributes: string, name: string): string {
	return unescapeHtml(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}
