import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readArchive } from '../../src/archive/read/read.ts';
import {
	type Files,
	minimalArchive,
	REPORT,
	TESTIMONY,
	temporaryFolder,
	textFile,
	writeArchive,
} from '../support/archive.ts';
import { edited, marked, withBody } from '../support/refusal.ts';
import { runInProcess } from '../support/in-process.ts';
import { givenTestimony } from '../support/samples.ts';

/** Rules by which an archive with these changes is refused. */
async function rulesOf(changes: Files): Promise<string[]> {
	using folder = writeArchive(changes);
	const { archive, problems } = await readArchive(folder.path);
	expect(archive).toBeNull();
	return [...new Set(problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))];
}

describe('an account without two reviewers', { tags: ['TH-2'] }, () => {
	const given = (changes: object) => ({
		[TESTIMONY]: textFile({ ...givenTestimony(), ...changes }, 'Words.'),
	});
	const [one, two] = givenTestimony().review;
	test.each([
		['nobody', []],
		['one', [one]],
		['the same role twice', [one, { ...two, role: one?.role }]],
		['two who did not play the intruder', [one, two].map((review) => ({ ...review, intruderTest: false }))],
	])('%s', async (_, review) => {
		expect(await rulesOf(given({ review }))).toEqual(['invalid-value']);
	});
	test('no review, no consent', async () => {
		expect(await rulesOf(given({ review: undefined }))).toContain('missing-field');
		expect(await rulesOf(given({ consent: undefined }))).toContain('missing-field');
	});
});

describe('what one editor alone would set aside', { tags: ['TH-2'] }, () => {
	const waiver = (reviewers: string[], more: object = {}) => ({
		'waivers.yaml': stringify({
			waivers: [{ hash: '0'.repeat(64), reason: 'no-person', reviewers, ...more }],
		}),
	});
	test.each([
		['by nobody', waiver([])],
		['by one', waiver(['reader-one'])],
		['by the same one twice', waiver(['reader-one', 'reader-one'])],
		['under a name', waiver(['reader-one', 'Ann Smith'])],
		['for no reason that counts', waiver(['reader-one', 'reader-two'], { reason: 'because' })],
	])('a waiver %s is refused', async (_, changes) => {
		const [rule] = await rulesOf(changes);
		expect(rule).toMatch(/^(?:invalid-value|missing-field|unknown-.*)$/);
	});

	test('a waiver that two gave for another sentence is refused', async () => {
		expect(await rulesOf(waiver(['reader-one', 'reader-two']))).toEqual(['stale-waiver']);
	});

	test('no waiver reaches an identifier that is known by its form', async () => {
		using folder = writeArchive({
			[TESTIMONY]: withBody(TESTIMONY, 'He rang from 07700 900123 at night.', '').source,
		});
		const { problems } = await readArchive(folder.path);
		const [problem] = problems;
		expect(problem?.rule).toBe('DT-2');
		const place = `${TESTIMONY}:${problem?.line}:${problem?.column}`;
		const { code, output } = await runInProcess(
			['waive', place, '--reason', 'no-person', '--reviewers', 'reader-one,reader-two'],
			{ ARCHIVE_CONTENT: folder.path },
		);
		expect(code).not.toBe(0);
		expect(output).toContain('cannot be waived');
	});
});

describe('someone who is named without a ground', { tags: ['TH-2'] }, () => {
	const person = (fields: object) => ({
		'register.yaml': stringify({ people: [{ name: 'Zebedee Quarll', role: 'Seller', ...fields }] }),
	});
	const named = { [REPORT]: withBody(REPORT, 'The seller, Zebedee Quarll, is accused.', '').source };

	test('is refused in a report', async () => {
		expect(await rulesOf(named)).toEqual(['DT-C3']);
	});
	test.each([
		['no ground', {}],
		['being accused', { basis: 'accused' }],
		['an entry in a list that nobody has looked at again', { basis: 'barred-list' }],
	])('is not declared with %s', async (_, fields) => {
		expect(await rulesOf({ ...named, ...person(fields) })).not.toEqual([]);
	});
	test('may be named in a report with one, and in no account', async () => {
		const declared = person({ basis: 'guilty-in-open-court' });
		using folder = writeArchive({ ...named, ...declared });
		expect((await readArchive(folder.path)).problems).toEqual([]);
		const account = withBody(TESTIMONY, 'The seller, Zebedee Quarll, was there.', '').source;
		expect(await rulesOf({ ...declared, [TESTIMONY]: account })).toEqual(['DT-C3']);
	});
});

test('an account says where it comes from', { tags: ['TH-14'] }, async () => {
	expect(await rulesOf({ [TESTIMONY]: edited(TESTIMONY, 'origin: published\n', '', '').source })).not.toEqual(
		[],
	);
	expect(
		await rulesOf({
			[TESTIMONY]: marked(
				TESTIMONY,
				(minimalArchive()[TESTIMONY] ?? '').replace(/sources:\n[^]*?(?=\w+:)/, 'sources: []\n'),
				'',
			).source,
		}),
	).not.toEqual([]);
});

describe('what is printed does not repeat what was hit', { tags: ['TH-19'] }, () => {
	const number = '07700 900123';
	const name = 'Zebedee Quarll';
	const changes = () => ({
		[TESTIMONY]: withBody(TESTIMONY, `He, ${name}, rang from ${number} at night.`, '').source,
	});
	test.each([
		['check', []],
		['build', []],
		['review', ['1vm1d7gn']],
	])('by the command %s', async (command, args) => {
		using folder = writeArchive(changes());
		using elsewhere = temporaryFolder();
		const env = { ARCHIVE_CONTENT: folder.path, ARCHIVE_OUT: `${elsewhere.path}/site`, CI: 'true' };
		const { code, output } = await runInProcess([command, ...args], env);
		expect(code).toBe(command === 'review' ? 0 : 1);
		expect(output).toContain('[DT-2]');
		expect(output.replace(/\D/g, '')).not.toContain(number.replace(/\D/g, ''));
		expect(output).not.toMatch(/Zebedee|Quarll/i);
	});

	test('not even where it is asked for, in a log', async () => {
		using folder = writeArchive(changes());
		const env = { ARCHIVE_CONTENT: folder.path, CI: 'true' };
		const { code, output } = await runInProcess(['check', '--show-hits'], env);
		expect(code).not.toBe(0);
		expect(output).toContain('--show-hits');
		expect(output).not.toMatch(/Zebedee|Quarll|900123/i);
	});

	test('nor does a problem itself, whoever prints it', async () => {
		using folder = writeArchive(changes());
		const { problems } = await readArchive(folder.path);
		expect(problems.length).toBeGreaterThan(1);
		expect(JSON.stringify(problems)).not.toMatch(/Zebedee|Quarll|900123/i);
	});
});
