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
	/** A day; for an account only the month. */
	date: string;
	/** In words. */
	kind: string;
	/** The reason, in one line. For an account it says nothing that could help to identify its author. */
	note: string | null;
	/** Whether this change added the record to the archive. */
	isFirst: boolean;
	/** Path of the page that shows it. */
	path: string;
	/** Path of the page that shows what changed; undefined if the previous version was not released. */
	difference?: string;
}

/** How many changes a page or feed lists. */
export const CHANGES_SIZE = 100;
const FEED_SIZE = 50;

/** All changes after first publication, latest month first; within a month, accounts come last. */
export function changesOf(archive: Archive): ChangeEntry[] {
	return archive.records
		.filter(({ data }) => data.version > 1)
		.flatMap((record) => entriesOf(record, archive))
		.filter(({ isFirst }) => !isFirst)
		.sort(byMonth);
}

/** The latest additions and changes of records, without accounts. */
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

/** Sorts accounts by identifier, so that their order does not reveal the order of their changes. */
function byMonth(a: ChangeEntry, b: ChangeEntry): number {
	return (
		compare(b.date.slice(0, 7), a.date.slice(0, 7)) ||
		compare(b.date, a.date) ||
		compare(a.record.id, b.record.id) ||
		b.version - a.version
	);
}

/** Changes grouped by month. */
export function byMonths(entries: readonly ChangeEntry[]): { month: string; entries: ChangeEntry[] }[] {
	const months = new Map<string, ChangeEntry[]>();
	for (const entry of entries) {
		const month = entry.date.slice(0, 7);
		months.set(month, [...(months.get(month) ?? []), entry]);
	}
	return [...months].map(([month, own]) => ({ month: dateInWords(month), entries: own }));
}

/** The name of a change: for an account its kind and identifier, for other records the title. */
export function nameOf({ record }: ChangeEntry, archive: Archive): string {
	return record.collection === 'testimonies'
		? `${speakerOf(record, archive)} ${record.id}`
		: record.data.title;
}
