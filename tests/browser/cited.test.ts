import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { ACCOUNT_ID, FINDING_ID, releasedSite, REPORT_ID } from '../support/released.ts';
import { serve, type Server } from '../support/server.ts';

let server: Server;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
	const { out, base } = releasedSite();
	server = await serve(out, base);
	browser = await launchBrowser();
	context = await browser.newContext();
});
afterAll(async () => {
	await browser?.close();
	await server?.close();
});

interface Versions {
	versions: { version: number; paragraphs: Record<string, string> }[];
}
const hashes = new Map<string, Versions>();

/** What remembers a paragraph as it stood in a version. */
async function cite(id: string, version: number, number: string): Promise<string> {
	const known =
		hashes.get(id) ?? ((await (await fetch(`${server.url}r/${id}/versions.json`)).json()) as Versions);
	hashes.set(id, known);
	return known.versions.find((one) => one.version === version)?.paragraphs[number] ?? '';
}

/** Opens a page at a reference and gives what it says of it. */
async function open(at: string): Promise<{ page: Page; said: string; links: string[] }> {
	const page = await context.newPage();
	await page.goto(server.url + at);
	const line = page.locator('.cited');
	await line.waitFor();
	const links = await line
		.locator('a')
		.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
	return { page, said: await line.innerText(), links };
}

describe('a reference that remembers the words it cites', () => {
	test('to what still reads so says that it is unchanged', async () => {
		for (const at of [`r/${REPORT_ID}/`, `r/${REPORT_ID}/v1/`, `r/${REPORT_ID}/v2/`]) {
			const hash = `#p1&cite=${await cite(REPORT_ID, 1, '1')}`;
			const { page, said } = await open(at + hash);
			expect(said).toBe('Unchanged since you cited it.');
			expect(await page.locator(':target').getAttribute('id')).toBe('p1');
			expect(new URL(page.url()).hash).toBe(hash);
			await page.close();
		}
	});

	test('asks for nothing where the page itself can tell', async () => {
		server.asked.length = 0;
		const { page } = await open(`r/${REPORT_ID}/#p1&cite=${await cite(REPORT_ID, 1, '1')}`);
		expect(server.asked.filter((line) => line.includes('versions.json'))).toEqual([]);
		await page.close();
	});

	test('to what changed since leads to the version that was cited', async () => {
		const old = await cite(REPORT_ID, 1, '2');
		const { page, said, links } = await open(`r/${REPORT_ID}/#p2&cite=${old}`);
		expect(said).toBe('Changed since you cited it. See it as it stood in version 1.');
		expect(links).toEqual([`${server.url}r/${REPORT_ID}/v1/#p2&cite=${old}`]);
		await page.locator('.cited a').click();
		await page.waitForURL(/\/v1\//);
		await page.locator('.cited').waitFor();
		expect(await page.locator('.cited').innerText()).toContain('This is how it read when you cited it.');
		expect(await page.locator('#p2').innerText()).toContain('forty pounds');
		await page.close();
	});

	test('on the page of the version that was cited says that it is no longer so', async () => {
		const { page, links } = await open(`r/${REPORT_ID}/v1/#p2&cite=${await cite(REPORT_ID, 1, '2')}`);
		expect(links).toEqual([`${server.url}r/${REPORT_ID}/#p2`]);
		await page.close();
	});

	test('to a paragraph that came later, on the page of the version before', async () => {
		const { page, said, links } = await open(`r/${REPORT_ID}/v1/#p2a&cite=${await cite(REPORT_ID, 2, '2a')}`);
		expect(said).toContain('The paragraph you cited is not in this version.');
		expect(links[0]).toContain(`r/${REPORT_ID}/v2/#p2a`);
		await page.close();
	});

	test('to words that no version has says so, also after a redaction', async () => {
		const { page, said } = await open(`r/${ACCOUNT_ID}/#p2&cite=00000000`);
		expect(said).toBe('No version of this record has this paragraph as you cited it.');
		await page.close();
	});

	test('is answered again when another is followed on the same page', async () => {
		const { page } = await open(`r/${REPORT_ID}/#p1&cite=${await cite(REPORT_ID, 1, '1')}`);
		const next = `#p2&cite=${await cite(REPORT_ID, 1, '2')}`;
		await page.evaluate((hash) => {
			location.hash = hash;
		}, next);
		await page.locator('#p2 .cited').waitFor();
		expect(await page.locator('.cited').count()).toBe(1);
		expect(await page.locator(':target').getAttribute('id')).toBe('p2');
		await page.close();
	});

	test('of a text that is changed but not yet released', async () => {
		const same = await open(`r/${FINDING_ID}/#p1&cite=${await cite(FINDING_ID, 1, '1')}`);
		expect(same.said).toBe('Unchanged since you cited it.');
		await same.page.close();
	});

	test('that is no such reference is left alone', async () => {
		const page = await context.newPage();
		await page.goto(`${server.url}r/${REPORT_ID}/#p1&cite=<b>x</b>`);
		await page.waitForLoadState('networkidle');
		expect(await page.locator('.cited').count()).toBe(0);
		await page.close();
	});
});
