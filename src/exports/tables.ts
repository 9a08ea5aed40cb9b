import type { Table } from './table.ts';
import { FIGURE_PARTS, FIGURE_RELATIONS, FIGURES } from './tables/figures.ts';
import { RELEASES, REMOVALS } from './tables/history.ts';
import { RECORD_FACETS, RECORD_ORGANISATIONS, RECORD_THEMES, RELATIONS } from './tables/joins.ts';
import { CHANGES, PARAGRAPHS, SOURCES } from './tables/record-contents.ts';
import { RECORDS } from './tables/records.ts';
import { COMPLAINTS, CONCERNS, ORGANISATIONS, THEMES } from './tables/subjects.ts';

/** Tables grouped as on the data page. */
export const GROUPS: readonly { title: string; tables: readonly Table[] }[] = [
	{ title: 'Records and where they come from', tables: [RECORDS, PARAGRAPHS, SOURCES] },
	{
		title: 'What records are about, and to each other',
		tables: [RECORD_THEMES, RECORD_ORGANISATIONS, RECORD_FACETS, RELATIONS],
	},
	{ title: 'What they are sorted under', tables: [THEMES, ORGANISATIONS, COMPLAINTS, CONCERNS] },
	{ title: 'Figures', tables: [FIGURES, FIGURE_PARTS, FIGURE_RELATIONS] },
	{ title: 'What changed', tables: [CHANGES, RELEASES, REMOVALS] },
];

/** Every table of the open data. */
export const TABLES: readonly Table[] = GROUPS.flatMap(({ tables }) => tables);
