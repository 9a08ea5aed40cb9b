import type { Archive } from '../archive/publish/view.ts';
import { proseOf } from '../archive/publish/prose.ts';
import { figureInWords } from '../figures/words.ts';
import { REPLY_KINDS } from '../core/prose/components.ts';
import type { ComponentNode, ElementNode, ImageNode, Prose, ProseNode } from '../core/prose/types.ts';
import type { Notes } from './notes.ts';
import { numberedSpans, type Raw } from './spans.ts';
import type { Block, Span } from './types.ts';

/** What a text is turned into a brief with. */
export interface Reading {
	archive: Archive;
	notes: Notes;
	/** Makes a full address of a link in a text. */
	absolute(link: string): string;
}

/** What an element holds: words that are not yet a paragraph, and blocks. */
interface Contents {
	raw: Raw[];
	blocks: Block[];
}

/** A text as blocks of a brief: every citation a note, every paragraph with the number that it has on its page. */
export function blocksOf(prose: Prose, reading: Reading): Block[] {
	return prose.blocks.flatMap(({ number, children }) => {
		const [first, ...rest] = new Reader(reading).read(children);
		if (first === undefined) return [];
		return [first.kind === 'paragraph' ? { ...first, number } : first, ...rest];
	});
}

/** Turns the tree of one block of a text into blocks of a brief. */
class Reader {
	readonly #reading: Reading;
	readonly #isQuoted: boolean;

	constructor(reading: Reading, isQuoted = false) {
		this.#reading = reading;
		this.#isQuoted = isQuoted;
	}

	read(nodes: readonly ProseNode[]): Block[] {
		const contents = this.#contentsOf(nodes);
		this.#flush(contents);
		return contents.blocks;
	}

	#contentsOf(nodes: readonly ProseNode[]): Contents {
		const into: Contents = { raw: [], blocks: [] };
		for (const node of nodes)
			if (node.type === 'text') into.raw.push(node.value.replace(/\s+/g, ' '));
			else if (node.type === 'component') this.#readComponent(node, into);
			else this.#readElement(node, into);
		return into;
	}

	#readElement({ tagName, properties, children }: ElementNode, into: Contents): void {
		const inside = () => this.#contentsOf(children).raw;
		switch (tagName) {
			case 'br':
				into.raw.push(' ');
				return;
			case 'hr':
				return;
			case 'del':
			case 'code':
				into.raw.push(...inside());
				return;
			case 'em':
			case 'strong':
				into.raw.push({ kind: tagName, spans: inside() });
				return;
			case 'a': {
				const { href } = properties;
				if (typeof href !== 'string') into.raw.push(...inside());
				else into.raw.push({ kind: 'link', to: this.#reading.absolute(href), spans: inside() });
				return;
			}
			default:
				this.#flush(into);
				into.blocks.push(...this.#block(tagName, children));
		}
	}

	/** The blocks that a block element makes. */
	#block(tagName: string, children: readonly ProseNode[]): Block[] {
		switch (tagName) {
			case 'p':
			case 'pre':
				return this.#paragraph(this.#contentsOf(children).raw);
			case 'h2':
			case 'h3':
			case 'h4': {
				const level = Number(tagName.slice(1)) as 2 | 3 | 4;
				return [{ kind: 'heading', level, spans: this.#spans(this.#contentsOf(children).raw) }];
			}
			case 'ul':
			case 'ol': {
				const items = elementsIn(children, 'li').map((item) => this.read(item.children));
				return [{ kind: 'list', ordered: tagName === 'ol', items }];
			}
			case 'table':
				return tableOf(this.#rows(children));
			default:
				return [{ kind: 'quote', by: [], blocks: this.read(children) }];
		}
	}

	#rows(children: readonly ProseNode[]): Span[][][] {
		const rows = elementsIn(children, 'thead', 'tbody').flatMap((part) => elementsIn(part.children, 'tr'));
		return rows.map((row) =>
			elementsIn(row.children, 'th', 'td').map((cell) => this.#spans(this.#contentsOf(cell.children).raw)),
		);
	}

	#readComponent(node: ComponentNode | ImageNode, into: Contents): void {
		const { archive } = this.#reading;
		switch (node.component) {
			case 'Ref':
				into.raw.push({ cited: node.props });
				return;
			case 'Figure': {
				const figure = archive.figure.get(node.props.id)?.data;
				if (!figure) into.raw.push('[figure withdrawn]');
				else
					into.raw.push(figureInWords(figure), {
						cited: { record: figure.record, para: figure.paragraph },
					});
				return;
			}
			case 'Redacted':
				into.raw.push(`[${node.props.what} withheld]`);
				return;
			case 'Quote':
				this.#quote(into, [node.props.speaker], this.#inside(node.children));
				return;
			case 'Reply': {
				const { from, kind } = node.props;
				this.#quote(into, [`${REPLY_KINDS[kind]}: ${from}`], this.#inside(node.children));
				return;
			}
			case 'Excerpt': {
				const { record, para } = node.props;
				const target = this.#isQuoted ? undefined : archive.record.get(record);
				const block = target && proseOf(target, archive).blocks.find(({ number }) => number === para);
				this.#quote(
					into,
					this.#spans(['', { cited: node.props }]),
					this.#inside(block?.children ?? [], true),
				);
				return;
			}
			case 'Image': {
				const { alt, caption } = node.props;
				into.raw.push(`[Picture: ${alt}]${caption === undefined ? '' : ` ${caption}`}`);
				return;
			}
			default:
				// A table of checks is about the software; it has no place in a brief.
				return;
		}
	}

	#inside(nodes: readonly ProseNode[], isQuoted = this.#isQuoted): Block[] {
		return new Reader(this.#reading, isQuoted).read(nodes);
	}

	#quote(into: Contents, by: readonly Span[], blocks: readonly Block[]): void {
		this.#flush(into);
		into.blocks.push({ kind: 'quote', by, blocks });
	}

	/** Makes a paragraph of words that are loose among blocks. */
	#flush(contents: Contents): void {
		contents.blocks.push(...this.#paragraph(contents.raw));
		contents.raw = [];
	}

	#paragraph(raw: readonly Raw[]): Block[] {
		const spans = this.#spans(raw);
		return spans.length === 0 ? [] : [{ kind: 'paragraph', number: null, spans }];
	}

	#spans(raw: readonly Raw[]): Span[] {
		return numberedSpans(raw, this.#reading.notes);
	}
}

function elementsIn(nodes: readonly ProseNode[], ...names: readonly string[]): ElementNode[] {
	return nodes.filter((node) => node.type === 'element' && names.includes(node.tagName)) as ElementNode[];
}

/** A table whose first row names its columns. */
function tableOf([head, ...rows]: readonly Span[][][]): Block[] {
	if (!head) return [];
	const columns = head.map((spans) => ({
		label: spans.filter((span) => typeof span === 'string').join(''),
		width: 1,
	}));
	return [{ kind: 'table', caption: '', columns, rows }];
}
