import type { Edtf } from '../../core/values/date-words.ts';
import { certainPart, type DateParts, parseDate } from '../dates.ts';
import { type CitableItem, citedTitle, dateNote, instrumentNumber, type ItemKind, notesOn } from '../item.ts';
import type { Creator } from '../names.ts';
import { capitalise } from '../../core/text/words.ts';

interface CslDate {
	'date-parts': number[][];
	circa?: boolean;
}

type CslName =
	{ literal: string } | { family: string; given: string; 'non-dropping-particle'?: string; suffix?: string };

/** An item of CSL-JSON 1.0, with the fields used here. */
export interface CslItem {
	id: string;
	type: string;
	title: string;
	author?: CslName[];
	'container-title'?: string;
	publisher?: string;
	'publisher-place'?: string;
	genre?: string;
	number?: string;
	volume?: string;
	issue?: string;
	DOI?: string;
	page?: string;
	version?: string;
	issued?: CslDate;
	accessed?: CslDate;
	URL?: string;
	abstract?: string;
	keyword?: string;
	language?: string;
	note?: string;
}

const TYPES: Readonly<Record<ItemKind, string>> = {
	news: 'article-newspaper',
	web: 'webpage',
	journal: 'article-journal',
	report: 'report',
	paper: 'report',
	debate: 'report',
	legislation: 'legislation',
	own: 'webpage',
};

/** An item as CSL-JSON. Unknown fields are omitted. */
export function cslItem(item: CitableItem): CslItem {
	const notes = [dateNote(item) ?? '', ...notesOn(item)].filter(Boolean);
	const fields: { [Field in keyof CslItem]: CslItem[Field] | undefined } = {
		id: item.key,
		type: TYPES[item.kind],
		// In CSL the number of legislation is that of a US public law, so it goes into the title.
		title: [citedTitle(item), instrumentNumber(item)].filter(Boolean).join(', '),
		author: item.creators.length === 0 ? undefined : item.creators.map(cslName),
		'container-title': item.container,
		publisher: item.publisher,
		'publisher-place': item.place,
		genre: item.descriptor && capitalise(item.descriptor),
		number: item.kind === 'legislation' ? undefined : item.number,
		volume: item.volume,
		issue: item.issue,
		DOI: item.doi,
		page: pageOf(item),
		version: item.version?.toString(),
		issued: item.date === undefined ? undefined : cslDate(item.date),
		accessed: item.accessed === undefined ? undefined : cslDate(item.accessed),
		URL: item.address,
		abstract: item.abstract,
		keyword: item.keywords?.join(', '),
		language: item.language,
		note: notes.length === 0 ? undefined : `${notes.join('. ')}.`.replace(/\.\.$/, '.'),
	};
	const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
	return Object.fromEntries(known) as unknown as CslItem;
}

/** The pages of an article. Any other pinpoint belongs to the reference, not to the item. */
export function pageOf({ kind, pinpoint, pages }: CitableItem): string | undefined {
	if (pages !== undefined) return pages.replace('-', '–');
	if (kind !== 'news' || pinpoint === undefined) return undefined;
	return /^(?:pages?|pp?\.?)\s+(\S+)$/i.exec(pinpoint)?.[1];
}

function cslName(creator: Creator): CslName {
	if (creator.kind === 'body') return { literal: creator.name };
	const { family, given, particle, suffix } = creator;
	return {
		family,
		given,
		...(particle ? { 'non-dropping-particle': particle } : {}),
		...(suffix ? { suffix } : {}),
	};
}

/** A date for CSL. An interval is reduced to its certain part and marked as approximate. */
function cslDate(text: Edtf): CslDate {
	const dated = parseDate(text);
	const certain = certainPart(dated);
	const parts = certain
		? [certain]
		: [dated.from, dated.to].flatMap((part) => (part ? [{ year: part.year }] : []));
	const isUncertain = dated.isUncertain || dated.to !== undefined;
	return { 'date-parts': parts.map(listOf), ...(isUncertain ? { circa: true } : {}) };
}

function listOf({ year, month, day }: DateParts): number[] {
	return [year, month, day].filter((part) => part !== undefined);
}
