import { execFileSync, spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatPublicKey } from '../../src/integrity/minisign.ts';
import { filesIn } from '../../src/integrity/site-reader.ts';
import { type Folder, temporaryFolder } from '../support/archive.ts';
import { bagProblems } from '../support/bag.ts';
import { edit, newKey, secretFile } from '../support/integrity.ts';
import { runInProcess } from '../support/in-process.ts';
import { archive, build } from '../support/run.ts';
import { serve } from '../support/server.ts';
import { CACHE, SITES } from '../support/sites.ts';

const missing = (program: string, argument: string) => spawnSync(program, [argument]).error !== undefined;
/** Without these two programs, what they would show is not tested: Debian has them as coreutils and minisign. */
const noSums = missing('sha256sum', '--version');
const noMinisign = missing('minisign', '-v');

const ADDRESS = 'https://market.example/sub/';
let folder: Folder;
let content: string;
let out: string;
let keyFile: string;
let keys: ReturnType<typeof temporaryFolder>;
let env: Record<string, string>;
const key = newKey();

const contents = (of: string) =>
	Object.fromEntries(filesIn(of).map((file) => [file, readFileSync(path.join(of, file), 'latin1')]));
const html = (file: string) => readFileSync(path.join(out, file), 'utf8');

beforeAll(async () => {
	folder = temporaryFolder(CACHE);
	content = path.join(folder.path, 'content');
	out = path.join(folder.path, 'dist');
	// Keys lie outside the project, or they are refused.
	keys = temporaryFolder();
	keyFile = path.join(keys.path, 'secret.key');
	writeFileSync(keyFile, secretFile(key));
	cpSync(SITES.market.content, content, { recursive: true });
	env = { ARCHIVE_CONTENT: content, ARCHIVE_OUT: out, ARCHIVE_ADDRESS: ADDRESS };
});
afterAll(() => {
	folder[Symbol.dispose]();
	keys?.[Symbol.dispose]();
});

describe('a release without a key', () => {
	let second: Awaited<ReturnType<typeof archive>>;
	beforeAll(async () => {
		const { code, output } = await runInProcess(['release'], env);
		expect(code, output).toBe(0);
		expect(output).toContain('It is not signed');
		const built = await build({ content, out, address: ADDRESS });
		expect(built.code, built.output.slice(-3000)).toBe(0);
		second = await runInProcess(['release'], env);
	});

	test('the site says that it is not signed, and the check finds all in order', async () => {
		expect(html('help/verify/index.html')).toContain('No release is signed.');
		const { code, output } = await runInProcess(['verify', out], env);
		expect(code, output).toBe(0);
		expect(output).toContain('note     The archive has no key');
	});

	test('a second release of the same is refused', () => {
		expect(second.code).toBe(1);
		expect(second.output).toContain('no change since release 0001');
	});

	test('what a release keeps for the next one is not published', () => {
		expect(readdirSync(path.join(out, 'releases/0001'))).toEqual(['SHA256SUMS']);
		expect(existsSync(path.join(content, 'releases/0001/batch.yaml'))).toBe(true);
		expect(existsSync(path.join(out, 'versions'))).toBe(false);
	});

	test('every record has the text of its released version, and only accounts have a salt', () => {
		for (const { file, id } of records())
			expect(
				html(`r/${id}/v${/^version: (\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]}.txt`).includes('\nsalt: '),
			).toBe(file.includes('testimonies'));
	});
});

