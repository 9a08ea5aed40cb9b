import { baseSentence } from '../archive/publish/counting.ts';
import { capitalise, formatNumber } from '../core/text/words.ts';
import type { Archive, ArchiveRecord } from '../archive/publish/view.ts';
import type { Permanent } from '../citations/from-record.ts';
import type { CitableItem } from '../citations/item.ts';
import { oscola } from '../citations/oscola/oscola.ts';
import { fill } from '../citations/rich-text.ts';
import { dateInWords } from '../core/values/date.ts';
import { lastChangeDay } from '../summaries/chain.ts';
import { type Cut, type Cuts, leftOut } from './cuts.ts';
import { Notes, spanOf } from './notes.ts';
import type { Reading } from './prose.ts';
import type { Block, Brief, Cell, Span } from './types.ts';

/** The state of a brief while it is composed. */
export interface Composition extends Reading {
	permanent: Permanent;
	cuts: Cuts;
	/** Cuts that did remove something. */
	left: Set<Cut>;
}

/** Starts a brief without notes. */
export function startComposition(archive: Archive, permanent: Permanent, cuts: Cuts): Composition {
	const notes = new Notes(archive, permanent, !cuts.sources);
	const absolute = (link: string) => new URL(link, permanent('/')).href;
	return { archive, permanent, cuts, left: new Set(), notes, absolute };
}

/** The page that a brief sums up. */
interface Subject {
	label: string;
	title: string;
	lede: string;
	/** Path of its page. */
	path: string;
	/** The page as a citable item. */
	item: CitableItem;
	facts: readonly string[];
}

/** Completes a brief from its blocks with what all briefs share: subject, link to the full text, how to cite it. */
export function briefOf(subject: Subject, blocks: readonly Block[], composition: Composition): Brief {
	const { archive, permanent, cuts, left, notes } = composition;
	const { config } = archive;
	const { label, title, lede, path, item, facts } = subject;
	const address = permanent(path);
	const date = lastChangeDay(archive);
	const day = date === null ? '' : ` The archive as of ${dateInWords(date)}.`;
	const full: Span[] = ['Full text, with its records and data: ', linkOf(address)];
	if (cuts.sources && notes.list.length > 0) left.add('sources');
	const cut = leftOut(left);
	return {
		label: capitalise(label),
		title,
		lede,
		facts: [...facts.map((fact) => [fact]), [`Brief.${day} ${cut === null ? '' : `${cut} `}`, ...full]],
		blocks: [...blocks, heading('How to cite'), paragraph([...fill(oscola(item)).map(spanOf), '.'])],
		notes: notes.list,
		foot: [config.name, address, config.licence.name].join(' · '),
		publisher: config.publisher,
		language: config.language,
		date,
		small: cuts.small ?? false,
	};
}

export function heading(text: string): Block {
	return { kind: 'heading', level: 2, spans: [text] };
}

/** The caveat that accompanies every count. */
export function baseBox({ archive }: Composition): Block {
	return { kind: 'box', spans: [baseSentence(archive)] };
}

function linkOf(address: string): Span {
	return { kind: 'link', to: address, spans: [address] };
}

/** A record’s title (or other words) with a note that cites it or one of its paragraphs. */
export function titled(
	record: ArchiveRecord,
	{ notes }: Composition,
	words = record.data.title,
	para?: string,
): Span[] {
	return [words, { kind: 'notes', numbers: notes.cite([{ record: record.id, para }]) }];
}

/** As many items as the cuts allow, and at most `limit`. */
export function some<Thing>(
	all: readonly Thing[],
	{ cuts: { most = Infinity }, left }: Composition,
	limit = Infinity,
): readonly Thing[] {
	if (all.length > most && limit > most) left.add('most');
	return all.slice(0, Math.min(most, limit));
}

export const isFirst = (_: unknown, index: number): boolean => index === 0;

/** Applies a cut: all items, or those that `keeps` selects where the cut is made. */
export function without<Thing>(
	cut: Cut,
	all: readonly Thing[],
	keeps: (thing: Thing, index: number) => boolean,
	{ cuts, left }: Composition,
): readonly Thing[] {
	const kept = cuts[cut] ? all.filter(keeps) : all;
	if (kept.length < all.length) left.add(cut);
	return kept;
}

/** Says that more items exist than are named: `; and 12 more`. Empty where all are named. */
export function andMore(all: readonly unknown[], named: readonly unknown[]): string {
	const more = all.length - named.length;
	return more === 0 ? '' : `; and ${formatNumber(more)} more`;
}

/** A table with relative column widths and as many rows as the cuts allow; empty without rows. */
export function tableOf<Row>(
	caption: string,
	columns: readonly (readonly [label: string, width: number])[],
	all: readonly Row[],
	composition: Composition,
	cellsOf: (row: Row) => readonly Cell[],
): Block[] {
	if (all.length === 0) return [];
	const rows = some(all, composition).map(cellsOf);
	const more = andMore(all, rows);
	return [
		{ kind: 'table', caption, columns: columns.map(([label, width]) => ({ label, width })), rows },
		...(more === '' ? [] : [paragraph([capitalise(`${more.slice(2)}.`)])]),
	];
}

/** A paragraph without a number on its page. */
export function paragraph(spans: readonly Span[]): Block {
	return { kind: 'paragraph', number: null, spans };
}

/** Joins lists of spans with a separator. */
export function joined(all: readonly (readonly Span[])[], between: string): Span[] {
	return all.flatMap((spans, index) => (index === 0 ? spans : [between, ...spans]));
}
