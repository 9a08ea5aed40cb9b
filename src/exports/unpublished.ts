import type { Folder } from '../archive/read/files.ts';

/** Who took a copy and how; the statement of the version tells it. Of accounts there are no copies. */
const CAPTURE = Object.fromEntries(
	['url', 'finalUrl', 'capturedAt', 'method', 'tool', 'collector', 'bytes', 'mediaType', 'custody'].map(
		(field) => [`sources.capture.${field}`, 'Told by the statement of the version'],
	),
);

/**
 * Fields of files that no table has, each with the reason. A path stands for all that lies in it. A field that is
 * neither here nor a column fails a test: somebody has to decide on it.
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
	figures: {},
	pages: {
		title: 'No data: the archive’s own pages',
		summary: 'No data: the archive’s own pages',
		order: 'No data: the archive’s own pages',
	},
};
