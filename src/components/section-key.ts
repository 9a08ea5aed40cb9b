import { shownCountOf } from '../archive/counting.ts';
import type { Archive, ArchiveRecord } from '../archive/view.ts';
import { fingerprint } from './fingerprint.ts';
import { pageOf } from './paging.ts';
import { rowOf } from './row.ts';
import type { Section } from './sections.ts';

/**
 * Key of a further page of a list, for incremental builds. It covers all that the page shows: what the list is of, how
 * many records it has, and the rows of those on this page.
 *
 * @param name of what the list belongs to
 * @param number of the page
 * @param frame key of what all pages depend on
 */
export function sectionKey(
	name: string,
	section: Section,
	number: number,
	archive: Archive,
	frame: string,
): string {
	const { items, last } = pageOf(section.records, number);
	return fingerprint(
		frame,
		name,
		section.title,
		section.path(number),
		shownCountOf(section.records, archive, section.only),
		last,
		items.map((record) => rowKey(record, archive)),
	);
}

/** A record stands in many lists; the key of its row is made once. */
const made = new WeakMap<ArchiveRecord, string>();

function rowKey(record: ArchiveRecord, archive: Archive): string {
	const key = made.get(record) ?? fingerprint(rowOf(record, archive));
	made.set(record, key);
	return key;
}
