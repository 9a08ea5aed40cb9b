import { baseSentence } from '../archive/counting.ts';
import { sentenceCase } from '../archive/naming.ts';
import type { Archive, ArchiveRecord } from '../archive/view.ts';
import type { Permanent } from '../citation/from-record.ts';
import type { CitableItem } from '../citation/item.ts';
import { oscola } from '../citation/oscola.ts';
import { fill } from '../citation/runs.ts';
import { dateInWords } from '../model/date.ts';
import { ownDay } from '../summaries/chain.ts';
import { type Cuts, leftOut } from './cuts.ts';
import { Notes, spanOf } from './notes.ts';
import type { Reading } from './prose.ts';
import type { Block, Brief, Span } from './types.ts';

/** What a brief is put together with. */
export interface Composing extends Reading {
	permanent: Permanent;
	cuts: Cuts;
}

/** Begins a brief: its notes are empty. */
export function composing(archive: Archive, permanent: Permanent, cuts: Cuts): Composing {
	const notes = new Notes(archive, permanent, !cuts.sources);
	return { archive, permanent, cuts, notes, absolute: (link) => new URL(link, permanent('/')).href };
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
	const { archive, permanent, cuts, notes } = composing;
	const { config } = archive;
	const { label, title, lede, path, item, facts } = subject;
	const address = permanent(path);
	const date = ownDay(archive);
	const day = date === null ? '' : ` The archive as of ${dateInWords(date)}.`;
	const full: Span[] = ['Full text, with its records and data: ', linkOf(address)];
	const left = leftOut(cuts);
	return {
		label: sentenceCase(label),
		title,
		lede,
		facts: [
			...facts.map((fact) => [fact]),
			left === null ? [`Brief.${day} `, ...full] : [`Brief.${day} ${left} `, ...full],
		],
		blocks: [
			...blocks,
			heading('How to cite'),
			{ kind: 'paragraph', number: null, spans: [...fill(oscola(item)).map(spanOf), '.'] },
		],
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

/** Lists of spans with something between them. */
export function joined(all: readonly (readonly Span[])[], between: string): Span[] {
	return all.flatMap((spans, index) => (index === 0 ? spans : [between, ...spans]));
}
