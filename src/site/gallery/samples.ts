import type {
	Archive,
	ArchiveRecord,
	FindingRecord,
	ReleasedVersion,
	TextEntry,
} from '../../archive/publish/view.ts';
import type { Problem } from '../../core/values/problem.ts';
import type { Grid } from '../../summaries/coverage.ts';
import type { CaptureView } from '../components/record/capture-view.ts';
import type { SourceView } from '../components/record/source-view.ts';

/** States that an archive need not have, made from records that it has. */

/** One record of each kind, with what kind it is. */
export function recordsOfEachKind(archive: Archive): readonly (readonly [string, ArchiveRecord])[] {
	const kinds = new Map<string, ArchiveRecord>();
	for (const record of archive.records) {
		const kind =
			record.collection === 'testimonies'
				? `account, ${record.data.origin}`
				: record.collection === 'reports'
					? `report, ${record.data.voice}`
					: record.data.kind;
		if (!kinds.has(kind)) kinds.set(kind, record);
	}
	return [...kinds];
}

/** A recommendation in one of its states. */
export function withStanding(
	record: FindingRecord,
	state: NonNullable<FindingRecord['data']['standing']>['state'],
): FindingRecord {
	return { ...record, data: { ...record.data, standing: { state, note: 'The evidence for that.' } } };
}

/** Two released versions of a record that differ in title, summary, other fields and paragraphs. */
export function releasedVersions(archive: Archive): {
	archive: Archive;
	before: ReleasedVersion;
	after: ReleasedVersion;
} | null {
	const found = archive.reports.find(({ data }) => data.version === 1);
	if (!found) return null;
	const text = (digest: string, body: string, paragraphs: string[]) => ({ digest, body, paragraphs });
	const first: ArchiveRecord = {
		...found,
		...text('gallery-1', 'A first paragraph.\n\nIt took ten days.\n\nA paragraph that goes.\n', [
			'1',
			'2',
			'3',
		]),
	};
	const second: ArchiveRecord = {
		...found,
		...text('gallery-2', 'A first paragraph.\n\nIt took nine days.\n\nA new paragraph.\n', ['1', '2', '2a']),
		data: {
			...found.data,
			version: 2,
			status: 'corrected',
			title: `${found.data.title}, corrected`,
			contentNotes: archive.config.contentNotes.slice(0, 1).map(({ id }) => id),
			changes: [
				...found.data.changes,
				{ version: 2, date: '2032-03-01', kind: 'correction', note: 'Ten days corrected to nine.' },
			],
		},
	};
	const before = { version: 1, record: first, salt: null };
	const after = { version: 2, record: second, salt: null };
	return {
		archive: {
			...archive,
			record: new Map(archive.record).set(found.id, second),
			records: archive.records.map((record) => (record === found ? second : record)),
			versions: new Map([[found.id, [before, after]]]),
		},
		before,
		after,
	};
}

/** A text with everything that a text can hold. */
export function wholeProse(archive: Archive): TextEntry<unknown> {
	const record = archive.reports[0];
	const ref = record ? `record="${record.id}" para="${record.paragraphs[0]}"` : '';
	const [image] = archive.images.keys();
	const [figure] = archive.figures;
	const [organisation] = archive.organisations;
	const body = [
		'## A heading',
		'A paragraph with *emphasis*, **strong words**, a [link](https://example.org/) and a <Redacted what="name"/>.',
		'### A heading beneath it',
		'- An item\n- Another item',
		'1. First\n2. Second',
		'> Words that are quoted.',
		'| What | How many |\n| --- | ---: |\n| Letters | 12 |\n| Calls | 3 |',
		'<Quote speaker="A reader">\n\nWords that somebody said.\n\n</Quote>',
		...(['reply', 'denial', 'outcome'] as const).map(
			(kind) =>
				`<Reply from="A spokesperson" organisation="${organisation?.id}" kind="${kind}">\n\nWords of a ${kind}.\n\n</Reply>`,
		),
		...(record ? [`A reference: <Ref ${ref}/>`, `<Excerpt ${ref}/>`] : []),
		...(figure ? [`A figure: <Figure id="${figure.id}"/>.`] : []),
		...(image ? [`![What the picture shows](${image} "A caption")`] : []),
		'* * *',
		'The last paragraph.',
	].join('\n\n');
	const paragraphs = Array.from({ length: 20 }, (_, index) => String(index + 1));
	return { id: 'gallery', file: '', data: {}, digest: 'gallery-prose', body, paragraphs };
}

