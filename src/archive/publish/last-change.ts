import type { ArchiveRecord } from './view.ts';

/** Day on which a report or a finding was last changed; of an account none is told, not even its month. */
export function lastChange(record: ArchiveRecord): string | undefined {
	return record.collection === 'testimonies' ? undefined : record.data.changes.at(-1)?.date;
}

/** The latest of several. */
export function lastChangeOf(records: Iterable<ArchiveRecord | undefined>): string | undefined {
	return latest([...records].map((record) => record && lastChange(record)));
}

/** The latest of several days; undefined where there is none. */
export function latest(days: Iterable<string | undefined>): string | undefined {
	let found: string | undefined;
	for (const day of days) if (day !== undefined && (found === undefined || day > found)) found = day;
	return found;
}
