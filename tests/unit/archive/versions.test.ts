import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { proseOf } from '../../../src/archive/publish/prose.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { hitOf } from '../../../src/checks/pii/check-texts.ts';
import { type Files, REPORT, TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import {
	config,
	givenTestimony,
	IDS,
	publishedTestimony,
	report,
	theme,
	themeText,
} from '../../support/samples.ts';

const [ID] = IDS;
const ACCOUNT = '1vm1d7gn';
const SALT = 'ab'.repeat(32);

const change = (version: number, kind = version === 1 ? 'published' : 'update', date = '2031-12-01') => ({
	version,
	date,
	kind,
	note: 'First published.',
});
const fields = (version: number, more: object = {}) => ({
	...report(),
	version,
	changes: Array.from({ length: version }, (_, at) => change(at + 1)),
	...more,
});
const text = (version: number, body: string, more: object = {}) => textFile(fields(version, more), body);
const account = (version: number, body: string, more: object = {}, base: object = publishedTestimony()) =>
	textFile(
		{
			...base,
			version,
			changes: Array.from({ length: version }, (_, at) => change(at + 1, undefined, '2031-12')),
			...more,
		},
		body,
	);

const ONE = 'First paragraph.\n\nSecond paragraph.';
const V1 = { [`versions/${ID}/v1.mdx`]: text(1, ONE) };

async function read(files: Files) {
	using folder = writeArchive({ 'figures/paid.yaml': null, ...files });
	return readArchive(folder.path);
}
async function problemsOf(files: Files) {
	const { problems } = await read(files);
	return problems.map(({ file, rule }) => `${file} ${rule}`);
}
async function archiveOf(files: Files) {
	const { archive, problems } = await read(files);
	if (!archive) throw new Error(JSON.stringify(problems, null, 1));
	return archive;
}

describe('released versions', () => {
	test('are all there, the present one being the record itself', async () => {
		const archive = await archiveOf({
			...V1,
			[REPORT]: text(2, `${ONE}\n\nThird.`),
			[`versions/${ID}/v2.mdx`]: text(2, `${ONE}\n\nThird.`),
		});
		const versions = archive.versions.get(ID) ?? [];
		expect(versions.map(({ version, salt }) => [version, salt])).toEqual([
			[1, null],
			[2, null],
		]);
		expect(versions[1]?.record).toBe(archive.record.get(ID));
		expect(versions[0]?.record.paragraphs).toEqual(['1', '2']);
		expect(versions[0]?.record.data.version).toBe(1);
	});

	test('an archive without any has none', async () => {
		expect((await archiveOf({})).versions.size).toBe(0);
	});

	test('are held to the rules that every text is held to', async () => {
		const told = await problemsOf({
			[`versions/${ID}/v1.mdx`]: text(1, `${ONE}\n\n<script>x</script>`),
			[REPORT]: text(2, ONE),
		});
		expect(told).toContain(`versions/${ID}/v1.mdx no-html`);
		const words = await problemsOf({
			[`versions/${ID}/v1.mdx`]: text(1, `${ONE}\n\nWrite to someone@post.example.`),
			[REPORT]: text(2, ONE),
		});
		expect(words).toContain(`versions/${ID}/v1.mdx DT-1`);
	});

	test('a facet that the archive asks for since does not make them unsound', async () => {
		const { facets: _none, ...without } = fields(1);
		const archive = await archiveOf({
			[`versions/${ID}/v1.mdx`]: textFile(without, ONE),
			[REPORT]: text(2, ONE),
		});
		expect(archive.versions.get(ID)).toHaveLength(1);
	});

	test('only files of versions may stand in their folder', async () => {
		const told = await problemsOf({
			...V1,
			[`versions/${ID}/notes.txt`]: 'x',
			'versions/other/v1.mdx': 'x',
			[`versions/${ID}/v2.mdx`]: { link: '/etc/hostname' },
		});
		expect(told).toEqual([
			`versions/${ID}/notes.txt unexpected-file`,
			`versions/${ID}/v2.mdx symbolic-link`,
			'versions/other unexpected-file',
		]);
	});
});

describe('CT-7 the numbers of a later version', () => {
	test('are those of the one before, wherever numbers are asked for', async () => {
		const body = 'First paragraph.\n\nInserted.\n\nSecond paragraph.\n\nLast.';
		const archive = await archiveOf({
			...V1,
			[REPORT]: text(2, body),
			'themes/charges.mdx': textFile(
				theme(),
				themeText(`See <Ref record="${ID}" para="1a" /> and <Ref record="${ID}" para="3" />.`),
			),
		});
		const record = archive.record.get(ID);
		expect(record?.paragraphs).toEqual(['1', '1a', '2', '3']);
		const numbers = record && proseOf(record, archive).blocks.map(({ number }) => number);
		expect(numbers).toEqual(['1', '1a', '2', '3']);
	});

	test('a reference to a paragraph that is gone is told', async () => {
		const told = await problemsOf({
			...V1,
			[REPORT]: text(2, 'Second paragraph.'),
			'themes/charges.mdx': textFile(theme(), themeText(`See <Ref record="${ID}" para="1" />.`)),
		});
		expect(told).toEqual(['themes/charges.mdx dangling-paragraph']);
	});

	test('are never given twice, over three versions', async () => {
		const archive = await archiveOf({
			...V1,
			[`versions/${ID}/v2.mdx`]: text(2, 'First paragraph.'),
			[REPORT]: text(3, 'First paragraph.\n\nAnother at the end.'),
		});
		expect(archive.record.get(ID)?.paragraphs).toEqual(['1', '3']);
	});

	test('may be given by hand, in order, one for each paragraph, none used before', async () => {
		const given = (paragraphs: (string | number)[], body = ONE) => ({
			...V1,
			[REPORT]: text(2, body, { paragraphs }),
		});
		expect((await archiveOf(given([1, '1a']))).record.get(ID)?.paragraphs).toEqual(['1', '1a']);
		expect(await problemsOf(given([2, 1]))).toEqual([`${REPORT} invalid-value`]);
		expect(await problemsOf(given([1, 2, 3]))).toEqual([`${REPORT} paragraph-count`]);
		const reused = {
			...V1,
			[`versions/${ID}/v2.mdx`]: text(2, 'First paragraph.'),
			[REPORT]: text(3, 'First paragraph.\n\nMore.', { paragraphs: [1, 2] }),
		};
		expect(await problemsOf(reused)).toEqual([`${REPORT} number-reused`]);
	});

	test('bind what consent allows to be quoted, in every version', async () => {
		const quoted = (version: number, body: string) =>
			account(
				version,
				body,
				{ consent: { scope: 'quotation', month: '2031-11', paragraphs: [2] } },
				givenTestimony(),
			);
		const before = 'Closed words of the first.\n\nOpen words.';
		const archive = await archiveOf({
			[TESTIMONY]: quoted(2, `Closed words of the first.\n\nClosed words inserted.\n\nOpen words.`),
			[`versions/${ACCOUNT}/v1.mdx`]: account(1, before, {}, givenTestimony()),
			[`versions/${ACCOUNT}/salt`]: SALT,
		});
		const bodies = [archive.record.get(ACCOUNT), archive.versions.get(ACCOUNT)?.[0]?.record].map(
			(one) => one?.body,
		);
		for (const body of bodies) {
			expect(body).toContain('Open words');
			expect(body).not.toContain('Closed');
		}
		expect(archive.versions.get(ACCOUNT)?.[0]?.salt).toBe(SALT);
	});
});

describe('a released text that changed', () => {
	test('is told at its place, with the words that changed and what to do', async () => {
		const { problems, archive } = await read({
			...V1,
			[REPORT]: text(1, 'First paragraph.\n\nSecond sentence.', { summary: 'Another summary.' }),
		});
		expect(archive).toBeNull();
		expect(problems.map(({ rule, file }) => [rule, file])).toEqual([
			['released-text-changed', REPORT],
			['released-text-changed', REPORT],
		]);
		expect(problems[0]?.message).toContain('field summary');
		expect(problems[0]?.message).toContain('‘A’ became ‘Another’');
		expect(problems[1]?.message).toContain('paragraph 2');
		expect(problems[1]?.message).toContain('‘paragraph.’ became ‘sentence.’');
		expect(problems[1]?.advice).toContain(`revise ${ID} --kind`);
		const source = text(1, 'First paragraph.\n\nSecond sentence.', { summary: 'Another summary.' }).split(
			'\n',
		);
		expect(source[(problems[1]?.line ?? 0) - 1]).toBe('Second sentence.');
	});

	test.each<[string, string, object]>([
		['a paragraph more', `${ONE}\n\nThird.`, {}],
		['a paragraph less', 'First paragraph.', {}],
		['a heading', `## What was said\n\n${ONE}`, {}],
		['emphasis', ONE.replace('Second', '*Second*'), {}],
		['a theme', ONE, { themes: ['delays'] }],
		['a source', ONE, { sources: [{ ...report().sources[0], title: 'Another' }] }],
		['its history', ONE, { changes: [{ ...change(1), note: 'Something else.' }] }],
	])('%s is a change', async (_, body, more) => {
		const told = await problemsOf({ ...V1, [REPORT]: text(1, body, more) });
		expect(new Set(told)).toEqual(new Set([`${REPORT} released-text-changed`]));
	});

	test('how the file is laid out is none', async () => {
		const laid = text(1, 'First\nparagraph.\n\n\n{/* how it is laid out */}\n\nSecond   paragraph.', {
			paragraphs: [1, 2],
		}).replace('version: 1', '# set out by hand\nversion: 1');
		expect(await problemsOf({ ...V1, [REPORT]: laid })).toEqual([]);
	});

	test('of an account is told without its words, which only the editor’s own terminal shows', async () => {
		const { problems } = await read({
			[TESTIMONY]: account(1, 'What happened then.'),
			[`versions/${ACCOUNT}/v1.mdx`]: account(1, 'What happened.'),
			[`versions/${ACCOUNT}/salt`]: SALT,
		});
		expect(problems.map(({ rule }) => rule)).toEqual(['released-text-changed']);
		expect(JSON.stringify(problems)).not.toMatch(/happened|then\b/);
		expect(problems[0] && hitOf(problems[0])).toContain('then');
	});

	test('a record of which more or less may be shown than when it was released', async () => {
		const consent = { scope: 'quotation', month: '2031-11', paragraphs: [1] };
		const told = await problemsOf({
			[TESTIMONY]: account(1, 'One.\n\nTwo.', { consent }, givenTestimony()),
			[`versions/${ACCOUNT}/v1.mdx`]: account(1, 'One.\n\nTwo.', {}, givenTestimony()),
			[`versions/${ACCOUNT}/salt`]: SALT,
		});
		expect(told).toEqual([`${TESTIMONY} released-text-changed`]);
	});

	test('what was said of earlier versions stands, too', async () => {
		const changes = [{ ...change(1), note: 'Rewritten.' }, change(2)];
		expect(await problemsOf({ ...V1, [REPORT]: text(2, ONE, { changes }) })).toEqual([
			`${REPORT} released-history-changed`,
		]);
	});

	test('a record cannot go back behind what was released', async () => {
		const told = await problemsOf({ [`versions/${ID}/v2.mdx`]: text(2, ONE), [REPORT]: text(1, ONE) });
		expect(told).toContain(`${REPORT} version-behind`);
	});
});

describe('what was released once answers for good', () => {
	const RELEASE = { 'releases/0001/batch.yaml': 'month: 2031-12\ngiven: {}\n' };
	const sums = (...names: string[]) => names.map((name) => `${'0'.repeat(64)}  ${name}\n`).join('');
	const released = (...names: string[]) => ({
		...V1,
		...RELEASE,
		'releases/0001/SHA256SUMS': sums(...names),
	});

	test('a record that a release names must be there', async () => {
		expect(await problemsOf(released(`r/${ID}/v1.txt`))).toEqual([]);
		expect(await problemsOf(released(`r/${ID}/v1.txt`, 'r/4vxfxcd8/v1.txt'))).toEqual([
			'releases/0001/SHA256SUMS released-id-missing',
		]);
		expect(await problemsOf({ 'versions/4vxfxcd8/v1.mdx': text(1, ONE) })).toEqual([
			'versions/4vxfxcd8 released-id-missing',
		]);
	});

	test('and every version that it names', async () => {
		const told = await read(released(`r/${ID}/v1.txt`, `r/${ID}/v2.txt`));
		expect(told.problems.map(({ rule, line }) => [rule, line])).toEqual([['released-version-missing', 2]]);
	});

	test('a withdrawn record keeps the addresses of its versions, and none of the words', async () => {
		const secret = 'The kettle boiled over twice while nobody said a word to her.';
		const files = {
			[TESTIMONY]: account(2, 'What happened.', { status: 'withdrawn' }),
			[`versions/${ACCOUNT}/v1.mdx`]: account(1, secret),
			...RELEASE,
			'releases/0001/SHA256SUMS': sums(`r/${ACCOUNT}/v1.txt`),
			'pages/about.mdx': textFile(
				{ title: 'About', summary: 'Who keeps this.', order: 1 },
				`Words.\n\nIt is said that ${secret.toLowerCase()}`,
			),
		};
		const archive = await archiveOf(files);
		expect(archive.versions.has(ACCOUNT)).toBe(false);
		expect(archive.tombstones).toMatchObject([{ id: ACCOUNT, month: '2031-12', versions: [1] }]);
		expect(archive.repeatsWithheld?.(secret)).toBe(true);
		expect(await problemsOf({ ...files, [`versions/${ACCOUNT}/salt`]: SALT })).toEqual([
			`versions/${ACCOUNT}/salt salt-left`,
		]);
	});

	test('an account that may only be counted since leaves a notice at its addresses', async () => {
		const consent = { scope: 'statistics', month: '2031-11' };
		const archive = await archiveOf({
			[TESTIMONY]: account(1, 'One.', { consent }, givenTestimony()),
			[`versions/${ACCOUNT}/v1.mdx`]: account(1, 'One.', {}, givenTestimony()),
			[`versions/${ACCOUNT}/salt`]: SALT,
		});
		expect(archive.tombstones).toMatchObject([{ id: ACCOUNT, month: '2031-12', versions: [1] }]);
		expect(archive.versions.size).toBe(0);
	});

	test('a testimony’s salt must be there, and be one', async () => {
		const files = {
			[TESTIMONY]: account(1, 'One.'),
			[`versions/${ACCOUNT}/v1.mdx`]: account(1, 'One.'),
		};
		expect(await problemsOf(files)).toEqual([`versions/${ACCOUNT}/salt salt-missing`]);
		expect(await problemsOf({ ...files, [`versions/${ACCOUNT}/salt`]: 'xyz' })).toContain(
			`versions/${ACCOUNT}/salt bad-salt`,
		);
	});
});

describe('AN-1 an earlier version of a given account', () => {
	const settings = config();
	const [size] = settings.facets;
	const identifying = {
		...settings,
		facets: settings.facets.map((one) => ({ ...one, identifying: one === size })),
	};
	const given = (version: number, facet: string, organisations = ['acme-plans']) =>
		account(version, 'One.', { facets: { size: facet }, organisations }, givenTestimony());
	const files = (before: string, after: string) => ({
		'archive.yaml': JSON.stringify({
			...identifying,
			organisationKinds: ['seller', 'regulator'].map((id) => ({ id, label: id })),
			contentNotes: ['loss', 'debt'].map((id) => ({ id, label: id })),
		}),
		[TESTIMONY]: after,
		[`versions/${ACCOUNT}/v1.mdx`]: before,
		[`versions/${ACCOUNT}/salt`]: SALT,
	});

	test('says nothing narrower of the person than the present one', async () => {
		expect(await problemsOf(files(given(1, 'small'), given(2, 'any')))).toEqual([
			`versions/${ACCOUNT}/v1.mdx AN-1`,
		]);
		expect(await problemsOf(files(given(1, 'any'), given(2, 'small')))).toEqual([]);
		expect(await problemsOf(files(given(1, 'any'), given(2, 'any', [])))).toEqual([
			`versions/${ACCOUNT}/v1.mdx AN-1`,
		]);
	});
});

test('readings kept from the last run give the same archive', async () => {
	using folder = writeArchive({ ...V1, 'figures/paid.yaml': null, [REPORT]: text(2, `Inserted.\n\n${ONE}`) });
	const keep = path.join(folder.path, '..', `${path.basename(folder.path)}-kept.json`);
	try {
		const first = await readArchive(folder.path, keep);
		const second = await readArchive(folder.path, keep);
		for (const { archive } of [first, second])
			expect(archive?.record.get(ID)?.paragraphs).toEqual(['0a', '1', '2']);
		const file = path.join(folder.path, `versions/${ID}/v1.mdx`);
		writeFileSync(file, readFileSync(file, 'utf8').replace('First paragraph', 'Told otherwise altogether'));
		const third = await readArchive(folder.path, keep);
		expect(third.archive?.record.get(ID)?.paragraphs).not.toEqual(['0a', '1', '2']);
	} finally {
		rmSync(keep, { force: true });
	}
});
