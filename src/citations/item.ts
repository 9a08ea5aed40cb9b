import type { Edtf } from '../core/values/date-words.ts';
import { inexactDate, isInexact } from './dates.ts';
import type { Creator } from './names.ts';

/** What a thing is, as far as that changes how it is cited. */
export type ItemKind =
	/** A newspaper or broadcaster’s article. */
	| 'news'
	/** A page of a website. */
	| 'web'
	/** An article in a journal. */
	| 'journal'
	/** A document of a body: a report, a letter, a press release. */
	| 'report'
	/** A paper laid before Parliament, known by its number: `Cm 9999`, `HC 2021–22, 140`. */
	| 'paper'
	/** A debate in Parliament, known by its volume: `HC Deb vol 699`. */
	| 'debate'
	| 'legislation'
	/** Something of this archive’s own: a record, a summary, a page. */
	| 'own';

/**
 * A thing that can be cited, the same for every style and format. What is not known is left undefined: no style or
 * format fills it in.
 */
export interface CitableItem {
	/** Name in a file of references: the same in every build, and no other thing’s. */
	key: string;
	kind: ItemKind;
	title: string;
	/** Whether the archive made the title up: it then stands in square brackets. */
	titleSupplied: boolean;
	/** Who wrote it or answers for it; empty if that is not known. */
	creators: readonly Creator[];
	/** What it appeared in: a newspaper, a journal, a website, this archive. */
	container?: string | undefined;
	/** Who published it, where that is neither creator nor container. */
	publisher?: string | undefined;
	/** City of a newspaper. */
	place?: string | undefined;
	/** What it is, where its title does not say: `super-complaint`. */
	descriptor?: string | undefined;
	/** Number in a series. */
	number?: string | undefined;
	/** Of a journal: volume, issue within it, first and last page, Digital Object Identifier. */
	volume?: string | undefined;
	issue?: string | undefined;
	pages?: string | undefined;
	doi?: string | undefined;
	date?: Edtf | undefined;
	version?: number | undefined;
	/** Full address. */
	address?: string | undefined;
	/** Whether what stands at the address stays as it is for ever, so that the day of reading need not be told. */
	permanent?: boolean | undefined;
	/** Day on which it was read, `YYYY-MM-DD`. */
	accessed?: string | undefined;
	/** Whose text it repeats. */
	reproduces?: string | undefined;
	/** Place in it, as the archive’s source notes have it: `page 45`, `Sections 29A and 29B`. */
	pinpoint?: string | undefined;
	abstract?: string | undefined;
	keywords?: readonly string[] | undefined;
	note?: string | undefined;
	language?: string | undefined;
	/** For a record of the archive: its identifier. */
	id?: string | undefined;
}

/** A title as lists of references give it: one that the archive made up stands in square brackets. */
export function citedTitle({ title, titleSupplied }: Pick<CitableItem, 'title' | 'titleSupplied'>): string {
	return titleSupplied ? `[${title}]` : title;
}

/** Number of an instrument as it is cited, `SI 2025/558`; undefined where its title has it already. */
export function instrumentNumber({ kind, title, number }: CitableItem): string | undefined {
	if (kind !== 'legislation' || number === undefined) return undefined;
	const cited = number.replace(/^S\.\s?I\.\s*/i, 'SI ').replace(/(\d)-(?=\d)/g, '$1–');
	const digits = /\d[\d/]*$/.exec(cited)?.[0] ?? cited;
	return title.includes(digits) ? undefined : cited;
}

/** What is to be noted of a thing in words, in formats that have no field for it. */
export function notesOn(item: CitableItem): string[] {
	return [
		item.reproduces === undefined ? '' : `Reproduces a text of ${item.reproduces}`,
		item.note ?? '',
		item.titleSupplied && item.kind !== 'own' ? 'Title supplied by the archive' : '',
	].filter(Boolean);
}

/** A date that is not exact, in words; undefined for one that its field holds whole. */
export function dateNote({ date }: Pick<CitableItem, 'date'>): string | undefined {
	return date === undefined || !isInexact(date) ? undefined : `Dated ${inexactDate(date)}`;
}
