import type { Archive } from '../archive/publish/view.ts';
import { proseOf } from '../archive/publish/prose.ts';
import { figureInWords } from '../figures/words.ts';
import { REPLY_KINDS } from '../core/prose/components.ts';
import { unescapeHtml } from '../core/prose/html.ts';
import type { ComponentSegment, ImageSegment, Prose, Segment } from '../core/prose/types.ts';
import type { Citation, Notes } from './notes.ts';
import type { Block, Span } from './types.ts';
import { lookup } from '../core/values/lookup.ts';

/** What a text is turned into a brief with. */
export interface Reading {
	archive: Archive;
	notes: Notes;
	/** Makes a full address of a link as it stands in a text. */
	absolute(link: string): string;
}

/** A citation that has no number yet: neighbours share their notes, so numbers are given when a paragraph is whole. */
type Raw = string | { kind: 'em' | 'strong' | 'link'; to?: string; spans: Raw[] } | { cited: Citation };

/** An element that is open: words, and the blocks that stand in it. */
interface Open {
	tag: string;
	to: string | undefined;
	raw: Raw[];
	blocks: Block[];
	items: Block[][];
	rows: Span[][][];
}

const TOKEN = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g;
const INLINE: Readonly<Record<string, 'em' | 'strong' | 'link'>> = { em: 'em', strong: 'strong', a: 'link' };

/** A text as blocks of a brief: every citation a note, every paragraph with the number that it has on its page. */
export function blocksOf(prose: Prose, reading: Reading): Block[] {
	return prose.blocks.flatMap(({ number, segments }) => {
		const [first, ...rest] = new Reader(reading).read(segments);
		if (first === undefined) return [];
		return [first.kind === 'paragraph' ? { ...first, number } : first, ...rest];
	});
}

/** Reads what stands in one block of a text. Its HTML is the archive’s own, in which every element is closed. */
class Reader {
	readonly #reading: Reading;
	readonly #isQuoted: boolean;
	readonly #open: Open[] = [openOf('')];

	constructor(reading: Reading, isQuoted = false) {
		this.#reading = reading;
		this.#isQuoted = isQuoted;
	}

	read(segments: readonly Segment[]): Block[] {
		for (const segment of segments)
			if (typeof segment === 'string') this.#readHtml(segment);
			else this.#readComponent(segment);
		this.#flush();
		return this.#top.blocks;
	}

