import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Visit, visit } from '../support/pages.ts';

/** A finding with its source, and an account, which has none. */
const FINDING = '/r/x15w7xb9/';
const ACCOUNT = '/r/1vm1d7gn/';

let site: Visit;
beforeAll(async () => {
	site = await visit('market');
});
afterAll(() => site?.close());

const open = (at: string) => site.open(at, { permissions: ['clipboard-read', 'clipboard-write'] });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const clipboard = (page: Page, type = 'text/plain') =>
	page.evaluate(async (wanted) => {
		const [item] = await navigator.clipboard.read();
		return (await item?.getType(wanted))?.text();
	}, type);
const said = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor();

/** Opens the choice of styles; answers with the reference that it shows. */
async function choose(page: Page): Promise<() => Promise<string>> {
	await button(page, 'Choose style and paragraphs').click();
	await page.getByLabel('Style', { exact: true }).waitFor();
	return () => page.locator('[data-cite-chooser] .citation').innerText();
}

/** Marks the text from one paragraph to another. */
async function mark(page: Page, from: string, to: string): Promise<void> {
	await page.evaluate(
		([first, last]) => {
			const paragraph = (id: string) => document.querySelector(`#${id} p`);
			document.querySelector('.prose')?.dispatchEvent(new Event('selectstart', { bubbles: true }));
			const range = document.createRange();
			const [start, end] = [paragraph(first ?? ''), paragraph(last ?? '')];
			if (!start || !end) throw new Error('no such paragraph');
			range.setStart(start.firstChild ?? start, 0);
			range.setEnd(end, end.childNodes.length);
			getSelection()?.removeAllRanges();
			getSelection()?.addRange(range);
		},
		[from, to],
	);
}

