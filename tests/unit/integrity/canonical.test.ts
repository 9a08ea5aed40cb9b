import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { proseOf } from '../../../src/archive/publish/prose.ts';
import type { Archive, ArchiveRecord } from '../../../src/archive/publish/view.ts';
import { canonicalParagraph, canonicalText, shortHash } from '../../../src/integrity/canonical/canonical.ts';
import { captureSchema } from '../../../src/core/model/capture.ts';
import { findingSchema } from '../../../src/core/model/finding.ts';
import { reportSchema } from '../../../src/core/model/report.ts';
import { sourceSchema } from '../../../src/core/model/source.ts';
import { testimonySchema } from '../../../src/core/model/testimony.ts';
import { FINDING, type Files, REPORT, TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import { readSound } from '../../support/integrity.ts';
import {
	capture,
	custody,
	finding,
	givenTestimony,
	publishedTestimony,
	recommendation,
	report,
	source,
	VOCABULARY,
} from '../../support/samples.ts';

async function textOf(
	files: Files,
	id: string,
	salt: string | null = null,
): Promise<{ text: string; record: ArchiveRecord; archive: Archive }> {
	using folder = writeArchive({ 'register.yaml': REGISTER, ...files });
	const { archive } = await readSound(folder.path);
	const record = archive.record.get(id);
	if (!record) throw new Error('no such record');
	return { text: canonicalText(record, archive, salt), record, archive };
}

const AUTHORS = ['A. One', 'B. Two'].map((name) => ({ name, basis: 'author', role: 'Writer' }));
const REGISTER = JSON.stringify({ people: AUTHORS });
const SALT = 'ab'.repeat(32);

test('a report, to the letter', async () => {
	const body = [
		'First\u00a0 paragraph, **strong** and a [link](https://paper.example/b "there").',
		'## A heading',
		'1. One\n2. Two\n\n   - inner\n   - more',
		'<Quote speaker="A reader">“Never,” *she* wrote.</Quote>',
		'<Reply from="Acme" organisation="acme-plans" kind="denial">No.</Reply>',
		'***',
		'See <Ref record="1vm1d7gn" para="1"/>, <Figure id="paid"/>, [about](/about/) and <Redacted what="name"/>.',
		'<Excerpt record="1vm1d7gn" para="1"/>',
		'> Old words.',
		'| a | b |\n| - | - |\n| 1 | 2 |',
	].join('\n\n');
	const { text } = await textOf(
		{
			[REPORT]: textFile(
				{ ...report(), titleSupplied: false, sources: [{ ...source(), authors: ['A. One', 'B. Two'] }] },
				body,
			),
		},
		'fbmgs2sv',
	);
	expect(text).toBe(`record: fbmgs2sv
collection: reports
version: 1
title: A title
title supplied by the archive: no
summary: A summary.
complaint: big-complaint
theme: charges
organisation: acme-plans
facet size: any
evidence: interview
status: published
change 1: 2031-12-01, published: First published.
source 1 title: A headline
source 1 title supplied by the archive: no
source 1 publisher: the-paper
source 1 author: A. One
source 1 author: B. Two
source 1 published: 2031-03-14
source 1 address: https://paper.example/a
source 1 kind: news-article
source 1 degree: reported
source 1 verified: in-source

[1]
First paragraph, strong and a link <https://paper.example/b>.

## A heading

[2]
1. One 2. Two - inner - more

[3]
[quote: A reader] “Never,” she wrote. [end of quote]

[4]
[denial: Acme, acme-plans] No. [end of denial]

* * *

[5]
See [ref: 1vm1d7gn, para 1], [figure: paid], about </about/> and [redacted: name].

[6]
[excerpt: 1vm1d7gn, para 1]

[7]
[quote] Old words. [end of quote]

[8]
| a | b | | 1 | 2 |
`);
});

test('what is known of a capture, line by line', async () => {
	const captured = { ...capture(), finalUrl: 'https://paper.example/b', custody: [custody()] };
	const archived = [{ url: 'https://web.example/a', date: '2031-04-02' }];
	const { text } = await textOf(
		{
			[REPORT]: textFile(
				{ ...report(), sources: [{ ...source(), archived, capture: captured }] },
				'One.\n\nTwo.\n\nThree.',
			),
		},
		'fbmgs2sv',
	);
	expect(text).toContain('\nsource 1 archived address: 2031-04-02, https://web.example/a\n');
	expect(text).toContain(`source 1 verified: in-source
source 1 capture address: https://paper.example/a
source 1 capture final address: https://paper.example/b
source 1 capture time: 2031-04-01T09:30:00Z
source 1 capture method: browser
source 1 capture tool: Chromium 153.0
source 1 capture collector: caseworker
source 1 capture sha256: ${'ab'.repeat(32)}
source 1 capture bytes: 12
source 1 capture media type: application/pdf
source 1 capture storage: sealed
source 1 capture custody: 1, 2031-04-01T09:30:00Z, caseworker, captured, ${'ab'.repeat(32)}

[1]
`);
});

test('of an account only what is published, with its salt in the second line', async () => {
	const given = { ...givenTestimony(), consent: { scope: 'quotation', month: '2031-11', paragraphs: [2] } };
	const { text } = await textOf(
		{ [TESTIMONY]: textFile(given, 'Closed words.\n\nOpen words.') },
		'1vm1d7gn',
		SALT,
	);
	expect(text.split('\n').slice(0, 3)).toEqual([
		'record: 1vm1d7gn',
		`salt: ${SALT}`,
		'collection: testimonies',
	]);
	expect(text).toContain('\n[1]\n[redacted: paragraph]\n\n[2]\nOpen words.\n');
	expect(text).not.toMatch(/Closed|consent|review|reader-one|intruder|2031-11/);
});

/** A capture, and the same with each of its fields changed. */
const CAPTURES = [
	{},
	{ url: 'https://paper.example/other' },
	{ finalUrl: 'https://paper.example/b' },
	{ capturedAt: '2031-04-01T09:30:01Z' },
	{ method: 'crawl' },
	{ tool: 'Firefox 152.0' },
	{ collector: 'librarian' },
	{ sha256: 'cd'.repeat(32) },
	{ bytes: 13 },
	{ mediaType: 'text/html' },
	...[{}, { note: 'Handed over.' }, { role: 'librarian' }].map((more) => ({
		custody: [{ ...custody(), ...more }],
	})),
].map((change) => ({ ...capture(), ...change }));

/** For each kind of record a field, changed in whatever way, and what of it is never published. */
const CHANGES: readonly (readonly [
	file: string,
	id: string,
	base: () => object,
	changes: readonly object[],
])[] = [
	[
		REPORT,
		'fbmgs2sv',
		report,
		[
			{ title: 'Another' },
			{ titleSupplied: false },
			{ summary: 'Another.' },
			{ themes: ['delays'] },
			{ themes: ['charges', 'delays'] },
			{ organisations: [] },
			{ facets: { size: 'small' } },
			{ evidence: ['court'] },
			{ status: 'corrected' },
			{ contentNotes: ['loss'] },
			{ related: ['wrk68wb5'] },
			{ related: [{ how: 'supports', record: 'wrk68wb5' }] },
			{ related: [{ how: 'supports', record: 'wrk68wb5', paragraph: '1' }] },
			{ voice: 'research' },
			{ changes: [{ version: 1, date: '2031-12-02', kind: 'published', note: 'First published.' }] },
			{ changes: [{ version: 1, date: '2031-12-01', kind: 'published', note: 'Again.' }] },
			...[
				{ title: 'Another' },
				{ titleSupplied: true },
				{ publisher: null },
				{ reproduces: 'the-office', degree: 'copy' },
				{ authors: ['A. One'] },
				{ number: 'HC 12' },
				{ kind: 'journal-article' },
				...[{ volume: '27' }, { issue: '4' }, { pages: '406–423' }, { doi: '10.1000/182' }].map(
					(journal) => ({
						kind: 'journal-article',
						journal,
					}),
				),
				{ published: '2031-03' },
				{ url: null },
				{ archived: [{ url: 'https://web.example/a', date: '2031-04-01' }] },
				{ archived: [{ url: 'https://web.example/a', date: '2031-04-02' }] },
				...CAPTURES.map((fields) => ({ capture: fields })),
				{ accessed: '2031-04-01' },
				{ kind: 'web-page' },
				{ degree: 'first-hand' },
				{ verified: 'not-seen' },
				{ pinpoint: 'page 3' },
				{ note: 'Uncertain.' },
			].map((change) => ({ sources: [{ ...source(), ...change }] })),
			{ sources: [source(), source()] },
		],
	],
	[
		FINDING,
		'wrk68wb5',
		recommendation,
		[
			{ kind: 'action' },
			{ issuedBy: ['the-paper'] },
			{ issued: null },
			{ number: 'Recommendation 1' },
			{ addressees: ['the-office'] },
			{ due: 'in May' },
			{ dueBy: '2031-05' },
			{ concerns: [1] },
			{ standing: { state: 'answered', note: 'None was found.' } },
			{ standing: { state: 'no-answer-on-record', note: 'Nothing.' } },
		],
	],
	[
		TESTIMONY,
		'1vm1d7gn',
		publishedTestimony,
		[{ pseudonyms: ['Marigold'] }, { sourceRecord: 'fbmgs2sv' }, { facets: { size: 'any' } }],
	],
];

test('no field of a record or a source is forgotten: each is in the text, or is not published', () => {
	const keys = (schema: unknown) => Object.keys((schema as { shape: object }).shape);
	const of = (file: string) => CHANGES.find(([name]) => name === file)?.[3] ?? [];
	const changed = (file: string) => of(file).flatMap((change) => Object.keys(change));
	const inSource = of(REPORT).flatMap((change) =>
		Object.keys((change as { sources?: object[] }).sources?.[0] ?? {}),
	);
	// Complaint and version have but one value in the samples; the golden text above shows both.
	expect(keys(captureSchema).filter((key) => !CAPTURES.some((one) => key in one))).toEqual([]);
	const common = new Set([...changed(REPORT), 'complaint', 'version']);
	expect(keys(sourceSchema(VOCABULARY)).filter((key) => !inSource.includes(key))).toEqual([]);
	expect(keys(reportSchema(VOCABULARY)).filter((key) => !common.has(key) && key !== 'paragraphs')).toEqual(
		[],
	);
	for (const file of [FINDING, TESTIMONY]) for (const key of changed(file)) common.add(key);
	expect(keys(findingSchema(VOCABULARY)).filter((key) => !common.has(key))).toEqual([
		'paragraphs',
		'answers',
	]);
	const account = (testimonySchema(VOCABULARY) as unknown as { options: unknown[] }).options.flatMap(keys);
	const unpublished = new Set(account.filter((key) => !common.has(key)));
	const expected = ['consent', 'facetSources', 'origin', 'paragraphs', 'review', 'writer'];
	expect([...unpublished].sort()).toEqual(expected);
});

describe.each(CHANGES)('%s', (file, id, base, changes) => {
	test('every published field is in the text: each change makes another one', async () => {
		const { text } = await textOf({ [file]: textFile(base(), 'Words of it.') }, id);
		const seen = new Set([text]);
		for (const change of changes) {
			const changed = await textOf({ [file]: textFile({ ...base(), ...change }, 'Words of it.') }, id);
			expect(seen, JSON.stringify(change)).not.toContain(changed.text);
			seen.add(changed.text);
		}
	});
});

test('the help page names every field, as readers need it to make a text again', async () => {
	const help = readFileSync('src/site/help/verify.mdx', 'utf8');
	const named = new Set<string>();
	for (const [file, id, base, changes] of CHANGES)
		for (const change of changes) {
			const { text } = await textOf({ [file]: textFile({ ...base(), ...change }, 'Words of it.') }, id);
			const [head = ''] = text.split('\n\n');
			for (const line of head.split('\n')) named.add(line.replace(/:.*/, '').replace(/^source \d+ /, ''));
		}
	const isNamed = (name: string) => {
		const [word = ''] = name.split(' ');
		return help.includes(`\`${name}\``) || (/^(?:facet|change)$/.test(word) && help.includes(`\`${word} <`));
	};
	expect(named.size).toBeGreaterThan(40);
	expect([...named].filter((name) => !isNamed(name))).toEqual([]);
});

test('how the file is laid out does not matter', async () => {
	const plain = await textOf(
		{ [FINDING]: textFile(finding(), 'Some caf\u00e9 words, all of them.') },
		'wrk68wb5',
	);
	const other = textFile(
		Object.fromEntries(Object.entries(finding()).reverse()),
		'Some cafe\u0301 words,\n all  of\nthem.',
	);
	const { text } = await textOf({ [FINDING]: other.replaceAll('\n', '\r\n') }, 'wrk68wb5');
	expect(text).toBe(plain.text);
	expect(text).toBe(text.normalize('NFC'));
	expect(text).not.toMatch(/[ \t\r]\n|\n\n$/);
});

test('what other files say does not matter, but for what a withdrawal takes out', async () => {
	const files = {
		[REPORT]: textFile(report(), 'One.\n\nSee <Ref record="1vm1d7gn"/> and <Figure id="paid"/>.'),
	};
	const before = await textOf(files, 'fbmgs2sv');
	const otherName = textFile({ ...publishedTestimony(), title: 'Quite another' }, 'Quite other words.');
	const after = await textOf({ ...files, [TESTIMONY]: otherName }, 'fbmgs2sv');
	expect(after.text).toBe(before.text);
	const taken = await textOf(
		{ ...files, [TESTIMONY]: textFile({ ...publishedTestimony(), status: 'withdrawn' }, 'Words.') },
		'fbmgs2sv',
	);
	expect(taken.text).toBe(before.text.replace(/See .*/, 'This paragraph is no longer published.'));
});

describe('the short hash of a paragraph', () => {
	test('is the first eight characters of the SHA-256 of its words', async () => {
		const { record, archive } = await textOf(
			{ [REPORT]: textFile(report(), 'These *very* words.') },
			'fbmgs2sv',
		);
		const [block] = proseOf(record, archive).blocks;
		const words = block ? canonicalParagraph(block) : '';
		expect(words).toBe('These very words.');
		expect(shortHash(words, null)).toBe(
			createHash('sha256').update('These very words.').digest('hex').slice(0, 8),
		);
	});

	test('of an account it says nothing to those who do not have the salt', () => {
		expect(shortHash('Words.', SALT)).toMatch(/^[0-9a-f]{8}$/);
		expect(shortHash('Words.', SALT)).not.toBe(shortHash('Words.', null));
		expect(shortHash('Words.', SALT)).not.toBe(shortHash('Words.', 'cd'.repeat(32)));
	});
});
