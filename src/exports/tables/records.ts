import { lastChange } from '../../archive/publish/last-change.ts';
import type { ArchiveRecord, FindingRecord } from '../../archive/publish/view.ts';
import { isGivenRecord } from '../../checks/disclosure/counts.ts';
import { recordPath } from '../../core/values/address.ts';
import { FINDING_KINDS, STANDINGS } from '../../core/model/finding.ts';
import { STATUSES } from '../../core/model/record.ts';
import { EVIDENCE_KINDS } from '../../core/model/report.ts';
import { type ColumnPlan, table } from '../table.ts';
import type { Value } from '../value.ts';
import { byId, FILE_OF } from './common.ts';

/** A column that only findings have. */
const ofFinding =
	(cell: (data: FindingRecord['data']) => Value | undefined): ColumnPlan<ArchiveRecord>['cell'] =>
	(record) =>
		record.collection === 'findings' ? (cell(record.data) ?? null) : null;

/**
 * One row for each record. Of an account given to the archive only what is marked open is told: whoever takes one back
 * must not find its words, its dates or its traits in a file that others have saved. A new column is withheld unless
 * it says otherwise.
 */
export const RECORDS = table<ArchiveRecord>({
	name: 'records',
	title: 'Records',
	about: 'One row for each record: what it is, what it is about, and where it stands.',
	of: FILE_OF,
	key: ['id'],
	references: { complaint: 'complaints.id' },
	rows: ({ archive }) => byId(archive.records),
	changed: lastChange,
	isAccount: ({ collection }) => collection === 'testimonies',
	isGiven: isGivenRecord,
	columns: {
		id: { say: 'Identifier, the same for good', required: true, open: true, cell: ({ id }) => id },
		collection: {
			say: 'Which of the three kinds of record it is',
			values: { testimonies: 'An account', reports: 'A published report', findings: 'An official record' },
			required: true,
			open: true,
			cell: ({ collection }) => collection,
		},
		address: {
			type: 'uri',
			say: 'Address of its page',
			required: true,
			open: true,
			cell: ({ id }, { permanent }) => permanent(recordPath(id)),
		},
		title: { from: 'title', cell: ({ data }) => data.title },
		title_supplied: { type: 'boolean', from: 'titleSupplied', cell: ({ data }) => data.titleSupplied },
		summary: {
			from: 'summary',
			say: 'What it is, in the archive’s own words',
			cell: ({ data }) => data.summary,
		},
		published: {
			type: 'edtf',
			say: 'When the source that it is of was published, as exactly as that is known',
			cell: ({ data }) => data.sources[0]?.published ?? null,
		},
		complaint: {
			from: 'complaint',
			say: 'The complaint that it belongs to',
			required: true,
			open: true,
			cell: ({ data }) => data.complaint,
		},
		themes: {
			type: 'list',
			from: 'themes',
			required: true,
			open: true,
			cell: ({ data }) => data.themes,
		},
		organisations: { type: 'list', from: 'organisations', cell: ({ data }) => data.organisations },
		origin: {
			from: 'origin',
			say: 'For an account: where it came from',
			values: {
				published: 'Already published and de-identified by someone else',
				given: 'Given to this archive: all that is told of it in these files stands in this row',
			},
			open: true,
			cell: (record) => (record.collection === 'testimonies' ? record.data.origin : null),
		},
		voice: {
			from: 'voice',
			say: 'For a report: who speaks',
			cell: (record) => (record.collection === 'reports' ? record.data.voice : null),
		},
		evidence: {
			type: 'list',
			from: 'evidence',
			say: 'For a report: what it rests on',
			values: EVIDENCE_KINDS,
			cell: (record) => (record.collection === 'reports' ? record.data.evidence : null),
		},
		kind: {
			from: 'kind',
			say: 'For an official record: what it is',
			values: FINDING_KINDS,
			cell: ofFinding(({ kind }) => kind),
		},
		number: { from: 'number', cell: ofFinding(({ number }) => number) },
		issued: {
			type: 'edtf',
			from: 'issued',
			say: 'For an official record: when it was issued',
			cell: ofFinding(({ issued }) => issued),
		},
		due: { from: 'due', cell: ofFinding(({ due }) => due) },
		due_by: { type: 'edtf', from: 'dueBy', cell: ofFinding(({ dueBy }) => dueBy) },
		concerns: {
			type: 'list',
			items: 'integer',
			from: 'concerns',
			cell: ofFinding(({ concerns }) => concerns),
		},
		standing: {
			from: 'standing.state',
			say: 'For a recommendation or action: what became of it, as far as is on record',
			values: STANDINGS,
			cell: ofFinding(({ standing }) => standing?.state),
		},
		standing_note: { from: 'standing.note', cell: ofFinding(({ standing }) => standing?.note) },
		content_notes: {
			type: 'list',
			from: 'contentNotes',
			say: 'Warnings of hard reading',
			cell: ({ data }) => data.contentNotes,
		},
		status: { from: 'status', say: 'Where it stands', values: STATUSES, cell: ({ data }) => data.status },
		version: {
			type: 'integer',
			from: 'version',
			say: 'Its present version',
			cell: ({ data }) => data.version,
		},
		changed: {
			type: 'edtf',
			say: 'When that version was made; of an account the month',
			cell: ({ data }) => data.changes.at(-1)?.date ?? null,
		},
	},
});
