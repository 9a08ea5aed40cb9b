import type { Counting } from '../../checks/disclosure/counts.ts';

/**
 * The catalogue: what search knows of the records besides their words. Filters, exact counts under any query and
 * the order by date come from it, so that none of them needs a further search. It is made from the archive view
 * alone (`make-catalogue.ts`); this file is what the browser shares with the build.
 */

/** Key of a facet, in the catalogue and in the address. */
export type GroupId = string;

export interface CatalogueValue {
	id: string;
	label: string;
	/** Place, in its group, of the broader value that this one belongs to. */
	parent?: number;
	/** Path of its own page. */
	path?: string;
	/** For the kind of a record: the small label that says who is speaking. */
	speaker?: string;
	/** Other names that find its records. */
	also?: readonly string[];
	/** No account given to the archive can have it, so that its count is exact. */
	never?: boolean;
}

/** A facet: its values exclude nothing, records may have several. */
export interface CatalogueGroup {
	key: GroupId;
	label: string;
	values: readonly CatalogueValue[];
	/** Whether a record may have several of the values, not counting broader ones. */
	several?: boolean;
	/** No account given to the archive can have any of them. */
	never?: boolean;
}

/** A record, in as few characters as may be: there can be ten thousand. */
export type CatalogueRecord = readonly [
	id: string,
	/** Place in `dates`. */
	date: number,
	/** Place in `facts`. */
	facts: number,
	/** Place in `publishers`, -1 if not known. */
	publisher: number,
	/** Values of all groups, counted through; broader values are among them. */
	values: readonly number[],
];

/** A name that finds records: an organisation in another part than the facet knows, the number of a record. */
export interface CatalogueName {
	/** What it names: `publisher`. */
	label: string;
	/** The name as it is shown, then other forms of it. */
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
	/** Further names that find records, with what they are names of and the places of the records. */
	names: readonly CatalogueName[];
	/** From newest to oldest. */
	records: readonly CatalogueRecord[];
	/** Pages besides records that can be found, each with its label. */
	pages: readonly (readonly [path: string, label: string])[];
	/** How counts in which given accounts may be are shown; left out where every count is exact. */
	counting?: Counting;
	/** Places of the accounts given to the archive; left out with `counting`. */
	given?: readonly number[];
}

/**
 * Which entry of the text index belongs to which record and page: made after the index, since the index gives the
 * names. In the order of the catalogue.
 */
export interface IndexKeys {
	records: readonly string[];
	pages: readonly string[];
	/** Stems, each with a word of the texts that it finds although the index does not know that word by it. */
	variants?: readonly (readonly [stem: string, indexed: string])[];
}

/** Where the files of search lie, from the archive's own folder. */
export const CATALOGUE_FILE = 'search/catalogue.json';
export const KEYS_FILE = 'search/keys.json';
export const INDEX_FOLDER = 'pagefind/';
/** All words of the texts, for words of which only the beginning is given and for misspelt ones. */
export const WORDS_FILE = 'search/words.json';
/** All of them in one file. Its ending says to the sweep of the built site that there are words to look through. */
export const WHOLE_FILE = 'search/whole.pf_index';
/** How the index is to be loaded. */
export const LOADING_FILE = 'search/loading.json';

/** What the search page must know before it loads anything of the index. */
export interface LoadingRule {
	/** Size of the whole index, as it is sent. */
	bytes: number;
	/** Whether it is always loaded as a whole, so that no request depends on what is looked for. */
	always: boolean;
}

/** A value with the group it belongs to. */
export interface FlatValue extends CatalogueValue {
	group: CatalogueGroup;
	/** Number of the value, counted through all groups. */
	ordinal: number;
}

/** All values of all groups by their number. */
export function flatValues(groups: readonly CatalogueGroup[]): FlatValue[] {
	return groups
		.flatMap((group) => group.values.map((value) => ({ ...value, group })))
		.map((value, ordinal) => ({ ...value, ordinal }));
}
