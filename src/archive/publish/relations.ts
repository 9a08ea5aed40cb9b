import { RELATION_KINDS, type RelationKind } from '../../core/model/relation.ts';
import { sortNewestFirst } from './sorting.ts';
import type { Archive, ArchiveRecord, Relation } from './view.ts';

/** Records joined by name from either side. */
export function relate(records: readonly ArchiveRecord[], record: Archive['record']): Archive['related'] {
	const links = new Map<string, Set<string>>();
	const link = (a: string, b: string) => {
		if (!links.has(a)) links.set(a, new Set());
		links.get(a)?.add(b);
	};
	for (const one of records) {
		const named = one.data.related.filter((related) => typeof related === 'string');
		if (one.collection === 'testimonies' && one.data.origin === 'published' && one.data.sourceRecord)
			named.push(one.data.sourceRecord);
		for (const id of named) {
			link(one.id, id);
			link(id, one.id);
		}
	}
	const related = new Map<string, ArchiveRecord[]>();
	for (const [id, ids] of links) {
		const others = [...ids].flatMap((other) => record.get(other) ?? []);
		sortNewestFirst(others);
		related.set(id, others);
	}
	return related;
}

/** What records are to each other, from either side, by kind and then the newest first. */
export function relationsOf(
	records: readonly ArchiveRecord[],
	record: Archive['record'],
): Archive['relations'] {
	const relations = new Map<string, Relation[]>();
	const add = (id: string, relation: Relation) => {
		const own = relations.get(id);
		if (own) own.push(relation);
		else relations.set(id, [relation]);
	};
	for (const one of records)
		for (const related of one.data.related) {
			if (typeof related === 'string') continue;
			const { how, record: id, paragraph } = related;
			const other = record.get(id);
			// What is withdrawn has no page to point at.
			if (!other) continue;
			add(one.id, { how, side: 'from', record: other, ...(paragraph && { paragraph }) });
			add(id, { how, side: 'to', record: one, ...(paragraph && { paragraph }) });
		}
	for (const own of relations.values()) own.sort((a, b) => rank(a) - rank(b));
	return relations;
}

/** Records are gone through from the newest to the oldest, so that only the kinds need an order. */
function rank({ how, side }: Relation): number {
	return KINDS.indexOf(how) * 2 + (side === 'from' ? 0 : 1);
}
const KINDS = Object.keys(RELATION_KINDS) as RelationKind[];
