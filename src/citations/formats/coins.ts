import { certainPart, datedOf } from '../dates.ts';
import { citedTitle, type ItemKind } from '../item.ts';
import { type Creator, fullFamily } from '../names.ts';
import { institutionOf } from './meta.ts';
import { pageOf } from './csl-json.ts';
import type { Reference } from '../references.ts';

/** Formats of a ContextObject for the kinds that have one of their own; all others are Dublin Core. */
const FORMATS: Readonly<Partial<Record<ItemKind, readonly [format: string, genre: string]>>> = {
	journal: ['journal', 'article'],
	report: ['book', 'report'],
	paper: ['book', 'report'],
	debate: ['book', 'document'],
};
/** What Zotero calls the others. */
const TYPES: Readonly<Partial<Record<ItemKind, string>>> = {
	news: 'newspaperArticle',
	legislation: 'statute',
};

/**
 * A thing as a ContextObject for COinS (Z39.88-2004, key/encoded-value format), which Zotero and others read from a
 * page. Where a page has several, Zotero lets the reader choose. It takes the address of what is on the page itself
 * from `rft.identifier`, with the day of saving as the day of reading; that of anything else from `rft_id`, without.
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

/** An address without a plus sign, which Zotero takes for a space even where it is encoded: in a query it is one. */
function withoutPlus(address: string | undefined): string | undefined {
	const [path = '', ...query] = address?.split('?') ?? [];
	return (
		address && [path.replaceAll('+', '%2B'), ...query.map((part) => part.replaceAll('+', '%20'))].join('?')
	);
}

/**
 * A person as `Family, Given`. An organisation has a comma after its name, which then has no given name; one with a
 * comma within it can only be told as a corporation.
 */
function creatorField(creator: Creator, key: 'au' | 'creator'): readonly [key: string, value: string] {
	if (creator.kind === 'person')
		return [`rft.${key}`, [fullFamily(creator), creator.given].filter(Boolean).join(', ')];
	return /[,،]/.test(creator.name) ? ['rft.aucorp', creator.name] : [`rft.${key}`, `${creator.name},`];
}

/** `2026-11-21`, as far as it is certain. */
function isoDate(date: string): string | undefined {
	const part = certainPart(datedOf(date));
	if (!part) return undefined;
	return [part.year, part.month, part.day]
		.filter((number) => number !== undefined)
		.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0'))
		.join('-');
}
