import type { Folder } from '../archive/read/files.ts';

/** Who made a copy and how: shown in the version’s provenance statement. Accounts have no copies. */
const CAPTURE = Object.fromEntries(
	['url', 'finalUrl', 'capturedAt', 'method', 'tool', 'collector', 'bytes', 'mediaType', 'custody'].map(
		(field) => [`sources.capture.${field}`, 'Told by the statement of the version'],
	),
);

/**
 * Fields that no table publishes, each with the reason. A path covers everything below it. A field that is neither here
 * nor a column fails a test, so that somebody decides on it.
 */
export const UNPUBLISHED: Readonly<Record<Folder, Readonly<Record<string, string>>>> = {
	testimonies: {
		consent: 'Never leaves the archive’s own folder',
		writer: 'Never leaves the archive’s own folder',
		review: 'Never leaves the archive’s own folder',
		pseudonyms: 'A name in a table is taken for a name: its page says that the publisher changed it',
		facetSources: 'How the archive checks itself',
		paragraphs: 'Numbers that are kept for the next version',
		...CAPTURE,
	},
	reports: {
		paragraphs: 'Numbers that are kept for the next version: the table of paragraphs has them',
		...CAPTURE,
	},
	findings: {
		paragraphs: 'Numbers that are kept for the next version: the table of paragraphs has them',
		...CAPTURE,
	},
	themes: { 'changes.note': 'Told on the page of the theme' },
	organisations: {},
	complaints: {
		legalBasis: 'Told on the page of the complaint, with its sources',
		timeline: 'Told on the page of the complaint, with its sources',
		sources: 'Told on the page of the complaint',
	},
	figures: {
		'stated.measure': 'Checked against the measure, which has a column',
		'stated.dp': 'Decimal places, which the printed number shows',
	},
	pages: {
		title: 'No data: the archive’s own pages',
		summary: 'No data: the archive’s own pages',
		order: 'No data: the archive’s own pages',
	},
};
