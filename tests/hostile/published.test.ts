import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Files, type Folder, temporaryFolder, TESTIMONY, writeArchive } from '../support/archive.ts';
import { newKey, releaseIn } from '../support/integrity.ts';
import { carriedFiles, type PublishedFile, publishedFiles, unlisted } from '../support/published.ts';
import { build } from '../support/run.ts';
import { readCsv } from '../support/tables.ts';
import { ACCOUNT_ITEM, BESIDE_ACCOUNT, CARRIED, CARRIED_BY_ACCOUNT } from './cited-fields.ts';
import { GIVEN_ROW, WITH_GIVEN } from './data-fields.ts';
import { PUBLISHED } from './published-fields.ts';
import { CANARIES, GIVEN, MONTHS, withheldArchive } from './withheld.ts';

let archive: Files;
let content: Folder;
let elsewhere: Folder;
let files: PublishedFile[];
/** What the release keeps of given accounts for the next one: digests of their files. */
let batch: string;
const address = 'https://archive.example/';

beforeAll(async () => {
	archive = await withheldArchive();
	content = writeArchive(archive);
	await releaseIn(content.path, newKey(), '2031-12');
	batch = readFileSync(path.join(content.path, 'releases/0001/batch.yaml'), 'utf8');
	elsewhere = temporaryFolder();
	const out = path.join(elsewhere.path, 'site');
	const { code, output } = await build({ content: content.path, out, address });
	expect(code, output.slice(-3000)).toBe(0);
	files = publishedFiles(out);
});
afterAll(() => {
	content?.[Symbol.dispose]();
	elsewhere?.[Symbol.dispose]();
});

const pageOf = (id: string) => files.find(({ file }) => file === `r/${id}/index.html`)?.text ?? '';

describe('whoever takes all the data there is', { tags: ['TH-6'] }, () => {
	test('finds no file and no field that nobody decided on', () => {
		for (const file of ['changes/feed.xml', 'search/catalogue.json', 'data/v1/records.json'])
			expect(files.map((one) => one.file)).toContain(file);
		expect(unlisted(files, PUBLISHED)).toEqual([]);
		const carried = carriedFiles(files);
		expect(carried).not.toEqual([]);
		expect(unlisted(carried, CARRIED)).toEqual([]);
	});

	test.each<[string, PublishedFile, string]>([
		[
			'a field of a listed file',
			{ file: 'search/loading.json', text: '{"bytes":1,"consent":{"scope":"full"}}' },
			'search/loading.json: consent.scope is not listed',
		],
		[
			'a field deep in it',
			{ file: 'search/catalogue.json', text: '{"groups":[{"values":[{"id":"x","note":"y"}]}]}' },
			'search/catalogue.json: groups[].values[].note is not listed',
		],
		[
			'a field of the index',
			{ file: 'search/whole.pf_index!/pagefind/fragment/en_1.pf_fragment', text: 'x{"meta":{"review":"y"}}' },
			'search/whole.pf_index!/pagefind/fragment/en_1.pf_fragment: meta.review is not listed',
		],
		[
			'a further field of the sitemap',
			{
				file: 'sitemap-0.xml',
				text: '<urlset><url><loc>x</loc><priority>1</priority></url></urlset>',
			},
			'sitemap-0.xml: priority is not listed',
		],
		[
			'a new file',
			{ file: 'data/v1/accounts.json', text: '{}' },
			'data/v1/accounts.json: a file of a kind that is not listed',
		],
		['a new table', { file: 'all.csv', text: 'id\r\n' }, 'all.csv: a file of a kind that is not listed'],
		[
			'a page’s neighbour',
			{ file: 'r/4vxfxcd8/index.json', text: '{}' },
			'r/4vxfxcd8/index.json: a file of a kind that is not listed',
		],
	])('%s is told', (_, planted, problem) => {
		expect(unlisted([planted], PUBLISHED)).toEqual([problem]);
	});

	test('a table and a feed are read by their columns and elements', () => {
		const kinds = [
			{ path: /\.csv$/, fields: ['id', 'title'] },
			{ path: /\.xml$/, fields: ['feed', 'entry', 'link', 'link@href'] },
			{ path: /\.jsonl$/, fields: ['[].id'] },
		];
		const told = [
			{ file: 'a.csv', text: '\uFEFFid,"title",consent\r\n1,2,3\r\n' },
			{ file: 'a.xml', text: '<?xml version="1.0"?><feed><entry><link href="x" title="y"/></entry></feed>' },
			{ file: 'a.jsonl', text: '{"id":1}\n{"id":2,"review":3}\n' },
		];
		expect(unlisted(told, kinds)).toEqual([
			'a.csv: consent is not listed',
			'a.xml: link@title is not listed',
			'a.jsonl: [].review is not listed',
		]);
	});
});

