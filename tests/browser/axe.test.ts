import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLOUR_RULES, violations } from '../support/axe.ts';
import { kindsOfPages, type Visit, visit, visitServer } from '../support/pages.ts';
import { ACCOUNT_ID, GONE_ID, releasedSite, REPORT_ID } from '../support/released.ts';
import { serve } from '../support/server.ts';

const WIDE = { width: 1280, height: 1024 };

/** How a page is looked at. 400 % zoom makes of a screen of 1280 × 1024 one of 320 × 256 (WCAG 1.4.10). */
const VIEWS: Readonly<Record<string, BrowserContextOptions>> = {
	light: { colorScheme: 'light', viewport: WIDE },
	dark: { colorScheme: 'dark', viewport: WIDE },
	'400 % zoom': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};

/** Rules that are run in a view: in dark only those that light has not answered. */
const rulesIn = ({ colorScheme }: BrowserContextOptions) =>
	colorScheme === 'dark' ? COLOUR_RULES : undefined;

/** Opens every part of a page that is closed, and counts them. */
function openDetails(): number {
	const details = [...document.querySelectorAll('details:not([open])')];
	for (const one of details) (one as HTMLDetailsElement).open = true;
	return details.length;
}

describe('axe finds nothing on a page of each kind', () => {
	let site: Visit;
	beforeAll(async () => {
		site = await visit('market');
	});
	afterAll(() => site?.close());

	test.each(Object.entries(VIEWS))('in %s', async (_, view) => {
		const found: string[] = [];
		let opened = 0;
		for (const at of kindsOfPages('market')) {
			const page = await site.open(at, view);
			// Closed as the page comes at 400 % zoom, and open in both colours: axe passes over what is hidden.
			if (view.colorScheme) opened += await page.evaluate(openDetails);
			found.push(...(await violations(page, [], rulesIn(view))).map((violation) => `${at} ${violation}`));
		}
		expect(found).toEqual([]);
		if (view.colorScheme) expect(opened).toBeGreaterThan(0);
	});
});

test('axe finds nothing on records of every form, and on the notice that stands for a withdrawn one', async () => {
	const market = await visit('market');
	const found: string[] = [];
	for (const id of ['fbmgs2sv', 'wrk68wb5', '4vxfxcd8', 'mxdk6r5v', 'g4h2r1h6', 'hmr1frsh']) {
		const page = await market.open(`/r/${id}/`, VIEWS['light']);
		found.push(...(await violations(page)).map((violation) => `${id} ${violation}`));
	}
	await market.close();
	expect(found).toEqual([]);
});

describe('axe finds nothing where released records are cited, compared and listed', () => {
	let site: Visit;
	beforeAll(async () => {
		const { out, base } = releasedSite();
		site = await visitServer(await serve(out, base));
	});
	afterAll(() => site?.close());

	/** Opens the choice of styles beside the bar beneath a paragraph. */
	async function cite(page: Page): Promise<void> {
		await page.locator('.cite-bar').waitFor();
		await page.getByRole('button', { name: 'Choose style and paragraphs' }).click();
		await page.getByLabel('Style', { exact: true }).waitFor();
	}

	/** Places that only such an archive has, and what is opened there. */
	const PLACES: readonly (readonly [at: string, act?: (page: Page) => Promise<void>])[] = [
		[`/r/${REPORT_ID}/#p1`, cite],
		[`/r/${ACCOUNT_ID}/#p1`, cite],
		[`/r/${REPORT_ID}/v1/#p2`, cite],
		[`/r/${REPORT_ID}/v1/#p2&cite=00000000`, (page) => page.locator('.cited').waitFor()],
		[`/r/${REPORT_ID}/v2/`],
		[`/r/${GONE_ID}/v1/`],
		['/changes/'],
		['/help/verify/'],
		['/help/rules/'],
		[`/list/#r=${REPORT_ID},${ACCOUNT_ID}`, (page) => page.locator('[data-list-rows] > li').nth(1).waitFor()],
	];

	test.each(Object.entries(VIEWS))('in %s', async (_, view) => {
		const found: string[] = [];
		for (const [at, act] of PLACES) {
			const page = await site.open(at, view);
			await act?.(page);
			// The way out stays in sight and lies over whatever is scrolled beneath it.
			await page.evaluate(() => scrollTo(0, 0));
			found.push(...(await violations(page, [], rulesIn(view))).map((violation) => `${at} ${violation}`));
			const wide = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			if (wide > 0) found.push(`${at} is ${wide} pixels wider than the screen`);
		}
		expect(found).toEqual([]);
	});

	test('the tab key goes from a paragraph through its bar, and through the choice of styles as it is read', async () => {
		const page = await site.open(`/r/${REPORT_ID}/`, { viewport: WIDE });
		/** Names of what the tab key comes to. */
		const stops = async (count: number) => {
			const names: string[] = [];
			for (let stop = 0; stop < count; stop++) {
				await page.keyboard.press('Tab');
				names.push(
					await page.evaluate(() => {
						const at = document.activeElement as HTMLElement;
						return ((at as HTMLInputElement).labels?.[0] ?? at).innerText.trim();
					}),
				);
			}
			return names;
		};
		await page.locator('#p1 .para-number').focus();
		await page.keyboard.press('Enter');
		await page.locator('#p1 .cite-bar').waitFor();
		const numberOf = (id: string) => page.locator(`#${id} .para-number`).innerText();
		// The first is the paragraph that one just went to.
		expect(await stops(6)).toEqual([
			await numberOf('p1'),
			'Copy citation',
			'Copy quotation with citation',
			'Copy link',
			'Other styles',
			await numberOf('p2'),
		]);
		await page.getByRole('button', { name: 'Choose style and paragraphs' }).focus();
		await page.keyboard.press('Enter');
		await page.getByLabel('Style', { exact: true }).waitFor();
		expect(await stops(5)).toEqual([
			'Form',
			'Paragraphs, as 2 or 2–4, 7',
			'Copy',
			'Copy as plain text',
			'RIS',
		]);
	});
});
