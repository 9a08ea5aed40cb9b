import { listedRecords } from '../archive/publish/counting.ts';
import type { Archive, ArchiveRecord, TextEntry } from '../archive/publish/view.ts';
import { themePath } from '../core/values/address.ts';
import type { Theme } from '../core/model/theme.ts';
import { FORMATS } from './formats/exports.ts';
import { FORMAT_NAMES, type FormatName } from './formats/format-names.ts';
import { type Permanent, recordItem } from './from-record.ts';
import type { CitableItem } from './item.ts';
import { ITEMS_PATH } from './fetch-items.ts';

/** A file of the site with the references of several records. */
interface CitationFile {
	/** Path in the archive, beginning with a slash. */
	path: string;
	mediaType: string;
	text(): string;
}

/** All citation files of the site; the text of each is generated on demand. */
export function* citationFiles(archive: Archive, permanent: Permanent): Generator<CitationFile> {
	// A record is in the lists of several themes, and each list exists in every format.
	const items = new Map<ArchiveRecord, CitableItem>();
	const itemOf = (record: ArchiveRecord) =>
		memoised(items, record, () => recordItem(record, archive, permanent));
	const entries = Object.fromEntries(
		FORMAT_NAMES.map((format) => [format, new Map<CitableItem, string>()]),
	) as Record<FormatName, Map<CitableItem, string>>;
	for (const theme of archive.themes) {
		const all = archive.byTheme.get(theme.id) ?? [];
		if (all.length === 0) continue;
		const { records } = listedRecords(all, archive);
		for (const format of FORMAT_NAMES) {
			const { mediaType, entry, file } = FORMATS[format];
			yield {
				path: themeListPath(theme, format),
				mediaType,
				text: () => {
					// They need no deduplication: each has its own URL.
					return file(records.map((record) => memoised(entries[format], itemOf(record), entry)));
				},
			};
		}
	}
	yield { path: ITEMS_PATH, mediaType: 'application/json', text: () => itemsText(archive, itemOf) };
}

/** Path of the references of all records of a theme. */
export function themeListPath({ id }: TextEntry<Theme>, format: FormatName): string {
	return `${themePath(id)}records.${FORMATS[format].ending}`;
}

/** The items of all records by identifier, for readers’ own lists. */
function itemsText(archive: Archive, itemOf: (record: ArchiveRecord) => CitableItem): string {
	const items: Record<string, CitableItem> = {};
	for (const record of archive.records) items[record.id] = itemOf(record);
	return JSON.stringify(items);
}

/** The value for a key, computed on first use. */
function memoised<Key, Made>(known: Map<Key, Made>, key: Key, make: (key: Key) => Made): Made {
	const made = known.get(key) ?? make(key);
	known.set(key, made);
	return made;
}