describe('what is withheld is in no file', { tags: ['TH-18'] }, () => {
	test('though the accounts are there', () => {
		expect(pageOf(GIVEN[0])).toContain('of one letter');
		expect(pageOf(GIVEN[1])).toContain('of two letters');
	});

	test.each(CANARIES)('%s', (canary) => {
		expect(files.filter(({ file, text }) => (file + text).toLowerCase().includes(canary))).toEqual([]);
	});

	test('nor a month of consent or review, nor the digest of a waiver or an account’s file, nor the names of such fields', () => {
		const digests: string[] = String(archive['waivers.yaml']).match(/[0-9a-f]{64}/g) ?? [];
		expect(digests).toHaveLength(1);
		const reviews = Object.entries(archive).flatMap(([file, text]) =>
			file.startsWith('testimonies/') ? (String(text).match(/(?<=digest: )[0-9a-f]{64}/g) ?? []) : [],
		);
		expect(reviews.length).toBeGreaterThan(2);
		digests.push(...reviews);
		expect(batch).toContain(GIVEN[0]);
		expect(batch).not.toMatch(/[0-9a-f]{16}/);
		for (const { file, text } of files.filter((one) => !/\.js$|pagefind$/.test(one.file))) {
			expect(text, file).not.toMatch(MONTHS);
			// The help on rules names fields of any archive, and nothing of this one.
			if (file !== 'help/rules/index.html')
				expect(text, file).not.toMatch(/intruderTest|uniqueWords|facetSources|"(?:consent|review|waivers)"/);
			for (const digest of digests) expect(text, file).not.toContain(digest);
		}
	});
});

describe('what can be taken away of an account', { tags: ['TH-6'] }, () => {
	const accounts = [...GIVEN, '1vm1d7gn'];
	const beside = () => files.filter(({ file }) => accounts.some((id) => file.startsWith(`r/${id}/`)));

	test('says which record it is, and nothing of what is in it', () => {
		expect(beside().map(({ file }) => file)).toEqual(
			expect.arrayContaining(accounts.map((id) => `r/${id}/index.html`)),
		);
		expect(unlisted(beside(), BESIDE_ACCOUNT)).toEqual([]);
		const carried = carriedFiles(beside());
		// Four formats on the page of the record, and on that of its version.
		expect(carried).toHaveLength(accounts.length * 8);
		expect(unlisted(carried, CARRIED_BY_ACCOUNT)).toEqual([]);
		const marks = beside().filter(({ file }) => file.endsWith('.json'));
		for (const { file, text } of [...carried, ...marks]) {
			expect(text, file).toMatch(new RegExp(accounts.join('|')));
			expect(text, file).not.toMatch(/A title|A summary|Charges|Acme|\d{4}-\d{2}-\d{2}/);
		}
	});

	test('its canonical text has the words of its page and no others', () => {
		for (const id of GIVEN) {
			const { text = '' } = files.find(({ file }) => file === `r/${id}/v1.txt`) ?? {};
			const [fields = '', ...parts] = text.trimEnd().split('\n\n');
			expect(parts.length).toBeGreaterThan(0);
			const [, title = '', summary = ''] = /^title: (.+)$[^]*^summary: (.+)$/m.exec(fields) ?? [];
			const words = parts
				.map((part) => part.replace(/^\[\w+\]\n/, ''))
				.filter((part) => part !== '[redacted: paragraph]');
			expect(words).toHaveLength(1);
			for (const phrase of [title, summary, ...words]) expect(pageOf(id), id).toContain(phrase);
		}
	});

	test('nothing is kept for the next release that the site gives away', () => {
		expect(files.filter(({ file }) => /batch|SITE|salt|\.mdx$/.test(file))).toEqual([]);
	});

	test('the same goes for the list that search takes references from', () => {
		const list = files.find(({ file }) => file === 'search/citations.json');
		const items = Object.entries(JSON.parse(list?.text ?? '{}') as Record<string, object>);
		const own = items.filter(([id]) => accounts.includes(id));
		expect(own).toHaveLength(accounts.length);
		for (const [id, item] of own)
			for (const field of Object.keys(item))
				expect(ACCOUNT_ITEM, id).toContain(field.replace('creators', 'creators[]'));
		expect(JSON.stringify(own)).not.toMatch(/A title|A summary|Charges|Acme/);
	});
});

