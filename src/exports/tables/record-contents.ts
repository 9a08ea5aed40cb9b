import { proseOf } from '../../archive/publish/prose.ts';
import type { Archive, ArchiveRecord } from '../../archive/publish/view.ts';
import { canonicalParagraph } from '../../integrity/canonical/canonical.ts';
import { recordPath } from '../../core/values/address.ts';
import { CHANGE_KINDS } from '../../core/model/record.ts';
import { DEGREES, type Source, SOURCE_KINDS, VERIFICATIONS } from '../../core/model/source.ts';
import type { Block } from '../../core/prose/types.ts';
import { table } from '../table.ts';
import { byId, FILE_OF, openRecords, PART, type Part, partsOf, RECORD, SAY } from './common.ts';

interface Paragraph {
	number: string;
	text: string;
}

/** The text of a paragraph. A picture is named as in the site: its original file name is not public. */
function wordsOf(block: Block, { images }: Archive): string {
	const children = block.children.map((node) => {
		if (node.type !== 'component' || node.component !== 'Image') return node;
		const { name, ...said } = node.props;
		return { ...node, props: { ...said, name: images.get(name)?.path ?? 'picture' } };
	});
	return canonicalParagraph({ ...block, children });
}

/**
 * Paragraphs of reports and findings. Those of accounts are on their pages only: after a withdrawal no bulk file that
 * somebody downloaded should contain them.
 */
export const PARAGRAPHS = table<Part<Paragraph>>({
	name: 'paragraphs',
	title: 'Paragraphs',
	about:
		'The words of reports and official records, paragraph by paragraph. Accounts are read on their pages alone.',
	key: ['record', 'number'],
	references: { record: 'records.id' },
	*rows({ archive }) {
		for (const record of byId([...archive.reports, ...archive.findings]))
			yield* partsOf([record], () =>
				proseOf(record, archive).blocks.flatMap((block) =>
					block.number === null ? [] : { number: block.number, text: wordsOf(block, archive) },
				),
			);
	},
	...PART,
	columns: {
		record: RECORD,
		number: {
			description: 'Number of the paragraph, the same for good: 12, or 12a for one that was put in later',
			required: true,
			cell: ({ item }) => item.number,
		},
		position: {
			type: 'integer',
			description: SAY.position,
			required: true,
			cell: ({ position }) => position,
		},
		text: {
			description:
				'Its words on one line; what is more than words stands in square brackets, as in the canonical text',
			required: true,
			cell: ({ item }) => item.text,
		},
		address: {
			type: 'uri',
			description: 'Address of the paragraph',
			required: true,
			cell: ({ record, item }, { permanent }) => permanent(recordPath(record.id, item.number)),
		},
	},
});

/** Sources of records. */
export const SOURCES = table<Part<Source>>({
	name: 'sources',
	title: 'Sources',
	about: 'Where each record comes from, how far from the events that is, and what of it was really read.',
	of: FILE_OF,
	at: 'sources',
	key: ['record', 'number'],
	references: { record: 'records.id', publisher: 'organisations.id', reproduces: 'organisations.id' },
	rows: ({ archive }) => partsOf(openRecords(archive), ({ data }) => data.sources),
	...PART,
	columns: {
		record: RECORD,
		number: {
			type: 'integer',
			description: 'Its number among the sources of the record; 1 is the source that the record is of',
			required: true,
			cell: ({ position }) => position,
		},
		title: { from: 'title', required: true, cell: ({ item }) => item.title },
		title_supplied: {
			type: 'boolean',
			from: 'titleSupplied',
			required: true,
			cell: ({ item }) => item.titleSupplied,
		},
		publisher: { from: 'publisher', cell: ({ item }) => item.publisher },
		reproduces: { from: 'reproduces', cell: ({ item }) => item.reproduces ?? null },
		authors: { type: 'list', from: 'authors', cell: ({ item }) => item.authors },
		series_number: { from: 'number', cell: ({ item }) => item.number ?? null },
		volume: { from: 'journal.volume', cell: ({ item }) => item.journal?.volume ?? null },
		issue: { from: 'journal.issue', cell: ({ item }) => item.journal?.issue ?? null },
		pages: { from: 'journal.pages', cell: ({ item }) => item.journal?.pages ?? null },
		doi: { from: 'journal.doi', cell: ({ item }) => item.journal?.doi ?? null },
		published: { type: 'edtf', from: 'published', cell: ({ item }) => item.published },
		url: {
			type: 'uri',
			from: 'url',
			description: 'Address; empty if it is not known',
			cell: ({ item }) => item.url,
		},
		archived: {
			type: 'list',
			from: 'archived.url',
			description: 'Addresses of the copies that web archives keep of it, the best first',
			cell: ({ item }) => item.archived.map(({ url }) => url),
		},
		archived_on: {
			type: 'list',
			from: 'archived.date',
			description: 'Days on which those copies were made, in the same order',
			cell: ({ item }) => item.archived.map(({ date }) => date),
		},
		accessed: { type: 'date', from: 'accessed', cell: ({ item }) => item.accessed },
		kind: {
			from: 'kind',
			description: 'What kind of document it is',
			values: SOURCE_KINDS,
			required: true,
			cell: ({ item }) => item.kind,
		},
		degree: {
			from: 'degree',
			description: 'How far it stands from the events, in the sense of hearsay',
			values: DEGREES,
			required: true,
			cell: ({ item }) => item.degree,
		},
		verified: {
			from: 'verified',
			description: 'Where the facts taken from it were really read',
			values: VERIFICATIONS,
			required: true,
			cell: ({ item }) => item.verified,
		},
		pinpoint: { from: 'pinpoint', cell: ({ item }) => item.pinpoint ?? null },
		note: { from: 'note', cell: ({ item }) => item.note ?? null },
		capture_sha256: {
			from: 'capture.sha256',
			description: 'SHA-256 of the file of it that the archive keeps',
			cell: ({ item }) => item.capture?.sha256 ?? null,
		},
		capture_storage: {
			from: 'capture.storage',
			description: 'Whether that file is published or sealed',
			cell: ({ item }) => item.capture?.storage ?? null,
		},
	},
});

/** Versions of records. For accounts neither the reason nor the day of a change is published. */
export const CHANGES = table<Part<ArchiveRecord['data']['changes'][number]>>({
	name: 'changes',
	title: 'Changes',
	about: 'Every version of every record, and why it was made.',
	of: FILE_OF,
	at: 'changes',
	key: ['record', 'version'],
	references: { record: 'records.id' },
	rows: ({ archive }) => partsOf(openRecords(archive), ({ data }) => data.changes),
	...PART,
	columns: {
		record: RECORD,
		version: {
			type: 'integer',
			from: 'version',
			description: 'The version that it made',
			required: true,
			cell: ({ item }) => item.version,
		},
		date: {
			type: 'edtf',
			from: 'date',
			description: 'The day; of an account the month',
			required: true,
			cell: ({ item }) => item.date,
		},
		kind: {
			from: 'kind',
			description: 'What was done',
			values: CHANGE_KINDS,
			required: true,
			cell: ({ item }) => item.kind,
		},
		note: {
			from: 'note',
			description: 'Why; of an account it is not told',
			cell: ({ record, item }) => (record.collection === 'testimonies' ? null : item.note),
		},
	},
});
