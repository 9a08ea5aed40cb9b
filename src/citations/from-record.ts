import type { Archive, ArchiveRecord, TextEntry } from '../archive/publish/view.ts';
import { complaintPath, recordPath, themePath } from '../core/values/address.ts';
import type { Complaint } from '../core/model/complaint.ts';
import type { Theme } from '../core/model/theme.ts';
import { originalOf } from './from-source.ts';
import type { CitableItem } from './item.ts';
import { oscola } from './oscola/oscola.ts';
import { textOf } from './runs.ts';

/** Makes a full address of a path of the archive. */
export type Permanent = (path: string) => string;

/**
 * The archive’s own record, in the version it is given in. A released version is cited at its permanent address, any
 * other at the record’s.
 *
 * An account goes by its neutral name, and nothing of it is in the item that could tell more than that it is there: no
 * author, no summary, no themes, no date finer than a month.
 *
 * @param original the publication that it is a record of, where there is one
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
			// Some styles put the publisher in an author’s place. An account has nobody there.
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

/** What an account is called wherever its title could give its subject away: as its page is. */
function neutralTitle(id: string): string {
	return `Record ${id}`;
}

/** The archive’s summary of a theme. It has no versions, and no date is on record. */
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

/** The archive’s page on a complaint; the complaint itself is `complaintOriginal`. */
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

/** The open data of the archive. */
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
