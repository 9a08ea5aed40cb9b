import { countingOf } from '../../archive/publish/counting.ts';
import type { Archive, ArchiveRecord } from '../../archive/publish/view.ts';
import { isGivenRecord } from '../../checks/disclosure/counts.ts';
import {
	complaintPath,
	figurePath,
	organisationPath,
	pagePath,
	themePath,
} from '../../core/values/address.ts';
import { RECORD_COLLECTIONS } from '../../core/model/config.ts';
import type { Organisation } from '../../core/model/organisation.ts';
import type {
	Catalogue,
	CatalogueName,
	CatalogueGroup,
	CatalogueRecord,
	CatalogueValue,
	GroupId,
} from '../engine/catalogue.ts';
import { groupKey } from '../engine/state.ts';
import { lookup } from '../../core/values/lookup.ts';
import { capitalise } from '../../core/text/words.ts';

/** How a record is described in search results and in the site’s lists. */
export interface Description {
	/** Date as data, null if not known, and in words. */
	date: string | null;
	dateWords: string;
	facts: string;
}

/** Year value of records without a known date. */
const NO_YEAR = 'unknown';

/** A facet, and the values that a record has in it. */
interface Source {
	group: CatalogueGroup;
	valuesOf: (record: ArchiveRecord) => readonly (string | undefined)[];
}

/**
 * Builds the catalogue of an archive. The same archive always yields the same bytes.
 *
 * @param describe returns the description of a record for search results
 */
export function makeCatalogue(archive: Archive, describe: (record: ArchiveRecord) => Description): Catalogue {
	const sources = facetSources(archive);
	const ordinals = numberValues(sources);
	const dates = new Table<readonly [string, string]>((date) => date.join('\n'));
	const facts = new Table<string>((line) => line);
	const publishers = new Table<string>((id) => id);
	const records = archive.records.map((record): CatalogueRecord => {
		const { date, dateWords, facts: line } = describe(record);
		const publisher = record.data.sources[0]?.publisher;
		const values = sources.flatMap(({ group, valuesOf }) =>
			valuesOf(record).flatMap((value) => ordinals.get(group.key)?.get(value ?? '') ?? []),
		);
		return [
			record.id,
			dates.place([date ?? '', dateWords]),
			facts.place(line),
			publisher ? publishers.place(publisher) : -1,
			[...new Set(values)].sort((a, b) => a - b),
		];
	});
	const counting = countingOf(archive);
	const given = archive.records.flatMap((record, place) => (isGivenRecord(record) ? [place] : []));
	return {
		groups: sources.map(({ group }) => group),
		dates: dates.rows,
		facts: facts.rows,
		publishers: publishers.rows.map((id) => {
			const data = archive.organisation.get(id)?.data;
			return { label: data?.name ?? id, also: data ? otherNames(data) : [] };
		}),
		names: furtherNames(archive),
		records,
		pages: otherPages(archive),
		...(counting.anyGiven && { counting, given }),
	};
}

function facetSources(archive: Archive): Source[] {
	const { words } = archive.config;
	const { anyGiven } = countingOf(archive);
	const filtered = new Set(
		archive.config.organisationKinds.filter((kind) => kind.filter).map((kind) => kind.id),
	);
	const used = new Set(archive.records.flatMap((record) => record.data.organisations));
	const years = [...new Set(archive.records.map(yearOf))].sort().reverse();
	const sources: Source[] = [
		{
			group: {
				key: 'kind',
				label: 'Kind',
				values: RECORD_COLLECTIONS.filter((name) => archive[name].length > 0).map((name) => ({
					id: name,
					label: words[name].title,
					speaker: words[name].speaker,
					path: `/${name}/`,
					...(anyGiven && name !== 'testimonies' && { never: true }),
				})),
			},
			valuesOf: (record) => [record.collection],
		},
		{
			group: {
				key: 'theme',
				label: capitalise(words.theme),
				...(anyGiven && { several: true }),
				values: archive.themes.map(({ id, data }) => ({
					id,
					label: data.label,
					path: themePath(id),
					also: data.synonyms,
				})),
			},
			valuesOf: (record) => record.data.themes,
		},
		{
			group: {
				key: 'organisation',
				label: 'Organisation',
				...(anyGiven && { several: true }),
				values: archive.organisations
					.filter(({ id, data }) => filtered.has(data.kind) && used.has(id))
					.map(({ id, data }) => ({
						id,
						label: data.name,
						path: organisationPath(id),
						also: otherNames(data),
					})),
			},
			valuesOf: (record) => record.data.organisations,
		},
		{
			group: {
				key: 'year',
				label: 'Year of publication',
				values: years.map((year) => ({ id: year, label: year === NO_YEAR ? 'Not known' : year })),
			},
			valuesOf: (record) => [yearOf(record)],
		},
		...archive.config.facets.map((facet): Source => {
			const places = new Map(facet.values.map((value, place) => [value.id, place]));
			const broader = (id: string | undefined): string[] => {
				const value = facet.values.find((one) => one.id === id);
				return value ? [value.id, ...broader(value.parent)] : [];
			};
			return {
				group: {
					key: facetKey(facet.id),
					label: facet.label,
					...(anyGiven && !facet.collections.includes('testimonies') && { never: true }),
					values: facet.values.map(({ id, label, parent }): CatalogueValue => {
						const place = parent === undefined ? undefined : places.get(parent);
						return place === undefined ? { id, label } : { id, label, parent: place };
					}),
				},
				valuesOf: (record) => broader(lookup(record.data.facets as Record<string, string>, facet.id)),
			};
		}),
	];
	return sources.filter(({ group }) => group.values.length > 0);
}