describe('beneath a paragraph', () => {
	test('from a search hit to a pasted reference in two actions', async () => {
		const page = await open('/search/#q=crematorium');
		await page.locator('.hit-number').first().click();
		await button(page, 'Copy citation').click();
		await said(page, 'Copied');
		const text = await clipboard(page);
		const [, number] = /#p(\d+)$/.exec(new URL(page.url()).hash) ?? [];
		expect(text).toMatch(new RegExp(`\\) para ${number} <https://market\\.example/r/\\w{8}/#p${number}>$`));
		expect(text).toContain(
			await page
				.locator('h1')
				.innerText()
				.then(() => '‘Record '),
		);
		expect(page.conduct).toEqual({ foreign: [], failed: [], errors: [] });
	});

	test('the reference names what the address names, and follows it', async () => {
		const page = await open(`${FINDING}#p1`);
		await expect.poll(() => page.locator('#p1 .cite-bar-place').innerText()).toBe('para 1');
		await page.locator('#p2 .para-number').click();
		await expect.poll(() => page.locator('.cite-bar-place').allInnerTexts()).toEqual(['para 2']);
		expect(await page.locator('#p2 .cite-bar').count()).toBe(1);
	});

	test('the quotation comes with the reference', async () => {
		const page = await open(`${FINDING}#p1`);
		await button(page, 'Copy quotation with citation').click();
		await said(page, 'Copied');
		const words = await page.locator('#p1 > p:not(.cite-bar)').innerText();
		const [quotation = '', reference = ''] = ((await clipboard(page)) ?? '').split('\n');
		expect(quotation.replace(/[‘’“”]/g, '')).toBe(words.replace(/[‘’“”]/g, ''));
		expect(quotation).toMatch(/^‘.*’$/);
		expect(reference).toMatch(/ para 1 <https:\/\/market\.example\/r\/x15w7xb9\/#p1>$/);
		expect(await clipboard(page, 'text/html')).toContain('<p>‘');
	});

	test('marked words: their paragraphs, and only those words', async () => {
		const page = await open(FINDING);
		await mark(page, 'p1', 'p2');
		await expect.poll(() => page.locator('#p2 .cite-bar-place').innerText()).toBe('paras 1–2');
		await button(page, 'Copy citation').click();
		await said(page, 'Copied');
		expect(await clipboard(page)).toMatch(/ paras 1–2 <.*#p1>$/);
	});

	test('the link leads to the paragraph', async () => {
		const page = await open(`${FINDING}#p2`);
		await button(page, 'Copy link').click();
		await said(page, 'Copied');
		expect(await clipboard(page)).toMatch(/^https:\/\/market\.example\/r\/x15w7xb9\/(?:v\d+\/)?#p2/);
	});

	test('nothing is fetched for it before it is asked for', async () => {
		const page = await site.open(FINDING);
		const scripts = await page.evaluate(() =>
			performance.getEntriesByType('resource').filter(({ name }) => /\.js$/.test(name)),
		);
		expect(scripts).toHaveLength(1);
	});
});

describe('the choice of styles', () => {
	test('the bar leads there with the paragraphs that it names; the address and the marking stay', async () => {
		const page = await open(`${FINDING}#p2`);
		await page.getByRole('link', { name: 'Other styles' }).click();
		const shown = () => page.locator('[data-cite-chooser] .citation').innerText();
		await page.getByLabel('Style', { exact: true }).selectOption({ label: 'APA 7' });
		expect(await shown()).toMatch(/, para\. 2\)$/);
		expect(new URL(page.url()).hash).toBe('#p2');
		await mark(page, 'p1', 'p2');
		await expect.poll(() => page.locator('#p2 .cite-bar-place').innerText()).toBe('paras 1–2');
		await page.getByLabel('Paragraphs, as 2 or 2–4, 7').fill('1');
		await page.getByRole('link', { name: 'Other styles' }).click();
		expect(await shown()).toMatch(/, paras\. 1–2\)$/);
		// A click anywhere ends the marking, not the choice.
		await page.locator('h1').click();
		expect(await shown()).toMatch(/, paras\. 1–2\)$/);
	});

	test('each style and form, with the paragraphs in its own words', async () => {
		const page = await open(`${FINDING}#p1`);
		const shown = await choose(page);
		expect(await shown()).toMatch(/ para 1 <.*#p1>$/);
		await page.getByLabel('Style', { exact: true }).selectOption({ label: 'APA 7' });
		expect(await shown()).toMatch(/^\(.*, \d{4}, para\. 1\)$/);
		await page.getByLabel('Paragraphs, as 2 or 2–4, 7').fill('1-2');
		expect(await shown()).toMatch(/, paras\. 1–2\)$/);
		await page.getByLabel('Form').selectOption({ label: 'List of references' });
		expect(await shown()).not.toMatch(/para/);
		await page.getByLabel('Style', { exact: true }).selectOption({ label: 'OSCOLA 4' });
		await page.getByLabel('Form').selectOption({ label: 'Later footnote' });
		await page.getByLabel('Footnote that has it in full').fill('8');
		expect(await shown()).toMatch(/ \(n 8\) paras 1–2\.$/);
	});

	test('the original source is another thing to cite, with its own places', async () => {
		const page = await open(FINDING);
		const shown = await choose(page);
		await page.getByLabel('What is cited').selectOption({ label: 'The original source' });
		await page.getByLabel('Place in it, as page 45').fill('page 12');
		expect(await shown()).toMatch(/ 12\b/);
		expect(await shown()).not.toContain('market.example');
	});

	test('a paragraph that is not there is told', async () => {
		const page = await open(FINDING);
		await choose(page);
		await page.getByLabel('Paragraphs, as 2 or 2–4, 7').fill('99');
		await page.getByText('There is no paragraph 99').waitFor();
	});

	test('an account is cited by its neutral name, and there is nothing else to cite', async () => {
		const page = await open(ACCOUNT);
		const shown = await choose(page);
		expect(await shown()).toContain('‘Record 1vm1d7gn’');
		expect(await page.getByLabel('What is cited').count()).toBe(0);
	});

	test('a file for a reference manager points at the paragraph', async () => {
		const page = await open(`${FINDING}#p2`);
		await choose(page);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.locator('[data-cite-chooser]').getByRole('button', { name: 'RIS' }).click(),
		]);
		const text = await readFile(await download.path(), 'utf8');
		expect(text).toMatch(/^UR {2}- https:\/\/market\.example\/r\/x15w7xb9\/(?:v\d+\/)?#p2\r$/m);
		expect(text).toMatch(/^N1 {2}- .*Pinpoint: para 2\r$/m);
	});

	test('by the keyboard alone', async () => {
		const page = await open(FINDING);
		await button(page, 'Choose style and paragraphs').focus();
		await page.keyboard.press('Enter');
		const style = page.getByLabel('Style', { exact: true });
		await style.waitFor();
		expect(await style.evaluate((element) => element === document.activeElement)).toBe(true);
		await page.keyboard.press('ArrowDown');
		await expect.poll(() => page.locator('[data-cite-chooser] .citation').innerText()).toMatch(/\.$/);
	});
});

