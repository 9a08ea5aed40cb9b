import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DataPackage, dataFolder, faultsOf, readCsv, readJson } from '../support/tables.ts';
import { accountOf } from './accounts.ts';
import { foreignMarkup } from './conduct.ts';
import { LONG, LONG_RECORD, recordOf, told } from './fixture.ts';
import { PAYLOADS, wordOf } from './payloads.ts';
import { type HostileSite, hostileSite } from './site.ts';

let site: HostileSite;
beforeAll(async () => {
	site = await hostileSite();
}, 400_000);
afterAll(() => site?.close());

describe('payloads', () => {
	test('are at least 200, and nearly all of them get past the checks of the content', () => {
		expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
		expect(site.accepted.length).toBeGreaterThanOrEqual(200);
	});

	test('stand on the pages as the words that they are', async () => {
		const { page, context } = await site.watched(true);
		await page.goto(site.addressOf('/about/'));
		const lost: string[] = [];
		for (const index of site.accepted) {
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
				site.addressOf(`/r/${recordOf(index)}/`),
			);
			const payload = told(index);
			if (found.title[0] !== payload.slice(0, 160).trim()) lost.push(`${payload}: ${found.title[0]}`);
			const times = found.texts.filter((text) => text.includes(payload)).length;
			if (times < 8) lost.push(`${payload}: only ${times} times`);
		}
		expect(lost).toEqual([]);
		await context.close();
	});

	test('in accounts are published or refused, and at least 200 are published', () => {
		const { published, refused, waivers } = site.accounts;
		expect([...published, ...refused.keys()].sort((a, b) => a - b)).toEqual(site.accepted);
		expect(published.length).toBeGreaterThanOrEqual(200);
		// Without exceptions the checks would have let hardly any of them through.
		expect(waivers).toBeGreaterThan(100);
		for (const [index, rules] of refused)
			for (const rule of rules) expect(rule, told(index)).toMatch(/^DT-\d/);
	});

	test('stand in every field and every part of an account as the words that they are', async () => {
		const { page, context } = await site.watched(true);
		await page.goto(site.addressOf('/about/'));
		const lost: string[] = [];
		const windows = new Set<string>();
		for (const index of site.accounts.published) {
			const found = await page.evaluate(
				async (address) => {
					const html = await (await fetch(address)).text();
					const read = new DOMParser().parseFromString(html, 'text/html');
					const text = (selector: string) =>
						[...read.querySelectorAll(selector)].map((element) => element.textContent.trim());
					return {
						window: read.title,
						title: text('h1'),
						summary: text('.lede'),
						paragraph: text('.para p'),
						heading: text('.prose h2'),
						list: text('.para li'),
						cell: text('.para td'),
						quotation: text('.para blockquote'),
						speaker: text('figcaption'),
						name: text('.side dd'),
						version: text('.versions li'),
						source: text('.source-title'),
						place: text('.source-where'),
						note: text('.source-facts dd'),
					};
				},
				site.addressOf(`/r/${accountOf(index)}/`),
			);
			const { window: name, title, ...places } = found;
			const payload = told(index);
			if (title[0] !== payload.slice(0, 160).trim()) lost.push(`${payload}: title ${title[0]}`);
			for (const [place, texts] of Object.entries(places))
				if (!texts.some((text) => text.includes(payload))) lost.push(`${payload}: not in ${place}`);
			windows.add(name.replace(accountOf(index), ''));
		}
		expect(lost.slice(0, 20)).toEqual([]);
		// What an account is called stays out of the window's title, whatever it is.
		expect(windows.size).toBe(1);
		await context.close();
	});
});

test('in tables a payload is the text that it is, and nothing that a spreadsheet runs', () => {
	const folder = dataFolder(site.out);
	expect(faultsOf(readJson<DataPackage>(path.join(folder, 'datapackage.json')), folder)).toEqual([]);
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
		one.endsWith('.csv'),
	))
		for (const row of readCsv(path.join(folder, file)))
			for (const cell of Object.values(row))
				expect(cell, file).not.toMatch(/^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
	const titles = new Map(
		readJson<{ id: string; title: string }[]>(path.join(folder, 'records.json')).map(({ id, title }) => [
			id,
			title,
		]),
	);
	for (const index of site.accepted)
		expect(titles.get(recordOf(index))).toBe(told(index).slice(0, 160).trim());
});

