import { certainPart, parseDate } from '../dates.ts';
import { citedTitle, type ItemKind } from '../item.ts';
import { type Creator, fullFamily } from '../names.ts';
import { institutionOf } from './meta.ts';
import { pageOf } from './csl-json.ts';
import type { Reference } from '../references.ts';

/** ContextObject formats for kinds that have one; all others use Dublin Core. */
const FORMATS: Readonly<Partial<Record<ItemKind, readonly [format: string, genre: string]>>> = {
	journal: ['journal', 'article'],
	report: ['book', 'report'],
	paper: ['book', 'report'],
	debate: ['book', 'document'],
};
/** Zotero’s types for kinds in Dublin Core. */
const TYPES: Readonly<Partial<Record<ItemKind, string>>> = {
	news: 'newspaperArticle',
	legislation: 'statute',
};

/**
 * A reference as a ContextObject for COinS (Z39.88-2004, key/encoded-value format), which reference managers read from
 * pages. If a page has several, Zotero lets the reader choose. It takes the URL of the page itself from `rft.identifier`
 * and sets the access date; it takes any other URL from `rft_id` and sets none.
 */
export function contextObject({ name, item }: Reference): string {
	const [format, genre] = FORMATS[item.kind] ?? ['dc', undefined];
	const titled = genre === undefined ? 'title' : genre === 'article' ? 'atitle' : 'btitle';
	const pages = item.kind === 'journal' ? pageOf(item)?.replace('–', '-') : undefined;
	const fields: readonly (readonly [key: string, value: string | undefined])[] = [
		['ctx_ver', 'Z39.88-2004'],
		['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
		['rft.genre', genre],
		['rft.type', genre === undefined ? (TYPES[item.kind] ?? 'webpage') : undefined],
		[`rft.${titled}`, citedTitle(item)],
		...item.creators.map((creator) => creatorField(creator, genre === undefined ? 'creator' : 'au')),
		[item.kind === 'journal' ? 'rft.jtitle' : 'rft.source', item.container],
		['rft.volume', item.volume],
		['rft.issue', item.issue],
		['rft.pages', pages],
		[
			format === 'book' ? 'rft.pub' : 'rft.publisher',
			format === 'book' ? institutionOf(item) : item.publisher,
		],
		['rft.date', item.date === undefined ? undefined : isoDate(item.date)],
		['rft_id', item.doi === undefined ? undefined : `info:doi/${item.doi}`],
		[name === 'own' ? 'rft.identifier' : 'rft_id', withoutPlus(item.address)],
		['rft.description', item.abstract],
		['rft.language', item.language],
	];
	return fields
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([key, value = '']) => `${key}=${encodeURIComponent(value)}`)
		.join('&');
}

/** A URL without plus signs, which Zotero decodes to spaces even if they are encoded; in a query they are spaces. */
function withoutPlus(address: string | undefined): string | undefined {
	const [path = '', ...query] = address?.split('?') ?? [];
	return (
		address && [path.replaceAll('+', '%2B'), ...query.map((part) => part.replaceAll('+', '%20'))].join('?')
	);
}

/**
 * A person as `Family, Given`. A comma after the name of an organisation marks it as having no given name; a name that
 * contains a comma can only be given as a corporate author.
 */
function creatorField(creator: Creator, key: 'au' | 'creator'): readonly [key: string, value: string] {
	if (creator.kind === 'person')
		return [`rft.${key}`, [fullFamily(creator), creator.given].filter(Boolean).join(', ')];
	return /[,،]/.test(creator.name) ? ['rft.aucorp', creator.name] : [`rft.${key}`, `${creator.name},`];
}

/** The certain part of a date: `2026-11-21`. */
function isoDate(date: string): string | undefined {
	const part = certainPart(parseDate(date));
	if (!part) return undefined;
	return [part.year, part.month, part.day]
		.filter((number) => number !== undefined)
		.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0'))
		.join('-');
}
