import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { tagsOf, wordsOf } from '../support/html.ts';
import {
	ACCOUNT_ID,
	FINDING_ID,
	GIVEN_ID,
	GONE,
	GONE_ID,
	NEW_ID,
	REDACTED,
	releasedSite,
	REPORT_ID,
} from '../support/released.ts';

const { content, out, address: ADDRESS } = releasedSite();

const file = (name: string) => readFileSync(path.join(out, name), 'utf8');
const html = (page: string) => file(`${page}index.html`);
const article = (page: string) => /<article[^]*<\/article>/.exec(html(page))?.[0] ?? '';
const linksOf = (text: string) => tagsOf(text).flatMap(({ attributes }) => attributes['href'] ?? []);
const citesOf = (page: string) =>
	Object.fromEntries(
		tagsOf(html(page)).flatMap(({ attributes: { id = '', 'data-cite': cite } }) =>
			cite ? [[id.slice(1), cite]] : [],
		),
	);
/** Every file of the site with what it holds, unpacked. */
const everything = () =>
	readdirSync(out, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => {
			const bytes = readFileSync(path.join(entry.parentPath, entry.name));
			const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
			return { file: path.relative(out, path.join(entry.parentPath, entry.name)), text };
		});

describe('CT-6 every released version has its address', () => {
	test('and only those: what is not released has none', () => {
		expect(globSync('r/*/v*/', { cwd: out }).sort()).toEqual(
			[
				...[`${REPORT_ID}/v1`, `${REPORT_ID}/v2`, `${ACCOUNT_ID}/v1`, `${ACCOUNT_ID}/v2`, `${FINDING_ID}/v1`],
				...[`${GIVEN_ID}/v1`, `${GIVEN_ID}/v2`, `${GONE_ID}/v1`],
			]
				.map((name) => `r/${name}`)
				.sort(),
		);
		expect(wordsOf(article(`r/${NEW_ID}/`))).toContain('Version 1 is not released yet');
		expect(Object.keys(citesOf(`r/${NEW_ID}/`))).toEqual([]);
		expect(existsSync(path.join(out, `r/${NEW_ID}/versions.json`))).toBe(false);
	});

	test('an earlier one says above its title what superseded it, and where that is told', () => {
		const page = article(`r/${REPORT_ID}/v1/`);
		const notice = page.slice(0, page.indexOf('<h1'));
		expect(wordsOf(notice)).toContain('Version 1, superseded by version 2');
		expect(linksOf(notice)).toEqual([`/sub/r/${REPORT_ID}/`, `/sub/r/${REPORT_ID}/v1/#changes`]);
		expect(notice).not.toContain('screen-only');
		expect(page).toContain('forty pounds');
	});

	test('the present one says that it is, and reads as the record does', () => {
		const page = article(`r/${REPORT_ID}/v2/`);
		expect(wordsOf(page)).toContain('This is version 2, the present one.');
		expect(page).not.toContain('id="changes"');
		expect(citesOf(`r/${REPORT_ID}/v2/`)).toEqual(citesOf(`r/${REPORT_ID}/`));
		const prose = (at: string) => /<div class="prose[^]*?(?=<div class="document-foot)/.exec(html(at))?.[0];
		expect(prose(`r/${REPORT_ID}/v2/`)).toBe(prose(`r/${REPORT_ID}/`));
	});

	test('each names its own address, those beside it and its canonical text in typed links', () => {
		const links = (version: number) =>
			Object.fromEntries(
				tagsOf(html(`r/${REPORT_ID}/v${version}/`))
					.filter(({ name }) => name === 'link')
					.map(({ attributes }) => [attributes['rel'], attributes['href']]),
			);
		const at = `/sub/r/${REPORT_ID}/`;
		expect(links(1)).toMatchObject({
			'latest-version': at,
			'successor-version': `${at}v2/`,
			describedby: `${at}v1.txt`,
			'cite-as': expect.stringMatching(new RegExp(`${at}v1/$`)),
		});
		expect(links(2)).toMatchObject({ 'latest-version': at, 'predecessor-version': `${at}v1/` });
		expect(links(2)).not.toHaveProperty('successor-version');
	});

	test('the record links to the version that it is, and to what changed in it', () => {
		const page = html(`r/${REPORT_ID}/`);
		expect(wordsOf(page)).toContain('cite version 2');
		expect(linksOf(page)).toEqual(
			expect.arrayContaining([
				`/sub/r/${REPORT_ID}/v2/`,
				`/sub/r/${REPORT_ID}/v1/`,
				`/sub/r/${REPORT_ID}/v1/#changes`,
			]),
		);
		expect(page).toContain(`<link rel="canonical" href="${ADDRESS}r/${REPORT_ID}/">`);
	});

	test('what came next may not be released yet', () => {
		expect(wordsOf(article(`r/${FINDING_ID}/v1/`))).toContain('superseded by version 2');
		expect(article(`r/${FINDING_ID}/v1/`)).toContain('What was found later.');
		expect(wordsOf(article(`r/${FINDING_ID}/`))).toContain('Version 2 is not released yet');
	});

	test('search engines, the index and the sitemap have the record alone', () => {
		for (const page of globSync('r/*/v*/', { cwd: out })) {
			expect(html(`${page}/`)).toMatch(/<meta name="robots" content="noindex/);
			expect(html(`${page}/`)).not.toContain('data-pagefind-body');
			expect(html(`${page}/`)).toContain(`<link rel="canonical" href="${ADDRESS}${page}/">`);
		}
		expect(file('sitemap-0.xml')).toContain(`/r/${REPORT_ID}/<`);
		expect(file('sitemap-0.xml')).not.toMatch(/\/v\d/);
		const index = everything().filter(({ file: name }) => /^(?:pagefind|search)\//.test(name));
		expect(index.some(({ text }) => text.includes('fifty pounds'))).toBe(true);
		expect(index.filter(({ text }) => text.includes('forty pounds')).map(({ file: name }) => name)).toEqual(
			[],
		);
	});
});

describe('the difference between a version and the next', () => {
	test('is told by paragraph, with the words that went and came', () => {
		const [section = ''] =
			/<section class="block difference"[^]*?<\/section>/.exec(html(`r/${REPORT_ID}/v1/`)) ?? [];
		expect(wordsOf(section)).toMatch(/What changed in version 2\s+Correction, \d{1,2} [A-Z][a-z]+ 20\d\d\./);
		expect(section).toContain('The price was wrong.');
		const headings = [...section.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, text]) => text);
		expect(headings).toEqual(['Paragraph 2: changed', 'Paragraph 2a: added']);
		const marked = [...section.matchAll(/<(ins|del)><span class="visually-hidden">\[(\w+): <\/span>(.*?)</g)];
		expect(marked.map(([, tag, said, text]) => [tag, said, text])).toEqual([
			['del', 'removed', 'forty'],
			['ins', 'added', 'fifty'],
			['ins', 'added', 'It was a Monday.'],
		]);
	});

	test('CT-7 paragraphs that were there keep their numbers', () => {
		expect(Object.keys(citesOf(`r/${REPORT_ID}/v1/`)).sort()).toEqual(['1', '2', '3']);
		expect(Object.keys(citesOf(`r/${REPORT_ID}/`)).sort()).toEqual(['1', '2', '2a', '3']);
	});
});

