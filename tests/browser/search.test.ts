import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proseOf } from '../../src/archive/publish/prose.ts';
import { canonicalParagraph } from '../../src/integrity/canonical/canonical.ts';
import { readSound } from '../support/integrity.ts';
import { type Conduct, type Visit, visit } from '../support/pages.ts';
import { SITES } from '../support/sites.ts';

type Searched = Page & { conduct: Conduct };

let site: Visit;
beforeAll(async () => {
	site = await visit('market');
});
afterAll(() => site?.close());

/** Opens the search page in a state, as a link does, and waits for the answer. */
async function search(fragment: string, on = site): Promise<Searched> {
	const page = await on.open(`/search/#${fragment}`);
	await answered(page);
	return page;
}

/** Waits until the page has answered what its address asks for. */
async function answered(page: Page): Promise<void> {
	await page.waitForFunction(() => {
		const shown = document.querySelector('[data-search]')?.getAttribute('data-answered');
		return shown === location.hash.slice(1);
	});
}

/** Waits until a record is open at a paragraph, with the words taken out of the address. */
async function arrived(page: Page): Promise<void> {
	await page.waitForFunction(
		() => /^#p\w+$/.test(location.hash) && document.querySelector(':target') !== null,
	);
}

const count = (page: Page) => page.locator('[data-count-sentence]').innerText();
const titles = (page: Page) => page.locator('.row-title').allInnerTexts();
const type = (page: Page, text: string) => page.locator('#query').fill(text);
const box = (page: Page, group: string, value: string) =>
	page.locator(`input[data-group="${group}"][value="${value}"]`);
const number = (page: Page, group: string, value: string) =>
	page.locator(`label:has(input[data-group="${group}"][value="${value}"]) [data-count]`).textContent();
const words = (text: string) => `q=${encodeURIComponent(text)}`;

describe('words', () => {
	test('are searched while they are typed', async () => {
		const page = await site.open('/search/');
		await type(page, 'crematorium');
		await page.waitForFunction(() => document.querySelectorAll('.row').length === 1);
		expect(await titles(page)).toEqual(['A family paid a second time at the crematorium']);
		expect(await count(page)).toBe('1 of 10 records');
		expect(new URL(page.url()).hash).toBe('#q=crematorium');
		expect(await page.evaluate(() => history.length)).toBe(2);
	});

	test.each<[string, string[]]>([
		['newspaper bought', []],
		['newspaper charged', ['Charged for leaving a plan after nine days', 'The plan that would not let go']],
		[
			'"a second time"',
			['A family paid a second time at the crematorium', 'Read the small print before the hymn'],
		],
		['"time a second"', []],
		[
			'crematorium OR hymn',
			['A family paid a second time at the crematorium', 'Read the small print before the hymn'],
		],
		['newspaper -buyer', []],
		[
			'regulator -"unexpected calls"',
			['Nobody keeps count of where the money is', 'Sales calls left out the charge for leaving'],
		],
		[
			'lost savings',
			[
				'Harbour closed, said the sign',
				'Letters to a provider that had stopped trading',
				'Nobody keeps count of where the money is',
			],
		],
		['kettle', []],
	])('%s', async (query, expected) => {
		const page = await search(words(query));
		expect((await titles(page)).sort()).toEqual(expected);
	});

	test('that are another name of a theme find its records, which say why', async () => {
		const page = await search(words('disbursements'));
		expect(await page.locator('.row-via').allInnerTexts()).toEqual([
			'Found through topic: Costs left out',
			'Found through topic: Costs left out',
		]);
	});

	test('find an organisation by its other name', async () => {
		const page = await search(words('Evermore'));
		expect(Number((await count(page)).split(' ')[0])).toBeGreaterThanOrEqual(5);
	});

	test('that no record has all of find those that have most, which say what they are without', async () => {
		const page = await search(words('why was the family paid twice at the crematorium for a kettle'));
		expect(await page.locator('[data-explanation]').innerText()).toContain(
			'No record has all of these words; these have most of them.',
		);
		expect((await titles(page))[0]).toBe('A family paid a second time at the crematorium');
		expect(await page.locator('.row-via').first().innerText()).toContain('“kettle”');
		await page.goto(`${site.server.url}search/#${words('family AND paid AND kettle')}`);
		await answered(page);
		expect(await titles(page)).toEqual([]);
	});

	test('that are misspelt are corrected, and the page says so', async () => {
		const page = await search(words('cremtorium'));
		expect(await titles(page)).toEqual(['A family paid a second time at the crematorium']);
		expect(await page.locator('[data-explanation]').innerText()).toContain(
			'“cremtorium” was not found and “crematorium” was searched for instead',
		);
	});

	test('find figures, apart from the records', async () => {
		const page = await search(words('plans'));
		const list = page.locator('[data-pages] h2', { hasText: 'Figures that match' });
		expect(await list.count()).toBe(1);
		const link = page.locator('[data-pages] a[href*="/figures/"]').first();
		expect(await link.innerText()).toMatch(/\d/);
	});

	test('are marked in titles, summaries and paragraphs', async () => {
		const page = await search(words('paying'));
		const marks = await page.locator('.rows mark').allInnerTexts();
		expect(new Set(marks.map((mark) => mark.toLowerCase()))).toEqual(new Set(['pay']));
		expect(marks.length).toBeGreaterThan(0);
	});
});

