import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readArchive } from '../../../src/archive/read/read.ts';
import { withCapture } from '../../../src/cli/edit/capture-file.ts';
import type { Capture } from '../../../src/core/model/capture.ts';
import { frontMatterOf } from '../../../src/core/prose/front-matter.ts';
import {
	type Files,
	type Folder,
	minimalArchive,
	REPORT,
	temporaryFolder,
	writeArchive,
} from '../../support/archive.ts';
import { listed, packedWarc, PAGE, PDF, sha256, wacz, waczFiles, zip } from '../../support/captures.ts';
import { runInProcess } from '../../support/in-process.ts';
import { capture, IDS } from '../../support/samples.ts';

const [ID, ACCOUNT] = IDS;
const FACTS = ['--record', ID, '--source', '1', '--method', 'browser', '--at', '2021-04-01T09:30:00Z'];
const WEB = [...FACTS, '--url', 'https://paper.example/a'];

let elsewhere: Folder;
beforeAll(() => {
	elsewhere = temporaryFolder();
	const files: Record<string, string | Uint8Array> = {
		'letter.html': PDF,
		page: PAGE,
		'pages.wacz': wacz(),
		'broken.wacz': zip({ ...listed(), 'pages/pages.jsonl': Buffer.from('x'), 'more.txt': Buffer.from('x') }),
		'data.warc.gz': packedWarc(),
		'plain.zip': zip({ 'a.txt': Buffer.from('a') }),
		'picture.pdf': Buffer.from('\x89PNG\r\n\x1a\n'),
		'words.html': 'Just words, no page.\n',
		'script.html': '<script>alert(1)</script>',
		'cut.pdf': PDF.slice(0, 20),
		'data.gz': Buffer.concat([waczFiles()['pages/pages.jsonl'] ?? Buffer.from('')]),
		empty: '',
	};
	for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(elsewhere.path, name), bytes);
});
afterAll(() => elsewhere[Symbol.dispose]());

const run = (folder: Folder, name: string, args: readonly string[]) =>
	runInProcess(['capture', path.join(elsewhere.path, name), ...args], { ARCHIVE_CONTENT: folder.path });
