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

/** A column for findings only. */
const ofFinding =
	(cell: (data: FindingRecord['data']) => Value | undefined): ColumnPlan<ArchiveRecord>['cell'] =>
	(record) =>
		record.collection === 'findings' ? (cell(record.data) ?? null) : null;

/**
 * One row for each record. For given accounts only columns with `publishedForGiven` are filled: after a withdrawal
 * nobody should find words, dates or traits of the account in a downloaded file. A new column is withheld by default.
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
		id: {
			description: 'Identifier, the same for good',
			required: true,
			publishedForGiven: true,
			cell: ({ id }) => id,
		},
		collection: {
			description: 'Which of the three kinds of record it is',
			values: { testimonies: 'An account', reports: 'A published report', findings: 'An official record' },
			required: true,
			publishedForGiven: true,
			cell: ({ collection }) => collection,
		},
		address: {
			type: 'uri',
			description: 'Address of its page',
			required: true,
			publishedForGiven: true,
			cell: ({ id }, { permanent }) => permanent(recordPath(id)),
		},
		title: { from: 'title', cell: ({ data }) => data.title },
		title_supplied: { type: 'boolean', from: 'titleSupplied', cell: ({ data }) => data.titleSupplied },
		summary: {
			from: 'summary',
			description: 'What it is, in the archive’s own words',
			cell: ({ data }) => data.summary,
		},
		published: {
			type: 'edtf',
			description: 'When the source that it is of was published, as exactly as that is known',
			cell: ({ data }) => data.sources[0]?.published ?? null,
		},
		complaint: {
			from: 'complaint',
			description: 'The complaint that it belongs to',
			required: true,
			publishedForGiven: true,
			cell: ({ data }) => data.complaint,
		},
		themes: {
			type: 'list',
			from: 'themes',
			required: true,
			publishedForGiven: true,
			cell: ({ data }) => data.themes,
		},
		organisations: { type: 'list', from: 'organisations', cell: ({ data }) => data.organisations },
		origin: {
			from: 'origin',
			description: 'For an account: where it came from',
			values: {
				published: 'Already published and de-identified by someone else',
				given: 'Given to this archive: all that is told of it in these files stands in this row',
			},
			publishedForGiven: true,
			cell: (record) => (record.collection === 'testimonies' ? record.data.origin : null),
		},
		voice: {
			from: 'voice',
			description: 'For a report: who speaks',
			cell: (record) => (record.collection === 'reports' ? record.data.voice : null),
		},
		evidence: {
			type: 'list',
			from: 'evidence',
			description: 'For a report: what it rests on',
			values: EVIDENCE_KINDS,
			cell: (record) => (record.collection === 'reports' ? record.data.evidence : null),
		},
		kind: {
			from: 'kind',
			description: 'For an official record: what it is',
			values: FINDING_KINDS,
			cell: ofFinding(({ kind }) => kind),
		},
		number: { from: 'number', cell: ofFinding(({ number }) => number) },
		issued: {
			type: 'edtf',
			from: 'issued',
			description: 'For an official record: when it was issued',
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
			description: 'For a recommendation or action: what became of it, as far as is on record',
			values: STANDINGS,
			cell: ofFinding(({ standing }) => standing?.state),
		},
		standing_note: { from: 'standing.note', cell: ofFinding(({ standing }) => standing?.note) },
		content_notes: {
			type: 'list',
			from: 'contentNotes',
			description: 'Warnings of hard reading',
			cell: ({ data }) => data.contentNotes,
		},
		status: {
			from: 'status',
			description: 'Where it stands',
			values: STATUSES,
			cell: ({ data }) => data.status,
		},
		version: {
			type: 'integer',
			from: 'version',
			description: 'Its present version',
			cell: ({ data }) => data.version,
		},
		changed: {
			type: 'edtf',
			description: 'When that version was made; of an account the month',
			cell: ({ data }) => data.changes.at(-1)?.date ?? null,
		},
	},
});
