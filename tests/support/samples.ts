import type { Vocabulary } from '../../src/core/model/config.ts';

/** Identifiers that are valid, for samples. */
export const IDS = ['fbmgs2sv', '1vm1d7gn', 'wrk68wb5', '4vxfxcd8', 'x15w7xb9'] as const;

/** A small vocabulary, as `archive.yaml` and the names of the files would give it. */
export const VOCABULARY: Vocabulary = {
	facets: [
		{
			id: 'size',
			label: 'Size',
			collections: ['testimonies', 'reports'],
			identifying: false,
			required: true,
			values: [
				{ id: 'any', label: 'Any' },
				{ id: 'small', label: 'Small', parent: 'any' },
			],
		},
		{
			id: 'colour',
			label: 'Colour',
			collections: ['findings'],
			identifying: true,
			required: false,
			values: [
				{ id: 'red', label: 'Red' },
				{ id: 'blue', label: 'Blue' },
			],
		},
	],
	contentNotes: ['loss', 'debt'],
	organisationKinds: ['seller', 'regulator'],
	measures: ['paid-twice', 'complained'],
	themes: ['charges', 'delays', 'letters', 'calls', 'silence'],
	organisations: ['acme-plans', 'the-office', 'the-paper'],
	complaints: ['big-complaint'],
};

export const source = () => ({
	title: 'A headline',
	publisher: 'the-paper',
	published: '2031-03-14',
	url: 'https://paper.example/a',
	kind: 'news-article',
	degree: 'reported',
	verified: 'in-source',
});

/** A capture that is kept elsewhere, so that no file is needed. */
export const capture = () => ({
	url: 'https://paper.example/a',
	capturedAt: '2031-04-01T09:30:00Z',
	method: 'browser',
	tool: 'Chromium 153.0',
	collector: 'caseworker',
	sha256: 'ab'.repeat(32),
	bytes: 12,
	mediaType: 'application/pdf',
	storage: 'sealed',
});

/** What was done with it first. */
export const custody = () => ({
	seq: 1,
	at: '2031-04-01T09:30:00Z',
	role: 'caseworker',
	action: 'captured',
	before: null,
	after: 'ab'.repeat(32),
});

const common = (date: string) => ({
	title: 'A title',
	summary: 'A summary.',
	complaint: 'big-complaint',
	themes: ['charges'],
	organisations: ['acme-plans'],
	version: 1,
	changes: [{ version: 1, date, kind: 'published', note: 'First published.' }],
	sources: [source()],
});

export const publishedTestimony = () => ({
	...common('2031-12'),
	facets: { size: 'small' },
	origin: 'published',
	facetSources: { size: 1, organisations: 1 },
});

/** The source of what was told to the archive itself. */
const statement = () => ({
	title: 'Account given to this archive',
	titleSupplied: true,
	publisher: null,
	published: null,
	url: null,
	kind: 'statement',
	degree: 'first-hand',
	verified: 'in-source',
});

export const givenTestimony = () => ({
	...common('2031-12'),
	facets: { size: 'small' },
	sources: [statement()],
	origin: 'given',
	consent: { scope: 'full', month: '2031-11' },
	review: [
		{ role: 'reader-one', month: '2031-11', intruderTest: true },
		{ role: 'reader-two', month: '2031-12', intruderTest: false },
	],
});

export const report = () => ({
	...common('2031-12-01'),
	facets: { size: 'any' },
	evidence: ['interview'],
});

export const finding = () => ({
	...common('2031-12-01'),
	kind: 'finding',
	issuedBy: ['the-office'],
	issued: '2031-11',
});

export const recommendation = () => ({
	...finding(),
	kind: 'recommendation',
	addressees: ['acme-plans'],
	standing: { state: 'no-answer-on-record', note: 'None was found.' },
});

export const response = () => ({ ...finding(), kind: 'response', answers: [IDS[0]] });

export const theme = () => ({
	label: 'Charges',
	scope: 'What it costs.',
	answer: 'It costs more than people expect.',
	synonyms: ['fees'],
	changes: [{ date: '2031-12-01', note: 'First published.' }],
});

/** A theme’s text, all of it in one part. */
export const themeText = (body: string) => `## What was reported\n\n${body}`;

export const organisation = () => ({ name: 'Acme Plans', kind: 'seller' });

export const page = () => ({ title: 'About', summary: 'Who keeps this.', order: 1 });

export const complaint = () => ({
	title: 'The big complaint',
	summary: 'What it is about.',
	submittedBy: ['acme-plans'],
	submittedTo: ['the-office'],
	submitted: '2031-02-03',
	jurisdiction: 'Northmark',
	legalBasis: [{ label: 'Invented Act, section 4', source: 1 }],
	standing: 'Answered.',
	concerns: [{ number: 1, text: 'It costs too much.' }],
	timeline: [{ date: '2031-02-03', event: 'It is made.', source: 1 }],
	sources: [source()],
});

export const figure = () => ({
	label: 'families who paid twice',
	unit: 'families',
	numerator: 41,
	population: 'readers who answered',
	period: { from: '2030', to: null, asStated: 'last year' },
	origin: 'survey',
	record: IDS[0],
	paragraph: 3,
});

const words = (speaker: string, one: string, title: string, intro: string) => ({
	speaker,
	one,
	many: `${one}s`,
	title,
	intro,
});

/** Disclosure control that lets a single account through and shows every count as it is. */
export const LENIENT = {
	k: 1,
	l: 1,
	rarePair: 1,
	smallCount: 1,
	roundTo: 1,
	batch: 1,
	populationBound: 0,
};

export const config = () => ({
	name: 'An archive',
	tagline: 'What was said.',
	description: 'Accounts and reports.',
	notice: 'Not the office',
	publisher: 'A project',
	contact: null,
	language: 'en-GB',
	address: null,
	licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
	search: { examples: ['fee'] },
	words: {
		testimonies: words('Account', 'account', 'Accounts', 'What people said.'),
		reports: words('Press', 'report', 'Reports', 'What was printed.'),
		findings: words('Office', 'finding', 'Findings', 'What was found.'),
		archive: 'Archive',
		theme: 'theme',
		themes: 'themes',
		complaint: 'complaint',
	},
	organisationKinds: [{ id: 'seller', label: 'Sellers' }],
	facets: VOCABULARY.facets.map((facet) => structuredClone(facet)),
	contentNotes: [{ id: 'loss', label: 'Loss' }],
	// One given account is enough to try the rest of the software with; "given.ts" has an archive that is held to it.
	disclosure: LENIENT,
});
