import type { Archive, ArchiveRecord, TextEntry } from '../archive/publish/view.ts';
import { complaintPath, recordPath, themePath } from '../core/values/address.ts';
import type { Complaint } from '../core/model/complaint.ts';
import type { Theme } from '../core/model/theme.ts';
import { originalOf } from './from-source.ts';
import type { CitableItem } from './item.ts';
import { oscola } from './oscola/oscola.ts';
import { textOf } from './rich-text.ts';

/** Makes an absolute URL of a path of the archive. */
export type Permanent = (path: string) => string;

/**
 * A record of the archive as an item, in the version given. A released version has its permanent URL; any other has the
 * record’s.
 *
 * The item of an account has a neutral title and reveals nothing but that the account exists: no author, summary or themes,
 * and only the month.
 *
 * @param original the publication recorded, if there is one
 */
export function recordItem(
	record: ArchiveRecord,
	archive: Archive,
	permanent: Permanent,
	original = originalOf(record, archive),
): CitableItem {
	const { id, data } = record;
	const { version, changes } = data;
	const released = archive.versions.get(id)?.some((one) => one.version === version) ?? false;
	const date = changes.find((change) => change.version === version)?.date;
	const common = {
		...own(archive),
		key: `record-${id}-v${version}`,
		id,
		version,
		address: permanent(released ? `${recordPath(id)}v${version}/` : recordPath(id)),
		permanent: released,
	};
	if (record.collection === 'testimonies')
		return {
			...common,
			title: neutralTitle(id),
			titleSupplied: false,
			descriptor: archive.config.words.testimonies.one,
			// Some styles use the publisher as author. An account must have neither.
			publisher: undefined,
			date: date?.slice(0, 7),
		};
	return {
		...common,
		title: data.title,
		titleSupplied: data.titleSupplied,
		date,
		abstract: data.summary,
		keywords: data.themes.map((theme) => archive.theme.get(theme)?.data.label ?? theme),
		note: original
			? `Record of: ${textOf(oscola({ ...original, address: undefined, pinpoint: undefined }))}`
			: undefined,
	};
}

/** The title of an account wherever its own could identify its subject; its page has the same. */
function neutralTitle(id: string): string {
	return `Record ${id}`;
}

/** The archive’s summary of a theme, which has neither version nor date. */
export function themeItem(
	{ id, data }: TextEntry<Theme>,
	archive: Archive,
	permanent: Permanent,
): CitableItem {
	return {
		...own(archive),
		key: `${archive.config.words.theme}-${id}`.replace(/\W+/g, '-'),
		title: data.label,
		titleSupplied: false,
		descriptor: `${archive.config.words.theme} summary`,
		address: permanent(themePath(id)),
		abstract: data.scope,
	};
}

/** The archive’s page on a complaint. For the complaint itself, see `complaintOriginal`. */
export function complaintItem(
	{ id, data }: TextEntry<Complaint>,
	archive: Archive,
	permanent: Permanent,
): CitableItem {
	return {
		...own(archive),
		key: `page-${id}`,
		title: data.title,
		titleSupplied: false,
		address: permanent(complaintPath(id)),
		abstract: data.summary,
	};
}

/** The archive’s open data. */
export function dataItem(
	archive: Archive,
	permanent: Permanent,
	path: string,
	version: string,
	date: string | undefined,
): CitableItem {
	return {
		...own(archive),
		key: `data-v${version}`,
		title: `Data, version ${version}`,
		titleSupplied: false,
		descriptor: 'dataset',
		address: permanent(path),
		date,
		abstract: `Tables of ${archive.config.name}.`,
	};
}

function own({ config }: Archive) {
	return {
		kind: 'own',
		creators: [],
		container: config.name,
		publisher: config.publisher,
		language: config.language,
	} as const;
}