const HASH = '0123456789abcdef'.repeat(4);

const CAPTURE: CaptureView = {
	made: 'Saved from a browser on 1 April 2031, 09:30:00 UTC, by the role archivist',
	addresses: [
		{ label: 'Address captured', address: 'https://example.org/report' },
		{ label: 'It led to', address: 'https://example.org/report/2031' },
	],
	file: 'Web page (HTML), 48,210 bytes',
	hash: HASH,
	kept: 'Sealed: kept apart from what is published',
	published: null,
	custody: [
		{ seq: 1, at: '1 April 2031, 09:30:00 UTC', role: 'archivist', action: 'Captured', hashes: HASH },
		{ seq: 2, at: '2 April 2031, 10:00:00 UTC', role: 'reviewer', action: 'Hash checked', hashes: HASH },
	],
};

export const CAPTURES: Readonly<Record<'sealed' | 'published', CaptureView>> = {
	sealed: CAPTURE,
	published: {
		...CAPTURE,
		kept: 'Published, as plain text so that nothing in it can run',
		published: { href: `/captures/${HASH}.txt`, path: `captures/${HASH}.txt`, name: `${HASH}.txt` },
	},
};

/** Sources of which everything is known, and nothing. */
export const SOURCES: readonly SourceView[] = [
	{
		title: 'A study of letters',
		authors: 'Ada Quill, Ben Marsh',
		publisher: { label: 'A publisher', href: '#publisher' },
		reproduces: 'A news agency',
		published: '14 March 2031',
		kind: 'Journal article',
		links: [
			{
				label: 'Open the source',
				href: 'https://example.org/study',
				host: 'example.org',
				printed: 'https://example.org/study',
				robust: {},
			},
			{
				label: 'Archived copy, 1 April 2031',
				href: 'https://archive.example/study',
				host: 'archive.example',
				printed: 'https://archive.example/study (archived copy, 1 April 2031)',
				robust: {},
			},
		],
		accessed: '1 April 2031',
		place: '27(4), pages 406–423',
		pinpoint: 'paragraphs 3 to 9',
		degree: 'Reported: by somebody who was told',
		verified: 'Read in the source',
		note: 'The tables are missing in the archived copy.',
		capture: CAPTURES.published,
	},
	{
		title: '[A leaflet without a title]',
		authors: '',
		publisher: null,
		reproduces: null,
		published: 'date not known',
		kind: 'Leaflet',
		links: [],
		accessed: null,
		place: '',
		pinpoint: null,
		degree: 'Reported: by somebody who was told',
		verified: 'Not checked',
		note: null,
		capture: null,
	},
];

/** A grid with every kind of cell. */
export function gridOfAllKinds({ organisations: [one, two, three] }: Archive): Grid | null {
	if (!one || !two || !three) return null;
	const reason = 'records of that year are closed';
	return {
		columns: ['2029', '2030', '2031', 'No year'],
		rows: [
			{
				organisation: one,
				cells: [
					{ kind: 'count', text: '3' },
					{ kind: 'none' },
					{ kind: 'not-collected', reason },
					{ kind: 'withheld', text: '2' },
				],
			},
			{
				organisation: two,
				cells: [
					{ kind: 'withheld', text: null },
					{ kind: 'count', text: '12' },
					{ kind: 'none' },
					{ kind: 'none' },
				],
			},
		],
		uniform: [{ cell: { kind: 'none' }, organisations: [three] }],
	};
}

export const PROBLEMS: readonly Problem[] = [
	{
		file: 'reports/x15w7xb9-sales-calls.mdx',
		line: 12,
		column: 3,
		rule: 'unknown-field',
		message: 'Unknown field “auther”',
		advice: 'Write “authors”, or take the line out',
		severity: 'error',
	},
	{
		file: 'themes/cancellation.mdx',
		line: 30,
		column: 1,
		rule: 'orphan-number',
		message: 'A number without a source',
		advice: 'Cite the paragraph that has it',
		severity: 'warning',
	},
];
