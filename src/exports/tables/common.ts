import { lastChange } from '../../archive/publish/last-change.ts';
import type { Archive, ArchiveRecord } from '../../archive/publish/view.ts';
import { isGivenRecord } from '../../checks/disclosure/counts.ts';
import { compare } from '../../core/values/problem.ts';
import type { ColumnPlan, TablePlan } from '../table.ts';

/** Sorts by identifier: identifiers are random, so the order does not reveal when a record was added. */
export function byId<Thing extends { id: string }>(things: readonly Thing[]): Thing[] {
	return [...things].sort((a, b) => compare(a.id, b.id));
}

/** All records except given accounts, which have a row in `records` and nowhere else. */
export function openRecords({ records }: Archive): ArchiveRecord[] {
	return byId(records.filter((record) => !isGivenRecord(record)));
}

/** A row that belongs to a record, with its position within the record. */
export interface Part<Item> {
	record: ArchiveRecord;
	item: Item;
	/** From 1. */
	position: number;
}

/** The rows of all records, grouped by record. */
export function* partsOf<Item>(
	records: readonly ArchiveRecord[],
	itemsOf: (record: ArchiveRecord) => readonly Item[],
): Generator<Part<Item>> {
	for (const record of records)
		for (const [index, item] of itemsOf(record).entries()) yield { record, item, position: index + 1 };
}

/** What all tables of parts of records share. */
export const PART = {
	changed: ({ record }: Part<unknown>) => lastChange(record),
	isAccount: ({ record }: Part<unknown>) => record.collection === 'testimonies',
} satisfies Partial<TablePlan<Part<unknown>>>;

/** The foreign key to the record of a row. */
export const RECORD: ColumnPlan<Part<unknown>> = {
	description: 'Identifier of the record',
	required: true,
	cell: ({ record }) => record.id,
};

/** Descriptions of columns that several tables share. */
export const SAY = {
	count: 'How many; empty where only a share was printed',
	operator: 'How the count was stated: exactly, or as a bound',
	position: 'Place among those of the same thing, from 1',
} as const;

export const FILE_OF = ['testimonies', 'reports', 'findings'] as const;
