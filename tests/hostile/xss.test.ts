import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../src/archive/read.ts';
import { type Folder, temporaryFolder, writeArchive } from '../support/archive.ts';
import { type Visit, visitServer } from '../support/pages.ts';
import { build } from '../support/run.ts';
import { serve } from '../support/server.ts';
import { foreignMarkup, watchForCode } from './conduct.ts';
import {
	hostileArchive,
	LONG,
	LONG_RECORD,
	longWords,
	payloadIn,
	probeArchive,
	recordOf,
	told,
} from './fixture.ts';
import { PAYLOADS, wordOf } from './payloads.ts';

/** Payloads that the checks of the content let through: only these can reach a page. */
let accepted: number[];
let elsewhere: Folder;
let out: string;
let site: Visit;
let pages: string[];

beforeAll(async () => {
	const refused = new Set<number>();
	{
		using folder = writeArchive(probeArchive());
		const { problems } = await readArchive(folder.path);
		for (const { file, severity } of problems) {
			const index = payloadIn(file);
			if (severity === 'error' && index !== undefined) refused.add(index);
		}
	}
	accepted = [...PAYLOADS.keys()].filter((index) => !refused.has(index));

	elsewhere = temporaryFolder();
	out = path.join(elsewhere.path, 'site');
	using content = writeArchive({ ...hostileArchive(accepted), ...longWords() });
	const { code, output } = await build({ content: content.path, out, address: 'https://x.example/' });
	expect(code, output.slice(-3000)).toBe(0);
	pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html'))
		.map((file) => `/${file.replaceAll(path.sep, '/').replace(/index\.html$/, '')}`)
		.sort();
	site = await visitServer(await serve(out));
}, 240_000);
afterAll(async () => {
	await site?.close();
	elsewhere?.[Symbol.dispose]();
});

/** A page in which nothing may run but the site's own scripts; without its policy, if so asked. */
async function watched(
	bypassCSP: boolean,
): Promise<{ page: Page; context: BrowserContext; offences: string[] }> {
	const context = await site.browser.newContext({ bypassCSP, acceptDownloads: true });
	const page = await context.newPage();
	const offences = await watchForCode(page, new URL(site.server.url).origin);
	return { page, context, offences };
}

