import type { PublishedKind } from '../support/published.ts';

/** Columns of every table of the open data, by its name. What they may tell of a given account is in `GIVEN_ROW`. */
const COLUMNS: Readonly<Record<string, string>> = {
	records:
		'id collection address title title_supplied summary published complaint themes organisations origin voice evidence kind number issued due due_by concerns standing standing_note content_notes status version changed',
	paragraphs: 'record number position text address',
	sources:
		'record number title title_supplied publisher reproduces authors series_number volume issue pages doi published url archived archived_on accessed kind degree verified pinpoint note capture_sha256 capture_storage',
	'record-themes': 'record theme position',
	'record-organisations': 'record organisation role',
	'record-facets': 'record facet facet_label value value_label',
	relations: 'record how other paragraph',
	themes: 'id label scope answer synonyms related concerns measures changed address',
	organisations: 'id name short_name kind kind_label description url within aliases address',
	complaints:
		'id title summary submitted_by submitted_to investigated_by submitted reported jurisdiction standing address',
	concerns: 'complaint number text address',
	figures:
		'id label measure measure_label unit count count_operator base base_operator stated stated_as stated_phrase stated_value stated_of status wording population place roles inclusion coverage coverage_operator coverage_of coverage_of_operator coverage_unit facets organisations period_from period_to period_stated period_years parts_exclusive parts_exhaustive bridge comparability origin record paragraph note address',
	'figure-parts': 'figure position label count count_operator unit pending facets',
	'figure-relations': 'figure relation position kind role other part maybe why',
	changes: 'record version date kind note',
	releases: 'release month records sums_sha256 previous_sha256 sums',
	removals: 'id month versions address',
};

/** Of an account given to the archive, these columns of the table of records have anything in them. */
export const GIVEN_ROW = ['id', 'collection', 'address', 'complaint', 'themes', 'origin'];

/** Tables in which a given account has a row at all. */
export const WITH_GIVEN = ['records', 'record-themes'];

const columnsOf = (table: string) => (COLUMNS[table] ?? '').split(' ');
const at = (file: string, ending: string) => new RegExp(`^data/v1/${file}\\.${ending}$`);

/** A table in a file of its own, as CSV and as JSON. */
function pair(file: string, table: string): PublishedKind[] {
	const columns = columnsOf(table);
	return [
		{ path: at(file, 'csv'), fields: columns },
		// A list of rows; an item of a list stands in a list.
		{ path: at(file, 'json'), fields: columns.flatMap((column) => [`[].${column}`, `[].${column}[]`]) },
	];
}

/** What describes tables: nothing in it is of a record. */
const described = (...files: string[]): PublishedKind[] =>
	files.map((file) => ({ path: new RegExp(`^data/v1/${file}$`) }));

/** Every file of the open data. */
export const DATA: readonly PublishedKind[] = [
	...Object.keys(COLUMNS).flatMap((table) => pair(table, table)),
	...pair('(?:lists|themes|organisations)/[0-9a-z-]+', 'records'),
	...pair('figures/[0-9a-z-]+/figure', 'figures'),
	...pair('figures/[0-9a-z-]+/parts', 'figure-parts'),
	{
		path: at('all', 'ndjson'),
		fields: ['table', ...new Set(Object.keys(COLUMNS).flatMap(columnsOf))].flatMap((column) => [
			`[].${column}`,
			`[].${column}[]`,
		]),
	},
	...described('datapackage\\.json', '(?:[a-z-]+\\.)?csv-metadata\\.json', '[a-z-]+\\.schema\\.json'),
];