describe('filters', () => {
	test('within one add up, across two narrow, and the numbers say beforehand what they leave', async () => {
		const page = await search('kind=testimonies');
		expect(await count(page)).toBe('3 of 10 records');
		const more = Number(await number(page, 'kind', 'reports'));
		await box(page, 'kind', 'reports').check();
		await answered(page);
		expect(await count(page)).toBe(`${3 + more} of 10 records`);

		await page.locator('.facet summary', { hasText: 'Topic' }).click();
		const left = Number(await number(page, 'theme', 'failed-providers'));
		await box(page, 'theme', 'failed-providers').check();
		await answered(page);
		expect(await count(page)).toBe(`${left} of 10 records`);
		// The numbers of a filter do not depend on its own choice.
		expect(Number(await number(page, 'theme', 'cancellation'))).toBeGreaterThan(0);
		expect(new URL(page.url()).hash).toBe('#kind=testimonies,reports&theme=failed-providers');
	});

	test('stand above the results and can be taken away there', async () => {
		const page = await search(`${words('provider')}&kind=reports&theme=failed-providers`);
		const chips = page.locator('.chips li');
		expect(await chips.locator('a').evaluateAll((all) => all.map((link) => link.textContent))).toEqual([
			'Remove Kind: Press reports×',
			'Remove Topic: Failed providers×',
			'Remove all filters',
		]);
		await chips.first().locator('a').click();
		await answered(page);
		expect(new URL(page.url()).hash).toBe('#q=provider&theme=failed-providers');
		expect(await box(page, 'kind', 'reports').isChecked()).toBe(false);
	});

	test('count a narrower value under its broader one', async () => {
		const page = await search('plan-type=any-plan');
		const broad = Number((await count(page)).split(' ')[0]);
		await page.goto(`${site.server.url}search/#plan-type=instalment`);
		await answered(page);
		expect(Number((await count(page)).split(' ')[0])).toBeLessThanOrEqual(broad);
	});

	test('order by date', async () => {
		const page = await search(words('provider'));
		const dates = () => page.locator('.row-date').allInnerTexts();
		await page.locator('[data-sort]').selectOption('newest');
		await answered(page);
		const newest = await dates();
		await page.locator('[data-sort]').selectOption('oldest');
		await answered(page);
		const year = (date: string) => Number(/\d{4}/.exec(date)?.[0]);
		expect(newest.map(year)).toEqual(newest.map(year).sort((a, b) => b - a));
		expect((await dates()).map(year)).toEqual(newest.map(year).sort((a, b) => a - b));
	});
});