describe('what a reference remembers', () => {
	const sha256 = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);
	const paragraphs = (id: string, version: number) => {
		const text = file(`r/${id}/v${version}.txt`);
		const salt = /^salt: (.*)$/m.exec(text)?.[1];
		const found = [...text.matchAll(/^\[(\w+)\]\n(.*)$/gm)];
		return Object.fromEntries(
			found.map(([, number = '', words = '']) => [number, sha256(salt ? `${salt}\n${words}` : words)]),
		);
	};

	test.each([
		[REPORT_ID, [1, 2]],
		[ACCOUNT_ID, [1, 2]],
		[FINDING_ID, [1]],
	])('is the hash of the paragraph in the text that was released: %s', (id, versions) => {
		const list = JSON.parse(file(`r/${id}/versions.json`)) as {
			record: string;
			versions: { version: number; date: string; paragraphs: Record<string, string> }[];
		};
		expect(list.record).toBe(id);
		expect(list.versions.map(({ version }) => version)).toEqual(versions);
		for (const { version, paragraphs: told } of list.versions) {
			expect(told).toEqual(paragraphs(id, version));
			expect(citesOf(`r/${id}/v${version}/`)).toEqual(told);
		}
	});

	test('tells no day of an account', () => {
		const versions = file(`r/${ACCOUNT_ID}/versions.json`);
		expect(versions).toContain(ACCOUNT_ID);
		expect(versions).not.toMatch(/\d{4}-\d{2}-\d{2}/);
	});
});

