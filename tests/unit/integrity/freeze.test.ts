import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse, stringify as toYaml } from 'yaml';
import { withdrawn } from '../../../src/cli/edit/withdraw-file.ts';
import { sha256 } from '../../../src/integrity/canonical/canonical.ts';
import { parseLog } from '../../../src/integrity/releases/log.ts';
import { publishedReleases } from '../../../src/integrity/releases/publish.ts';
import { parseSums } from '../../../src/integrity/checksums.ts';
import { Failure } from '../../../src/core/values/failure.ts';
import {
	FINDING,
	type Folder,
	minimalArchive,
	REPORT,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../../support/archive.ts';
import { edit, plan, readSound, releaseIn } from '../../support/integrity.ts';
import { givenTestimony, LENIENT, report } from '../../support/samples.ts';

let folder: Folder;
let content: string;
beforeEach(() => {
	folder = writeArchive({ [REPORT]: textFile(report(), 'One of them.\n\nTwo of them.\n\nThree of them.') });
	content = folder.path;
});
afterEach(() => folder[Symbol.dispose]());

const read = (file: string) => readFileSync(path.join(content, file), 'utf8');
const published = async () => publishedReleases((await readSound(content)).archive);
/** Opens version 2 of the report, as `revise` does. */
const revise = (kind: string, change: (text: string) => string) =>
	edit(content, REPORT, (text) =>
		change(text)
			.replace('version: 1\n', 'version: 2\n')
			.replace(/(?=sources:)/, `  - { version: 2, date: 2032-02-01, kind: ${kind}, note: Changed. }\n`),
	);

describe('the first release', () => {
	test('keeps each record as it is, salts accounts, lists all texts and begins the log', async () => {
		const { sums } = await releaseIn(content);
		for (const [file, id] of [
			[REPORT, 'fbmgs2sv'],
			[TESTIMONY, '1vm1d7gn'],
			[FINDING, 'wrk68wb5'],
		] as const)
			expect(read(`versions/${id}/v1.mdx`)).toBe(read(file));
		expect(read('versions/1vm1d7gn/salt')).toMatch(/^[0-9a-f]{64}\n$/);
		expect(existsSync(path.join(content, 'versions/fbmgs2sv/salt'))).toBe(false);

		const texts = await published();
		expect(parseSums(sums.text).map(({ file }) => file)).toEqual([
			'r/1vm1d7gn/v1.txt',
			'r/fbmgs2sv/v1.txt',
			'r/wrk68wb5/v1.txt',
		]);
		for (const { file, hash } of parseSums(sums.text)) expect(sha256(texts.get(file) ?? ''), file).toBe(hash);
		const [entry] = parseLog(read('releases/log.jsonl'));
		expect(entry).toMatchObject({ month: '2032-01', records: 3, release: 1, sums: sha256(sums.text) });
	});

	test('publishes nothing of what it keeps for the next one', async () => {
		await releaseIn(content);
		expect([...(await published()).keys()].filter((file) => !file.startsWith('r/')).sort()).toEqual([
			'releases/0001/SHA256SUMS',
			'releases/log.jsonl',
		]);
	});

	test('the content stands as it was released', async () => {
		await releaseIn(content);
		const { archive, problems } = await readSound(content);
		expect(problems).toEqual([]);
		expect(archive.versions.get('fbmgs2sv')?.map(({ version }) => version)).toEqual([1]);
	});

	test('two accounts have two salts, and another release of the archive others', async () => {
		await releaseIn(content);
		using other = writeArchive();
		await releaseIn(other.path);
		expect(readFileSync(path.join(other.path, 'versions/1vm1d7gn/salt'), 'utf8')).not.toBe(
			read('versions/1vm1d7gn/salt'),
		);
	});
});

describe('a later release', () => {
	beforeEach(() => releaseIn(content));

	test('is not made where nothing changed', async () => {
		await expect(plan(content)).rejects.toThrow(/no change since release 0001/);
		edit(content, 'pages/about.mdx', (text) => text.replace('Words.', 'Other words.'));
		await expect(plan(content)).rejects.toThrow(Failure);
	});

	test('is not made in an earlier month', async () => {
		revise('update', (text) => text.replace('Two', 'Both'));
		await expect(plan(content, '2031-12')).rejects.toThrow(/2032-01, which is later than 2031-12/);
	});

	test('adds the new version beside the old one, follows the release before, and keeps the numbers', async () => {
		revise('update', (text) => text.replace('Two of them.', 'Two of them.\n\nTwo and a half.'));
		const { sums } = await releaseIn(content, undefined, '2032-02');
		const [first, ...texts] = parseSums(sums.text, /^releases/);
		expect(first).toEqual({
			file: 'releases/0001/SHA256SUMS',
			hash: sha256(read('releases/0001/SHA256SUMS')),
		});
		expect(texts.map(({ file }) => file)).toContain('r/fbmgs2sv/v1.txt');
		expect((await published()).get('r/fbmgs2sv/v2.txt')).toContain('\n[2a]\nTwo and a half.\n\n[3]\n');
		expect(parse(read(REPORT).split('---')[1] ?? '')).toMatchObject({ paragraphs: [1, 2, '2a', 3] });
		expect(read('versions/fbmgs2sv/v2.mdx')).toBe(read(REPORT));
		expect((await readSound(content)).problems).toEqual([]);
	});

	test('is not made where an earlier text was changed, in the record and in what was kept of it alike', async () => {
		for (const file of [REPORT, 'versions/fbmgs2sv/v1.mdx'])
			edit(content, file, (text) => text.replace('Two of them', 'Two of us'));
		await expect(plan(content)).rejects.toThrow(/not those of the last release: r\/fbmgs2sv\/v1\.txt/);
		await expect(published()).rejects.toThrow(/r\/fbmgs2sv\/v1\.txt differs from the last release/);
	});

	test('nor where a text is kept that no release lists', async () => {
		edit(content, 'releases/0001/SHA256SUMS', (text) => text.replace(/.*fbmgs2sv.*\n/, ''));
		edit(content, 'releases/log.jsonl', (text) =>
			text.replace(/"sums":"[^"]*"/, `"sums":"${sha256(read('releases/0001/SHA256SUMS'))}"`),
		);
		await expect(plan(content)).rejects.toThrow(/not those of the last release: r\/fbmgs2sv\/v1\.txt/);
	});

	test('a redaction takes words out of all versions at once; the site says so until it is released', async () => {
		const redact = (text: string) => text.replace('Two of', '<Redacted what="name"/> of');
		edit(content, 'versions/fbmgs2sv/v1.mdx', redact);
		revise('redaction', redact);
		const texts = await published();
		expect(texts.get('releases/since.txt')).toBe('redacted r/fbmgs2sv/v1.txt\n');
		expect(texts.get('r/fbmgs2sv/v1.txt')).toContain('[redacted: name] of them');
		await releaseIn(content, undefined, '2032-02');
		const after = await published();
		expect(after.has('r/fbmgs2sv/v1.txt')).toBe(true);
		expect(after.has('releases/since.txt')).toBe(false);
	});

	test('a withdrawal takes the texts away at once; the next release no longer lists them', async () => {
		edit(content, TESTIMONY, (text) => withdrawn(text, '2032-02') ?? text);
		const texts = await published();
		expect(texts.has('r/1vm1d7gn/v1.txt')).toBe(false);
		expect(texts.get('releases/since.txt')).toBe('withdrawn 1\n');
		const { sums } = await releaseIn(content, undefined, '2032-02');
		expect(sums.text).toContain('r/fbmgs2sv/v1.txt');
		expect(sums.text).not.toContain('1vm1d7gn');
		expect((await published()).has('releases/since.txt')).toBe(false);
	});
});

describe('accounts that were given', () => {
	const given = (id: string) =>
		[`testimonies/${id}-given.mdx`, textFile(givenTestimony(), 'What happened to the buyer.')] as const;
	const ids = ['4vxfxcd8', 'x15w7xb9', 'mxdk6r5v', 'k40kj6rh', 'v12prk45', 'g4h2r1h6', '5kjm1cm8'];
	const batch = () => parse(read('releases/0001/batch.yaml'));

	test('the release keeps their versions and no digest, and the next may not add a single one', async () => {
		const strict = toYaml({
			...parse(minimalArchive()['archive.yaml'] ?? ''),
			disclosure: { ...LENIENT, batch: 5 },
		});
		const archiveOf = (accounts: readonly string[]) =>
			writeArchive({ 'archive.yaml': strict, ...Object.fromEntries(accounts.map(given)) });
		using archive = archiveOf(ids.slice(0, 5));
		content = archive.path;
		await releaseIn(content);
		expect(Object.keys(batch().given)).toEqual(ids.slice(0, 5).sort());
		for (const id of ids.slice(0, 5)) expect(batch().given[id]).toBe(1);
		expect([...(await published()).keys()].filter((file) => file.includes('batch'))).toEqual([]);

		using more = archiveOf(ids.slice(0, 6));
		for (const name of ['versions', 'releases'])
			cpSync(path.join(content, name), path.join(more.path, name), { recursive: true });
		await expect(plan(more.path, '2032-02')).rejects.toThrow(/Only 1 given account/);
	});
});
