import type { Archive, ArchiveRecord } from '../../archive/publish/view.ts';
import { isGivenRecord } from '../../checks/disclosure/counts.ts';
import { RELATION_KINDS } from '../../core/model/relation.ts';
import { table } from '../table.ts';
import { byId, FILE_OF, openRecords, PART, type Part, partsOf, RECORD } from './common.ts';

/** Themes of records, including given accounts. */
export const RECORD_THEMES = table<Part<string>>({
	name: 'record-themes',
	title: 'Themes of records',
	about: 'Which record is under which theme: joins the tables of records and themes.',
	of: FILE_OF,
	key: ['record', 'theme'],
	references: { record: 'records.id', theme: 'themes.id' },
	rows: ({ archive }) => partsOf(byId(archive.records), ({ data }) => data.themes),
	...PART,
	isGiven: ({ record }) => isGivenRecord(record),
	columns: {
		record: { ...RECORD, publishedForGiven: true },
		theme: {
			from: 'themes',
			description: 'Identifier of the theme',
			required: true,
			publishedForGiven: true,
			cell: ({ item }) => item,
		},
		position: {
			type: 'integer',
			description: 'Its place among the themes of the record: 1 is the most important',
			required: true,
			publishedForGiven: true,
			cell: ({ position }) => position,
		},
	},
});

/** The role of an organisation in a record. */
const ROLES = {
	about: 'The record is about it',
	publisher: 'It published a source of the record',
	reproduced: 'A source of the record is a copy of its text',
	'issued-by': 'It made the finding or gave the answer',
	'addressed-to': 'A recommendation is addressed to it',
} as const;

function* rolesIn(record: ArchiveRecord): Generator<[role: keyof typeof ROLES, organisation: string]> {
	const { organisations, sources } = record.data;
	for (const id of organisations) yield ['about', id];
	for (const { publisher } of sources) if (publisher) yield ['publisher', publisher];
	for (const { reproduces } of sources) if (reproduces) yield ['reproduced', reproduces];
	if (record.collection !== 'findings') return;
	for (const id of record.data.issuedBy) yield ['issued-by', id];
	for (const id of record.data.addressees) yield ['addressed-to', id];
}

/** Roles of organisations in records. */
export const RECORD_ORGANISATIONS = table<Part<readonly [string, string]>>({
	name: 'record-organisations',
	title: 'Organisations of records',
	about: 'What each organisation is to each record: joins the tables of records and organisations.',
	of: FILE_OF,
	key: ['record', 'organisation', 'role'],
	references: { record: 'records.id', organisation: 'organisations.id' },
	rows: ({ archive }) =>
		partsOf(openRecords(archive), (record) => {
			const roles = new Map([...rolesIn(record)].map((one) => [one.join(' '), one]));
			return [...roles.values()];
		}),
	...PART,
	columns: {
		record: RECORD,
		organisation: {
			from: ['organisations', 'issuedBy', 'addressees'],
			description: 'Identifier of the organisation',
			required: true,
			cell: ({ item }) => item[1],
		},
		role: {
			description: 'What it is to the record',
			values: ROLES,
			required: true,
			cell: ({ item }) => item[0],
		},
	},
});

/** Facet values of records. */
export const RECORD_FACETS = table<Part<readonly [string, string]>>({
	name: 'record-facets',
	title: 'Facets of records',
	about: 'What else each record is sorted by in this archive, with the words that readers see.',
	of: FILE_OF,
	key: ['record', 'facet'],
	references: { record: 'records.id' },
	rows: ({ archive }) => partsOf(openRecords(archive), ({ data }) => Object.entries(data.facets)),
	...PART,
	columns: {
		record: RECORD,
		facet: {
			from: 'facets',
			description: 'Identifier of the facet',
			required: true,
			cell: ({ item }) => item[0],
		},
		facet_label: {
			description: 'The facet in words',
			required: true,
			cell: ({ item: [id] }, { archive }) => facetOf(id, archive)?.label ?? id,
		},
		value: { description: 'Identifier of the value', required: true, cell: ({ item }) => item[1] },
		value_label: {
			description: 'The value in words',
			required: true,
			cell: ({ item: [id, value] }, { archive }) =>
				facetOf(id, archive)?.values.find((one) => one.id === value)?.label ?? value,
		},
	},
});

function facetOf(id: string, { config }: Archive) {
	return config.facets.find((facet) => facet.id === id);
}

/** The relation of one record to another: of a kind, or unspecified. */
const HOW = {
	related: 'Belongs with it; no more is said',
	'also-recorded-in': 'Is an account that the other record carries, too',
	answers: 'Answers it',
	...Object.fromEntries(Object.entries(RELATION_KINDS).map(([how, { from }]) => [how, from])),
};

interface Related {
	how: string;
	other: string;
	paragraph: string | null;
}

function relatedOf({ data, collection }: ArchiveRecord): Related[] {
	const plain = (how: string, other: string): Related => ({ how, other, paragraph: null });
	const named = data.related.map((one) =>
		typeof one === 'string'
			? plain('related', one)
			: { how: one.how, other: one.record, paragraph: one.paragraph ?? null },
	);
	if (collection === 'findings') return [...named, ...data.answers.map((id) => plain('answers', id))];
	if (collection !== 'testimonies' || data.origin !== 'published' || !data.sourceRecord) return named;
	return [...named, plain('also-recorded-in', data.sourceRecord)];
}

/** Relations between records. No relation leads to or from a given account. */
export const RELATIONS = table<Part<Related>>({
	name: 'relations',
	title: 'Relations',
	about: 'What one record is to another: rests on, follows, supports, disputes, answers, belongs with.',
	of: FILE_OF,
	key: ['record', 'how', 'other'],
	references: { record: 'records.id', other: 'records.id' },
	rows: ({ archive }) =>
		partsOf(openRecords(archive), (record) =>
			relatedOf(record).filter(({ other }) => {
				const there = archive.record.get(other);
				return there !== undefined && !isGivenRecord(there);
			}),
		),
	...PART,
	columns: {
		record: { ...RECORD, description: 'Identifier of the record that says so' },
		how: {
			from: 'related',
			publishes: 'related.how',
			description: 'What it is to the other',
			values: HOW,
			required: true,
			cell: ({ item }) => item.how,
		},
		other: {
			from: ['related', 'answers', 'sourceRecord'],
			publishes: 'related.record',
			description: 'Identifier of the other record',
			required: true,
			cell: ({ item }) => item.other,
		},
		paragraph: {
			from: 'related',
			publishes: 'related.paragraph',
			description: 'Paragraph of the other record that is meant',
			cell: ({ item }) => item.paragraph,
		},
	},
});
