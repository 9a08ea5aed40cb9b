import type { Archive, ArchiveRecord, TextEntry } from '../../archive/publish/view.ts';
import type { Theme } from '../../core/model/theme.ts';
import type { Permanent } from '../from-record.ts';
import { themeItem } from '../from-record.ts';
import { doiAddress } from '../../core/model/journal.ts';
import { type CitableItem, citedTitle, type ItemKind } from '../item.ts';
import type { Creator } from '../names.ts';
import type { CitedPage } from '../references.ts';

/** A schema.org entity. */
export interface Thing {
	'@type': string;
	[property: string]: unknown;
}

/**
 * The page of a record as a schema.org entity. The publication it records is its main entity, under the publisher’s name.
 *
 * @param cited what the page offers to cite
 * @returns null for an account: search engines are told nothing about accounts
 */
export function recordJsonLd(
	record: ArchiveRecord,
	cited: CitedPage,
	archive: Archive,
	permanent: Permanent,
): Thing | null {
	const item = cited.references.find(({ name }) => name === 'own')?.item;
	if (record.collection === 'testimonies' || !item) return null;
	const original = cited.references.find(({ name }) => name === 'source')?.item;
	const first = record.data.changes[0]?.date;
	return {
		'@context': 'https://schema.org',
		...page(item, 'WebPage', archive, permanent),
		identifier: { '@type': 'PropertyValue', propertyID: archive.config.name, value: record.id },
		...known({ datePublished: first, dateModified: item.date, version: item.version }),
		about: record.data.themes.map((theme) => ({
			'@type': 'DefinedTerm',
			name: archive.theme.get(theme)?.data.label ?? theme,
		})),
		...(original ? { mainEntity: originalThing(original) } : {}),
	};
}

/** The page of a theme: a collection of records on a defined term. */
export function themeJsonLd(theme: TextEntry<Theme>, archive: Archive, permanent: Permanent): Thing {
	const item = themeItem(theme, archive, permanent);
	return {
		'@context': 'https://schema.org',
		...page(item, 'CollectionPage', archive, permanent),
		mainEntity: {
			'@type': 'DefinedTerm',
			name: theme.data.label,
			description: theme.data.scope,
			alternateName: theme.data.synonyms,
		},
	};
}

/** JSON for `<script type="application/ld+json">`, which cannot end the script or begin a comment. */
export function jsonLdText(thing: Thing): string {
	return JSON.stringify(thing).replace(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

function page(item: CitableItem, type: string, { config }: Archive, permanent: Permanent): Thing {
	const site = permanent('/');
	return {
		'@type': type,
		'@id': item.address,
		...known({ url: item.address, name: item.title, abstract: item.abstract, inLanguage: item.language }),
		publisher: { '@type': 'Organization', name: config.publisher },
		isPartOf: { '@type': 'WebSite', '@id': site, name: config.name, url: site },
		license: config.licence.url,
	};
}

const TYPES: Readonly<Record<ItemKind, string>> = {
	news: 'NewsArticle',
	journal: 'ScholarlyArticle',
	web: 'WebPage',
	report: 'Report',
	paper: 'Report',
	debate: 'Report',
	legislation: 'Legislation',
	own: 'WebPage',
};

function originalThing(item: CitableItem): Thing {
	const container = item.container ?? item.publisher;
	const type = TYPES[item.kind];
	return {
		'@type': type,
		...known({
			[item.kind === 'news' ? 'headline' : 'name']: citedTitle(item),
			url: item.address,
			// Schema.org has no form for approximate dates.
			datePublished: /^[\d-]+$/.test(item.date ?? '') ? item.date : undefined,
			[type === 'Report' ? 'reportNumber' : 'alternateName']: item.number,
		}),
		...(item.creators.length === 0 ? {} : { author: item.creators.map(agent) }),
		...(item.kind === 'journal' ? inJournal(item) : {}),
		...(container === undefined || item.kind === 'journal'
			? {}
			: { publisher: { '@type': 'Organization', name: container } }),
	};
}

/** The pages, issue, volume and journal of an article, as far as they are known. */
function inJournal({ container, volume, issue, pages, doi }: CitableItem): Record<string, unknown> {
	const periodical = container === undefined ? undefined : { '@type': 'Periodical', name: container };
	const inVolume =
		volume === undefined
			? periodical
			: { '@type': 'PublicationVolume', volumeNumber: volume, ...known({ isPartOf: periodical }) };
	return known({
		pagination: pages,
		sameAs: doi === undefined ? undefined : doiAddress(doi),
		isPartOf:
			issue === undefined
				? inVolume
				: { '@type': 'PublicationIssue', issueNumber: issue, ...known({ isPartOf: inVolume }) },
	});
}

function agent(creator: Creator): Thing {
	return creator.kind === 'body'
		? { '@type': 'Organization', name: creator.name }
		: { '@type': 'Person', name: creator.printed };
}

function known(properties: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
