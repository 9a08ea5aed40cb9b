import { certainPart, parseDate } from '../dates.ts';
import { type CitableItem, citedTitle } from '../item.ts';
import type { Reference } from '../references.ts';

/** A `<meta>` element. */
interface Meta {
	name: string;
	content: string;
}

/**
 * The meta tags that Zotero’s “Embedded Metadata” translator and search engines read. They describe the page itself, never
 * the publication it records: whoever saves the page has read it today at this URL. The publication is in the body of the
 * page (`contextObject`).
 *
 * Zotero reads the name of the site from `dcterms.source`. The tags of an account hold only its neutral title, month and URL,
 * since its item holds nothing else.
 *
 * @param references what the page offers to cite
 */
export function citationMeta(references: readonly Reference[]): Meta[] {
	const own = references.find(({ name }) => name === 'own')?.item;
	if (!own) return [];
	const tags: readonly (readonly [name: string, content: string | undefined])[] = [
		['z:itemType', 'webpage'],
		['citation_title', citedTitle(own)],
		['citation_publication_date', own.date === undefined ? undefined : slashed(own.date)],
		['citation_publisher', own.publisher],
		['dcterms.source', own.container],
		['citation_public_url', own.address],
		['citation_language', own.language],
		['citation_keywords', own.keywords?.join('; ')],
		['citation_abstract', own.abstract],
	];
	return tags.flatMap(([name, content]) =>
		content === undefined || content === '' ? [] : [{ name, content }],
	);
}

/** The institution responsible for a document. */
export function institutionOf({ publisher, creators }: CitableItem): string | undefined {
	const bodies = creators.flatMap((creator) => (creator.kind === 'body' ? [creator.name] : []));
	return publisher ?? (bodies.length > 0 ? bodies.join(', ') : undefined);
}

/** The certain part of a date: `2026/11/21`. */
function slashed(date: string): string | undefined {
	const part = certainPart(parseDate(date));
	if (!part) return undefined;
	return [part.year, part.month, part.day]
		.filter((number) => number !== undefined)
		.map((number) => String(number).padStart(2, '0'))
		.join('/');
}