test('no page has an element, an attribute or a link that the site did not write', async () => {
	const { page, context } = await site.watched(true);
	await page.goto(site.addressOf('/about/'));
	const found: string[] = [];
	for (const at of site.pages)
		for (const offence of await page.evaluate(foreignMarkup, site.addressOf(at)))
			found.push(`${at} ${offence}`);
	expect(found.slice(0, 20)).toEqual([]);
	await context.close();
});

describe.each([
	['with the policy of the site', false],
	['without any policy, so that only the escaping holds', true],
])('%s', (_, bypassCSP) => {
	test(
		'nothing runs on any page, and no other host is asked',
		{ tags: ['TH-1'], timeout: 400_000 },
		async () => {
			const { page, context, offences } = await site.watched(bypassCSP);
			// With the policy, which is one and the same on every page, a part of them will do.
			for (const at of site.pages.filter((_, place) => bypassCSP || place % 4 === 0)) {
				const before = offences.length;
				await page.goto(site.addressOf(at), { waitUntil: 'load' });
				if (offences.length > before) offences.push(`on ${at}`);
			}
			expect(offences).toEqual([]);
			await context.close();
		},
	);

	test('nothing runs in search: typed, in the address, in results, filters and marks', async () => {
		const { page, context, offences } = await site.watched(bypassCSP);
		const search = async (fragment: string) => {
			await page.goto(site.addressOf(`/search/#${fragment}`));
			await page.waitForFunction(
				() =>
					document.querySelector('[data-search]')?.getAttribute('data-answered') === location.hash.slice(1),
			);
		};
		for (const index of site.accepted.filter((_, place) => place % 12 === 0)) {
			await search(`q=${wordOf(index)}`);
			const shown = page.locator('.row-title').first();
			expect(await shown.innerText()).toContain((PAYLOADS[index] ?? '').replace(/\s+/g, ' ').slice(0, 20));
		}
		for (const index of site.accounts.published.filter((_, place) => place % 24 === 0)) {
			await search(`q=${wordOf(index)}&kind=testimonies`);
			expect(await page.locator(`.row a[href*="${accountOf(index)}"]`).count()).toBeGreaterThan(0);
		}
		for (const index of site.accepted) {
			const typed = encodeURIComponent(PAYLOADS[index] ?? '');
			await page.evaluate((fragment) => location.replace(`#${fragment}`), `q=${typed}`);
		}
		for (const index of site.accepted.filter((_, place) => place % 40 === 0)) {
			const typed = encodeURIComponent(PAYLOADS[index] ?? '');
			await search(`q=${typed}`);
			await page.goto(
				site.addressOf(`/search/#kind=${typed}&size=value-${index}&organisation=seller-${index}`),
			);
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
	const { page, context, offences } = await site.watched(false);
	await page.goto(site.addressOf('/search/#kind=reports&kind=testimonies'));
	await page.waitForFunction(() => document.querySelectorAll('.row').length > 0);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('[data-take=csv]').click(),
	]);
	const file = path.join(site.folder, 'results.csv');
	await download.saveAs(file);
	const rows = readFileSync(file, 'utf8').split('\r\n');
	expect(rows.length).toBeGreaterThan(site.accepted.length + site.accounts.published.length);
	for (const row of rows) expect(row).not.toMatch(/(?:^|[,;\t])"?\s*[=+@-]/);
	expect(offences).toEqual([]);
	await context.close();
});

test('a word without end, outside a table, makes no page wider than a narrow screen', async () => {
	const { page, context } = await site.narrow(320);
	const wide: string[] = [];
	for (const at of [
		`/r/${LONG_RECORD}/`,
		'/organisations/long/',
		'/organisations/',
		'/reports/',
		'/search/',
		`/search/#q=${LONG}`,
	]) {
		await page.goto(site.addressOf(at), { waitUntil: 'load' });
		if (at.includes('#')) await page.locator('.row').first().waitFor();
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		if (width > 320) wide.push(`${at} ${width}`);
	}
	expect(wide).toEqual([]);
	await context.close();
});

test('what search reads is data, whatever it holds', () => {
	const { facts } = JSON.parse(readFileSync(path.join(site.out, 'search/catalogue.json'), 'utf8'));
	expect(facts.length).toBeGreaterThan(100);
});
