import type { Archive, ArchiveRecord } from '../archive/publish/view.ts';

/** A record that disputes another one. */
export interface Dispute {
	record: ArchiveRecord;
	other: ArchiveRecord;
}

/** Counter-evidence: the given records that dispute another record, in their order. */
export function disputesOf(records: readonly ArchiveRecord[], archive: Archive): Dispute[] {
	return records.flatMap((record) =>
		(archive.relations.get(record.id) ?? [])
			.filter(({ how, side }) => how === 'disputes' && side === 'from')
			.map(({ record: other }) => ({ record, other })),
	);
}
