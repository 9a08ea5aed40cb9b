import { baseSentence } from '../archive/publish/counting.ts';
import { sentenceCase } from '../archive/publish/naming.ts';
import type { Archive, ArchiveRecord } from '../archive/publish/view.ts';
import type { Permanent } from '../citations/from-record.ts';
import type { CitableItem } from '../citations/item.ts';
import { oscola } from '../citations/oscola/oscola.ts';
import { fill } from '../citations/runs.ts';
import { dateInWords } from '../core/values/date.ts';
import { lastChangeDay } from '../summaries/chain.ts';
import { type Cut, type Cuts, leftOut } from './cuts.ts';
import { Notes, spanOf } from './notes.ts';
import type { Reading } from './prose.ts';
import type { Block, Brief, Cell, Span } from './types.ts';

/** What a brief is put together with. */
export interface Composing extends Reading {
	permanent: Permanent;
	cuts: Cuts;
	/** What was in fact left out. */
	left: Set<Cut>;
}

/** Begins a brief: its notes are empty. */
export function composing(archive: Archive, permanent: Permanent, cuts: Cuts): Composing {
	const notes = new Notes(archive, permanent, !cuts.sources);
	const absolute = (link: string) => new URL(link, permanent('/')).href;
	return { archive, permanent, cuts, left: new Set(), notes, absolute };
}

/** What a brief is of. */
export interface Subject {
	label: string;
	title: string;
	lede: string;
	/** Path of its page. */
	path: string;
	/** The page, as it is cited. */
	item: CitableItem;
	facts: readonly string[];
}

/** A brief of its blocks: what it is of, where the full text is and how to cite it are said alike in all. */
export function briefOf(subject: Subject, blocks: readonly Block[], composing: Composing): Brief {
	const { archive, permanent, cuts, left, notes } = composing;
	const { config } = archive;
	const { label, title, lede, path, item, facts } = subject;
	const address = permanent(path);
	const date = lastChangeDay(archive);
	const day = date === null ? '' : ` The archive as of ${dateInWords(date)}.`;
	const full: Span[] = ['Full text, with its records and data: ', linkOf(address)];
	if (cuts.sources && notes.list.length > 0) left.add('sources');
	const cut = leftOut(left);
	return {
		label: sentenceCase(label),
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

/** The sentence that must stand beside every count. */
export function baseBox({ archive }: Composing): Block {
	return { kind: 'box', spans: [baseSentence(archive)] };
}

export function linkOf(address: string): Span {
	return { kind: 'link', to: address, spans: [address] };
}

/** A record by what it says, and a note that cites it, or one of its paragraphs. */
export function titled(
	record: ArchiveRecord,
	{ notes }: Composing,
	words = record.data.title,
	para?: string,
): Span[] {
	return [words, { kind: 'notes', numbers: notes.cite([{ record: record.id, para }]) }];
}

/** As many of some things as there is room for, and never more than `limit`. */
export function some<Thing>(
	all: readonly Thing[],
	{ cuts: { most = Infinity }, left }: Composing,
	limit = Infinity,
): readonly Thing[] {
	if (all.length > most && limit > most) left.add('most');
	return all.slice(0, Math.min(most, limit));
}

export const isFirst = (_: unknown, index: number): boolean => index === 0;

/** What of some things is left by a cut: all of them where it is not made. */
export function without<Thing>(
	cut: Cut,
	all: readonly Thing[],
	keeps: (thing: Thing, index: number) => boolean,
	{ cuts, left }: Composing,
): readonly Thing[] {
	const kept = cuts[cut] ? all.filter(keeps) : all;
	if (kept.length < all.length) left.add(cut);
	return kept;
}

/** That there are more than are named: `; and 12 more`. Empty where all are. */
export function andMore(all: readonly unknown[], named: readonly unknown[]): string {
	const more = all.length - named.length;
	return more === 0 ? '' : `; and ${more.toLocaleString('en-GB')} more`;
}

/** A table with its columns’ shares of the width, as far as there is room; nothing where there are no rows. */
export function tableOf<Row>(
	caption: string,
	columns: readonly (readonly [label: string, width: number])[],
	all: readonly Row[],
	composing: Composing,
	cellsOf: (row: Row) => readonly Cell[],
): Block[] {
	if (all.length === 0) return [];
	const rows = some(all, composing).map(cellsOf);
	const more = andMore(all, rows);
	return [
		{ kind: 'table', caption, columns: columns.map(([label, width]) => ({ label, width })), rows },
		...(more === '' ? [] : [paragraph([sentenceCase(`${more.slice(2)}.`)])]),
	];
}

/** A paragraph that has no number on its page. */
export function paragraph(spans: readonly Span[]): Block {
	return { kind: 'paragraph', number: null, spans };
}

/** Lists of spans with something between them. */
export function joined(all: readonly (readonly Span[])[], between: string): Span[] {
	return all.flatMap((spans, index) => (index === 0 ? spans : [between, ...spans]));
}
