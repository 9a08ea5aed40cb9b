import type { Archive, ArchiveRecord } from '../../../archive/publish/view.ts';
import { recordPath } from '../../../core/values/address.ts';
import { RELATION_KINDS } from '../../../core/model/relation.ts';
import { type Link, speakerOf } from '../../labels.ts';
import { href } from '../../url.ts';

/** Records with the same relation to a record. */
export interface RelationGroup {
	/** For the heading's identifier. */
	id: string;
	label: string;
	links: readonly Link[];
}

/** A record’s relations to other records: what it is based on, supports or disputes it, or follows it up. */
export function relationGroups({ id }: ArchiveRecord, archive: Archive): RelationGroup[] {
	const groups = new Map<string, { id: string; label: string; links: Link[] }>();
	for (const { how, side, record, paragraph } of archive.relations.get(id) ?? []) {
		const key = `${how}-${side}`;
		const group = groups.get(key) ?? { id: key, label: RELATION_KINDS[how][side], links: [] };
		groups.set(key, group);
		// In the inverse relation, the paragraph belongs to this record.
		const target = side === 'from' ? paragraph : undefined;
		group.links.push({
			label: `${speakerOf(record, archive)}: ${record.data.title}${target ? `, para ${target}` : ''}`,
			href: href(recordPath(record.id, target)),
		});
	}
	return [...groups.values()];
}
