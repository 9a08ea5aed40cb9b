import type { Edtf } from '../core/values/date-words.ts';
import { inexactDate, isInexact } from './dates.ts';
import type { Creator } from './names.ts';

/** The kinds of item that styles treat differently. */
export type ItemKind =
	/** An article by a newspaper or broadcaster. */
	| 'news'
	/** A page of a website. */
	| 'web'
	/** An article in a journal. */
	| 'journal'
	/** A document issued by an organisation: a report, letter or press release. */
	| 'report'
	/** A parliamentary paper, identified by its number: `Cm 9999`, `HC 2021–22, 140`. */
	| 'paper'
	/** A parliamentary debate, identified by its volume: `HC Deb vol 699`. */
	| 'debate'
	| 'legislation'
	/** A page of this archive: a record, summary or other page. */
	| 'own';

/** An item to cite, independent of style and format. Unknown fields are undefined; no style or format guesses them. */
export interface CitableItem {
	/** Citation key: unique, and the same in every build. */
	key: string;
	kind: ItemKind;
	title: string;
	/** Whether the archive supplied the title, which is then cited in square brackets. */
	titleSupplied: boolean;
	/** Authors, people or organisations; empty if unknown. */
	creators: readonly Creator[];
	/** The newspaper, journal, website or archive it appeared in. */
	container?: string | undefined;
	/** The publisher, if neither creator nor container. */
	publisher?: string | undefined;
	/** The city of a newspaper. */
	place?: string | undefined;
	/** The type of document, if the title does not give it: `super-complaint`. */
	descriptor?: string | undefined;
	/** The number in a series. */
	number?: string | undefined;
	/** For a journal article: volume, issue, first and last page, Digital Object Identifier. */
	volume?: string | undefined;
	issue?: string | undefined;
	pages?: string | undefined;
	doi?: string | undefined;
	date?: Edtf | undefined;
	version?: number | undefined;
	/** The URL. */
	address?: string | undefined;
	/** Whether the page at the URL never changes, so that no access date is needed. */
	permanent?: boolean | undefined;
	/** The access date, `YYYY-MM-DD`. */
	accessed?: string | undefined;
	/** The publisher whose text it reproduces. */
	reproduces?: string | undefined;
	/** The pinpoint, as editors write it: `page 45`, `Sections 29A and 29B`. */
	pinpoint?: string | undefined;
	abstract?: string | undefined;
	keywords?: readonly string[] | undefined;
	note?: string | undefined;
	language?: string | undefined;
	/** The identifier, for a record of the archive. */
	id?: string | undefined;
}

/** The title as cited: in square brackets if the archive supplied it. */
export function citedTitle({ title, titleSupplied }: Pick<CitableItem, 'title' | 'titleSupplied'>): string {
	return titleSupplied ? `[${title}]` : title;
}

/** The number of an instrument as cited, `SI 2025/558`; undefined if the title contains it. */
export function instrumentNumber({ kind, title, number }: CitableItem): string | undefined {
	if (kind !== 'legislation' || number === undefined) return undefined;
	const cited = number.replace(/^S\.\s?I\.\s*/i, 'SI ').replace(/(\d)-(?=\d)/g, '$1–');
	const digits = /\d[\d/]*$/.exec(cited)?.[0] ?? cited;
	return title.includes(digits) ? undefined : cited;
}

/** Notes for formats that have no fields for these facts. */
export function notesOn(item: CitableItem): string[] {
	return [
		item.reproduces === undefined ? '' : `Reproduces a text of ${item.reproduces}`,
		item.note ?? '',
		item.titleSupplied && item.kind !== 'own' ? 'Title supplied by the archive' : '',
	].filter(Boolean);
}

/** An inexact date in words; undefined if a date field can hold it. */
export function dateNote({ date }: Pick<CitableItem, 'date'>): string | undefined {
	return date === undefined || !isInexact(date) ? undefined : `Dated ${inexactDate(date)}`;
}
