import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindsOfPages, type Visit, visit } from '../support/pages.ts';
import { SITES, type SiteName } from '../support/sites.ts';

describe.each(Object.keys(SITES) as SiteName[])('the site %s', (name) => {
	let site: Visit;
	let kinds: string[];
	beforeAll(async () => {
		site = await visit(name);
		kinds = kindsOfPages(name);
	});
	afterAll(() => site?.close());

	test('asks no other host, breaks no policy, misses no file, and keeps nothing in the browser', async () => {
		for (const at of kinds) {
			const page = await site.open(at);
			// Without a script, nothing more is fetched once the page is loaded.
			if ((await page.locator('script').count()) > 0) await page.waitForLoadState('networkidle');
			expect(page.conduct, at).toEqual({ foreign: [], failed: [], errors: [] });
			const kept = await page.evaluate(async () => ({
				local: { ...localStorage },
				session: { ...sessionStorage },
				databases: (await indexedDB.databases()).length,
				workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
				caches: 'caches' in window ? (await caches.keys()).length : 0,
			}));
			expect(kept, at).toEqual({ local: {}, session: {}, databases: 0, workers: 0, caches: 0 });
			expect(await page.context().cookies(), at).toEqual([]);
		}
	});

	test('can be read without JavaScript: heading, text, menu and a way on', async () => {
		for (const at of kinds) {
			const page = await site.open(at, { javaScriptEnabled: false });
			expect(await page.locator('h1').innerText(), at).toMatch(/\w{3}/);
			const beside = await page.locator('main :not(h1):visible').allInnerTexts();
			expect(beside.join(''), at).toMatch(/\w{3}/);
			expect(await page.locator('header nav a:visible').count(), at).toBeGreaterThan(4);
			expect(await page.locator('main a:visible, footer a:visible').count(), at).toBeGreaterThan(2);
		}
	});

	test('does not scroll sideways on a narrow screen, or where letters are twice as large', async () => {
		for (const at of kinds) {
			const page = await site.open(at, { viewport: { width: 320, height: 640 } });
			const { needed, wide } = await page.evaluate(() => ({
				needed: document.documentElement.scrollWidth,
				wide: [...document.querySelectorAll('body *')]
					.filter(
						(element) =>
							element.getBoundingClientRect().right > 321 && !element.closest('.table-scroll, pre, table'),
					)
					.map((element) => `${element.tagName} ${element.className}`)
					.slice(0, 5),
			}));
			expect(needed, `${at} ${wide.join('; ')}`).toBeLessThanOrEqual(320);
			await page.setViewportSize({ width: 640, height: 640 });
			await page.evaluate(() => {
				document.documentElement.style.fontSize = '200%';
			});
			expect(await page.evaluate(() => document.documentElement.scrollWidth), at).toBeLessThanOrEqual(640);
		}
	});

	test('moves nothing where the reader asks for stillness', async () => {
		const page = await site.open('/', { reducedMotion: 'reduce' });
		const moving = await page.evaluate(
			() =>
				[...document.querySelectorAll('*')].filter((element) => {
					const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
					const seconds = Math.max(
						...`${animationDuration}, ${transitionDuration}`.split(', ').map(Number.parseFloat),
					);
					return seconds > 0.01 || scrollBehavior === 'smooth';
				}).length,
		);
		expect(moving).toBe(0);
	});
});
