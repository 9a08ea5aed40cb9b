import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../src/archive/read/read.ts';
import type { Archive } from '../../src/archive/publish/view.ts';
import { recordPath } from '../../src/core/values/address.ts';
import { RECORD_COLLECTIONS } from '../../src/core/model/config.ts';
import { unescapeHtml } from '../../src/core/text/html.ts';
import { type BuiltSite, type Page, readSite } from '../support/html.ts';
import { SITES, type SiteName } from '../support/sites.ts';

const titleOf = (page: Page) => /<title>([^<]*)<\/title>/.exec(page.html)?.[1] ?? '';
const metaOf = (page: Page, name: string) =>
	page.tags.find((tag) => tag.name === 'meta' && tag.attributes['name'] === name)?.attributes['content'];
const canonicalOf = (page: Page) =>
	page.tags.find((tag) => tag.name === 'link' && tag.attributes['rel'] === 'canonical')?.attributes['href'];

describe.each(Object.keys(SITES) as SiteName[])('the site %s', (name) => {
	let site: BuiltSite;
	let archive: Archive;
	let pages: Page[];
	beforeAll(async () => {
		site = readSite(name);
		const reading = await readArchive(site.content);
		if (!reading.archive) throw new Error('the content is not sound');
		archive = reading.archive;
		pages = [...site.pages.values()];
	});

	const isTestimony = (page: Page) => archive.testimonies.some(({ id }) => page.path === recordPath(id));
	const isTombstone = (page: Page) => archive.tombstones.some(({ id }) => page.path === recordPath(id));

	test('every page has a title of its own, unless the archive gives two things the same name', () => {
		const { config, complaints, organisations, pages: texts, records, themes } = archive;
		const names = [
			...RECORD_COLLECTIONS.map((collection) => config.words[collection].title),
			...themes.map(({ data }) => data.label),
			...organisations.map(({ data }) => data.name),
			...[...complaints, ...records, ...texts].map(({ data }) => data.title),
		];
		const repeated = names.filter((one, index) => names.indexOf(one) !== index);
		const titles = pages.map((page) => unescapeHtml(titleOf(page)));
		expect(titles.filter((title) => title.trim().length < 3)).toEqual([]);
		const twice = titles.filter((title, index) => titles.indexOf(title) !== index);
		expect(twice.filter((title) => !repeated.some((one) => title.startsWith(`${one} – `)))).toEqual([]);
	});

	test('every page has one first heading', () => {
		expect(
			pages
				.filter(({ tags }) => tags.filter((tag) => tag.name === 'h1').length !== 1)
				.map(({ path: at }) => at),
		).toEqual([]);
	});

	test('every page that search engines may show has a description', () => {
		const described = pages.filter((page) => !/noindex/.test(metaOf(page, 'robots') ?? ''));
		expect(described.map((page) => page.path)).toContain('/');
		const written = JSON.stringify([archive.config, archive.pages, archive.complaints, archive.records]);
		const bad = described.filter((page) => {
			const description = metaOf(page, 'description') ?? '';
			// A short one is as short as the archive has written it.
			const isWritten = description !== '' && written.includes(JSON.stringify(description).slice(1, -1));
			return description.length > 300 || (description.length < 20 && !isWritten);
		});
		expect(bad.map((page) => `${page.path}: ${metaOf(page, 'description')}`)).toEqual([]);
	});

	test('every page but the error page names its own address', () => {
		const wrong = pages.filter((page) => page.path !== '/404.html' && canonicalOf(page) !== page.url);
		expect(wrong.map((page) => `${page.path}: ${canonicalOf(page)}`)).toEqual([]);
	});

	test('every page says its language and that the address is told to nobody', () => {
		for (const page of pages) {
			expect(page.html).toMatch(/^<!doctype html><html lang="en-GB"/i);
			expect(metaOf(page, 'referrer')).toBe('no-referrer');
		}
	});

	test('the title of an account’s page says nothing of what is in it', () => {
		const accounts = pages.filter(isTestimony);
		expect(accounts).toHaveLength(archive.testimonies.length);
		for (const { id, data } of archive.testimonies) {
			const page = site.page(recordPath(id));
			const title = titleOf(page);
			const heads = page.html.slice(0, page.html.indexOf('</head>'));
			expect(title).toContain(id);
			expect(heads).toContain(title);
			const telling = data.title.split(/\W+/).filter((word) => word.length > 4);
			expect(telling.filter((word) => title.includes(word))).toEqual([]);
			expect(heads).not.toContain(data.summary);
			expect(heads).not.toContain(data.title);
			expect(title).not.toContain(archive.config.name);
		}
	});

	test('accounts and withdrawn records are kept out of search engines and out of the sitemap', () => {
		for (const page of pages.filter((one) => isTestimony(one) || isTombstone(one)))
			expect(metaOf(page, 'robots'), page.path).toMatch(/noindex/);
		const maps = site.files.filter((file) => /^sitemap.*\.xml$/.test(file));
		const text = maps.map((file) => readFileSync(path.join(site.out, file), 'utf8')).join('\n');
		const listed = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url);
		expect(listed).toContain(site.address);
		for (const { id } of [...archive.testimonies, ...archive.tombstones]) expect(text).not.toContain(id);
		for (const { id } of [...archive.reports, ...archive.findings])
			expect(listed).toContain(new URL(`.${recordPath(id)}`, site.address).href);
		expect(listed.filter((url) => !url.startsWith(site.address))).toEqual([]);
	});

	test('nothing that asks not to be indexed is in the sitemap', () => {
		const text = readFileSync(path.join(site.out, 'sitemap-0.xml'), 'utf8');
		expect(text).toContain(`<loc>${site.address}</loc>`);
		const hidden = pages
			.filter((page) => /noindex/.test(metaOf(page, 'robots') ?? ''))
			.map((page) => page.url);
		expect(hidden.filter((url) => text.includes(`<loc>${url}</loc>`))).toEqual([]);
	});

	test('robots.txt names the sitemap at its address', () => {
		const robots = readFileSync(path.join(site.out, 'robots.txt'), 'utf8');
		expect(robots).toMatch(/^User-agent: \*$/m);
		expect(robots).toContain(`Sitemap: ${site.address}sitemap-index.xml`);
	});

	test('every record has its page, with its words and all its paragraphs', () => {
		for (const record of archive.records) {
			const page = site.page(recordPath(record.id));
			for (const number of record.paragraphs) expect(page.anchors, page.path).toContain(`p${number}`);
			expect(page.html).toContain(`href="#p${record.paragraphs.at(-1)}"`);
		}
	});

	test('nothing of consent and review reaches any file', () => {
		const secrets = ['intruderTest', '"consent"', 'reviewer-one', 'reviewer-two', 'motivated-intruder'];
		const told = site.files
			.filter((file) => /\.(?:html|json|js|xml|txt|csv)$/.test(file))
			.flatMap((file) => {
				const text = readFileSync(path.join(site.out, file), 'utf8');
				return secrets.filter((secret) => text.includes(secret)).map((secret) => `${file}: ${secret}`);
			});
		expect(told.filter((line) => !line.startsWith('method/'))).toEqual([]);
	});
});
