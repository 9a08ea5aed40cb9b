import { latest, lastChangeOf } from '../../archive/publish/last-change.ts';
import type { Complaint } from '../../core/model/complaint.ts';
import type { Organisation } from '../../core/model/organisation.ts';
import type { Theme } from '../../core/model/theme.ts';
import type { Archive, Entry, TextEntry } from '../../archive/publish/view.ts';
import { complaintPath, organisationPath, themePath } from '../../core/values/address.ts';
import { table } from '../table.ts';
import { byId } from './common.ts';

/** Themes. */
export const THEMES = table<TextEntry<Theme>>({
	name: 'themes',
	title: 'Themes',
	about: 'What records are sorted under, what each theme covers, and the words that find it.',
	of: ['themes'],
	key: ['id'],
	rows: ({ archive }) => byId(archive.themes),
	changed: ({ id, data }, { archive }) =>
		latest([data.changes.at(-1)?.date, lastChangeOf(archive.byTheme.get(id) ?? [])]),
	columns: {
		id: { description: 'Identifier, the same for good', required: true, cell: ({ id }) => id },
		label: { from: 'label', description: 'Its name', required: true, cell: ({ data }) => data.label },
		scope: { from: 'scope', required: true, cell: ({ data }) => data.scope },
		answer: { from: 'answer', required: true, cell: ({ data }) => data.answer },
		synonyms: { type: 'list', from: 'synonyms', required: true, cell: ({ data }) => data.synonyms },
		related: {
			type: 'list',
			from: 'related',
			description: 'Themes that lie near',
			cell: ({ data }) => data.related,
		},
		concerns: { type: 'list', items: 'integer', from: 'concerns', cell: ({ data }) => data.concerns },
		measures: { type: 'list', from: 'measures', cell: ({ data }) => data.measures ?? [] },
		changed: {
			type: 'date',
			from: 'changes.date',
			description: 'Day on which what the archive says of it was last changed',
			required: true,
			cell: ({ data }) => data.changes.at(-1)?.date ?? null,
		},
		address: {
			type: 'uri',
			description: 'Address of its page',
			required: true,
			cell: ({ id }, { permanent }) => permanent(themePath(id)),
		},
	},
});

/** Organisations. */
export const ORGANISATIONS = table<Entry<Organisation>>({
	name: 'organisations',
	title: 'Organisations',
	about:
		'The organisations that appear in the archive. To be listed is to be named in a record, and nothing more.',
	of: ['organisations'],
	key: ['id'],
	references: { within: 'organisations.id' },
	rows: ({ archive }) => byId(archive.organisations),
	changed: ({ id }, { archive }) => lastChangeOf(archive.byOrganisation.get(id) ?? []),
	columns: {
		id: { description: 'Identifier, the same for good', required: true, cell: ({ id }) => id },
		name: { from: 'name', description: 'Its name in full', required: true, cell: ({ data }) => data.name },
		short_name: { from: 'shortName', cell: ({ data }) => data.shortName ?? null },
		kind: {
			from: 'kind',
			description: 'What kind of organisation it is, by the archive’s own list',
			required: true,
			cell: ({ data }) => data.kind,
		},
		kind_label: {
			description: 'That kind in words',
			required: true,
			cell: ({ data }, { archive }) => kindLabel(data.kind, archive),
		},
		description: {
			from: 'description',
			description: 'What it is',
			cell: ({ data }) => data.description ?? null,
		},
		url: { type: 'uri', from: 'url', description: 'Its own site', cell: ({ data }) => data.url },
		within: {
			from: 'within',
			description: 'The broader organisation or area that it belongs to',
			cell: ({ data }) => data.within ?? null,
		},
		aliases: { type: 'list', from: 'aliases', cell: ({ data }) => data.aliases },
		address: {
			type: 'uri',
			description: 'Address of its page',
			required: true,
			cell: ({ id }, { permanent }) => permanent(organisationPath(id)),
		},
	},
});

function kindLabel(kind: string, { config }: Archive): string {
	return config.organisationKinds.find(({ id }) => id === kind)?.label ?? kind;
}

/** Complaints. */
export const COMPLAINTS = table<TextEntry<Complaint>>({
	name: 'complaints',
	title: 'Complaints',
	about: 'The complaint that the records belong to: by whom, to whom, when, and where it stands.',
	of: ['complaints'],
	key: ['id'],
	rows: ({ archive }) => byId(archive.complaints),
	changed: (_, { archive }) => lastChangeOf(archive.findings),
	columns: {
		id: { description: 'Identifier, the same for good', required: true, cell: ({ id }) => id },
		title: { from: 'title', description: 'Its title', required: true, cell: ({ data }) => data.title },
		summary: {
			from: 'summary',
			description: 'What it is about',
			required: true,
			cell: ({ data }) => data.summary,
		},
		submitted_by: {
			type: 'list',
			from: 'submittedBy',
			description: 'Organisations that made it',
			required: true,
			cell: ({ data }) => data.submittedBy,
		},
		submitted_to: {
			type: 'list',
			from: 'submittedTo',
			description: 'Organisations that it was made to',
			required: true,
			cell: ({ data }) => data.submittedTo,
		},
		investigated_by: {
			type: 'list',
			from: 'investigatedBy',
			description: 'Organisations that looked into it',
			cell: ({ data }) => data.investigatedBy,
		},
		submitted: {
			type: 'edtf',
			from: 'submitted',
			description: 'When it was made',
			required: true,
			cell: ({ data }) => data.submitted,
		},
		reported: { type: 'edtf', from: 'reported', cell: ({ data }) => data.reported },
		jurisdiction: {
			from: 'jurisdiction',
			description: 'Where its law holds',
			required: true,
			cell: ({ data }) => data.jurisdiction,
		},
		standing: { from: 'standing', required: true, cell: ({ data }) => data.standing },
		address: {
			type: 'uri',
			description: 'Address of its page',
			required: true,
			cell: ({ id }, { permanent }) => permanent(complaintPath(id)),
		},
	},
});

interface Concern {
	complaint: TextEntry<Complaint>;
	number: number;
	text: string;
}

/** Concerns of complaints. */
export const CONCERNS = table<Concern>({
	name: 'concerns',
	title: 'Concerns',
	about: 'What is complained of, by the numbers that records and themes give.',
	of: ['complaints'],
	at: 'concerns',
	key: ['complaint', 'number'],
	references: { complaint: 'complaints.id' },
	rows: ({ archive }) =>
		byId(archive.complaints).flatMap((complaint) =>
			complaint.data.concerns.map((concern) => ({ complaint, ...concern })),
		),
	changed: (_, { archive }) => lastChangeOf(archive.findings),
	columns: {
		complaint: {
			description: 'Identifier of the complaint',
			required: true,
			cell: ({ complaint }) => complaint.id,
		},
		number: {
			type: 'integer',
			from: 'number',
			description: 'Its number in the complaint',
			required: true,
			cell: ({ number }) => number,
		},
		text: { from: 'text', description: 'Its words', required: true, cell: ({ text }) => text },
		address: {
			type: 'uri',
			description: 'Where it stands on the page of the complaint',
			required: true,
			cell: ({ complaint, number }, { permanent }) =>
				permanent(`${complaintPath(complaint.id)}#concern-${number}`),
		},
	},
});
