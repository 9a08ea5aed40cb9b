import type { ArchiveRecord } from '../archive/view.ts';
import { certainPart, datedOf } from './dates.ts';
import { type CitableItem, citedTitle, type ItemKind } from './item.ts';
import { fullFamily } from './names.ts';
import type { Reference } from './references.ts';

/** One `<meta>` of a page’s head. */
export interface Meta {
	name: string;
	content: string;
}

/** What Zotero calls things. */
const TYPES: Readonly<Record<ItemKind, string>> = {
	news: 'newspaperArticle',
	web: 'webpage',
	report: 'report',
	paper: 'report',
	debate: 'document',
	legislation: 'statute',
	own: 'webpage',
};

/**
 * What reference managers read in the head of a page: the tags that Zotero’s “Embedded Metadata” takes.
 *
 * The page of a report or a finding names the publication that it is a record of, since that is what a reader cites,
 * and where in this archive its record is. Any other page names itself.
 *
 * People are given as `Last, First`; organisations are never in `citation_author`, where Zotero splits their names.
 * `dcterms.source` is where Zotero looks for the name of a newspaper or a site.
 *
 * @param references what can be cited of the page
 * @param collection set for a record. Of an account only its neutral name is told, its month and where it is
 *   (evidence.md CT-4)
 */
export function citationMeta(
	references: readonly Reference[],
	collection?: ArchiveRecord['collection'],
): Meta[] {
	const own = references.find(({ name }) => name === 'own')?.item;
	const isRecord = collection === 'reports' || collection === 'findings';
	const item = (isRecord && references.find(({ name }) => name === 'source')?.item) || own;
	if (!item) return [];
	const official = item.kind === 'report' || item.kind === 'paper';
	const tags: readonly (readonly [name: string, content: string | undefined])[] = [
		['z:itemType', TYPES[item.kind]],
		['citation_title', citedTitle(item)],
		...item.creators.flatMap((creator) =>
			creator.kind === 'body'
				? []
				: ([['citation_author', [fullFamily(creator), creator.given].filter(Boolean).join(', ')]] as const),
		),
		['citation_publication_date', item.date === undefined ? undefined : slashed(item.date)],
		['citation_technical_report_institution', official ? institutionOf(item) : undefined],
		['citation_technical_report_number', official ? item.number : undefined],
		['citation_publisher', official ? undefined : item.publisher],
		['dcterms.source', item.container],
		['citation_public_url', item.address ?? own?.address],
		['dcterms.coverage', item === own ? undefined : own?.address],
		['citation_language', item.language],
		['citation_keywords', own?.keywords?.join('; ')],
		['citation_abstract', own?.abstract],
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
