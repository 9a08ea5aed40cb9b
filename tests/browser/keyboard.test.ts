import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindsOfPages, type Visit, visit } from '../support/pages.ts';

let site: Visit;
beforeAll(async () => {
	site = await visit('market');
});
afterAll(() => site?.close());

/** What has the focus, and whether a reader can see that. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement as HTMLElement | null;
		if (!element || element === document.body) return undefined;
		const box = element.getBoundingClientRect();
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
		const all = [...document.querySelectorAll('*')];
		return {
			order: all.indexOf(element),
			name: `${element.tagName} ${element.textContent?.trim().slice(0, 40)}`,
			shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
			marked: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none',
			positive: element.tabIndex > 0,
		};
	});

test('the first key leads to a link past the menu, which can then be seen and works', async () => {
	// The search page puts the reader into its field instead.
	for (const at of kindsOfPages('market').filter((kind) => kind !== '/search/')) {
		const page = await site.open(at);
		await page.keyboard.press('Tab');
		const first = await focused(page);
		expect(first, at).toMatchObject({ shown: true, marked: true });
		expect(first?.name, at).toMatch(/^A Skip/);
		await page.keyboard.press('Enter');
		await page.waitForFunction(() => location.hash !== '');
		await page.keyboard.press('Tab');
		const next = await page.evaluate(() => {
			const header = document.querySelector('header.masthead, body > header');
			return { past: header !== null && !header.contains(document.activeElement) };
		});
		expect(next.past, at).toBe(true);
	}
});

test('keys go through a page in its order, each stop seen and marked, and out again', async () => {
	for (const at of ['/', '/search/', '/testimonies/', '/r/fbmgs2sv/', '/themes/cancellation/']) {
		const page = await site.open(at);
		const stops: NonNullable<Awaited<ReturnType<typeof focused>>>[] = [];
		for (let key = 0; key < 200; key++) {
			await page.keyboard.press('Tab');
			const stop = await focused(page);
			if (!stop || stops.some(({ order }) => order === stop.order)) break;
			stops.push(stop);
		}
		expect(stops.length, at).toBeGreaterThan(10);
		expect(stops.length, at).toBeLessThan(200);
		expect(
			stops.filter(({ shown, marked, positive }) => !shown || !marked || positive),
			at,
		).toEqual([]);
		const order = stops.map((stop) => stop.order);
		expect(order, at).toEqual([...order].sort((a, b) => a - b));
	}
});

describe('paragraph numbers', () => {
	test('are links that lead to their paragraph, which is then marked', async () => {
		const page = await site.open('/r/fbmgs2sv/');
		const plain = await page.locator('#p4').evaluate((element) => getComputedStyle(element).backgroundColor);
		await page.locator('a[href$="#p4"]').first().focus();
		await page.keyboard.press('Enter');
		await page.waitForFunction(() => location.hash === '#p4');
		const after = await page.locator('#p4').evaluate((element) => ({
			target: element.matches(':target'),
			top: element.getBoundingClientRect().top,
			colour: getComputedStyle(element).backgroundColor,
			outline: getComputedStyle(element).boxShadow + getComputedStyle(element).borderInlineStart,
		}));
		expect(after.target).toBe(true);
		expect(after.top).toBeGreaterThanOrEqual(0);
		expect(after.top).toBeLessThan(720);
		expect(`${after.colour}`).not.toBe(plain);
	});

	test('targets that fingers touch are at least 24 pixels each way, or stand in a line of text', async () => {
		const page = await site.open('/', { viewport: { width: 390, height: 844 } });
		const small = await page.evaluate(() =>
			[...document.querySelectorAll('nav a, button, input:not([type=hidden]), summary')]
				.filter((element) => element.getClientRects().length > 0)
				.map((element) => ({ element, box: element.getBoundingClientRect() }))
				.filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
				.map(
					({ element, box }) =>
						`${element.tagName} ${element.textContent?.trim()} ${box.width}×${box.height}`,
				),
		);
		expect(small).toEqual([]);
	});
});
