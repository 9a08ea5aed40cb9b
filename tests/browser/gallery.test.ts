import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Folder, temporaryFolder } from '../support/archive.ts';
import { COLOUR_RULES, violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Running, start } from '../support/live.ts';
import { CACHE, ROOT, SITES } from '../support/sites.ts';

const COMPONENTS = readdirSync(path.join(ROOT, 'src/site/components'), { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.astro'))
	.map((file) => file.replace(/\.astro$/, ''));

/** In place of Vite’s client, which reloads a page whenever it has prepared another dependency. */
const NO_RELOAD = `
	export const createHotContext = () => ({ accept() {}, dispose() {}, prune() {}, on() {}, send() {} });
	export const updateStyle = () => {};
	export const removeStyle = () => {};
	export const injectQuery = (url) => url;`;

/** States in which a component renders nothing, which the gallery says. */
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
	let page: Page;
	let rooms: string[];

	async function open(at: string): Promise<void> {
		await page.goto(new URL(at, server.url).href, { waitUntil: 'load' });
	}

	beforeAll(async () => {
		out = temporaryFolder(CACHE);
		server = await start('dev', {
			ARCHIVE_CONTENT: SITES.market.content,
			ARCHIVE_OUT: path.join(out.path, 'dist'),
			ARCHIVE_ADDRESS: 'http://localhost/',
		});
		browser = await launchBrowser();
		page = await (await browser.newContext()).newPage();
		await page.route('**/@vite/client', (route) =>
			route.fulfill({ contentType: 'text/javascript', body: NO_RELOAD }),
		);
		await open('/gallery/');
		const links = await page
			.locator('main h2 a')
			.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		rooms = links.flatMap((link) => link ?? []);
	});
	afterAll(async () => {
		await browser?.close();
		await server?.[Symbol.asyncDispose]();
		out?.[Symbol.dispose]();
	});

	// One visit to each page checks everything: the development server takes most of the time.
	test('shows every component in every state, accessible in light and dark, and on a narrow screen', async () => {
		const shown: { component: string; state: string; isEmpty: boolean }[] = [];
		const found: string[] = [];
		for (const room of ['/gallery/', ...rooms]) {
			await page.emulateMedia({ colorScheme: 'light' });
			await page.setViewportSize({ width: 1280, height: 1024 });
			await open(room);
			shown.push(
				...(await page.locator('[data-component]').evaluateAll((all) =>
					all.map((one) => ({
						component: (one as HTMLElement).dataset['component'] ?? '',
						state: (one as HTMLElement).dataset['state'] ?? '',
						isEmpty: one.querySelector('.gallery-empty') !== null,
					})),
				)),
			);
			// States of one component have the same landmarks with the same names, which no page of the site has twice.
			const light = await violations(page, ['landmark-unique']);
			found.push(...light.map((violation) => `${room} in light: ${violation}`));
			await page.emulateMedia({ colorScheme: 'dark' });
			const dark = await violations(page, [], COLOUR_RULES);
			found.push(...dark.map((violation) => `${room} in dark: ${violation}`));
			await page.setViewportSize({ width: 390, height: 844 });
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			if (over > 0) found.push(`${room} is ${over} pixels wider than a screen of 390 pixels`);
		}
		expect(found).toEqual([]);
		expect([...new Set(shown.map(({ component }) => component))].sort()).toEqual(COMPONENTS.sort());
		const empty = shown
			.filter(({ isEmpty }) => isEmpty)
			.map(({ component, state }) => `${component}: ${state}`);
		expect(empty.filter((one) => !EMPTY.has(one))).toEqual([]);
	});
});
