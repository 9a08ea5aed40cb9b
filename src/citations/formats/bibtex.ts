import { pageOf } from './csl-json.ts';
import { certainPart, parseDate, yearsOf } from '../dates.ts';
import { type CitableItem, citedTitle, dateNote, type ItemKind, notesOn } from '../item.ts';
import { institutionOf } from './meta.ts';
import { type Creator, fullFamily } from '../names.ts';
import { lookup } from '../../core/values/lookup.ts';
import { capitalise } from '../../core/text/words.ts';

/** The fields of an entry in order; those without a value are omitted. A macro is a name defined by BibTeX. */
type Fields = readonly (readonly [name: string, value: string | { macro: string } | undefined])[];

const BIBTEX: Readonly<Record<ItemKind, string>> = {
	news: 'article',
	web: 'misc',
	journal: 'article',
	report: 'techreport',
	paper: 'techreport',
	debate: 'misc',
	legislation: 'misc',
	own: 'misc',
};

const BIBLATEX: Readonly<Record<ItemKind, string>> = {
	news: 'article',
	web: 'online',
	journal: 'article',
	report: 'report',
	paper: 'report',
	debate: 'misc',
	legislation: 'legislation',
	own: 'online',
};

/** An item as BibTeX. The URL has a field of its own, which modern styles print. */
export function bibtexEntry(item: CitableItem): string {
	return entry(BIBTEX[item.kind], item.key, bibtexFields(item));
}

/** An item as BibLaTeX, which has fields for what BibTeX can only hold in a note. */
export function biblatexEntry(item: CitableItem): string {
	return entry(BIBLATEX[item.kind], item.key, biblatexFields(item));
}

function bibtexFields(item: CitableItem): Fields {
	const report = BIBTEX[item.kind] === 'techreport';
	const dated = item.date === undefined ? null : parseDate(item.date);
	const date = dated && certainPart(dated);
	const notes = [
		...(report ? [] : [item.descriptor && capitalise(item.descriptor)]),
		item.version === undefined ? undefined : `Version ${item.version}`,
		dateNote(item),
		...notesOn(item),
		item.accessed === undefined ? undefined : `Accessed ${item.accessed}`,
	].filter((note) => note !== undefined && note !== '');
	return [
		...shared(item),
		['journal', isArticle(item) ? whole(item.container) : undefined],
		['howpublished', isArticle(item) ? undefined : whole(item.container)],
		['institution', report ? whole(institutionOf(item)) : undefined],
		['publisher', report ? undefined : whole(item.publisher)],
		['type', report ? text(item.descriptor && capitalise(item.descriptor)) : undefined],
		['volume', text(item.volume)],
		['number', text(item.issue ?? item.number)],
		['pages', text(pageOf(item)?.replaceAll('–', '--'))],
		['year', (dated && yearsOf(dated)) ?? undefined],
		['month', date?.month === undefined ? undefined : { macro: MONTH_MACROS[date.month - 1] ?? '' }],
		['day', date?.day?.toString()],
		['doi', address(item.doi)],
		['url', address(item.address)],
		['note', text(notes.length === 0 ? undefined : notes.join('. '))],
		...about(item),
	];
}

function biblatexFields(item: CitableItem): Fields {
	const report = BIBLATEX[item.kind] === 'report';
	return [
		...shared(item),
		['entrysubtype', item.kind === 'news' ? 'newspaper' : undefined],
		['journaltitle', isArticle(item) ? whole(item.container) : undefined],
		['organization', isArticle(item) ? undefined : whole(item.container)],
		['institution', report ? institutions(item) : undefined],
		['publisher', report ? undefined : whole(item.publisher)],
		// BibLaTeX requires a type for every report.
		['type', report ? text(capitalise(item.descriptor ?? 'report')) : undefined],
		['titleaddon', report ? undefined : text(item.descriptor && capitalise(item.descriptor))],
		['volume', text(item.volume)],
		['number', text(item.issue ?? item.number)],
		['version', item.version?.toString()],
		['pages', text(pageOf(item)?.replaceAll('–', '--'))],
		// BibLaTeX understands EDTF, including uncertain dates and open intervals.
		['date', item.date],
		['doi', address(item.doi)],
		['url', address(item.address)],
		['urldate', item.accessed],
		['note', text(notesOn(item).join('. ') || undefined)],
		...about(item),
	];
}

/** Whether the item appeared in a newspaper or journal. */
function isArticle({ kind }: CitableItem): boolean {
	return kind === 'news' || kind === 'journal';
}

/** The institutions, joined by “and”, at which BibLaTeX splits them. */
function institutions({ publisher, creators }: CitableItem): string | undefined {
	const bodies = creators.flatMap((creator) => (creator.kind === 'body' ? [creator.name] : []));
	const names = publisher === undefined ? bodies : [publisher];
	return names.map(whole).join(' and ') || undefined;
}

function shared(item: CitableItem): Fields {
	const authors = item.creators.map(name).join(' and ');
	return [
		['author', authors || undefined],
		['title', whole(citedTitle(item))],
	];
}

function about(item: CitableItem): Fields {
	return [
		['abstract', text(item.abstract)],
		['keywords', text(item.keywords?.join(', '))],
		['langid', item.language === 'en-GB' ? 'british' : undefined],
	];
}

/** BibTeX’s macros for months. */
const MONTH_MACROS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function name(creator: Creator): string {
	if (creator.kind === 'body') return `{${escaped(creator.name)}}`;
	const parts = [fullFamily(creator), creator.suffix, creator.given].filter(Boolean);
	return parts.map(escaped).join(', ');
}

function entry(type: string, key: string, fields: Fields): string {
	const lines = fields
		.filter(([, value]) => value !== undefined && value !== '')
		.map(
			([field, value = '']) => `\t${field} = ${typeof value === 'string' ? `{${value}}` : value.macro},\n`,
		);
	return `@${type}{${key},\n${lines.join('')}}\n`;
}

/** Text that styles may set in lower case. */
function text(value: string | undefined): string | undefined {
	return value === undefined ? undefined : escaped(value);
}

/** Text whose capitals styles must keep. */
function whole(value: string | undefined): string | undefined {
	return value === undefined ? undefined : `{${escaped(value)}}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	// Braces must balance, and those escaped with a backslash still count.
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
};

/** Escapes TeX’s special characters. */
function escaped(value: string): string {
	return value.replace(/[\\~^&%$#_{}]/g, (character) => lookup(ESCAPES, character) ?? `\\${character}`);
}

/** A URL is verbatim, but braces must balance and a backslash begins a command. */
function address(value: string | undefined): string | undefined {
	return value?.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');
}
