import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Folder, temporaryFolder } from '../support/archive.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Running, start } from '../support/live.ts';
import { CACHE, ROOT, SITES } from '../support/sites.ts';

const WIDE = { width: 1280, height: 1024 };
const VIEWS: Readonly<Record<string, BrowserContextOptions>> = {
	light: { colorScheme: 'light', viewport: WIDE },
	dark: { colorScheme: 'dark', viewport: WIDE },
};
const COMPONENTS = readdirSync(path.join(ROOT, 'src/site/components'), { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.astro'))
	.map((file) => file.replace(/\.astro$/, ''));

/** In place of Vite’s client, which reloads a page whenever it has prepared another dependency. */
const NO_RELOAD = `
	export const createHotContext = () => ({ accept() {}, dispose() {}, prune() {}, on() {}, send() {} });
	export const updateStyle = () => {};
	export const removeStyle = () => {};
	export const injectQuery = (url) => url;`;

/** States that are nothing to look at, and are shown as that. */
const EMPTY = new Set([
	'chart/GroupCharts: figures that make no chart',
	'lists/Pager: one page only',
	'page/BriefLink: of a page without a brief',
	'page/ContentProblems: none',
	'record/RecommendationStatus: not a recommendation',
	'theme/ThemeDisputes: none',
]);

describe('the gallery of components', () => {
	let out: Folder;
	let server: Running;
	let browser: Browser;
	let rooms: string[];

	async function open(at: string, options: BrowserContextOptions = {}): Promise<Page> {
		await Promise.all(browser.contexts().map((context) => context.close()));
		const page = await (await browser.newContext(options)).newPage();
		await page.route('**/@vite/client', (route) =>
			route.fulfill({ contentType: 'text/javascript', body: NO_RELOAD }),
		);
		await page.goto(new URL(at, server.url).href, { waitUntil: 'load' });
		return page;
	}

	beforeAll(async () => {
		out = temporaryFolder(CACHE);
		server = await start('dev', {
			ARCHIVE_CONTENT: SITES.market.content,
			ARCHIVE_OUT: path.join(out.path, 'dist'),
			ARCHIVE_ADDRESS: 'http://localhost/',
		});
		browser = await launchBrowser();
		const index = await open('/gallery/');
		const links = await index
			.locator('main h2 a')
			.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		rooms = links.flatMap((link) => link ?? []);
	});
	afterAll(async () => {
		await browser?.close();
		await server?.[Symbol.asyncDispose]();
		out?.[Symbol.dispose]();
	});

	test('shows every component, and leaves no state out that the sample archive should have', async () => {
		const shown: { component: string; state: string; isEmpty: boolean }[] = [];
		for (const room of rooms) {
			const page = await open(room);
			shown.push(
				...(await page.locator('[data-component]').evaluateAll((all) =>
					all.map((one) => ({
						component: (one as HTMLElement).dataset['component'] ?? '',
						state: (one as HTMLElement).dataset['state'] ?? '',
						isEmpty: one.querySelector('.gallery-empty') !== null,
					})),
				)),
			);
		}
		expect([...new Set(shown.map(({ component }) => component))].sort()).toEqual(COMPONENTS.sort());
		const empty = shown
			.filter(({ isEmpty }) => isEmpty)
			.map(({ component, state }) => `${component}: ${state}`);
		expect(empty.filter((one) => !EMPTY.has(one))).toEqual([]);
	});

	test.each(Object.entries(VIEWS))('passes axe in %s', async (_, view) => {
		const found: string[] = [];
		for (const room of ['/gallery/', ...rooms]) {
			const page = await open(room, view);
			// States of one component have the same landmarks with the same names, which no page of the site has twice.
			found.push(...(await violations(page, ['landmark-unique'])).map((violation) => `${room} ${violation}`));
		}
		expect(found).toEqual([]);
	});

	test('fits a telephone', async () => {
		const found: string[] = [];
		for (const room of rooms) {
			const page = await open(room, { viewport: { width: 390, height: 844 } });
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			if (over > 0) found.push(`${room} is ${over} pixels wider than the screen`);
		}
		expect(found).toEqual([]);
	});
});
