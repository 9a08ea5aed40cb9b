import { dateBounds } from '../model/date.ts';
import { compare } from '../model/problem.ts';
import type { ArchiveRecord } from './view.ts';

/** The day that a record is sorted by: the earliest that its first source can have been published. */
export function sortingDay(record: ArchiveRecord): string {
	const published = record.data.sources[0]?.published;
	return published ? dateBounds(published).first : '';
}

export /** Sorts in place: the newest first, by the day of the first source, then by identifier. */
function sortNewestFirst(records: ArchiveRecord[]): void {
	const days = new Map(records.map((record) => [record.id, sortingDay(record)]));
	records.sort((a, b) => compare(days.get(b.id) ?? '', days.get(a.id) ?? '') || compare(a.id, b.id));
}
