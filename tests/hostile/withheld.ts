import { stringify as toYaml } from 'yaml';
import { readArchive } from '../../src/archive/read/read.ts';
import { waiverOf } from '../../src/checks/pii/check-texts.ts';
import {
	type Files,
	FINDING,
	minimalArchive,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../support/archive.ts';
import * as samples from '../support/samples.ts';

const stringify = (data: object) => toYaml(data, { aliasDuplicateObjects: false });

/** A word that stands in one withheld place and in no other. No figure is in it: the sweep would tell of those. */
const planted = (place: string): string => `canary${place}`;

/** Places of an archive of which nothing may be published. */
const PLACES = [
	'reviewer',
	'other',
	'comment',
	'aside',
	'filename',
	'quoted',
	'counted',
	'gone',
	'byhand',
	'waiver',
	'signer',
	'role',
	'unused',
	'unique',
	'agreed',
] as const;
export const CANARIES: readonly string[] = PLACES.map((place) => planted(place));

/** The months of consent and of review, which are in no other place. */
export const MONTHS = /\b(?:2029-0[1-6]|(?:January|February|March|April|May|June) 2029)\b/;

/** A word that no dictionary has, let pass by a waiver. */
const WAIVED = 'zorvath';

const review = [
	{ role: planted('reviewer'), month: '2029-02', intruderTest: true },
	{ role: planted('other'), month: '2029-03', intruderTest: false },
];

function account(id: string, fields: object, body: string): Files {
	const whole = {
		...samples.givenTestimony(),
		consent: { scope: 'full', month: '2029-01' },
		review,
		...fields,
	};
	const text = textFile(whole, `${body}\n\n{/* ${planted('aside')} */}`);
	return {
		[`testimonies/${id}-${planted('filename')}.mdx`]: text.replace(
			/\n---\n/,
			`\n# ${planted('comment')}\n---\n`,
		),
	};
}

export const GIVEN = ['4vxfxcd8', 'x15w7xb9'] as const;

/** An archive with a canary in every field and every place that nobody outside may see. */
export async function withheldArchive(): Promise<Files> {
	const files = withoutWaivers();
	using folder = writeArchive(files);
	const { problems } = await readArchive(folder.path);
	const hashes = problems.flatMap((problem) => waiverOf(problem) ?? []);
	const waivers = hashes.map((hash) => ({
		hash,
		reason: 'common-usage',
		note: planted('waiver'),
		reviewers: [planted('signer'), planted('other')],
	}));
	return { ...files, 'waivers.yaml': stringify({ waivers }) };
}

function withoutWaivers(): Files {
	const config = {
		...samples.config(),
		disclosure: { ...samples.LENIENT, uniqueWords: [planted('unique')] },
	};
	const { VOCABULARY: known } = samples;
	const terms = (ids: readonly string[]) => ids.map((id) => ({ id, label: id }));
	return {
		'archive.yaml': `# ${planted('comment')}\n${stringify({
			...config,
			organisationKinds: terms(known.organisationKinds),
			contentNotes: terms(known.contentNotes),
		})}`,
		[TESTIMONY]: minimalArchive()[TESTIMONY] ?? '',
		...account(GIVEN[0], {}, `The buyer told us of one letter and then went ${WAIVED} again.`),
		...account(
			GIVEN[1],
			{ consent: { scope: 'quotation', month: '2029-04', paragraphs: [2] } },
			`Nobody may read ${planted('quoted')}.\n\nThe buyer told us of two letters.`,
		),
		...account(
			'wrk68wb5',
			{
				title: `Account ${planted('counted')}`,
				summary: planted('counted'),
				consent: { scope: 'statistics', month: '2029-05' },
			},
			planted('counted'),
		),
		[FINDING]: null,
		...account(
			'mxdk6r5v',
			{ summary: planted('gone'), consent: { scope: 'full', month: '2029-06', withdrawn: true } },
			planted('gone'),
		),
		// Withdrawn in an editor, so that the file still holds what it said.
		...account(
			'hmr1frsh',
			{
				title: `Account ${planted('byhand')}`,
				status: 'withdrawn',
				version: 2,
				changes: [{ version: 2, date: '2029-09', kind: 'withdrawal', note: 'Withdrawn.' }],
			},
			planted('byhand'),
		),
		'register.yaml': stringify({
			people: [
				{
					name: `Ann ${planted('unused')}`,
					basis: 'barred-list',
					role: planted('role'),
					checkedOn: '2029-01-02',
					records: ['x15w7xb9'],
					reviewers: [planted('agreed'), planted('other')],
				},
			],
			accountWords: CANARIES.map((word) => ({
				word,
				reviewers: [planted('agreed'), planted('other')],
			})),
			plainWords: CANARIES,
			words: CANARIES,
		}),
	};
}
