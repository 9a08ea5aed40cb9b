import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proseOf } from '../../src/archive/publish/prose.ts';
import type { Archive, ArchiveRecord } from '../../src/archive/publish/view.ts';
import {
	canonicalParagraph,
	canonicalText,
	sha256,
	shortHash,
} from '../../src/integrity/canonical/canonical.ts';
import { filesIn } from '../../src/integrity/site-reader.ts';
import { parseSums } from '../../src/integrity/checksums.ts';
import { type Folder, temporaryFolder, TESTIMONY, textFile, writeArchive } from '../support/archive.ts';
import { readSound, releaseIn } from '../support/integrity.ts';
import { publishedFiles } from '../support/published.ts';
import { ACCOUNT_ID, copyReleased, GIVEN_ID, REDACTED } from '../support/released.ts';
import { runInProcess } from '../support/in-process.ts';
import { build } from '../support/run.ts';
import { givenTestimony, publishedTestimony, VOCABULARY } from '../support/samples.ts';

const address = 'https://archive.example/';
const ID = TESTIMONY.slice(12, 20);
const GIVEN = `testimonies/${GIVEN_ID}-given.mdx`;
const ACCOUNTS = [ID, GIVEN_ID];

let content: Folder;
let out: Folder;
/** The archive as somebody knew it who saw everything before the withdrawal but for the salt. */
let leaked: Archive;
let sources: Record<string, string>;
let salts: Record<string, string>;
const site = (name: string) => path.join(out.path, name);

beforeAll(async () => {
	content = writeArchive({
		'figures/paid.yaml': null,
		[TESTIMONY]: textFile(publishedTestimony(), 'She paid forty pounds.'),
		[GIVEN]: textFile(givenTestimony(), 'She told us what it cost.\n\nNobody answered.'),
	});
	out = temporaryFolder();
	await releaseIn(content.path, undefined, '2031-12');
	leaked = (await readSound(content.path)).archive;
	sources = Object.fromEntries([TESTIMONY, GIVEN].map((file) => [file, read(file)]));
	salts = Object.fromEntries(ACCOUNTS.map((id) => [id, read(`versions/${id}/salt`).trim()]));
	await built('before');
	for (const id of ACCOUNTS) {
		const { code, output } = await runInProcess(['withdraw', id], { ARCHIVE_CONTENT: content.path });
		expect(code, output).toBe(0);
	}
	await built('after');
});
afterAll(() => {
	content?.[Symbol.dispose]();
	out?.[Symbol.dispose]();
});

const read = (file: string) => readFileSync(path.join(content.path, file), 'utf8');
async function built(name: string): Promise<void> {
	const { code, output } = await build({ content: content.path, out: site(name), address });
	expect(code, output.slice(-3000)).toBe(0);
}
const recordOf = (id: string): ArchiveRecord => {
	const record = leaked.record.get(id);
	if (!record) throw new Error(`no record ${id}`);
	return record;
};
const paragraphsOf = (record: ArchiveRecord) => proseOf(record, leaked).blocks.map(canonicalParagraph);

/** Every line that a release or a site publishes of sums, whenever it did: old lists stay with those who took them. */
function publishedSums(): Set<string> {
	const lists = ['before', 'after'].flatMap((name) =>
		filesIn(site(name))
			.filter((file) => /SHA256SUMS$/.test(file))
			.map((file) => readFileSync(path.join(site(name), file), 'utf8')),
	);
	return new Set(lists.flatMap((text) => parseSums(text, /./).map(({ hash }) => hash)));
}

/** All that a dictionary of facets, themes, organisations and states makes of an account that is known word for word. */
function* variants(record: ArchiveRecord): Generator<ArchiveRecord> {
	const facets = [...record.data.themes, ...VOCABULARY.themes];
	for (const size of [undefined, 'small', 'large'])
		for (const theme of new Set(facets))
			for (const organisation of VOCABULARY.organisations)
				for (const status of ['published', 'corrected'] as const) {
					const data = { ...record.data, themes: [theme], organisations: [organisation], status };
					yield { ...record, data: { ...data, facets: size ? { size } : {} } } as ArchiveRecord;
				}
	yield record;
}

/** What somebody without the salt can put in its place. */
const NO_SALTS = [null, '', '0'.repeat(64), 'f'.repeat(64), sha256(''), sha256(ID), sha256(GIVEN_ID)];

