import type { Counting } from '../../checks/disclosure/counts.ts';

/**
 * The catalogue: the data about records that search uses in addition to their text. Filters, exact counts for any
 * query and the order by date come from it, so that none of them needs a further search. `make-catalogue.ts` builds
 * it from the archive view alone; the build and the browser share this file.
 */

/** Key of a facet, in the catalogue and in the address. */
export type GroupId = string;

export interface CatalogueValue {
	id: string;
	label: string;
	/** Index, in its group, of the broader value. */
	parent?: number;
	/** Path of its page. */
	path?: string;
	/** For a kind of record: the short label that says who is speaking. */
	speaker?: string;
	/** Further names that find its records. */
	also?: readonly string[];
	/** Set if no account given to the archive can have it, so that its count is exact. */
	never?: boolean;
}

/** A facet. */
export interface CatalogueGroup {
	key: GroupId;
	label: string;
	values: readonly CatalogueValue[];
	/** Whether a record may have several values, not counting broader ones. */
	several?: boolean;
	/** Set if no account given to the archive can have any of them. */
	never?: boolean;
}

/** A record, in as few characters as possible: there can be ten thousand. */
export type CatalogueRecord = readonly [
	id: string,
	/** Index in `dates`. */
	date: number,
	/** Index in `facts`. */
	facts: number,
	/** Index in `publishers`, -1 if not known. */
	publisher: number,
	/** Value numbers, counted across all groups, including broader values. */
	values: readonly number[],
];

/** A name that finds records: an organisation in a role that has no facet, or the number of an official record. */
export interface CatalogueName {
	/** What it names: `publisher`. */
	label: string;
	/** The name as displayed, then its other forms. */
	words: readonly string[];
	records: readonly number[];
}

export interface Catalogue {
	groups: readonly CatalogueGroup[];
	/** Each date as data (EDTF, empty if not known) and in words. */
	dates: readonly (readonly [data: string, words: string])[];
	/** Lines of facts. */
	facts: readonly string[];
	publishers: readonly { label: string; also: readonly string[] }[];
	/** Further names that find records, with what each names and the indexes of the records. */
	names: readonly CatalogueName[];
	/** Newest first. */
	records: readonly CatalogueRecord[];
	/** Other pages that search finds, each with its label. */
	pages: readonly (readonly [path: string, label: string])[];
	/** How counts that may include given accounts are shown; omitted if every count is exact. */
	counting?: Counting;
	/** Indexes of the accounts given to the archive; omitted together with `counting`. */
	given?: readonly number[];
}

/**
 * Maps records and pages, in the order of the catalogue, to entries of the text index. Written after the index, which
 * assigns the keys.
 */
export interface IndexKeys {
	records: readonly string[];
	pages: readonly string[];
	/**
	 * Stems, each with a word of the texts that it should find although the index does not have the word under that
	 * stem.
	 */
	variants?: readonly (readonly [stem: string, indexed: string])[];
}

/** Paths of the files of search, from the base folder. */
export const CATALOGUE_FILE = 'search/catalogue.json';
export const KEYS_FILE = 'search/keys.json';
export const INDEX_FOLDER = 'pagefind/';
/** All words of the texts, for prefix searches and spelling corrections. */
export const WORDS_FILE = 'search/words.json';
/** All of them in one file. Its extension tells the output scan that it contains text. */
export const WHOLE_FILE = 'search/whole.pf_index';
/** How to load the index. */
export const LOADING_FILE = 'search/loading.json';

/** What the search page must know before it loads any part of the index. */
export interface LoadingRule {
	/** Transfer size of the whole index. */
	bytes: number;
	/** Whether it is always loaded as a whole, so that no request depends on the query. */
	always: boolean;
}

/** A value and its group. */
export interface FlatValue extends CatalogueValue {
	group: CatalogueGroup;
	/** Number of the value, counted across all groups. */
	ordinal: number;
}

/** All values of all groups, by number. */
export function flatValues(groups: readonly CatalogueGroup[]): FlatValue[] {
	return groups
		.flatMap((group) => group.values.map((value) => ({ ...value, group })))
		.map((value, ordinal) => ({ ...value, ordinal }));
}
