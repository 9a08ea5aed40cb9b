import type { Archive, ArchiveRecord } from '../archive/view.ts';
import { type CitationFile, citationFiles, STYLES_DATA, STYLES_TEXT } from './files.ts';
import { exportOf, FORMATS } from './exports.ts';
import { FORMAT_NAMES, type FormatName } from './format-names.ts';
import { type Permanent, recordItem } from './from-record.ts';
import type { CitableItem } from './item.ts';
import { ITEMS_FILE, ITEMS_FOLDER } from './items.ts';
import {
	type CitedPage,
	complaintReferences,
	type Reference,
	recordReferences,
	themeReferences,
} from './references.ts';

/** A folder of the site with the citation files that belong in it. */
export interface CitationFolder {
	/** Path in the archive, beginning and ending with a slash. */
	path: string;
	files(): CitationFile[];
}

/** What pages call the things that can be cited. */
export type Labels = Readonly<Record<Reference['name'], string>>;

export const PAGE_LABELS: Labels = { source: 'The original source', own: 'This archive’s page' };
export const RECORD_LABELS: Labels = { ...PAGE_LABELS, own: 'This archive’s record' };

/** All citation files of the site, folder by folder; each is made when it is asked for. */
export function* citationFolders(archive: Archive, permanent: Permanent): Generator<CitationFolder> {
	const page = (cited: CitedPage, labels: Labels, more: CitationFile[] = []): CitationFolder => ({
		path: cited.path,
		files: () => [...citationFiles(cited, labels), ...more],
	});
	for (const record of archive.records)
		yield page(recordReferences(record, archive, permanent), RECORD_LABELS);
	for (const theme of archive.themes)
		yield page(
			themeReferences(theme, archive, permanent),
			PAGE_LABELS,
			listFiles(archive.byTheme.get(theme.id) ?? [], archive, permanent),
		);
	for (const complaint of archive.complaints)
		yield page(complaintReferences(complaint, archive, permanent), PAGE_LABELS);
	yield { path: ITEMS_FOLDER, files: () => [{ name: ITEMS_FILE, text: itemsText(archive, permanent) }] };
}

/** Whether a file of the site is one of these, by its name. */
export function isCitationFile(name: string): boolean {
	const endings = Object.values(FORMATS).map(({ ending }) => ending);
	const [, of = '', ending = ''] = /^([a-z]+)\.(.+)$/.exec(name) ?? [];
	if (/^(?:own|source|records)$/.test(of)) return endings.some((known) => known === ending);
	return [STYLES_TEXT, STYLES_DATA, ITEMS_FILE].includes(name);
}

/** Name of the file with a list of records: `records.ris`. */
export function listName(format: FormatName): string {
	return `records.${FORMATS[format].ending}`;
}

function listFiles(
	records: readonly ArchiveRecord[],
	archive: Archive,
	permanent: Permanent,
): CitationFile[] {
	if (records.length === 0) return [];
	const items = records.map((record) => recordItem(record, archive, permanent));
	return FORMAT_NAMES.map((format) => ({ name: listName(format), text: exportOf(items, format) }));
}

/** Every record as it is cited, by identifier: the lists that readers put together are made from it. */
function itemsText(archive: Archive, permanent: Permanent): string {
	const items: Record<string, CitableItem> = {};
	for (const record of archive.records) items[record.id] = recordItem(record, archive, permanent);
	return JSON.stringify(items);
}
