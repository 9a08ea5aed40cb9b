import { dateBounds, type Edtf } from '../../core/values/date.ts';
import { compare } from '../../core/values/problem.ts';
import type { ArchiveRecord } from './view.ts';

/** When the thing itself is from: for an official record its issue, else the publication of the first source. */
export function dateOf(record: ArchiveRecord): Edtf | null {
	const published = record.data.sources[0]?.published ?? null;
	return record.collection === 'findings' ? (record.data.issued ?? published) : published;
}

/** The day that a record is sorted by: the earliest that its first source can have been published. */
function sortingDay(record: ArchiveRecord): string {
	const published = record.data.sources[0]?.published;
	return published ? dateBounds(published).first : '';
}

/** Sorts in place: the newest first, by the day of the first source, then by identifier. */
export function sortNewestFirst(records: ArchiveRecord[]): void {
	const days = new Map(records.map((record) => [record.id, sortingDay(record)]));
	records.sort((a, b) => compare(days.get(b.id) ?? '', days.get(a.id) ?? '') || compare(a.id, b.id));
}
