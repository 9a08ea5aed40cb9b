import { oscolaDate, oscolaYear } from '../dates.ts';
import { type CitableItem, instrumentNumber } from '../item.ts';
import { oscolaLocator } from '../locator.ts';
import type { Run } from '../rich-text.ts';
import { quoted, titleCase, unquoted } from '../titles.ts';

/** The fifth edition appeared in 2026; many courses and courts still expect the fourth, of 2012. */
export type Edition = 4 | 5;

/**
 * The part of a reference between author and pinpoint: title, publication and date. Sections are those of OSCOLA 4.
 */
export function body(item: CitableItem, edition: Edition): Run[] {
	switch (item.kind) {
		case 'news':
			return news(item, edition);
		case 'journal':
			return journal(item);
		case 'paper':
			return paper(item);
		case 'debate':
			return debate(item);
		case 'legislation':
			return legislation(item);
		case 'web':
			return [title(item), ...bracket([site(item), item.descriptor, date(item), source(item)])];
		case 'report':
			return [
				title(item),
				...bracket([item.descriptor, numberOf(item), publisher(item), date(item), source(item)]),
			];
		case 'own':
			return [title(item), ...bracket([item.descriptor, item.container, version(item), date(item)])];
	}
}

/** ‘Title’ *Newspaper* (date) (section 3.4.9). */
function news(item: CitableItem, edition: Edition): Run[] {
	const place = edition === 4 ? item.place : undefined;
	const paper: Run[] = item.container === undefined ? [] : [' ', { italic: item.container }];
	return [title(item), ...paper, ...bracket([place, date(item), source(item)])];
}

/**
 * ‘Title’ (year) volume(issue) Journal first page (section 3.3.1). A year that serves as volume has square brackets. The
 * name of the journal is roman.
 */
function journal(item: CitableItem): Run[] {
	const { volume, issue, container, pages } = item;
	const year = item.date === undefined ? undefined : oscolaYear(item.date);
	const number = [volume, issue === undefined ? '' : `(${issue})`].join('');
	const parts = [
		year === undefined ? '' : volume === undefined ? `[${year}]` : `(${year})`,
		number,
		container ?? '',
		pages?.split(/[–-]/)[0] ?? '',
	].filter(Boolean);
	return [title(item), ...parts.map((part) => ` ${part}`), ...bracket([source(item)])];
}

/** *Title* (Cm 9999, 2018), or *Title* (HC 2021–22, 140), where the session gives the year (section 3.4.3). */
function paper(item: CitableItem): Run[] {
	const name: Run = item.titleSupplied ? suppliedTitle(item) : { italic: unquoted(titleCase(item.title)) };
	const sessional = /^H[CL] /.test(item.number ?? '');
	const year = item.date === undefined || sessional ? undefined : oscolaYear(item.date);
	return [name, ...bracket([numberOf(item), year])];
}

/** HC Deb 15 July 2021, vol 699; the column is the pinpoint (section 3.4.2). */
function debate(item: CitableItem): Run[] {
	const [, house = '', volume = ''] = DEBATE.exec(item.number ?? '') ?? [];
	return [[[house, date(item)].filter(Boolean).join(' '), volume].filter(Boolean).join(', ')];
}

/** Matches the series and volume of reports of debates. */
export const DEBATE = /^((?:HC|HL|WH|GC) Deb|SC Deb.*?),? (vol \d+)$/;

/** Matches the number of a parliamentary paper. */
export const PAPER = /^(?:C|C \(2nd\)|Cd|Cmd|Cmnd|Cm|CP) \d+$|^H[CL] \d{4}[–-]\d{2},/;

/** Title and number in roman, abbreviations without full stops: Invented Regulations 2018, SI 2018/748, reg 4 (section 2.5). */
function legislation(item: CitableItem): Run[] {
	const number = instrumentNumber(item);
	const parts = (item.titleSupplied ? suppliedTitle(item) : unquoted(item.title.replace(/^The /, '')))
		.split(', ')
		.map((part) => oscolaLocator(part.replace(/^S\.\s?I\.\s/, 'SI ')));
	return [[...parts, ...(number === undefined ? [] : [number])].join(', ')];
}

/** A supplied title in square brackets. */
export function suppliedTitle({ title }: CitableItem): string {
	return `[${unquoted(title)}]`;
}

/** The number in a series; a parliamentary session takes an en dash. */
function numberOf({ number }: CitableItem): string | undefined {
	return number?.replace(/(\d{4})-(\d{2}),/, '$1–$2,');
}

function title(item: CitableItem): Run {
	return item.titleSupplied ? suppliedTitle(item) : quoted(titleCase(item.title));
}

function site(item: CitableItem): Run | undefined {
	return item.container === undefined ? undefined : { italic: item.container };
}

/** The publisher, unless it is also the author. */
function publisher({ publisher, creators }: CitableItem): string | undefined {
	return creators.some((creator) => creator.kind === 'body' && creator.name === publisher)
		? undefined
		: publisher;
}

function date(item: CitableItem): string | undefined {
	return item.date === undefined ? undefined : oscolaDate(item.date);
}

function version(item: CitableItem): string | undefined {
	return item.version === undefined ? undefined : `version ${item.version}`;
}

function source(item: CitableItem): string | undefined {
	return item.reproduces === undefined ? undefined : `reproducing ${item.reproduces}`;
}

/** The known parts in round brackets; nothing if none is known. */
function bracket(parts: readonly (Run | undefined)[]): Run[] {
	const known = parts.filter((part) => part !== undefined && part !== '');
	if (known.length === 0) return [];
	return [' (', ...known.flatMap((part, index) => (index === 0 ? [part as Run] : [', ', part as Run])), ')'];
}
