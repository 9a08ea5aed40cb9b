import { lastChange } from '../../archive/publish/last-change.ts';
import type { Archive, ArchiveRecord } from '../../archive/publish/view.ts';
import { isGivenRecord } from '../../checks/disclosure/counts.ts';
import { compare } from '../../core/values/problem.ts';
import type { ColumnPlan, TablePlan } from '../table.ts';

/** By identifier: identifiers are random, so the order tells nothing of when a record came. */
export function byId<Thing extends { id: string }>(things: readonly Thing[]): Thing[] {
	return [...things].sort((a, b) => compare(a.id, b.id));
}

/** All records but the accounts that were given to the archive: of those there is one row each, and no more. */
export function openRecords({ records }: Archive): ArchiveRecord[] {
	return byId(records.filter((record) => !isGivenRecord(record)));
}

/** A row that belongs to a record, with its place among the record’s own. */
export interface Part<Item> {
	record: ArchiveRecord;
	item: Item;
	/** From 1. */
	position: number;
}

/** The rows that records have, those of one record together. */
export function* partsOf<Item>(
	records: readonly ArchiveRecord[],
	itemsOf: (record: ArchiveRecord) => readonly Item[],
): Generator<Part<Item>> {
	for (const record of records)
		for (const [index, item] of itemsOf(record).entries()) yield { record, item, position: index + 1 };
}

/** What all tables of parts of records have in common. */
export const PART = {
	changed: ({ record }: Part<unknown>) => lastChange(record),
	isAccount: ({ record }: Part<unknown>) => record.collection === 'testimonies',
} satisfies Partial<TablePlan<Part<unknown>>>;

/** The column that says which record a row belongs to. */
export const RECORD: ColumnPlan<Part<unknown>> = {
	say: 'Identifier of the record',
	required: true,
	cell: ({ record }) => record.id,
};

/** Plain words for columns that several tables have. */
export const SAY = {
	count: 'How many; empty where only a share was printed',
	operator: 'How the count was stated: exactly, or as a bound',
	position: 'Place among those of the same thing, from 1',
} as const;

export const FILE_OF = ['testimonies', 'reports', 'findings'] as const;
