import type { Edtf } from '../model/date-words.ts';
import { pageOf } from './csl-json.ts';
import { certainPart, datedOf } from './dates.ts';
import { type CitableItem, citedTitle, type ItemKind, notesOn } from './item.ts';
import { type Creator, fullFamily } from './names.ts';

const TYPES: Readonly<Record<ItemKind, string>> = {
	news: 'NEWS',
	web: 'ELEC',
	report: 'RPRT',
	paper: 'GOVDOC',
	debate: 'GOVDOC',
	legislation: 'STAT',
	own: 'ELEC',
};

/**
 * An item as RIS: two letters, two spaces, a hyphen, a space, the value; lines end with CR and LF and are never
 * wrapped, whatever their length. What is not known has no line.
 */
export function risEntry(item: CitableItem): string {
	const contained = item.kind === 'news' || item.kind === 'web' || item.kind === 'own';
	const page = pageOf(item)?.split('–');
	const lines: (readonly [tag: string, value: string | undefined])[] = [
		['TY', TYPES[item.kind]],
		...item.creators.map((creator) => ['AU', name(creator)] as const),
		['TI', citedTitle(item)],
		['T2', contained ? item.container : undefined],
		['PB', item.publisher],
		['CY', item.place],
		['PY', item.date === undefined ? undefined : certain(item.date)?.slice(0, 4)],
		['DA', item.date === undefined ? undefined : certain(item.date)],
		['ET', item.version === undefined ? undefined : `Version ${item.version}`],
		['M3', item.descriptor],
		['SN', item.kind === 'own' ? undefined : item.number],
		['SP', page?.[0]],
		['EP', page?.[1]],
		['UR', item.address],
		['Y2', item.accessed === undefined ? undefined : certain(item.accessed)],
		['AB', item.abstract],
		...(item.keywords ?? []).map((keyword) => ['KW', keyword] as const),
		...notesOn(item).map((note) => ['N1', note] as const),
		['N1', doubt(item)],
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

/** `Family, Given, Suffix`; an organisation as it is. */
function name(creator: Creator): string {
	if (creator.kind === 'body') return creator.name;
	return [fullFamily(creator), creator.given, creator.suffix].filter(Boolean).join(', ');
}

/** `2022/07/06/`, with what is not known left empty between the strokes. */
function certain(date: Edtf): string | undefined {
	const part = certainPart(datedOf(date));
	if (!part) return undefined;
	const two = (number: number | undefined) => (number === undefined ? '' : String(number).padStart(2, '0'));
	return `${String(part.year).padStart(4, '0')}/${two(part.month)}/${two(part.day)}/`;
}

function doubt({ date }: CitableItem): string | undefined {
	if (date === undefined || !/[?~/]/.test(date)) return undefined;
	return `Date: ${date} (EDTF)`;
}
