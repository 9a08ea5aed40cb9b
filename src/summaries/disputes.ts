import type { Archive, ArchiveRecord } from '../archive/publish/view.ts';

/** A record that disputes another one. */
export interface Dispute {
	record: ArchiveRecord;
	other: ArchiveRecord;
}

/** What cuts the other way: those of some records that dispute another one, in their order. */
export function disputesOf(records: readonly ArchiveRecord[], archive: Archive): Dispute[] {
	return records.flatMap((record) =>
		(archive.relations.get(record.id) ?? [])
			.filter(({ how, side }) => how === 'disputes' && side === 'from')
			.map(({ record: other }) => ({ record, other })),
	);
}
