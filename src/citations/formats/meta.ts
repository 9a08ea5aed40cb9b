import { certainPart, datedOf } from '../dates.ts';
import { type CitableItem, citedTitle } from '../item.ts';
import type { Reference } from '../references.ts';

/** One `<meta>` of a page’s head. */
interface Meta {
	name: string;
	content: string;
}

/**
 * What reference managers and search engines read in the head of a page: the tags that Zotero’s “Embedded Metadata”
 * takes. A page names itself, never the publication that it is a record of: whoever saves it has read this page, today,
 * at this address. The publication stands beside it in the text of the page (`contextObject`).
 *
 * `dcterms.source` is where Zotero looks for the name of a site. Of an account only its neutral name is told, its month
 * and where it is, since its item has nothing else.
 *
 * @param references what can be cited of the page
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

/** Who answers for a document, as files of references name it. */
export function institutionOf({ publisher, creators }: CitableItem): string | undefined {
	const bodies = creators.flatMap((creator) => (creator.kind === 'body' ? [creator.name] : []));
	return publisher ?? (bodies.length > 0 ? bodies.join(', ') : undefined);
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
