import type { ArchiveConfig } from '../model/config.ts';
import type { ArchiveRecord } from '../archive/view.ts';
import { certainPart, datedOf } from './dates.ts';
import { type CitableItem, citedTitle } from './item.ts';

/** One `<meta>` of a page’s head: `name`, or `property` for those of the Open Graph. */
export type Meta = { name: string; content: string } | { property: string; content: string };

/**
 * What reference managers and libraries read in the head of a page: the tags that Zotero’s “Embedded Metadata” takes,
 * and Dublin Core.
 *
 * No `citation_author`: an organisation’s name there is split into first and last name. `dcterms.source` is where
 * Zotero looks for the name of the site.
 *
 * @param item what the page itself is, not what it is a record of
 * @param collection set for a record. Of an account the page says only that it is a web page (evidence.md CT-4, WS-12):
 *   reference managers take its neutral title from the page, and nothing invites an index
 */
export function citationMeta(
	item: CitableItem,
	config: ArchiveConfig,
	collection?: ArchiveRecord['collection'],
): Meta[] {
	const type = { name: 'z:itemType', content: 'webpage' };
	if (collection === 'testimonies') return [type];
	const title = citedTitle(item);
	const date = item.date === undefined ? undefined : slashed(item.date);
	const tags: readonly (readonly [name: string, content: string | undefined])[] = [
		['citation_title', title],
		['citation_publication_date', date],
		['citation_publisher', item.publisher],
		['citation_public_url', item.address],
		['citation_language', item.language],
		['citation_keywords', item.keywords?.join('; ')],
		['citation_abstract', item.abstract],
		['dcterms.title', title],
		['dcterms.publisher', item.publisher],
		['dcterms.source', item.container],
		['dcterms.issued', date?.replaceAll('/', '-')],
		['dcterms.identifier', item.address],
		['dcterms.type', 'Text'],
		['dcterms.language', item.language],
		['dcterms.rights', config.licence.url],
	];
	return [
		type,
		...tags.flatMap(([name, content]) =>
			content === undefined || content === '' ? [] : [{ name, content }],
		),
		...(item.container === undefined ? [] : [{ property: 'og:site_name', content: item.container }]),
	];
}

/** `2026/11/21`, as far as it is certain. */
function slashed(date: string): string | undefined {
	const part = certainPart(datedOf(date));
	if (!part) return undefined;
	return [part.year, part.month, part.day]
		.filter((number) => number !== undefined)
		.map((number) => String(number).padStart(2, '0'))
		.join('/');
}