describe('whoever guesses at an account from the sums', { tags: ['TH-11'] }, () => {
	test('would be told that they are right by the salt alone, and only while it is published', () => {
		const sums = publishedSums();
		for (const id of ACCOUNTS) {
			expect(salts[id]).toMatch(/^[0-9a-f]{64}$/);
			const text = canonicalText(recordOf(id), leaked, salts[id] ?? null);
			expect(sums).toContain(sha256(text));
			expect(readFileSync(path.join(site('before'), `r/${id}/v1.txt`), 'utf8')).toBe(text);
		}
		expect(salts[ID]).not.toBe(salts[GIVEN_ID]);
	});

	test('learns nothing from a dictionary over all facets, nor from the very draft, without the salt', () => {
		const sums = publishedSums();
		let tried = 0;
		for (const id of ACCOUNTS) {
			const others = Object.values(salts).filter((salt) => salt !== salts[id]);
			for (const guess of variants(recordOf(id)))
				for (const salt of [...NO_SALTS, ...others]) {
					expect(sums.has(sha256(canonicalText(guess, leaked, salt)))).toBe(false);
					tried++;
				}
		}
		expect(tried).toBeGreaterThan(200);
	});

	test('finds no other sum: of the file, the text, a paragraph or a field, whole or shortened', () => {
		const before = publishedFiles(site('before')).filter(({ file }) => !/\.js$|pagefind$/.test(file));
		expect(before.map(({ file }) => file)).toEqual(
			expect.arrayContaining(ACCOUNTS.map((id) => `r/${id}/index.html`)),
		);
		for (const [index, file] of [TESTIMONY, GIVEN].entries()) {
			const record = recordOf(ACCOUNTS[index] ?? '');
			const source = sources[file] ?? '';
			const body = source.split('\n---\n').at(-1) ?? '';
			const { title, summary } = record.data;
			const guesses = [source, body, body.trim(), title, summary, JSON.stringify(record.data)];
			for (const guess of [...guesses, ...paragraphsOf(record)])
				for (const text of [guess, `${guess}\n`])
					for (const one of before) expect(one.text, one.file).not.toContain(sha256(text).slice(0, 12));
			for (const paragraph of paragraphsOf(record))
				for (const one of before)
					if (one.file.startsWith(`r/${record.id}/`))
						expect(one.text, one.file).not.toContain(shortHash(paragraph, null));
		}
	});

	test('cannot make its pages anew either: each carries the salt, so that their sums are salted too', () => {
		for (const id of ACCOUNTS)
			for (const page of [`r/${id}/index.html`, `r/${id}/v1/index.html`])
				expect(readFileSync(path.join(site('before'), page), 'utf8')).toContain(`data-salt="${salts[id]}"`);
	});

	test('finds no salt after the withdrawal, here or on the site, though the old line still stands', () => {
		for (const id of ACCOUNTS) {
			const salt = salts[id] ?? '';
			expect(existsSync(path.join(content.path, 'versions', id, 'salt'))).toBe(false);
			for (const file of filesIn(content.path)) expect(read(file), file).not.toContain(salt);
			for (const { file, text } of publishedFiles(site('after'))) expect(text, file).not.toContain(salt);
			const left = filesIn(site('after')).filter((file) => file.startsWith(`r/${id}/`));
			expect(left).toEqual(expect.arrayContaining([`r/${id}/index.html`, `r/${id}/v1/index.html`]));
			expect(left.filter((file) => !file.endsWith('.html'))).toEqual([]);
			expect(readFileSync(path.join(site('after'), 'releases/0001/SHA256SUMS'), 'utf8')).toContain(id);
			expect(readFileSync(path.join(site('after'), 'releases/since.txt'), 'utf8')).not.toContain(id);
		}
	});

	test('has nothing from the log: its lines are of whole releases', () => {
		const log = readFileSync(path.join(site('before'), 'releases/log.jsonl'), 'utf8');
		const sums = readFileSync(path.join(site('before'), 'releases/0001/SHA256SUMS'), 'utf8');
		for (const { hash } of parseSums(sums)) expect(log).not.toContain(hash);
		expect(JSON.parse(log)).toEqual({
			month: '2031-12',
			previous: '0'.repeat(64),
			records: leaked.records.length,
			release: 1,
			sums: sha256(sums),
		});
	});
});

test(
	'whoever guesses at a word that was taken out has no salt to try it with',
	{ tags: ['TH-11'] },
	async () => {
		using released = copyReleased();
		const { archive } = await readSound(released.path);
		const [first] = archive.versions.get(ACCOUNT_ID) ?? [];
		if (!first?.salt) throw new Error('no released version');
		const now = canonicalText(first.record, archive, first.salt);
		const sumsOf = (release: string) =>
			readFileSync(path.join(released.path, `releases/${release}/SHA256SUMS`), 'utf8');
		expect(sumsOf('0002')).toContain(sha256(now));
		expect(now).toContain('[redacted: place]');
		const restored = now
			.replace('[redacted: place]', REDACTED)
			.replace('status: corrected', 'status: published');
		for (const guess of [restored, restored.replace(/^salt: .*\n/m, '')])
			for (const release of ['0001', '0002']) expect(sumsOf(release)).not.toContain(sha256(guess));
		// With the salt of that time the guess would be right: this is what the new one is for.
		using before = writeArchive({
			'figures/paid.yaml': null,
			[TESTIMONY]: textFile(
				{ ...publishedTestimony(), changes: first.record.data.changes },
				`She says that she paid.\n\nShe says that she met them at the ${REDACTED} and signed.`,
			),
		});
		await releaseIn(before.path);
		const salt = readFileSync(path.join(before.path, `versions/${ACCOUNT_ID}/salt`), 'utf8').trim();
		const old = readFileSync(path.join(before.path, 'releases/0001/SHA256SUMS'), 'utf8');
		expect(old).toContain(sha256(restored.replace(/^salt: .*/m, `salt: ${salt}`)));
		expect(old).not.toContain(sha256(restored));
	},
);
