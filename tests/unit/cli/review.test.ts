import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { sign } from '../../../src/cli/edit/review-file.ts';
import { temporaryFolder, TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import { runInProcess } from '../../support/in-process.ts';
import { givenTestimony } from '../../support/samples.ts';

const unsigned = () =>
	textFile(
		{ ...givenTestimony(), review: [{ role: null, month: null, intruderTest: null }] },
		'What happened.',
	);

describe('a signature', () => {
	test('takes the place of a gap, and of an earlier one by the same role', () => {
		const first = sign(unsigned(), { role: 'caseworker', month: '2031-12', intruderTest: false });
		expect(first).toMatch(/review:\n\s+- role: caseworker\n\s+month: 2031-12\n\s+intruderTest: false\n/);
		const again = sign(first, { role: 'caseworker', month: '2032-01', intruderTest: true });
		expect(again.match(/role: /g)).toHaveLength(1);
		expect(again).toContain('intruderTest: true');
		expect(
			sign(again, { role: 'lawyer', month: '2032-01', intruderTest: false }).match(/role: /g),
		).toHaveLength(2);
	});

	test('leaves the text and an account that others published as they are', () => {
		const text = unsigned();
		expect(sign(text, { role: 'a', month: '2031-12', intruderTest: true })).toContain(
			'\n---\n\nWhat happened.\n',
		);
		const published = text.replace('origin: given', 'origin: published');
		expect(sign(published, { role: 'a', month: '2031-12', intruderTest: true })).toBe(published);
	});
});

describe('the command review', () => {
	test('shows what is left to judge, and signs only what the checks accept', async () => {
		using folder = writeArchive({ [TESTIMONY]: unsigned() });
		const env = { ARCHIVE_CONTENT: folder.path };
		const file = path.join(folder.path, TESTIMONY);
		const shown = await runInProcess(['review', '1vm1d7gn'], env);
		expect(shown.code, shown.output).toBe(0);
		expect(shown.output).toMatch(/Questions for the reviewer/);
		expect(readFileSync(file, 'utf8')).toBe(unsigned());

		const signed = await runInProcess(['review', '1vm1d7gn', '--sign', 'caseworker', '--intruder-test'], env);
		expect(signed.code, signed.output).toBe(0);
		expect(readFileSync(file, 'utf8')).toMatch(/role: caseworker/);
	});

	test('does not sign an account that a check objects to, and does not print the words in a public log', async () => {
		using folder = writeArchive({
			[TESTIMONY]: textFile({ ...givenTestimony() }, 'She rang 07700 900123 and Zebedee answered.'),
		});
		const file = path.join(folder.path, TESTIMONY);
		const before = readFileSync(file, 'utf8');
		const env = { ARCHIVE_CONTENT: folder.path, CI: 'true' };
		const { code, output } = await runInProcess(['review', '1vm1d7gn', '--sign', 'caseworker'], env);
		expect(code).toBe(1);
		expect(output).toMatch(/DT-2/);
		expect(output).not.toMatch(/07700|Zebedee/);
		expect(readFileSync(file, 'utf8')).toBe(before);
	});

	test.each([[['review']], [['review', 'zzzzzzzz']], [['review', '1vm1d7gn', '--sign', 'Ann Smith']]])(
		'%j is refused with how to call it',
		async (args) => {
			using folder = writeArchive();
			const { code, output } = await runInProcess(args, { ARCHIVE_CONTENT: folder.path });
			expect(code).toBe(2);
			expect(output).toContain('usage: npm run archive -- review');
		},
	);
});

describe('a new version of a reviewed account', () => {
	const fields = {
		...givenTestimony(),
		changes: [{ version: 1, date: '2026-01', kind: 'published', note: 'x' }],
	};
	const text = textFile(fields, 'What happened by the lake.\n\nWhat came of it.');
	const files = {
		[TESTIMONY]: text,
		'versions/1vm1d7gn/v1.mdx': text,
		'versions/1vm1d7gn/salt': `${'ab'.repeat(32)}\n`,
	};
	const rulesIn = async (folder: string) => {
		const { problems } = await readArchive(folder);
		return problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
	};

	test('is reviewed again', async () => {
		using folder = writeArchive(files);
		expect(await rulesIn(folder.path)).toEqual([]);
		const { code, output } = await runInProcess(
			['revise', '1vm1d7gn', '--kind', 'update', '--note', 'More.'],
			{
				ARCHIVE_CONTENT: folder.path,
			},
		);
		expect(code, output).toBe(0);
		expect(await rulesIn(folder.path)).toEqual(['stale-review', 'stale-review']);
	});

	test('of which words were only taken out waits for no review, and no digest of them is left', async () => {
		using folder = writeArchive(files);
		using elsewhere = temporaryFolder();
		const words = path.join(elsewhere.path, 'words');
		writeFileSync(words, 'by the lake\n');
		const { code, output } = await runInProcess(
			['revise', '1vm1d7gn', '--kind', 'redaction', '--note', 'Less.', '--words-from', words],
			{ ARCHIVE_CONTENT: folder.path },
		);
		expect(code, output).toBe(0);
		expect(await rulesIn(folder.path)).toEqual([]);
		const before = /digest: ([0-9a-f]{64})/.exec(text)?.[1] ?? 'none';
		for (const file of [TESTIMONY, 'versions/1vm1d7gn/v1.mdx'])
			expect(readFileSync(path.join(folder.path, file), 'utf8'), file).not.toContain(before);
		expect(readFileSync(path.join(folder.path, 'versions/1vm1d7gn/v1.mdx'), 'utf8')).not.toContain('digest:');
	});
});

test('problems are told at their lines, whether reviews stand in the file or not', async () => {
	const body = 'She rang 07700 900123 then.';
	const { review, ...none } = givenTestimony();
	const gaps = { role: null, month: null, intruderTest: null };
	for (const fields of [givenTestimony(), { ...none, review: [gaps, gaps, review[0]] }, none]) {
		const file = textFile(fields, body);
		const line = file.split('\n').indexOf(body) + 1;
		using folder = writeArchive({ [TESTIMONY]: file });
		const { output } = await runInProcess(['review', '1vm1d7gn'], { ARCHIVE_CONTENT: folder.path });
		expect(output).toMatch(new RegExp(`${TESTIMONY}:${line}:\\d+ error .*\\[DT-2\\]`));
	}
});

describe('a signature by', () => {
	test.each([
		['the writer', ['--sign', 'writer-2'], /cannot review it/],
		['a role that has signed, in other spelling', ['--sign', 'readerone'], /counts as the same role/],
	])('%s is refused', async (_, args, told) => {
		const file = textFile({ ...givenTestimony(), writer: 'writer' }, 'What happened.');
		using folder = writeArchive({ [TESTIMONY]: file });
		const { code, output } = await runInProcess(['review', '1vm1d7gn', ...args], {
			ARCHIVE_CONTENT: folder.path,
		});
		expect(code, output).toBe(2);
		expect(output).toMatch(told);
		expect(readFileSync(path.join(folder.path, TESTIMONY), 'utf8')).toBe(file);
	});
});
