import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Visit, visit } from '../support/pages.ts';
import { builtSite } from '../support/sites.ts';

describe('checking files in the browser', () => {
	let site: Visit;
	let out: string;
	beforeAll(async () => {
		site = await visit('first');
		({ out } = builtSite('first'));
	});
	afterAll(() => site?.close());

	const answer = async (page: Awaited<ReturnType<Visit['open']>>) => {
		await page.locator('[data-answer] li').first().waitFor();
		return page.locator('[data-answer] li').allInnerTexts();
	};

	test('a file that was saved from the site is found, another is not; neither is sent anywhere', async () => {
		const page = await site.open('/help/verify/');
		const buffer = readFileSync(path.join(out, 'about/index.html'));
		await page.getByLabel('Choose files').setInputFiles([
			{ name: 'saved.html', mimeType: 'text/html', buffer },
			{ name: 'changed.html', mimeType: 'text/html', buffer: Buffer.concat([buffer, Buffer.from(' ')]) },
		]);
		const [saved, changed] = await answer(page);
		expect(saved).toMatch(
			/^saved\.html is about\/index\.html of this site, byte for byte\. SHA-256: [0-9a-f]{64}$/,
		);
		expect(changed).toMatch(
			/^changed\.html is not a file of this site as it is now\. SHA-256: [0-9a-f]{64}$/,
		);
		expect(page.conduct).toEqual({ foreign: [], failed: [], errors: [] });
	});

	test.each([
		['/sub/about/', /^about\/index\.html came to you just now as the sums of this site list it\./],
		['/sub/', /^index\.html came to you just now as the sums/],
		['https://elsewhere.example/', /^That is not an address of this site\.$/],
		['/sub/no-such-page/', /^The sums of this site name no file no-such-page\/index\.html\.$/],
	])('the page %s', async (address, said) => {
		expect(existsSync(path.join(out, 'about/index.html'))).toBe(true);
		const page = await site.open('/help/verify/');
		await page.getByLabel('Or give the address').fill(address);
		await page.getByRole('button', { name: 'Check' }).click();
		expect((await answer(page))[0]).toMatch(said);
		expect(page.conduct.foreign).toEqual([]);
	});

	test('without JavaScript the commands stand there alone', async () => {
		const page = await site.open('/help/verify/', { javaScriptEnabled: false });
		expect(await page.locator('input').count()).toBeGreaterThan(0);
		expect(await page.locator('input:visible').count()).toBe(0);
		expect(await page.locator('main').innerText()).toContain('sha256sum -c SHA256SUMS');
	});
});