describe('what was taken out', () => {
	test('by a redaction is in no file, of any version', () => {
		expect(article(`r/${ACCOUNT_ID}/v1/`)).toContain('[place withheld]');
		const told = everything().filter(({ text }) => text.includes(REDACTED));
		expect(told.map(({ file: name }) => name)).toEqual([]);
	});

	test('AN-12 by a withdrawal is gone from all versions, and their addresses answer with the notice', () => {
		for (const page of [`r/${GONE_ID}/`, `r/${GONE_ID}/v1/`]) {
			expect(html(page)).toMatch(/<meta name="robots" content="noindex/);
			expect(wordsOf(article(page))).toContain('This record was withdrawn');
		}
		const told = everything().filter(({ text }) => /kettle|boiled/.test(text));
		expect(GONE).toContain('kettle');
		expect(told.map(({ file: name }) => name)).toEqual([]);
		expect(existsSync(path.join(content, `versions/${GONE_ID}/salt`))).toBe(false);
		expect(existsSync(path.join(out, `r/${GONE_ID}/v1.txt`))).toBe(false);
	});
});

describe('CT-9 changes', () => {
	test('of reports and findings have a day and a reason, those of accounts a month', () => {
		const [main = ''] = /<main[^]*<\/main>/.exec(html('changes/')) ?? [];
		const items = [...main.matchAll(/<li>([^]*?)<\/li>/g)].map(([, text = '']) => wordsOf(text).trim());
		const day = /\d{1,2} [A-Z][a-z]+ 20\d\d/;
		const accounts = items.filter((item) => item.includes(ACCOUNT_ID) || item.includes(GIVEN_ID));
		const others = items.filter((item) => !accounts.includes(item));
		expect(accounts).toHaveLength(2);
		expect(others).toHaveLength(2);
		for (const item of accounts) expect(item).not.toMatch(day);
		for (const item of others) expect(item).toMatch(day);
		expect(main).toContain('The price was wrong.');
		expect(main).not.toMatch(/A place\.|She asked for it\./);
		expect(main).not.toContain(GONE_ID);
		expect(linksOf(main)).toContain(`/sub/r/${REPORT_ID}/v1/#changes`);
	});

	test('have a feed, of reports and findings only, linked from where readers begin', () => {
		for (const page of ['', 'changes/'])
			expect(html(page)).toMatch(
				/<link rel="alternate" type="application\/atom\+xml"[^>]*href="\/sub\/changes\/feed\.xml"/,
			);
		const feed = file('changes/feed.xml');
		expect(feed).toMatch(
			/^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
		);
		for (const id of [ACCOUNT_ID, GIVEN_ID, GONE_ID]) expect(feed).not.toContain(id);
		const entries = [...feed.matchAll(/<entry>([^]*?)<\/entry>/g)].map(([, entry = '']) => entry);
		expect(entries).toHaveLength(5);
		const value = (entry: string, name: string) =>
			new RegExp(`<${name}[^>]*>([^<]+)</${name}>`).exec(entry)?.[1] ?? '';
		const ids = entries.map((entry) => value(entry, 'id'));
		expect(new Set(ids).size).toBe(5);
		expect(ids).toContain(`${ADDRESS}r/${REPORT_ID}/v2/`);
		const dates = entries.map((entry) => value(entry, 'updated'));
		for (const date of dates) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
		expect(dates.toSorted().reverse()).toEqual(dates);
		expect(value(feed, 'updated')).toBe(dates[0]);
		for (const entry of entries) {
			expect(value(entry, 'title')).not.toBe('');
			expect(value(entry, 'summary')).not.toBe('');
			const [link = ''] = linksOf(entry);
			expect(existsSync(path.join(out, link.slice(ADDRESS.length), 'index.html')), link).toBe(true);
		}
	});
});