const addressOf = (at: string) => site.server.url + at.replace(/^\//, '');

describe('payloads', () => {
	test('are at least 200, and nearly all of them get past the checks of the content', () => {
		expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
		expect(accepted.length).toBeGreaterThanOrEqual(200);
	});

	test('stand on the pages as the words that they are', async () => {
		const { page, context } = await watched(true);
		await page.goto(addressOf('/about/'));
		const lost: string[] = [];
		for (const index of accepted) {
			const found = await page.evaluate(
				async (address) => {
					const html = await (await fetch(address)).text();
					const read = new DOMParser().parseFromString(html, 'text/html');
					const text = (selector: string) =>
						[...read.querySelectorAll(selector)].map((element) => element.textContent.trim());
					return {
						title: text('h1'),
						texts: text(
							'.para p, .para code, .para td, figcaption, .source-title, .source-where, .side dd, dd, .lede, .prose h2',
						),
					};
				},
				addressOf(`/r/${recordOf(index)}/`),
			);
			const payload = told(index);
			if (found.title[0] !== payload.slice(0, 160).trim()) lost.push(`${payload}: ${found.title[0]}`);
			const times = found.texts.filter((text) => text.includes(payload)).length;
			if (times < 8) lost.push(`${payload}: only ${times} times`);
		}
		expect(lost).toEqual([]);
		await context.close();
	});
});

test('no page has an element, an attribute or a link that the site did not write', async () => {
	const { page, context } = await watched(true);
	await page.goto(addressOf('/about/'));
	const found: string[] = [];
	for (const at of pages)
		for (const offence of await page.evaluate(foreignMarkup, addressOf(at))) found.push(`${at} ${offence}`);
	expect(found.slice(0, 20)).toEqual([]);
	await context.close();
});

describe.each([
	['with the policy of the site', false],
	['without any policy, so that only the escaping holds', true],
])('%s', (_, bypassCSP) => {
	test('nothing runs on any page, and no other host is asked', async () => {
		const { page, context, offences } = await watched(bypassCSP);
		// With the policy, which is one and the same on every page, a part of them will do.
		for (const at of pages.filter((_, place) => bypassCSP || place % 4 === 0)) {
			await page.goto(addressOf(at), { waitUntil: 'load' });
			if (offences.length > 0) offences.push(`on ${at}`);
		}
		expect(offences).toEqual([]);
		await context.close();
	});

	test('nothing runs in search: typed, in the address, in results, filters and marks', async () => {
		const { page, context, offences } = await watched(bypassCSP);
		const search = async (fragment: string) => {
			await page.goto(addressOf(`/search/#${fragment}`));
			await page.waitForFunction(
				() =>
					document.querySelector('[data-search]')?.getAttribute('data-answered') === location.hash.slice(1),
			);
		};
		for (const index of accepted.filter((_, place) => place % 12 === 0)) {
			await search(`q=${wordOf(index)}`);
			const shown = page.locator('.row-title').first();
			expect(await shown.innerText()).toContain((PAYLOADS[index] ?? '').replace(/\s+/g, ' ').slice(0, 20));
		}
		for (const index of accepted) {
			const typed = encodeURIComponent(PAYLOADS[index] ?? '');
			await page.evaluate((fragment) => location.replace(`#${fragment}`), `q=${typed}`);
		}
		for (const index of accepted.filter((_, place) => place % 40 === 0)) {
			const typed = encodeURIComponent(PAYLOADS[index] ?? '');
			await search(`q=${typed}`);
			await page.goto(addressOf(`/search/#kind=${typed}&size=value-${index}&organisation=seller-${index}`));
			await page.waitForTimeout(100);
		}
		await search('q=alert');
		expect(await page.locator('.rows mark').count()).toBeGreaterThan(10);
		await page.locator('#query').fill('<img src=x onerror=alert(1)> "><svg onload=alert(1)>');
		await page.waitForTimeout(300);
		expect(await page.evaluate(foreignMarkup, '')).toEqual([]);
		expect(offences).toEqual([]);
		await context.close();
	});
});

test('the table that search gives away has no formula in any cell, whatever separates the cells', async () => {
	const { page, context, offences } = await watched(false);
	await page.goto(addressOf('/search/#q=zu*&kind=reports'));
	await page.waitForFunction(() => document.querySelectorAll('.row').length > 0);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('[data-take=csv]').click(),
	]);
	const file = path.join(elsewhere.path, 'results.csv');
	await download.saveAs(file);
	const rows = readFileSync(file, 'utf8').split('\r\n');
	expect(rows.length).toBeGreaterThan(100);
	for (const row of rows) expect(row).not.toMatch(/(?:^|[,;\t])"?\s*[=+@-]/);
	expect(offences).toEqual([]);
	await context.close();
});

test('a word without end, outside a table, makes no page wider than a narrow screen', async () => {
	const context = await site.browser.newContext({ viewport: { width: 320, height: 640 } });
	const page = await context.newPage();
	const wide: string[] = [];
	for (const at of [
		`/r/${LONG_RECORD}/`,
		'/organisations/long/',
		'/organisations/',
		'/reports/',
		'/search/',
		`/search/#q=${LONG}`,
	]) {
		await page.goto(addressOf(at), { waitUntil: 'load' });
		if (at.includes('#')) await page.locator('.row').first().waitFor();
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		if (width > 320) wide.push(`${at} ${width}`);
	}
	expect(wide).toEqual([]);
	await context.close();
});

test('what search reads is data, whatever it holds', () => {
	const { facts } = JSON.parse(readFileSync(path.join(out, 'search/catalogue.json'), 'utf8'));
	expect(facts.length).toBeGreaterThan(100);
});
