import type { Edtf } from '../../core/values/date-words.ts';
import { pageOf } from './csl-json.ts';
import { certainPart, parseDate } from '../dates.ts';
import { type CitableItem, citedTitle, dateNote, type ItemKind, notesOn } from '../item.ts';
import { type Creator, fullFamily } from '../names.ts';

const TYPES: Readonly<Record<ItemKind, string>> = {
	news: 'NEWS',
	web: 'ELEC',
	journal: 'JOUR',
	report: 'RPRT',
	paper: 'GOVDOC',
	debate: 'GOVDOC',
	legislation: 'STAT',
	own: 'ELEC',
};

/**
 * An item as RIS: each line has a two-letter tag, two spaces, a hyphen, a space and the value, ends with CR LF, and is
 * never wrapped. Unknown fields are omitted.
 */
export function risEntry(item: CitableItem): string {
	const contained = ['news', 'web', 'journal', 'own'].includes(item.kind);
	const page = pageOf(item)?.split('–');
	const lines: (readonly [tag: string, value: string | undefined])[] = [
		['TY', TYPES[item.kind]],
		...item.creators.map((creator) => ['AU', name(creator)] as const),
		['TI', citedTitle(item)],
		['T2', contained ? item.container : undefined],
		['PB', item.publisher],
		['CY', item.place],
		['PY', item.date === undefined ? undefined : certain(item.date)?.slice(0, 4)],
		// RIS has no form for an inexact date. Programs show the EDTF text and use its first year.
		['DA', item.date === undefined ? undefined : (certain(item.date) ?? item.date)],
		['ET', item.version === undefined ? undefined : `Version ${item.version}`],
		['M3', item.descriptor],
		[item.kind === 'legislation' ? 'M1' : 'SN', item.kind === 'own' ? undefined : item.number],
		['VL', item.volume],
		['IS', item.issue],
		['SP', page?.[0]],
		['EP', page?.[1]],
		['DO', item.doi],
		['UR', item.address],
		['Y2', item.accessed === undefined ? undefined : certain(item.accessed)],
		['AB', item.abstract],
		// A semicolon would split a keyword.
		...(item.keywords ?? []).map((keyword) => ['KW', keyword.replaceAll(';', ',')] as const),
		...notesOn(item).map((note) => ['N1', note] as const),
		['N1', doubt(item)],
		['N1', namesNote(item)],
		['DB', item.id === undefined ? undefined : item.container],
		['AN', item.id],
		['LA', item.language],
		['ER', ''],
	];
	return lines
		.filter(([, value]) => value !== undefined)
		.map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`)
		.join('');
}

/**
 * `Family, Given, Suffix`. The name of an organisation ends with a comma: without one, EndNote, RefWorks and JabRef take its
 * last word as the family name. A comma within the name would end the family name and cannot be escaped, so it is removed,
 * and a note holds the full name (`namesNote`).
 */
function name(creator: Creator): string {
	if (creator.kind === 'body') return `${withoutCommas(creator.name)},`;
	return [fullFamily(creator), creator.given, creator.suffix].filter(Boolean).join(', ');
}

function withoutCommas(text: string): string {
	return text.replace(COMMAS, ' ').trim();
}

/** Matches commas, including the Arabic and the full-width comma. */
const COMMAS = /[\s,،，]*[,،，][\s,،，]*/g;

/** Full names of organisations from whose names commas were removed. */
function namesNote({ creators }: CitableItem): string | undefined {
	const names = creators.flatMap((one) =>
		one.kind === 'body' && withoutCommas(one.name) !== one.name ? [one.name] : [],
	);
	return names.length === 0 ? undefined : `By: ${names.join('; ')}`;
}

/** The certain part of a date, with empty parts if unknown: `2022/07/06/`. */
function certain(date: Edtf): string | undefined {
	const part = certainPart(parseDate(date));
	if (!part) return undefined;
	const two = (number: number | undefined) => (number === undefined ? '' : String(number).padStart(2, '0'));
	return `${String(part.year).padStart(4, '0')}/${two(part.month)}/${two(part.day)}/`;
}

/** An inexact date in words and in EDTF. */
function doubt(item: CitableItem): string | undefined {
	const words = dateNote(item);
	return words === undefined ? undefined : `${words} (EDTF: ${item.date})`;
}
