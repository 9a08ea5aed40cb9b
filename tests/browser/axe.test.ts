import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindsOfPages, type Visit, visit } from '../support/pages.ts';

const WIDE = { width: 1280, height: 1024 };

/** How a page is looked at. 400 % zoom makes of a screen of 1280 × 1024 one of 320 × 256 (WCAG 1.4.10). */
const VIEWS: Readonly<Record<string, BrowserContextOptions>> = {
	light: { colorScheme: 'light', viewport: WIDE },
	dark: { colorScheme: 'dark', viewport: WIDE },
	'400 % zoom': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};

interface AxeResults {
	violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[];
}

/** What axe finds, one line each. The script gets in by the debugging interface, which no policy stops. */
async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations: found } = (await page.evaluate(
		`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
	)) as AxeResults;
	return found.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${String(target)} ${failureSummary ?? ''}`),
	);
}

describe('axe finds nothing on a page of each kind', () => {
	let site: Visit;
	beforeAll(async () => {
		site = await visit('first');
	});
	afterAll(() => site?.close());

	test.each(Object.entries(VIEWS))('in %s', async (_, view) => {
		const found: string[] = [];
		for (const at of kindsOfPages('first')) {
			const page = await site.open(at, view);
			found.push(...(await violations(page)).map((violation) => `${at} ${violation}`));
		}
		expect(found).toEqual([]);
	});

	test('when every part that can be opened is open', async () => {
		const found: string[] = [];
		for (const at of kindsOfPages('first')) {
			const page = await site.open(at, { viewport: WIDE });
			const opened = await page.evaluate(() => {
				const details = [...document.querySelectorAll('details:not([open])')];
				for (const one of details) (one as HTMLDetailsElement).open = true;
				return details.length;
			});
			if (opened > 0) found.push(...(await violations(page)).map((violation) => `${at} ${violation}`));
		}
		expect(found).toEqual([]);
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
