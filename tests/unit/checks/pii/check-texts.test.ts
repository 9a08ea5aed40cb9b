import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../../src/archive/read/read.ts';
import { hitOf, waiverOf } from '../../../../src/checks/pii/check-texts.ts';
import {
	type Files,
	FINDING,
	minimalArchive,
	REPORT,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../../../support/archive.ts';
import { edited, expectRefusal, withBody } from '../../../support/refusal.ts';
import * as samples from '../../../support/samples.ts';
import { runInProcess } from '../../../support/in-process.ts';

/** What is told of an archive: rule, severity, and the words that were hit. */
async function told(changes: Files) {
	using folder = writeArchive(changes);
	const { problems } = await readArchive(folder.path);
	return problems.map(
		(problem) => `${problem.severity} ${problem.rule} ${hitOf(problem) ?? problem.message}`,
	);
}

const body = (file: string, text: string) => ({ [file]: withBody(file, text, '').source });

describe('every text of an account is looked at, and told at its place', () => {
	test.each([
		['a paragraph', 'He lived at ▶NR14 7XZ then.', 'DT-3'],
		['a second paragraph', 'What happened.\n\nHe rang from ▶07700 900123 at night.', 'DT-2'],
		['a number half in bold', 'He rang from **▶07700** 900123 at night.', 'DT-2'],
		['a number over a line end', 'He rang from ▶07700\n900123 at night.', 'DT-2'],
		['a number in entities', 'He rang from ▶&#48;7700 900123 at night.', 'entity'],
		[
			'a number with hidden characters',
			'He rang from 07700▶\u200b 900\u00ad123 at night.',
			'hidden-character',
		],
		['a list', '- one\n- he rang ▶07700 900123', 'DT-2'],
		['a table', '| a | b |\n| - | - |\n| one | ▶07700 900123 |', 'DT-2'],
		['a heading', '## He rang ▶07700 900123\n\nWords.', 'DT-2'],
		['a quotation', '<Quote speaker="A buyer">\nHe rang ▶07700 900123 again.\n</Quote>', 'DT-2'],
		['an attribute', '<Quote speaker="▶Gareth">\nHe rang again.\n</Quote>', 'DT-C3'],
		['the words for what is withheld', 'He was <Redacted what="▶Gareth" /> to me.', 'DT-C3'],
		['a link', 'Look [here](▶mailto:jane.doe@mail.example).', 'DT-1'],
		['a page on a platform', 'Look [here](▶https://www.facebook.com/some.body).', 'DT-14'],
		['a comment', 'Words.\n\n{▶/* told by jane.doe@mail.example */}', 'DT-1'],
		['after words of several bytes', '“Café – naïve 😀”, he said, and gave ▶07700 900123 away.', 'DT-2'],
	])('%s', async (_, text, rule) => {
		const refusal = withBody(TESTIMONY, text, rule);
		// A comment and a link are told where they begin.
		if (/comment|link/.test(_)) {
			using folder = writeArchive({ [TESTIMONY]: refusal.source });
			const { problems } = await readArchive(folder.path);
			expect(problems.map((problem) => [problem.rule, problem.line])).toContainEqual([
				rule,
				refusal.places[0]?.line,
			]);
		} else await expectRefusal(refusal);
	});

	test.each([
		['the title', 'title: A title', 'title: A title with ▶07700 900123', 'DT-2'],
		['the title in quotation marks', 'title: A title', "title: 'A title: ▶07700 900123'", 'DT-2'],
		['the summary', 'summary: A summary.', 'summary: Someone told ▶Gareth of it.', 'DT-C3'],
		['the note of a change', 'note: First published.', 'note: Told by ▶Gareth on the telephone.', 'DT-C3'],
		[
			'the authors of a source',
			'kind: news-article',
			'authors: [▶Ada Quill]\n    kind: news-article',
			'DT-C3',
		],
		[
			'the note on a source',
			'kind: news-article',
			'note: His number is ▶07700 900123 there.\n    kind: news-article',
			'DT-2',
		],
		['a comment of the fields', 'version: 1\n', 'version: 1\n▶# jane.doe@mail.example\n', 'DT-1'],
	])('%s', async (what, from, to, rule) => {
		const refusal = edited(TESTIMONY, from, to, rule);
		if (!what.startsWith('a comment')) await expectRefusal(refusal);
		else expect(await told({ [TESTIMONY]: refusal.source })).toEqual(['error DT-1 jane.doe@mail.example']);
	});

	test('the name of its file', async () => {
		const { [TESTIMONY]: source = '' } = minimalArchive();
		expect(await told({ [TESTIMONY]: null, 'testimonies/1vm1d7gn-told-by-gareth.mdx': source })).toEqual([
			'error DT-C3 gareth',
		]);
	});
});

describe('the closed world of accounts', () => {
	test.each([
		['DT-C1', 'It was number 14 on the list.'],
		['DT-C1', 'They gave me the code A55 that day.'],
		['DT-C2', 'The door code was no. four seven two.'],
		['DT-C2', 'It was in nineteen eighty four.'],
		['DT-C3', 'I told Marjorie of it.'],
		['DT-C3', 'I told marjorie of it.'],
		['DT-C3', 'Marsh came to the door.'],
		['DT-C4', 'We moved to wymondham then.'],
		['DT-C5', 'He wrote as big_dave there.'],
		['DT-C6', 'He waited in hawthorn crescent again.'],
		['DT-C7', 'It was the night of the Brexit vote.'],
		['DT-C7', 'It began at Easter.'],
	])('%s: %s', async (rule, text) => {
		expect((await told(body(TESTIMONY, text))).map((line) => line.split(' ')[1])).toContain(rule);
	});

	test.each([
		'She waited for 3 years and 20 days, and rang 14 times.',
		'It was in 2019, or 2020, and never before.',
		'I’m sure that he’d do it again. Don’t ask me why.',
		'Nobody said anything. Monday was worse.',
		'May I ask what was done? Will the office answer?',
		'Acme Plans wrote in March.',
		'A report under section 12 of the Care Standards Act 2000 came.',
	])('says nothing of: %s', async (text) => {
		expect(await told(body(TESTIMONY, text))).toEqual([]);
	});

	test('an account may name its own organisations and those open to all, no others', async () => {
		expect(await told(body(TESTIMONY, 'I wrote to Other Office.'))).toEqual(['error DT-C3 Other Office']);
		const other = { 'organisations/other-office.yaml': 'name: Other Office\nkind: seller\n' };
		expect(await told({ ...other, ...body(TESTIMONY, 'I wrote to Other Office.') })).toEqual([
			'error DT-C3 Other Office',
		]);
		const open = { 'register.yaml': 'openOrganisations: [other-office]\n' };
		expect(await told({ ...other, ...open, ...body(TESTIMONY, 'I wrote to Other Office.') })).toEqual([]);
	});

	test('a changed name may stand where its publisher gave it', async () => {
		const text = withBody(TESTIMONY, '“Marjorie” said so.', '').source;
		expect(
			await told({ [TESTIMONY]: text.replace('version: 1\n', 'pseudonyms: [Marjorie]\nversion: 1\n') }),
		).toEqual([]);
	});
});

describe('the register', () => {
	const named = (register: string, file = TESTIMONY) =>
		told({ 'register.yaml': register, ...body(file, 'They spoke to Gareth Vale.') });

	test('a person named in a report must be declared', async () => {
		expect(await told(body(REPORT, 'They spoke to Gareth Vale.'))).toEqual(['error DT-C3 Gareth Vale']);
		const register = 'people: [{ name: Gareth Vale, basis: spokesperson, role: Spokesman }]\n';
		expect(await named(register, REPORT)).toEqual([]);
		expect(await named(register, FINDING)).toEqual([]);
		expect(await named(register), 'but not in an account').toEqual(['error DT-C3 Gareth Vale']);
	});

	test('what is bound to a record holds for that record alone', async () => {
		const bound = (id: string) =>
			`people: [{ name: Gareth Vale, basis: author, role: Author, records: [${id}] }]\n`;
		expect(await named(bound('1vm1d7gn'))).toEqual([]);
		expect(await named(bound('fbmgs2sv'))).toEqual(['error DT-C3 Gareth Vale']);
	});

	test.each([
		['a ground that is none', 'people:\n  - { name: A, basis: accused, role: x }\n', 'unknown-value'],
		['no ground', 'people:\n  - { name: A, role: x }\n', 'missing-field'],
		[
			'a barred list nobody looked at',
			'people:\n  - { name: A, basis: barred-list, role: x }\n',
			'missing-field',
		],
		[
			'a place of an account without its record',
			'places:\n  - { name: A, basis: disclosed-by-publisher }\n',
			'missing-field',
		],
		['a field that there is not', 'persons: []\n', 'unknown-field'],
	])('refuses %s', async (_, register, rule) => {
		using folder = writeArchive({ 'register.yaml': register });
		const { problems } = await readArchive(folder.path);
		expect(problems.map((problem) => [problem.file, problem.rule])).toEqual([['register.yaml', rule]]);
	});
});

describe('reports, findings and other texts', () => {
	test('identifiers are errors in all of them', async () => {
		for (const file of [
			REPORT,
			FINDING,
			'themes/calls.mdx',
			'pages/safety.mdx',
			'complaints/big-complaint.mdx',
		])
			expect(
				(await told(body(file, 'It gives 07700 900123 as the number.'))).filter((one) => /DT-/.test(one)),
				file,
			).toEqual(['error DT-2 07700 900123']);
	});

	test('a day that nothing declares is a warning in a report, a date of birth an error', async () => {
		expect(await told(body(REPORT, 'It was said on 5 June 2029.'))).toEqual(['warning DT-12 5 June 2029']);
		expect(await told(body(REPORT, 'He was born on 5 June 1999.'))).toEqual(['error DT-12 5 June 1999']);
		expect(await told(body(REPORT, 'It was made on 3 February 2031.'))).toEqual([]);
		expect(await told(body('pages/about.mdx', 'It was said on 5 June 2029.'))).toEqual([]);
	});

	test('in an account no day may stand', async () => {
		expect(await told(body(TESTIMONY, 'It was made on 3 February 2031.'))).toEqual([
			'error DT-12 3 February 2031',
		]);
	});

	test('an archive of other things needs no dictionary', async () => {
		expect(await told({})).toEqual([]);
	});
});

describe('waivers', () => {
	const text = body(TESTIMONY, 'I told Marjorie of it.');
	const waiver = async () => {
		using folder = writeArchive(text);
		const [problem] = (await readArchive(folder.path)).problems;
		return problem && waiverOf(problem);
	};
	const file = (hash: unknown, more = 'reviewers: [reader-one, reader-two]') =>
		`waivers:\n  - hash: ${hash}\n    reason: no-person\n    ${more}\n`;

	test('let a word stand, in that record and sentence', async () => {
		const hash = await waiver();
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
		expect(await told({ ...text, 'waivers.yaml': file(hash) })).toEqual([]);
		const moved = await told({
			...body(TESTIMONY, 'I never told Marjorie of it.'),
			'waivers.yaml': file(hash),
		});
		expect(moved).toHaveLength(2);
		expect(moved[0]).toBe('error DT-C3 Marjorie');
		expect(moved[1]).toMatch(/^error stale-waiver/);
	});

	test('fail once they match nothing', async () => {
		using folder = writeArchive({ 'waivers.yaml': file('a'.repeat(64)) });
		const { problems } = await readArchive(folder.path);
		expect(problems.map(({ file, line, rule }) => ({ file, line, rule }))).toEqual([
			{ file: 'waivers.yaml', line: 2, rule: 'stale-waiver' },
		]);
	});

	test('need two different reviewers', async () => {
		for (const reviewers of ['[reader-one]', '[reader-one, reader-one]'])
			expect(await told({ 'waivers.yaml': file('a'.repeat(64), `reviewers: ${reviewers}`) })).toHaveLength(1);
	});

	test('are not to be had for an identifier', async () => {
		using folder = writeArchive(body(TESTIMONY, 'He rang from 07700 900123.'));
		const [problem] = (await readArchive(folder.path)).problems;
		expect(problem?.rule).toBe('DT-2');
		expect(problem && waiverOf(problem)).toBeUndefined();
	});

	test('are written by the command, without the word', async () => {
		using folder = writeArchive(text);
		const env = { ARCHIVE_CONTENT: folder.path };
		const { problems } = await readArchive(folder.path);
		const place = `${TESTIMONY}:${problems[0]?.line}:${problems[0]?.column}`;
		const bad = await runInProcess(['waive', place, '--reason', 'no-person', '--reviewers', 'one'], env);
		expect(bad.code, bad.output).toBe(2);
		const good = await runInProcess(['waive', place, '--reason', 'no-person', '--reviewers', 'one,two'], env);
		expect(good.code, good.output).toBe(0);
		const waivers = readFileSync(path.join(folder.path, 'waivers.yaml'), 'utf8');
		expect(waivers).toContain('no-person');
		expect(waivers).not.toMatch(/marjorie/i);
		expect((await runInProcess(['check'], env)).code).toBe(0);
	});
});

describe('what a log may hold', () => {
	const CANARIES = ['07700 900123', 'Zebediah', 'canary.bird@mail.example', 'wymondham'];
	const changes = body(
		TESTIMONY,
		`Call ${CANARIES[0]}, or ${CANARIES[1]}, or ${CANARIES[2]}, in ${CANARIES[3]}.`,
	);

	test('never the words that were hit', async () => {
		using folder = writeArchive(changes);
		const { code, output } = await runInProcess(['check'], { ARCHIVE_CONTENT: folder.path });
		expect(code).toBe(1);
		for (const rule of ['DT-2', 'DT-C3', 'DT-1', 'DT-C4']) expect(output).toContain(`[${rule}]`);
		for (const canary of CANARIES) expect(output).not.toContain(canary);
		const { problems } = await readArchive(folder.path);
		expect(problems).not.toEqual([]);
		for (const canary of CANARIES) expect(JSON.stringify(problems)).not.toContain(canary);
	});

	test('the editor’s own terminal shows them on request, a build server never', async () => {
		using folder = writeArchive(changes);
		const env = { ARCHIVE_CONTENT: folder.path, CI: '' };
		const shown = await runInProcess(['check', '--show-hits'], env);
		for (const canary of CANARIES) expect(shown.output).toContain(`“${canary}”`);
		const refused = await runInProcess(['check', '--show-hits'], { ...env, CI: 'true' });
		expect(refused.code).toBe(2);
		for (const canary of CANARIES) expect(refused.output).not.toContain(canary);
	});
});

test('DT-19: no picture, PDF or office file is taken, so none can carry a place or a name', async () => {
	for (const name of [
		'photo.jpg',
		'scan.pdf',
		'letter.docx',
		'sheet.xlsx',
		'shot.png',
		'a.webp',
		'a.heic',
		'a.svg',
	]) {
		using folder = writeArchive({ [`testimonies/${name}`]: 'x', [name]: 'x' });
		const { archive: none, problems } = await readArchive(folder.path);
		expect(none).toBeNull();
		expect(problems.map((problem) => problem.rule)).toEqual(['unexpected-file', 'unexpected-file']);
	}
});

test('an unchanged file is not looked at again, a changed register is', async () => {
	using folder = writeArchive();
	await readArchive(folder.path);
	expect((await readArchive(folder.path)).problems).toEqual([]);
	expect(await told({ 'reports/4vxfxcd8-x.mdx': textFile(samples.report(), 'He met Gareth Vale.') })).toEqual(
		['error DT-C3 Gareth Vale'],
	);
});