/** The built-in facets. An archive’s facet with the same key gets a longer one. */
const BUILT_IN = new Set(['kind', 'theme', 'organisation', 'year']);

function facetKey(id: string): GroupId {
	return BUILT_IN.has(id) ? `facet-${id}` : groupKey(id);
}

/** Year of publication of a record’s source; the first year of a span. */
function yearOf(record: ArchiveRecord): string {
	return record.data.sources[0]?.published?.slice(0, 4) ?? NO_YEAR;
}

function numberValues(sources: readonly Source[]): Map<GroupId, Map<string, number>> {
	let next = 0;
	return new Map(
		sources.map(({ group }) => [group.key, new Map(group.values.map(({ id }) => [id, next++]))]),
	);
}

function otherNames({ shortName, aliases }: Organisation): string[] {
	return [...(shortName ? [shortName] : []), ...aliases];
}

/**
 * Names that find records in addition to facet labels and first publishers: organisations without a facet value,
 * issuers and addressees, publishers of other sources, and the numbers of official records.
 */
function furtherNames(archive: Archive): CatalogueName[] {
	const filtered = new Set(
		archive.config.organisationKinds.filter((kind) => kind.filter).map((kind) => kind.id),
	);
	const names = new Map<string, CatalogueName & { records: number[] }>();
	const add = (label: string, words: readonly string[], place: number) => {
		const key = `${label}: ${words[0]}`;
		const name = names.get(key) ?? { label, words, records: [] };
		if (!name.records.includes(place)) name.records.push(place);
		names.set(key, name);
	};
	for (const [place, record] of archive.records.entries()) {
		const { organisations, sources } = record.data;
		const official = record.collection === 'findings' ? record.data : undefined;
		const about = [...organisations, ...(official ? [...official.issuedBy, ...official.addressees] : [])];
		for (const id of new Set(about)) {
			const data = archive.organisation.get(id)?.data;
			if (data && !(filtered.has(data.kind) && organisations.includes(id)))
				add('organisation', [data.name, ...otherNames(data)], place);
		}
		for (const { publisher } of sources.slice(1)) {
			const data = publisher && archive.organisation.get(publisher)?.data;
			if (data && publisher !== sources[0]?.publisher)
				add('publisher', [data.name, ...otherNames(data)], place);
		}
		if (official?.number) add('number', [official.number], place);
		for (const id of official?.answers ?? []) {
			const answered = archive.record.get(id);
			if (answered?.collection === 'findings' && answered.data.number)
				add('answer to', [answered.data.number], place);
		}
	}
	return [...names.values()];
}

function otherPages(archive: Archive): (readonly [path: string, label: string])[] {
	const { words } = archive.config;
	return [
		...archive.themes.map(({ id }) => [themePath(id), capitalise(words.theme)] as const),
		...archive.complaints.map(({ id }) => [complaintPath(id), capitalise(words.complaint)] as const),
		...archive.pages.map(({ id }) => [pagePath(id), words.archive] as const),
		...archive.figures.map(({ id }) => [figurePath(id), 'Figure'] as const),
	];
}

/** A list without duplicates. */
class Table<Thing> {
	readonly rows: Thing[] = [];
	readonly #places = new Map<string, number>();
	readonly #keyOf: (thing: Thing) => string;

	constructor(keyOf: (thing: Thing) => string) {
		this.#keyOf = keyOf;
	}

	/** Returns the index of an item, adding it if it is new. */
	place(thing: Thing): number {
		const key = this.#keyOf(thing);
		const place = this.#places.get(key) ?? this.rows.push(thing) - 1;
		this.#places.set(key, place);
		return place;
	}
}