describe('the open data', { tags: ['TH-6'] }, () => {
	const rowsOf = (file: string) =>
		readCsv(Buffer.from(files.find((one) => one.file === `data/v1/${file}.csv`)?.text ?? ''));
	const tables = () => files.flatMap(({ file }) => /^data\/v1\/([a-z-]+)\.csv$/.exec(file)?.[1] ?? []);

	test('tells of a given account what it is filed under, and has a row of it in no other table', () => {
		for (const id of GIVEN) {
			const [row = {}, ...more] = rowsOf('records').filter((one) => one['id'] === id);
			expect(more).toEqual([]);
			for (const [column, cell] of Object.entries(row)) {
				if (GIVEN_ROW.includes(column)) expect(cell, column).not.toBe('[c]');
				else expect(cell, column).toBe('[c]');
			}
			const holding = tables().filter((table) =>
				rowsOf(table).some((one) => Object.values(one).includes(id)),
			);
			expect(holding.sort()).toEqual(WITH_GIVEN.toSorted());
		}
	});

	test('has no words of it in any file: neither title nor summary, organisation, trait, date nor source', () => {
		const data = files.filter(({ file }) => /^data\/v1\//.test(file));
		const lines = data.flatMap(({ text }) => text.split('\n'));
		for (const id of GIVEN) expect(lines.filter((line) => line.includes(id))).not.toEqual([]);
		for (const { file, text } of data) {
			for (const words of ['of one letter', 'of two letters', 'Account given to this archive'])
				expect(text, file).not.toContain(words);
			for (const line of text.split('\n').filter((one) => GIVEN.some((id) => one.includes(id))))
				expect(line, file).not.toMatch(/A title|A summary|acme-plans|Acme|small|2031-1/);
		}
	});

	test('does not list it by the organisation that it is about, nor count it out loud', () => {
		for (const { file, text } of files.filter((one) => /^data\/v1\/organisations\//.test(one.file)))
			for (const id of GIVEN) expect(text, file).not.toContain(id);
	});

	test('stands in the order of the identifiers, and not in that in which records came', () => {
		const ids = rowsOf('records').map((row) => row['id'] ?? '');
		expect(ids).toEqual(ids.toSorted());
	});
});

test('no feed and no list for search engines has an account', { tags: ['TH-6'] }, () => {
	const lists = files.filter(({ file }) => /^(?:sitemap.*|robots\.txt|_headers|.*feed.*)$/.test(file));
	for (const name of ['robots.txt', '_headers', 'sitemap-0.xml', 'changes/feed.xml'])
		expect(lists.map(({ file }) => file)).toContain(name);
	for (const { file, text } of lists) for (const id of GIVEN) expect(text, file).not.toContain(id);
});

describe('nothing on its page leads from an account to another', { tags: ['TH-7'] }, () => {
	test.each(GIVEN)('%s', (id) => {
		const [article = ''] = /<article[^]*<\/article>/.exec(pageOf(id)) ?? [];
		expect(article).toContain(id);
		const others = [...article.matchAll(/\/r\/(\w+)\//g)]
			.map(([, other]) => other)
			.filter((other) => other !== id);
		expect(others).toEqual([]);
		expect(article).not.toContain('Related records');
	});

	test('search tells of it what its own page says first, and no more than one result shows of another', () => {
		for (const id of GIVEN) {
			const [fragment] = files.filter(
				({ file, text }) => /pf_fragment$/.test(file) && text.includes(`/r/${id}/`),
			);
			expect(fragment?.text).toContain(id);
			const { meta } = JSON.parse(fragment?.text.replace(/^[^{]*/, '') ?? '{}');
			expect(pageOf(id)).toContain(meta.title);
			expect(pageOf(id)).toContain(meta.summary);
			for (const other of GIVEN) if (other !== id) expect(fragment?.text).not.toContain(other);
		}
	});
});

/** Put before the program: another day, and more than a year later. */
const LATER = `
const later = 400 * 86_400_000 + 3_600_000;
const Real = Date;
globalThis.Date = class extends Real {
	constructor(...args) {
		super(...(args.length === 0 ? [Real.now() + later] : args));
	}
	static now() {
		return Real.now() + later;
	}
};
`;

describe('no file tells when it was made', { tags: ['TH-9'] }, () => {
	test('a build of the same content more than a year later, from newer files, gives the same bytes', async () => {
		const preload = path.join(elsewhere.path, 'later.mjs');
		writeFileSync(preload, LATER);
		const then = new Date('2019-03-04T05:06:07Z');
		for (const [file, text] of Object.entries(archive))
			if (text !== null) utimesSync(path.join(content.path, file), then, then);
		const out = path.join(elsewhere.path, 'later');
		const env = { NODE_OPTIONS: `--import=${preload}`, SOURCE_DATE_EPOCH: '86400' };
		const { code, output } = await build({ content: content.path, out, address, env });
		expect(code, output.slice(-3000)).toBe(0);
		const later = new Map(publishedFiles(out).map(({ file, text }) => [file, text]));
		expect([...later.keys()]).toEqual(files.map(({ file }) => file));
		expect(files.filter(({ file, text }) => later.get(file) !== text).map(({ file }) => file)).toEqual([]);
	});

	test('no account’s page has a day or an hour', () => {
		for (const id of GIVEN) {
			expect(pageOf(id)).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{2}:\d{2}(?::\d{2})?|\d{4}-\d{2}-\d{2}T/);
			expect(pageOf(id)).toContain('December 2031');
		}
	});

	test('no file gives a time of day, and there is no source map', () => {
		for (const { file, text } of files) {
			// Feeds and sitemaps write a day as its first moment.
			expect(text, file).not.toMatch(/\d{4}-\d{2}-\d{2}T(?!00:00:00(?:\.000)?Z)\d{2}:\d{2}/);
			expect(file).not.toMatch(/\.map$/);
		}
		expect(files.find(({ file }) => file === `r/${TESTIMONY.slice(12, 20)}/index.html`)).toBeDefined();
	});
});
