import type { Archive, ArchiveRecord, TextEntry } from '../archive/view.ts';
import { themePath } from '../model/address.ts';
import type { Theme } from '../model/theme.ts';
import { distinct, FORMATS } from './exports.ts';
import { FORMAT_NAMES, type FormatName } from './format-names.ts';
import { type Permanent, recordItem } from './from-record.ts';
import type { CitableItem } from './item.ts';
import { ITEMS_PATH } from './items.ts';

/** A file of the site that holds the references of several records. */
export interface CitationFile {
	/** Path in the archive, beginning with a slash. */
	path: string;
	mediaType: string;
	text(): string;
}

/** All citation files of the site; each is made when it is asked for. */
export function* citationFiles(archive: Archive, permanent: Permanent): Generator<CitationFile> {
	// A record is in the lists of several themes, and in each list in every format.
	const known = new Map<string, CitableItem>();
	const itemOf = (record: ArchiveRecord) => {
		const item = known.get(record.id) ?? recordItem(record, archive, permanent);
		known.set(record.id, item);
		return item;
	};
	for (const theme of archive.themes) {
		const records = archive.byTheme.get(theme.id) ?? [];
		if (records.length === 0) continue;
		let items: readonly CitableItem[] | undefined;
		for (const format of FORMAT_NAMES)
			yield {
				path: themeListPath(theme, format),
				mediaType: FORMATS[format].mediaType,
				text: () => {
					items ??= distinct(records.map(itemOf));
					return FORMATS[format].write(items);
				},
			};
	}
	yield { path: ITEMS_PATH, mediaType: 'application/json', text: () => itemsText(archive, itemOf) };
}

/** Path of the references of all records of a theme. */
export function themeListPath({ id }: TextEntry<Theme>, format: FormatName): string {
	return `${themePath(id)}records.${FORMATS[format].ending}`;
}

/** Every record as it is cited, by identifier: the lists that readers put together are made from it. */
function itemsText(archive: Archive, itemOf: (record: ArchiveRecord) => CitableItem): string {
	const items: Record<string, CitableItem> = {};
	for (const record of archive.records) items[record.id] = itemOf(record);
	return JSON.stringify(items);
}