describe('a paragraph that was found', () => {
	test('opens at the paragraph, with the words marked, and leaves a clean address', async () => {
		const page = await search(words('"lost the" OR unexpected'));
		const hit = page.locator('.row', { hasText: 'Stop unexpected calls' }).locator('.hit-number').first();
		await hit.click();
		await arrived(page);
		expect(new URL(page.url()).pathname).toBe('/r/mxdk6r5v/');
		const state = await page.evaluate(() => ({
			target: document.querySelector(':target')?.id,
			top: document.querySelector('#p1')?.getBoundingClientRect().top ?? -1,
			marked: [...(CSS.highlights.get('search') ?? [])].map(String),
			height: innerHeight,
		}));
		expect(state.target).toBe('p1');
		expect(state.marked).toContain('unexpected');
		expect(state.top).toBeLessThan(state.height);
		expect(page.conduct).toEqual({ foreign: [], failed: [], errors: [] });
	});

	test('leads back to the same results at the same place', async () => {
		const page = await site.open(`/search/#${words('provider')}`, { viewport: { width: 700, height: 400 } });
		await answered(page);
		const last = page.locator('.hit-number').last();
		await last.scrollIntoViewIfNeeded();
		const before = await page.evaluate(() => scrollY);
		expect(before).toBeGreaterThan(300);
		const rows = await titles(page);
		await last.click();
		await page.waitForURL(/\/r\//);
		await page.goBack();
		await answered(page);
		expect(await titles(page)).toEqual(rows);
		await page.waitForFunction((y) => Math.abs(scrollY - y) < 60, before);
	});
});

describe('the address', () => {
	test('holds the whole state, and restores it', async () => {
		const page = await search(`${words('"a second time" OR calls')}&kind=findings,testimonies&sort=oldest`);
		expect(await page.locator('#query').inputValue()).toBe('"a second time" OR calls');
		expect(await box(page, 'kind', 'findings').isChecked()).toBe(true);
		expect(await page.locator('[data-sort]').inputValue()).toBe('oldest');
		const rows = await titles(page);
		await page.reload();
		await answered(page);
		expect(await titles(page)).toEqual(rows);
	});

	test('goes back through the filters, not through each letter', async () => {
		const page = await site.open('/search/');
		await page.locator('#query').pressSequentially('provider', { delay: 30 });
		await page.waitForFunction(() => location.hash === '#q=provider');
		await box(page, 'kind', 'reports').check();
		await answered(page);
		await page.goBack();
		await answered(page);
		expect(new URL(page.url()).hash).toBe('#q=provider');
		expect(await box(page, 'kind', 'reports').isChecked()).toBe(false);
		await page.goForward();
		await answered(page);
		expect(await box(page, 'kind', 'reports').isChecked()).toBe(true);
	});

	test('takes no words from the part that is sent, and drops them', async () => {
		const page = await site.open('/search/?q=secret#q=provider');
		await answered(page);
		expect(page.url()).toBe(`${site.server.url}search/#q=provider`);
	});
});

test('from the field to an open record by keys alone', async () => {
	const page = await site.open('/search/');
	await page.locator('#query').focus();
	await page.keyboard.type('crematorium');
	await page.waitForSelector('.row mark');
	const place = () =>
		page.evaluate(() => document.activeElement?.className || document.activeElement?.tagName);
	await page.keyboard.press('ArrowDown');
	while ((await place()) !== 'A') await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	expect(await place()).toBe('hit-number');
	await page.keyboard.press('ArrowUp');
	expect(await place()).toBe('A');
	await page.keyboard.press('/');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
	for (let key = 0; key < 20 && (await place()) !== 'hit-number'; key++)
		await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await arrived(page);
	expect(new URL(page.url()).pathname).toBe('/r/1vm1d7gn/');
});

test('Escape and Shift are left to the browser and to leaving fast', async () => {
	const page = await search(words('provider'));
	const taken = await page.evaluate(() =>
		['Escape', 'Shift'].filter(
			(key) =>
				!document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
		),
	);
	expect(taken).toEqual([]);
});

describe('a search that finds nothing', () => {
	test('says so, names the word, and offers broader searches', async () => {
		const page = await search(`${words('crematorium unheardof')}&kind=reports`);
		expect(await count(page)).toBe('None of 10 records');
		const answer = page.locator('[data-nothing]');
		expect(await answer.innerText()).toContain('No record has “unheardof”');
		expect(await page.locator('[data-tools]').isHidden()).toBe(true);
		expect(await answer.locator('a[href="#browse"]').count()).toBe(1);

		await page.goto(`${site.server.url}search/#${words('crematorium')}&kind=reports`);
		await answered(page);
		await answer.getByRole('link', { name: /^Search without the filter/ }).click();
		await answered(page);
		expect(await count(page)).toBe('1 of 10 records');
	});
});

describe('taking results away', () => {
	const saved = async (page: Page, which: string) => {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.locator(`[data-take=${which}]`).click(),
		]);
		return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
	};

	test('as a table, with permanent addresses of records and paragraphs', async () => {
		const page = await search(words('crematorium OR kettle OR "left out"'));
		const { name, text } = await saved(page, 'csv');
		expect(name).toBe('search-results.csv');
		const lines = text.split('\r\n');
		expect(lines[0]).toBe(
			'\uFEFFid,kind,title,date,publisher,address,matching_paragraphs,paragraph_addresses',
		);
		expect(lines.at(-1)).toBe('');
		expect(lines.length - 2).toBe((await titles(page)).length);
		const line = lines.find((one) => one.startsWith('1vm1d7gn'));
		expect(line).toMatch(
			/^1vm1d7gn,Customer,A family paid a second time at the crematorium,.*,https:\/\/market\.example\/r\/1vm1d7gn\/,[\d ]+,https:\/\/market\.example\/r\/1vm1d7gn\/#p\d/,
		);
		expect(page.conduct).toEqual({ foreign: [], failed: [], errors: [] });
	});

	test('as a list of addresses', async () => {
		const page = await search('kind=reports');
		const { name, text } = await saved(page, 'addresses');
		expect(name).toBe('search-results.txt');
		expect(text.trim().split('\n').sort()).toEqual([
			'https://market.example/r/4vxfxcd8/',
			'https://market.example/r/k40kj6rh/',
			'https://market.example/r/v12prk45/',
		]);
	});
});