	get #top(): Open {
		return this.#open.at(-1) as Open;
	}

	#readHtml(html: string): void {
		for (const [token, closing, tag, attributes = ''] of html.matchAll(TOKEN)) {
			if (tag === undefined) this.#top.raw.push(unescapeHtml(token).replace(/\s+/g, ' '));
			else if (tag === 'br') this.#top.raw.push(' ');
			else if (closing) this.#close();
			else if (tag !== 'hr') {
				if (!(tag in INLINE) && tag !== 'del' && tag !== 'code') this.#flush();
				this.#open.push(openOf(tag, /\shref="([^"]*)"/.exec(attributes)?.[1]));
			}
		}
	}

	#close(): void {
		const closed = this.#open.pop() as Open;
		const { tag, to, raw } = closed;
		const outer = this.#top;
		const inline = lookup(INLINE, tag);
		if (inline === 'link' && to === undefined) outer.raw.push(...raw);
		else if (inline === 'link')
			outer.raw.push({ kind: 'link', to: this.#reading.absolute(unescapeHtml(to ?? '')), spans: raw });
		else if (inline) outer.raw.push({ kind: inline, spans: raw });
		else if (tag === 'del' || tag === 'code') outer.raw.push(...raw);
		else if (tag === 'p' || tag === 'pre') outer.blocks.push(...this.#paragraph(raw));
		else if (/^h\d$/.test(tag)) {
			const level = Math.min(4, Math.max(2, Number(tag.slice(1)))) as 2 | 3 | 4;
			outer.blocks.push({ kind: 'heading', level, spans: this.#spans(raw) });
		} else if (tag === 'td' || tag === 'th') outer.rows.push([this.#spans(raw)]);
		else if (tag === 'tr') outer.rows.push(closed.rows.flat());
		else if (tag === 'thead' || tag === 'tbody') outer.rows.push(...closed.rows);
		else if (tag === 'table') outer.blocks.push(...tableOf(closed.rows));
		else {
			closed.blocks.push(...this.#paragraph(raw));
			if (tag === 'li') outer.items.push(closed.blocks);
			else if (tag === 'ul' || tag === 'ol')
				outer.blocks.push({ kind: 'list', ordered: tag === 'ol', items: closed.items });
			else outer.blocks.push({ kind: 'quote', by: [], blocks: closed.blocks });
		}
	}

	#readComponent(segment: ComponentSegment | ImageSegment): void {
		const { archive } = this.#reading;
		switch (segment.component) {
			case 'Ref':
				this.#top.raw.push({ cited: segment.props });
				return;
			case 'Figure': {
				const figure = archive.figure.get(segment.props.id)?.data;
				if (!figure) this.#top.raw.push('[figure withdrawn]');
				else
					this.#top.raw.push(figureInWords(figure), {
						cited: { record: figure.record, para: figure.paragraph },
					});
				return;
			}
			case 'Redacted':
				this.#top.raw.push(`[${segment.props.what} withheld]`);
				return;
			case 'Quote':
				this.#quote([segment.props.speaker], this.#inside(segment.children));
				return;
			case 'Reply': {
				const { from, kind } = segment.props;
				this.#quote([`${REPLY_KINDS[kind]}: ${from}`], this.#inside(segment.children));
				return;
			}
			case 'Excerpt': {
				const { record, para } = segment.props;
				const target = this.#isQuoted ? undefined : archive.record.get(record);
				const block = target && proseOf(target, archive).blocks.find(({ number }) => number === para);
				this.#quote(this.#spans(['', { cited: segment.props }]), this.#inside(block?.segments ?? [], true));
				return;
			}
			case 'Image': {
				const { alt, caption } = segment.props;
				this.#top.raw.push(`[Picture: ${alt}]${caption === undefined ? '' : ` ${caption}`}`);
				return;
			}
			default:
				// A table of checks tells of the software; it has no place in a brief.
				return;
		}
	}

	#inside(segments: readonly Segment[], isQuoted = this.#isQuoted): Block[] {
		return new Reader(this.#reading, isQuoted).read(segments);
	}

	#quote(by: readonly Span[], blocks: readonly Block[]): void {
		this.#flush();
		this.#top.blocks.push({ kind: 'quote', by, blocks });
	}

	/** Words that stand loose beside blocks are a paragraph. */
	#flush(): void {
		const top = this.#top;
		top.blocks.push(...this.#paragraph(top.raw));
		top.raw = [];
	}

	#paragraph(raw: readonly Raw[]): Block[] {
		const spans = this.#spans(raw);
		return spans.length === 0 ? [] : [{ kind: 'paragraph', number: null, spans }];
	}

	/** Numbers the citations of a whole paragraph, and sets each mark right after the words and stop that it is for. */
	#spans(raw: readonly Raw[]): Span[] {
		const spans: Span[] = [];
		for (let index = 0; index < raw.length; index++) {
			const one = raw[index] as Raw;
			if (typeof one === 'string') spans.push(one);
			else if ('spans' in one) {
				const inner = this.#spans(one.spans);
				if (one.kind === 'link') spans.push({ kind: 'link', to: one.to ?? '', spans: inner });
				else spans.push({ kind: one.kind, spans: inner });
			} else {
				const together = [one.cited];
				for (let next = raw[index + 1]; next !== undefined; next = raw[index + 1]) {
					const after = raw[index + 2];
					if (typeof next === 'string' && next.trim() === '' && isCited(after)) index++;
					else if (isCited(next)) {
						together.push(next.cited);
						index++;
					} else break;
				}
				const numbers = this.#reading.notes.cite(together);
				const before = spans.at(-1);
				if (typeof before === 'string') spans[spans.length - 1] = before.trimEnd();
				const after = raw[index + 1];
				const stop = typeof after === 'string' ? (/^\s*([.,;:!?)”’]+)/.exec(after) ?? []) : [];
				if (stop[1] !== undefined) {
					spans.push(stop[1]);
					(raw as Raw[])[index + 1] = (after as string).slice(stop[0]?.length);
				}
				if (numbers.length > 0) spans.push({ kind: 'notes', numbers });
			}
		}
		return trimmed(spans);
	}
}

function isCited(raw: Raw | undefined): raw is { cited: Citation } {
	return typeof raw === 'object' && 'cited' in raw;
}

function openOf(tag: string, to?: string): Open {
	return { tag, to, raw: [], blocks: [], items: [], rows: [] };
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

/** Joins neighbouring words, and takes away the space round them. */
function trimmed(spans: readonly Span[]): Span[] {
	const joined: Span[] = [];
	for (const span of spans) {
		const last = joined.at(-1);
		if (typeof span === 'string' && typeof last === 'string') joined[joined.length - 1] = last + span;
		else joined.push(span);
	}
	const ends = joined.map((span, index) => {
		if (typeof span !== 'string') return span;
		const start = index === 0 ? span.trimStart() : span;
		return index === joined.length - 1 ? start.trimEnd() : start;
	});
	return ends.filter((span) => span !== '');
}