const fieldsOf = (source: string) => parse(source.slice(...(frontMatterOf(source)?.yaml ?? [0, 0])));
const reportIn = (folder: Folder) => readFileSync(path.join(folder.path, REPORT), 'utf8');
const everything = (folder: Folder) =>
	readdirSync(folder.path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort()
		.map((file) => [path.relative(folder.path, file), readFileSync(file, 'latin1')]);

describe('capture', () => {
	test('hashes a file, keeps it under its hash and writes it into the record; twice is once', async () => {
		using folder = writeArchive({ 'figures/paid.yaml': null });
		const before = reportIn(folder);
		const args = [...WEB, '--public', '--tool', 'Chromium 153.0', '--role', 'caseworker'];
		const { code, output } = await run(folder, 'letter.html', args);
		expect(code, output).toBe(0);
		const file = path.join(folder.path, `captures/public/${sha256(PDF)}.pdf`);
		expect(readFileSync(file, 'utf8')).toBe(PDF);
		expect(output).toContain(`\n  ${sha256(PDF)}\n`);
		expect(output).toMatch(/sha256sum \S+\/captures\/public\/[0-9a-f]{64}\.pdf/);
		expect(fieldsOf(reportIn(folder)).sources[0].capture).toEqual({
			url: 'https://paper.example/a',
			capturedAt: '2021-04-01T09:30:00Z',
			method: 'browser',
			tool: 'Chromium 153.0',
			collector: 'caseworker',
			sha256: sha256(PDF),
			bytes: PDF.length,
			mediaType: 'application/pdf',
			storage: 'public',
		});
		expect(reportIn(folder).startsWith(before.slice(0, before.indexOf('verified: in-source')))).toBe(true);
		const { problems, archive: read } = await readArchive(folder.path);
		expect(problems).toEqual([]);
		expect(read?.captures.size).toBe(1);

		const state = everything(folder);
		const again = await run(folder, 'letter.html', args);
		expect(again.code, again.output).toBe(0);
		expect(again.output).toContain('already has this capture');
		expect(everything(folder)).toEqual(state);

		const other = await run(folder, 'page', args);
		expect(other.code).toBe(2);
		expect(other.output).toContain('already has a capture');
		expect(everything(folder)).toEqual(state);
	});

	test('a sealed WACZ is compared with its own digests, and version control does not take it', async () => {
		using folder = writeArchive();
		execFileSync('git', ['init', '--quiet'], { cwd: folder.path });
		const { code, output } = await run(folder, 'pages.wacz', [...WEB, '--sealed']);
		expect(code, output).toBe(0);
		expect(output).toContain('Compared: 3 files with the list, 2 digests of WARC records.');
		expect(output).toContain('never published');
		const file = path.join(folder.path, `captures/sealed/${sha256(wacz())}.wacz`);
		expect(statSync(file).mode & 0o077).toBe(0);
		const seen = execFileSync('git', ['status', '--porcelain', '-uall'], {
			cwd: folder.path,
			encoding: 'utf8',
		});
		expect(seen).toContain('reports/');
		expect(seen).not.toContain('captures');
		expect((await readArchive(folder.path)).problems).toEqual([]);
	});

	test('a released record asks for a new version first; the capture that it has may be given again', async () => {
		const source = minimalArchive()[REPORT] ?? '';
		using folder = writeArchive({ 'figures/paid.yaml': null });
		expect((await run(folder, 'page', [...WEB, '--sealed'])).code).toBe(0);
		mkdirSync(path.join(folder.path, `versions/${ID}`), { recursive: true });
		cpSync(path.join(folder.path, REPORT), path.join(folder.path, `versions/${ID}/v1.mdx`));
		expect((await run(folder, 'page', [...WEB, '--sealed'])).output).toContain('already has this capture');

		using bare = writeArchive({ 'figures/paid.yaml': null, [`versions/${ID}/v1.mdx`]: source });
		const { code, output } = await run(bare, 'page', [...WEB, '--sealed']);
		expect(code).toBe(2);
		expect(output).toContain(`Version 1 of ${ID} is released`);
		expect(output).toContain(`npm run archive -- revise ${ID} --kind update`);
		expect(existsSync(path.join(bare.path, 'captures'))).toBe(false);
	});

	test('a file that is not what it says is told in one line for each thing, and is not taken', async () => {
		using folder = writeArchive();
		const state = everything(folder);
		const { code, output } = await run(folder, 'broken.wacz', [...WEB, '--public']);
		expect(code).toBe(1);
		expect(output.split('\n').filter((line) => line.startsWith('  '))).toEqual([
			'  pages/pages.jsonl has 1 bytes, but 28 are listed',
			'  pages/pages.jsonl does not match its listed hash',
			'  more.txt is not listed',
		]);
		expect((await run(folder, 'plain.zip', [...WEB, '--public'])).output).toContain(
			'this zip file is not a WACZ',
		);
		expect((await run(folder, 'cut.pdf', [...WEB, '--public'])).output).toContain('is truncated');
		expect(everything(folder)).toEqual(state);
	});

	const withheld: Files = {
		[REPORT]: (minimalArchive()[REPORT] ?? '').replace('version: 1\n', 'status: withdrawn\nversion: 1\n'),
	};
	test.each<[string, string, readonly string[], string, Files?]>([
		['a picture by another name', 'picture.pdf', [...WEB, '--public'], 'Unsupported capture format'],
		['words that are no page', 'words.html', [...WEB, '--public'], 'Unsupported capture format'],
		['a piece of a page', 'script.html', [...WEB, '--public'], 'Unsupported capture format'],
		['what is not packed', 'data.gz', [...WEB, '--public'], 'Unsupported capture format'],
		['an empty file', 'empty', [...WEB, '--public'], 'Unsupported capture format'],
		['a folder', '.', [...WEB, '--public'], 'No file'],
		['an account', 'page', [...WEB, '--sealed', '--record', ACCOUNT], 'Accounts have no captures'],
		['a withdrawn record', 'page', [...WEB, '--sealed'], 'is withdrawn', withheld],
		['a record that is not there', 'page', [...WEB, '--sealed', '--record', 'wrk68wb6'], 'No record'],
		['a source that is not there', 'page', [...WEB, '--sealed', '--source', '2'], 'has no source 2'],
		['neither public nor sealed', 'page', WEB, 'either --public or --sealed'],
		['both', 'page', [...WEB, '--public', '--sealed'], 'either --public or --sealed'],
		['a page from nowhere', 'page', [...FACTS, '--sealed'], '--url: Was captured from an address'],
		[
			'a time without zone',
			'page',
			[...WEB, '--sealed', '--at', '2021-04-01T09:30:00'],
			'--at is not a valid time',
		],
		['a time to come', 'page', [...WEB, '--sealed', '--at', '2999-04-01T09:30:00Z'], 'in the future'],
		['a name', 'page', [...WEB, '--sealed', '--role', 'Jane Doe'], '--role: '],
		['an unknown method', 'page', [...WEB, '--sealed', '--method', 'magic'], '--method: '],
	])('%s is refused, and nothing is written', async (_, name, args, told, files = {}) => {
		using folder = writeArchive(files);
		const state = everything(folder);
		const { code, output } = await run(folder, name, args);
		expect(output).toContain(told);
		expect(code).toBe(2);
		expect(everything(folder)).toEqual(state);
	});

	test('the same file is not kept both ways', async () => {
		using folder = writeArchive({ [`captures/sealed/${sha256(PAGE)}.html`]: PAGE });
		const { code, output } = await run(folder, 'page', [...WEB, '--public']);
		expect(code).toBe(2);
		expect(output).toContain(`is stored as captures/sealed/${sha256(PAGE)}.html`);
	});
});

describe('the fields are kept as they were written', () => {
	const facts = capture() as Capture;
	const added = (source: string, index = 0) => {
		const text = withCapture(source, index, facts);
		expect(fieldsOf(text).sources[index].capture).toEqual(facts);
		return text;
	};

	test.each([
		['after the last field', 'sources:\n  - title: One # why\n    degree: copy # so\n'],
		[
			'before what follows',
			'sources:\n  - title: One\n    note: >-\n      Two\n      lines.\n\n# A comment\nversion: 1\n',
		],
		['with no indent', 'sources:\n- title: One\n  authors:\n    - A. One\nversion: 1\n'],
		['with a comment in between', "sources:\n  # first\n  - title: 'One'\n\n  # second\n  - title: Two\n"],
	])('%s', (_, yaml) => {
		const source = `---\n${yaml}---\n\nText: with   spaces.\n`;
		const lines = added(source).split('\n');
		// Every line is there, in its order, besides those that were put in.
		let at = -1;
		for (const line of source.split('\n')) {
			at = lines.indexOf(line, at + 1);
			expect(at, line).toBeGreaterThan(-1);
		}
		expect(lines).toHaveLength(source.split('\n').length + 1 + Object.keys(facts).length);
	});

	test('the second of two sources, with the ends of lines that the file has', () => {
		const source = '---\r\nsources:\r\n  - title: One\r\n  - title: Two\r\nversion: 1\r\n---\r\nText.\r\n';
		const text = added(source, 1);
		expect(text).not.toMatch(/[^\r]\n/);
		expect(
			text.startsWith('---\r\nsources:\r\n  - title: One\r\n  - title: Two\r\n    capture:\r\n      url:'),
		).toBe(true);
		expect(text.endsWith('version: 1\r\n---\r\nText.\r\n')).toBe(true);
	});

	test('fields on one line are laid out anew, and say the same', () => {
		const text = added('---\nsources: [{ title: One }, { title: Two }]\nversion: 1\n---\nText.\n', 1);
		expect(fieldsOf(text)).toMatchObject({ version: 1, sources: [{ title: 'One' }, { title: 'Two' }] });
		expect(text.endsWith('---\nText.\n')).toBe(true);
	});

	test('a source that is not there', () => {
		expect(() => withCapture('---\nsources: []\n---\n', 0, facts)).toThrow('no such source');
	});
});
