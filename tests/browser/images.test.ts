import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Visit, visit } from '../support/pages.ts';

const PAGE = '/themes/failed-providers/';

let site: Visit;
beforeAll(async () => {
	site = await visit('market');
});
afterAll(() => site?.close());

/** Opens the page with a picture, and says what became of it. */
async function pictureAt(width: number, media: 'screen' | 'print' = 'screen') {
	const page = await site.open(PAGE, { viewport: { width, height: 900 } });
	await page.emulateMedia({ media });
	const shown = await page.locator('.picture img').evaluate(async (element) => {
		const image = element as HTMLImageElement;
		await image.decode();
		const { width, height } = image.getBoundingClientRect();
		return { natural: [image.naturalWidth, image.naturalHeight], width, height };
	});
	return { page, ...shown };
}

test('a picture is fetched under the policy and stands in its column, with its caption', async () => {
	const { page, natural, width, height } = await pictureAt(1280);
	expect(natural).toEqual([400, 260]);
	expect(width / height).toBeCloseTo(400 / 260, 1);
	expect(await page.locator('.picture figcaption').innerText()).toContain('A drawing');
	expect(await page.getByRole('img', { name: 'A shuttered office' }).count()).toBe(1);
});

test('on a narrow telephone and on paper it keeps its form and stays within the page', async () => {
	for (const [at, media] of [
		[320, 'screen'],
		[794, 'print'],
	] as const) {
		const { page, width, height } = await pictureAt(at, media);
		expect(width / height).toBeCloseTo(400 / 260, 1);
		expect(width).toBeLessThanOrEqual(at);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(at);
	}
});

test('axe finds nothing on its page', async () => {
	const { page } = await pictureAt(1280);
	await page.evaluate(axe.source);
	const { violations } = (await page.evaluate('axe.run(document)')) as { violations: { id: string }[] };
	expect(violations.map(({ id }) => id)).toEqual([]);
});