describe('a release with a key', () => {
	beforeAll(async () => {
		const { code, output } = await archive(['release', '--sign', '1', '--key', keyFile], env);
		expect(code, output).toBe(0);
	});

	test('every file has one time, the signature too: none says when an account came or went', () => {
		const times = readdirSync(out, { recursive: true, encoding: 'utf8' }).map(
			(name) => statSync(path.join(out, name)).mtimeMs,
		);
		expect(new Set(times).size).toBe(1);
		// A day, or seconds after it where a site was there before.
		expect((times[0] ?? 1) % 86_400_000).toBeLessThan(60_000);
	});

	test('verify finds all in order: in the folder and at an address of this machine', async () => {
		const publicKey = path.join(folder.path, 'public.key');
		writeFileSync(publicKey, formatPublicKey(key));
		const inFolder = await runInProcess(['verify', out, '--key', publicKey], env);
		expect(inFolder.code, inFolder.output).toBe(0);
		expect(inFolder.output).toContain('the key is the one that you gave');
		const server = await serve(out, new URL(ADDRESS).pathname);
		try {
			const overHttp = await runInProcess(['verify', server.url], env);
			expect(overHttp.code, overHttp.output).toBe(0);
			expect(overHttp.output).toContain('Added files cannot be detected over HTTP');
		} finally {
			await server.close();
		}
		const elsewhere = await runInProcess(['verify', 'https://archive.example/'], env);
		expect(elsewhere.code).toBe(2);
		expect(elsewhere.output).toContain('Give an address on this machine');
	});

	test.skipIf(noSums)('sha256sum alone finds the same: in order, and after one byte was changed', () => {
		for (const sums of ['SHA256SUMS', 'releases/0001/SHA256SUMS'])
			execFileSync('sha256sum', ['--quiet', '--strict', '-c', sums], { cwd: out, stdio: 'pipe' });
		const [{ id } = { id: '' }] = records();
		const file = filesIn(path.join(out, 'r', id)).find((name) => /^v\d+\.txt$/.test(name)) ?? '';
		const before = html(`r/${id}/${file}`);
		edit(out, `r/${id}/${file}`, (text) => text.replace('title: ', 'title: X'));
		const { status, stdout } = spawnSync('sha256sum', ['--quiet', '-c', 'releases/0001/SHA256SUMS'], {
			cwd: out,
			encoding: 'utf8',
		});
		writeFileSync(path.join(out, `r/${id}/${file}`), before);
		expect(status).not.toBe(0);
		expect(stdout).toContain(`r/${id}/${file}: FAILED`);
	});

	test.skipIf(noMinisign)('minisign alone takes both signatures, and none of another file', () => {
		const check = (file: string, signature = `${file}.minisig`) =>
			spawnSync('minisign', ['-V', '-m', file, '-x', signature, '-p', 'keys/archive.pub'], {
				cwd: out,
				encoding: 'utf8',
			});
		expect(check('SHA256SUMS').stdout).toContain('site of release 0001, ');
		expect(check('releases/0001/SHA256SUMS').stdout).toContain('release 0001, ');
		expect(check('releases/0001/SHA256SUMS', 'SHA256SUMS.minisig').status).not.toBe(0);
	});

	test('the page on verifying names the key and links the signature', () => {
		const page = html('help/verify/index.html');
		expect(page).toContain(formatPublicKey(key).split('\n')[1]);
		expect(page).toContain('href="/sub/releases/0001/SHA256SUMS.minisig"');
		expect(page).not.toContain('No release is signed');
	});

	test('another build over a copy of the site gives the same bytes, signature and all', async () => {
		const before = contents(out);
		const other = path.join(folder.path, 'other/dist');
		cpSync(out, other, { recursive: true });
		const { code, output } = await build({
			content,
			out: other,
			address: ADDRESS,
			env: { TZ: 'Asia/Tokyo' },
		});
		expect(code, output).toBe(0);
		expect(Object.keys(contents(other))).toEqual(Object.keys(before));
		expect(contents(other)).toEqual(before);
	});

	test('the site as a bag is valid, and is refused where the site was changed', async () => {
		const bag = path.join(folder.path, 'bag');
		const { code, output } = await runInProcess(['export', 'bag', bag], env);
		expect(code, output).toBe(0);
		expect(bagProblems(bag)).toEqual([]);
		expect(contents(path.join(bag, 'data'))).toEqual(contents(out));
		if (!noSums)
			execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], {
				cwd: path.join(bag, 'data'),
				stdio: 'pipe',
			});

		const before = html('index.html');
		writeFileSync(path.join(out, 'index.html'), `${before} `);
		const refused = await runInProcess(['export', 'bag', path.join(folder.path, 'second')], env);
		writeFileSync(path.join(out, 'index.html'), before);
		expect(refused.code).toBe(1);
		expect(refused.output).toContain('index.html does not match SHA256SUMS');
		expect(existsSync(path.join(folder.path, 'second'))).toBe(false);
	});

	test('a site that was changed is told, and the command ends with 1', async () => {
		writeFileSync(path.join(out, 'more.html'), 'more');
		const { code, output } = await runInProcess(['verify', out], env);
		rmSync(path.join(out, 'more.html'));
		expect(code).toBe(1);
		expect(output).toContain('FAILS    more.html is unexpected: SHA256SUMS does not list it.');
	});
});