describe('several records', () => {
	const saved = async (page: Page, name: string) => {
		const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
		return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
	};

	test.each([
		['RIS', 'search-results.ris', /^TY {2}- /gm],
		['BibTeX', 'search-results.bib', /^@\w+\{/gm],
		['CSL-JSON', 'search-results.csl.json', /"type":/g],
	])('a search result as %s', async (label, file, entry) => {
		const page = await open('/search/#q=plan');
		await page.locator('.row').first().waitFor();
		const rows = await page.locator('.row').count();
		expect(rows).toBeGreaterThan(1);
		const { name, text } = await saved(page, label);
		expect(name).toBe(file);
		expect(text.match(entry)).toHaveLength(rows);
	});

	test('a list of one’s own: made from a search, added to, taken from, taken away', async () => {
		const page = await open('/search/#q=crematorium');
		await page.locator('.row').first().waitFor();
		await button(page, 'Make a list of these').click();
		const rows = page.locator('[data-list-rows] > li');
		await expect.poll(() => rows.count()).toBe(1);
		await page
			.getByLabel(/^Addresses or identifiers/)
			.fill(`see https://market.example${FINDING}#p2, zzzzzzzz`);
		await button(page, 'Put on the list').click();
		await expect.poll(() => rows.count()).toBe(2);
		await page.getByText('Not in this archive: zzzzzzzz').waitFor();
		expect((await saved(page, 'RIS')).text.match(/^TY/gm)).toHaveLength(2);
		await page
			.getByRole('button', { name: /^Remove/ })
			.first()
			.click();
		await expect.poll(() => rows.count()).toBe(1);
		await page.reload();
		await expect.poll(() => rows.count()).toBe(1);
		expect(page.conduct).toEqual({ foreign: [], failed: [], errors: [] });
	});

	test('what “Copy link” copied puts its record on the list, and nothing else', async () => {
		const page = await open('/list/');
		const link = `https://market.example${FINDING.replace(/\/$/, '')}/v1/#p2&cite=`;
		await page.getByLabel(/^Addresses or identifiers/).fill(`${link}3f2b9c1d\n<${link}00000000>`);
		await button(page, 'Put on the list').click();
		await expect.poll(() => page.locator('[data-list-rows] > li').count()).toBe(1);
		expect(new URL(page.url()).hash).toBe('#r=x15w7xb9');
		expect(await page.locator('[data-list-status]').innerText()).toBe('1 record.');
	});

	test('all records of a theme', async () => {
		const page = await open('/themes/telephone-sales/');
		const section = page.getByRole('region', { name: 'References of all its records' });
		const answer = await page.request.get(
			new URL((await section.getByRole('link', { name: 'RIS' }).getAttribute('href')) ?? '', page.url()).href,
		);
		const shown = await page.locator('.document .row').count();
		expect((await answer.text()).match(/^TY/gm)?.length).toBeGreaterThanOrEqual(Math.max(1, shown));
	});
});
