import type { Archive, ArchiveRecord, TextEntry } from '../archive/publish/view.ts';
import type { Complaint } from '../core/model/complaint.ts';
import type { Theme } from '../core/model/theme.ts';
import { complaintItem, type Permanent, recordItem, themeItem } from './from-record.ts';
import { complaintOriginal, originalOf } from './from-source.ts';
import type { CitableItem } from './item.ts';

/** An item that a page offers to cite: the page itself, or the publication it is about. */
export interface Reference {
	/** `own` is the archive’s page, `source` the publication. */
	name: 'own' | 'source';
	item: CitableItem;
}

/** A page and what it offers to cite. */
export interface CitedPage {
	/** Name for downloads of its references, without an extension. */
	file: string;
	references: readonly Reference[];
}

/** A record and the publication it records. For an account, only the record. */
export function recordReferences(record: ArchiveRecord, archive: Archive, permanent: Permanent): CitedPage {
	const original = originalOf(record, archive);
	return pageOf(`record-${record.id}`, recordItem(record, archive, permanent, original), original);
}

export function themeReferences(theme: TextEntry<Theme>, archive: Archive, permanent: Permanent): CitedPage {
	return pageOf(theme.id, themeItem(theme, archive, permanent), null);
}

/** The archive’s page on a complaint, and the complaint itself. */
export function complaintReferences(
	complaint: TextEntry<Complaint>,
	archive: Archive,
	permanent: Permanent,
): CitedPage {
	return pageOf(
		complaint.id,
		complaintItem(complaint, archive, permanent),
		complaintOriginal(complaint, archive),
	);
}

export const dataReferences = (item: CitableItem): CitedPage => pageOf('data', item, null);

function pageOf(file: string, own: CitableItem, source: CitableItem | null): CitedPage {
	return {
		file,
		references: [{ name: 'own', item: own }, ...(source ? [{ name: 'source', item: source } as const] : [])],
	};
}