describe('privacy', () => {
	test('no words in any request, no other host, nothing stored, no policy broken', async () => {
		const page = await site.open('/search/');
		const asked: string[] = [];
		page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
		await type(page, 'crematorium');
		await page.waitForSelector('.row mark');
		await page.locator('.search-field button').click();
		await page.locator('.hit-number').first().click();
		await arrived(page);
		await page.waitForLoadState('networkidle');
		expect(asked.length).toBeGreaterThan(3);
		expect(asked.filter((request) => /crematorium|[?&]q=/i.test(request.replace(/#.*/, '')))).toEqual([]);
		expect(page.conduct).toEqual({ foreign: [], failed: [], errors: [] });
		expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
			'',
			0,
			0,
		]);
	});

	test('nothing of the index is fetched before anything is asked', async () => {
		const page = await site.open('/search/');
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.reload({ waitUntil: 'networkidle' });
		expect(asked.filter((url) => /pagefind|catalogue|whole/.test(url))).toEqual([]);
	});
});

test('the box on the home page leads to the results', async () => {
	const page = await site.open('/');
	await page.locator('#home-query').fill('"a second time" fee');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/search\/#/);
	await answered(page);
	expect(await page.locator('#query').inputValue()).toBe('"a second time" fee');
	expect((await titles(page)).length).toBeGreaterThan(0);
});

test('without JavaScript the page leads to everything by links', async () => {
	const page = await site.open('/search/', { javaScriptEnabled: false });
	expect(await page.locator('#query').isVisible()).toBe(false);
	expect(await page.locator('.without-script').isVisible()).toBe(true);
	const links = await page.locator('#browse a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
	expect(links).toEqual(
		expect.arrayContaining([
			'/testimonies/',
			'/reports/',
			'/findings/',
			'/themes/cancellation/',
			'/organisations/evermore-plans/',
		]),
	);
});

test('on a narrow screen nothing hangs over, and the filters are folded away', async () => {
	const page = await site.open(`/search/#${words('provider')}`, { viewport: { width: 390, height: 844 } });
	await answered(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await box(page, 'kind', 'reports').isVisible()).toBe(false);
	await page.locator('.filters-fold > summary').click();
	await box(page, 'kind', 'reports').check();
	await answered(page);
	expect(new URL(page.url()).hash).toBe('#q=provider&kind=reports');
});

describe('an archive under a sub-path', () => {
	let first: Visit;
	beforeAll(async () => {
		first = await visit('first');
	});
	afterAll(() => first?.close());

	test('is searched, opened at the paragraph and taken away by its own addresses', async () => {
		const { archive } = await readSound(SITES.first.content);
		// A phrase of whatever record the archive has first.
		const [record] = [...archive.reports, ...archive.findings, ...archive.testimonies];
		if (!record) throw new Error('the archive has no record');
		const [block] = proseOf(record, archive).blocks.filter(({ number }) => number !== null);
		const [phrase = ''] = /\b[a-z]+(?: [a-z]+){1,4}\b/i.exec(block ? canonicalParagraph(block) : '') ?? [];
		const page = await search(words(`"${phrase}"`), first);
		const link = page.locator(`.hit-number[href^="${SITES.first.base}r/${record.id}/"]`).first();
		expect(await link.getAttribute('href')).toMatch(/\/#p\w+&mark=/);
		await link.click();
		await arrived(page);
		expect(await page.evaluate(() => CSS.highlights.get('search')?.size ?? 0)).toBeGreaterThan(0);
		expect(page.conduct).toEqual({ foreign: [], failed: [], errors: [] });
	});
});

describe('a site that does not answer', () => {
	test('is said to be silent, and the search can be tried again', async () => {
		const page = await site.open('/help/search/');
		await page.clock.install();
		const hanging = /\/search\/whole\.pf_index/;
		await page.route(hanging, () => {});
		await page.goto(new URL('/search/#q=newspaper', site.server.url).href);
		await page.waitForFunction(() => document.querySelector('[data-loading=busy]') !== null);
		await page.clock.fastForward(25_000);
		const say = page.locator('[data-count-sentence]');
		await expect.poll(() => say.innerText()).toMatch(/does not respond/);
		await page.unroute(hanging);
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect.poll(() => say.innerText()).toMatch(/ of /);
	});
});

test('signs without a word are told to be nothing to search for', async () => {
	const page = await search('q=%3F%21');
	expect(await count(page)).toMatch(/nothing to search for/);
	expect(await titles(page)).toEqual([]);
});

test('an address with more words to mark than any search gives breaks nothing', async () => {
	const found = await search('q=newspaper');
	const path = new URL(
		(await found.locator('[data-rows] a[href*="#p"]').first().getAttribute('href')) ?? '',
		found.url(),
	);
	const page = await site.open(`${path.pathname}#p1&mark=${'x'.repeat(50_000)}&mark=newspaper`);
	await arrived(page);
	expect(page.conduct.errors).toEqual([]);
});

test('an address in capitals leads to the record', async () => {
	const page = await site.open('/R/FBMGS2SV/#P1');
	const link = page.locator('[data-meant] a');
	await link.click();
	await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/r/fbmgs2sv/#p1');
	expect(await page.locator('#p1').count()).toBe(1);
});
