import { chmodSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { withdrawn } from '../../../src/cli/edit/withdraw-file.ts';
import { isWithdrawn } from '../../../src/core/model/withdrawn.ts';
import {
	type Files,
	minimalArchive,
	REPORT,
	temporaryFolder,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../../support/archive.ts';
import { runInProcess } from '../../support/in-process.ts';
import { givenTestimony } from '../../support/samples.ts';

const ID = '1vm1d7gn';
const SOURCE = minimalArchive()[TESTIMONY] ?? '';
const withdraw = (content: string, ...words: string[]) =>
	runInProcess(['withdraw', ...words], { ARCHIVE_CONTENT: content });

/** Withdraws the account of an archive with these changes; the archive must then be sound, but for `left`. */
async function withdrawnArchive(changes: Files, left: readonly string[] = []) {
	using folder = writeArchive(changes);
	const { code, output } = await withdraw(folder.path, ID);
	expect(code, output).toBe(0);
	const { archive, problems } = await readArchive(folder.path);
	expect(problems.map(({ rule }) => rule)).toEqual(left);
	return {
		output,
		archive,
		text: readFileSync(path.join(folder.path, TESTIMONY), 'utf8'),
		folder: folder.path,
	};
}

describe('AN-15 withdrawing', { tags: ['TH-15'] }, () => {
	test('takes one step: the file says that it is withdrawn, since which month, and nothing else', async () => {
		const { archive, text, output } = await withdrawnArchive({});
		const month = new Date().toISOString().slice(0, 7);
		expect(archive?.tombstones).toEqual([{ id: ID, collection: 'testimonies', month }]);
		expect(archive?.record.has(ID)).toBe(false);
		expect(text).toBe(notice(2, month));
		expect(output).toContain('npm run build');
	});

	test('twice says so and leaves the file alone', async () => {
		using folder = writeArchive();
		await withdraw(folder.path, ID);
		const once = readFileSync(path.join(folder.path, TESTIMONY), 'utf8');
		const { code, output } = await withdraw(folder.path, ID);
		expect(code).toBe(0);
		expect(output).toContain('already withdrawn');
		expect(readFileSync(path.join(folder.path, TESTIMONY), 'utf8')).toBe(once);
	});

	test.each([
		['an unknown field', SOURCE.replace('version: 1\n', 'colour: red\nversion: 1\n')],
		['a field twice', SOURCE.replace('version: 1\n', 'version: 1\nversion: 1\n')],
		['fields that cannot be read', SOURCE.replace('version: 1\n', 'version: "1\n')],
		['a tag', SOURCE.replace('version: 1\n', 'version: !!js/function x\n')],
		['an alias', SOURCE.replace('version: 1\n', 'a: &a x\nb: *a\nversion: 1\n')],
		['no fields', 'Words that say what happened.\n'],
		['empty fields', '---\n---\nWords.\n'],
		['fields without an end', SOURCE.replace(/\n---\n/, '\n')],
		['a list for fields', '---\n- a\n---\nWords.\n'],
		['a change without a date', SOURCE.replace(/ {4}date: 2031-12\n/, '')],
		['changes that are a text', SOURCE.replace(/changes:\n(?: {2}.*\n)+/, 'changes: none\n')],
		['a version in words', SOURCE.replace('version: 1\n', 'version: first\n')],
		['code in its text', `${SOURCE}\n{process.exit()}\n`],
		['Windows line ends', SOURCE.replaceAll('\n', '\r\n')],
		['a telephone number', `${SOURCE}\nHe rang from 07700 900123.\n`],
		['keys nested thousands deep', `---\n${'? '.repeat(20_000)}x\n---\nWords.\n`],
		['lists nested thousands deep', `---\ntitle: ${'- '.repeat(20_000)}x\n---\nWords.\n`],
		['brackets nested thousands deep', `---\ntitle: ${'['.repeat(20_000)}\n---\nWords.\n`],
	])('works where the file has %s', async (_, source) => {
		const { archive, text } = await withdrawnArchive({ [TESTIMONY]: source });
		expect(archive?.tombstones).toHaveLength(1);
		expect(text).toMatch(/^---\nstatus: withdrawn\nversion: \d+\nchanges:\n/);
		expect(text).not.toMatch(/What|Words|title|colour|process/);
	});

	test('works where the file holds a character that is refused', async () => {
		await withdrawnArchive({ [TESTIMONY]: SOURCE.replace('What', 'Wh\u200bat') });
	});

	test('works where other files have problems, and says what the next build leaves out', async () => {
		const { output } = await withdrawnArchive({ [REPORT]: 'Nothing in order.\n' }, ['front-matter']);
		expect(output).toContain(`${REPORT}: left out`);
		expect(output).not.toContain('take the published page down');
	});

	test('works where a file that the site cannot do without has problems, and names it', async () => {
		const { output } = await withdrawnArchive({ 'pages/safety.mdx': 'Nothing in order.\n' }, [
			'front-matter',
		]);
		expect(output).toMatch(/take the published page down[^]*pages\/safety\.mdx:1:1/);
	});

	test('done by hand leaves words, which the check tells until the command took them', async () => {
		using folder = writeArchive({
			[TESTIMONY]: SOURCE.replace('version: 1\n', 'status: withdrawn\nversion: 1\n'),
		});
		const check = () => runInProcess(['check'], { ARCHIVE_CONTENT: folder.path });
		const before = await check();
		expect(before.code, before.output).toBe(0);
		expect(before.output).toContain(`${TESTIMONY} is withdrawn but still contains`);
		await withdraw(folder.path, ID);
		const after = await check();
		expect(after.code, after.output).toBe(0);
		expect(after.output).not.toContain('still contains');
	});

	test('copies that an editor or a killed command left are told by the check', async () => {
		const copies = [
			'testimonies/.x.mdx.swp',
			`testimonies/.${ID}-second.mdx.0123456789ab`,
			'reports/.#x.mdx~',
		];
		using folder = writeArchive(Object.fromEntries(copies.map((file) => [file, 'Words.'])));
		const { code, output } = await runInProcess(['check'], { ARCHIVE_CONTENT: folder.path });
		expect(code).toBe(0);
		for (const file of copies) expect(output).toContain(`${file} may contain the text`);
	});

	test('names the files that refer to the record', async () => {
		const source = (minimalArchive()[REPORT] ?? '').replace(
			'First paragraph.',
			`First: <Ref record="${ID}" />.`,
		);
		const { output, archive } = await withdrawnArchive({ [REPORT]: source });
		expect(output).toContain(REPORT);
		expect(archive).not.toBeNull();
	});

	test('takes all files of an identifier that stands twice', async () => {
		const other = 'testimonies/1vm1d7gn-other.mdx';
		using folder = writeArchive({ [other]: SOURCE });
		const { output } = await withdraw(folder.path, ID);
		for (const file of [TESTIMONY, other]) {
			expect(output).toContain(`${file} is withdrawn`);
			expect(readFileSync(path.join(folder.path, file), 'utf8')).toContain('status: withdrawn');
		}
	});

	test.each([
		['nothing', []],
		['an unknown identifier', ['x15w7xb9']],
		['a file', [TESTIMONY]],
		['a path', ['../testimonies/1vm1d7gn-second']],
		['a theme', ['charges']],
		['an empty word', ['']],
		['two', [ID, ID]],
		['a pattern', ['1vm1d7g.']],
	])('%s is a mistake of use: exit code 2, and no file changes', async (_, words) => {
		using folder = writeArchive();
		const { code, output } = await withdraw(folder.path, ...words);
		expect(code).toBe(2);
		expect(output).toContain('usage:');
		expect(output).not.toMatch(/^\s+at /m);
		expect(readFileSync(path.join(folder.path, TESTIMONY), 'utf8')).toBe(SOURCE);
	});

	test('a folder that is not there is a mistake of use', async () => {
		const { code, output } = await withdraw('/nowhere/at/all', ID);
		expect(code).toBe(2);
		expect(output).toContain('/nowhere/at/all');
		expect(output).not.toMatch(/^\s+at /m);
	});

	test('leaves nothing beside the file, and follows no link that was put there', async () => {
		using folder = writeArchive();
		using elsewhere = temporaryFolder();
		const target = path.join(elsewhere.path, 'target');
		writeFileSync(target, 'as it was');
		for (const ending of ['.new', '.tmp', '~'])
			symlinkSync(target, path.join(folder.path, TESTIMONY + ending));
		const before = readdirSync(path.join(folder.path, 'testimonies')).sort();
		await withdraw(folder.path, ID);
		expect(readFileSync(target, 'utf8')).toBe('as it was');
		expect(readdirSync(path.join(folder.path, 'testimonies')).sort()).toEqual(before);
	});

	test.skipIf(process.getuid?.() === 0)('where it cannot be written, the file is whole', async () => {
		using folder = writeArchive();
		chmodSync(path.join(folder.path, 'testimonies'), 0o555);
		const { code } = await withdraw(folder.path, ID);
		chmodSync(path.join(folder.path, 'testimonies'), 0o755);
		expect(code).not.toBe(0);
		expect(readFileSync(path.join(folder.path, TESTIMONY), 'utf8')).toBe(SOURCE);
	});
});

/** What the file of a withdrawn record says. */
const notice = (version: number, date: string) =>
	`---\nstatus: withdrawn\nversion: ${version}\nchanges:\n  - version: ${version}\n    date: ${date}\n    kind: withdrawal\n    note: Withdrawn.\n---\n`;

describe('the text of a withdrawn file', () => {
	test('keeps nothing: no field, no comment, no text', () => {
		const text = withdrawn(
			'---\n# a note\ntitle: x # said\nversion: 3\nchanges: []\n---\n\nBody.\n',
			'2032-01',
		);
		expect(text).toBe(notice(4, '2032-01'));
	});

	test('says since when it was withdrawn by hand, and is left alone once that is all it says', () => {
		const fields = {
			...givenTestimony(),
			consent: { ...givenTestimony().consent, withdrawn: true },
			version: 1,
		};
		expect(isWithdrawn(fields)).toBe(true);
		const text = withdrawn(textFile(fields, 'Words.'), '2032-01');
		expect(text).toBe(notice(1, givenTestimony().changes[0]?.date ?? ''));
		expect(withdrawn(text ?? '', '2032-02')).toBeUndefined();
	});
});