describe('nothing is released', () => {
	/** Runs a release that must fail and leave the content as it is. */
	async function refused(args: readonly string[], prepare: (content: string) => void): Promise<string> {
		const copy = path.join(folder.path, 'refused');
		rmSync(copy, { recursive: true, force: true });
		cpSync(content, copy, { recursive: true });
		prepare(copy);
		const before = contents(copy);
		const { code, output } = await archive(['release', ...args], {
			...env,
			ARCHIVE_CONTENT: copy,
			ARCHIVE_OUT: path.join(folder.path, 'never'),
		});
		expect(code, output).toBeGreaterThan(0);
		expect(contents(copy)).toEqual(before);
		expect(readdirSync(copy).filter((name) => name.startsWith('.'))).toEqual([]);
		return output;
	}
	const addRecord = (copy: string) =>
		cpSync(
			path.join(copy, 'findings/5kjm1cm8-where-the-money-is.mdx'),
			path.join(copy, 'findings/szvn5h53-more.mdx'),
		);

	test('where the content has a problem', async () => {
		const output = await refused([], (copy) =>
			edit(copy, 'pages/about.mdx', (text) => `${text}\n<script>\n`),
		);
		expect(output).toContain('pages/about.mdx');
	});

	test('where an earlier release was changed', async () => {
		const output = await refused([], (copy) =>
			edit(copy, 'releases/0001/SHA256SUMS', (text) => text.replace(/^./, 'x')),
		);
		expect(output).toContain('releases/0001/SHA256SUMS does not match releases/log.jsonl');
	});

	test('where the key lies in the content', async () => {
		const copy = path.join(folder.path, 'refused');
		const output = await refused(['--key', path.join(copy, 'keys/mine.key')], (to) => {
			mkdirSync(path.join(to, 'keys'), { recursive: true });
			cpSync(keyFile, path.join(to, 'keys/mine.key'));
		});
		expect(output).toContain('Move it elsewhere');
	});

	test('where the key is not the archive’s', async () => {
		const other = path.join(keys.path, 'other.key');
		writeFileSync(other, secretFile(newKey()));
		expect(await refused(['--key', other], addRecord)).toContain('This key is not in keys/archive.pub');
	});

	test('where the site that is to be signed cannot be built: what was written is taken back', async () => {
		const output = await refused(['--key', keyFile], (copy) => {
			addRecord(copy);
			edit(copy, 'pages/about.mdx', (text) => `${text}\nWords of ${process.cwd()}/src.\n`);
		});
		expect(output).toContain('build-path');
		expect(existsSync(path.join(folder.path, 'refused/releases/0002'))).toBe(false);
	});
});

/** The records of the content that were not withdrawn. */
function records(): { file: string; id: string }[] {
	return ['testimonies', 'reports', 'findings']
		.flatMap((name) => readdirSync(path.join(content, name)).map((file) => path.join(content, name, file)))
		.filter((file) => !/^status: withdrawn/m.test(readFileSync(file, 'utf8')))
		.map((file) => ({ file, id: path.basename(file).slice(0, 8) }));
}
