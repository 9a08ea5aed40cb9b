import type { Archive, ArchiveRecord } from '../../../archive/publish/view.ts';
import { recordPath, versionPath } from '../../../core/values/address.ts';
import { dateInWords } from '../../../core/values/date.ts';
import { compare } from '../../../core/values/problem.ts';
import { CHANGE_KINDS } from '../../../core/model/record.ts';
import { speakerOf } from '../../labels.ts';

/** One change of one record. */
export interface ChangeEntry {
	record: ArchiveRecord;
	version: number;
	/** A day; of an account only the month. */
	date: string;
	/** In words. */
	kind: string;
	/** Why, in one line. Of an account nothing is said here that could narrow down whose it is. */
	note: string | null;
	/** Whether it came into the archive with it. */
	isFirst: boolean;
	/** Path of the page that shows it. */
	path: string;
	/** Path of the page that tells what changed; undefined where the version before was not released. */
	difference?: string;
}

/** How many changes stand on one page, or in the feed. */
export const CHANGES_SIZE = 100;
const FEED_SIZE = 50;

/** Everything that was changed after it was first published, the latest month first; within it, accounts last. */
export function changesOf(archive: Archive): ChangeEntry[] {
	return archive.records
		.filter(({ data }) => data.version > 1)
		.flatMap((record) => entriesOf(record, archive))
		.filter(({ isFirst }) => !isFirst)
		.sort(byMonth);
}

/** The newest of some records and their changes, accounts left out. */
export function feedOf(records: readonly ArchiveRecord[], archive: Archive): ChangeEntry[] {
	return records
		.filter(({ collection }) => collection !== 'testimonies')
		.flatMap((record) => entriesOf(record, archive))
		.sort((a, b) => compare(b.date, a.date) || compare(a.path, b.path) || b.version - a.version)
		.slice(0, FEED_SIZE);
}

function entriesOf(record: ArchiveRecord, archive: Archive): ChangeEntry[] {
	const isAccount = record.collection === 'testimonies';
	const released = new Set(archive.versions.get(record.id)?.map(({ version }) => version));
	return record.data.changes.map(({ version, date, kind, note }) => ({
		record,
		version,
		date: isAccount ? date.slice(0, 7) : date,
		kind: CHANGE_KINDS[kind],
		note: isAccount ? null : note,
		isFirst: version === 1,
		path: released.has(version) ? versionPath(record.id, version) : recordPath(record.id),
		...(released.has(version - 1) && { difference: `${versionPath(record.id, version - 1)}#changes` }),
	}));
}

/** Accounts stand by their identifiers, which tell nothing: their order is not that in which they were changed. */
function byMonth(a: ChangeEntry, b: ChangeEntry): number {
	return (
		compare(b.date.slice(0, 7), a.date.slice(0, 7)) ||
		compare(b.date, a.date) ||
		compare(a.record.id, b.record.id) ||
		b.version - a.version
	);
}

/** Changes under the months that they were made in. */
export function byMonths(entries: readonly ChangeEntry[]): { month: string; entries: ChangeEntry[] }[] {
	const months = new Map<string, ChangeEntry[]>();
	for (const entry of entries) {
		const month = entry.date.slice(0, 7);
		months.set(month, [...(months.get(month) ?? []), entry]);
	}
	return [...months].map(([month, own]) => ({ month: dateInWords(month), entries: own }));
}

/** How a change is named: an account by what it is and its identifier, all others by their titles. */
export function nameOf({ record }: ChangeEntry, archive: Archive): string {
	return record.collection === 'testimonies'
		? `${speakerOf(record, archive)} ${record.id}`
		: record.data.title;
}
