import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Visit, visit } from '../support/pages.ts';

let site: Visit;
beforeAll(async () => {
	site = await visit('market');
});
afterAll(() => site?.close());

/** Opens a page as paper shows it, on A4 at 96 pixels an inch. */
async function printed(at: string, colorScheme: 'light' | 'dark' = 'light') {
	const page = await site.open(at, { viewport: { width: 794, height: 1123 }, colorScheme });
	await page.emulateMedia({ media: 'print', colorScheme });
	return page;
}

test.each(['/r/fbmgs2sv/', '/r/mxdk6r5v/', '/themes/cancellation/', '/complaints/prepaid-funerals/'])(
	'%s prints as a document',
	async (at) => {
		const page = await printed(at);
		expect(await page.locator('nav:visible').count()).toBe(0);
		expect(await page.locator('form:visible, button:visible, input:visible').count()).toBe(0);
		expect(await page.locator('.skip:visible').count()).toBe(0);
		const text = await page.locator('body').innerText();
		expect(text).toContain(`https://market.example${at}`);
		expect(text).toContain('Prepaid Funeral Plans: Evidence Archive');
		expect(await page.locator('h1:visible').count()).toBe(1);
	},
);

test('a printed record has its paragraph numbers, its source with its address and its version', async () => {
	const text = await (await printed('/r/fbmgs2sv/')).locator('body').innerText();
	for (const part of ['https://courier.example/plan', 'version 2', 'Evermore Plans Ltd', '[street withheld]'])
		expect(text).toContain(part);
	const page = await printed('/r/fbmgs2sv/');
	expect(await page.locator('a[href$="#p4"]:visible').count()).toBeGreaterThan(0);
});

test('paper is white and letters are dark, even where the screen is dark', async () => {
	for (const scheme of ['light', 'dark'] as const) {
		const page = await printed('/r/fbmgs2sv/', scheme);
		const [paper, ink] = await page.evaluate(() => {
			const light = (colour: string) => {
				const canvas = document.createElement('canvas').getContext('2d');
				if (!canvas) throw new Error('no canvas');
				canvas.fillStyle = 'white';
				canvas.fillRect(0, 0, 1, 1);
				canvas.fillStyle = colour;
				canvas.fillRect(0, 0, 1, 1);
				return (
					canvas
						.getImageData(0, 0, 1, 1)
						.data.slice(0, 3)
						.reduce((sum, part) => sum + part, 0) / 765
				);
			};
			const paragraph = document.querySelector('main p');
			if (!paragraph) throw new Error('no paragraph');
			return [
				light(getComputedStyle(document.body).backgroundColor),
				light(getComputedStyle(paragraph).color),
			];
		});
		expect(paper, scheme).toBeGreaterThan(0.95);
		expect(ink, scheme).toBeLessThan(0.35);
	}
});

test('a record fits on few sheets', async () => {
	const page = await site.open('/r/1vm1d7gn/');
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	const sheets = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
	expect(sheets).toBeGreaterThan(0);
	expect(sheets).toBeLessThanOrEqual(3);
});
