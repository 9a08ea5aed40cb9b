import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { indexSite } from '../../src/search/build/build-index.ts';
import { type Folder, temporaryFolder } from '../support/archive.ts';
import { type Listener, listen } from '../support/listener.ts';
import { type Conduct, kindsOfPages, type Visit, visitServer } from '../support/pages.ts';
import { serve } from '../support/server.ts';
import { builtSite } from '../support/sites.ts';

/**
 * The reader's safety, by the rules WS-1 to WS-19. The site is the built one, but that its links to other hosts lead
 * to one on this machine, which writes down what it is told.
 */
const RECORD = '/r/fbmgs2sv/';
const HARMLESS = '/weather';
let folder: Folder;
let elsewhere: Listener;
let site: Visit;

beforeAll(async () => {
	elsewhere = await listen();
	folder = temporaryFolder();
	const { out } = builtSite('market');
	cpSync(out, folder.path, { recursive: true });
	for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' }))
		if (file.endsWith('.html')) redirect(path.join(folder.path, file), elsewhere.url);
	site = await visitServer(await serve(folder.path));
});
afterAll(async () => {
	await site?.close();
	await elsewhere?.close();
	folder?.[Symbol.dispose]();
});
beforeEach(() => {
	elsewhere.heard.length = 0;
	site.server.asked.length = 0;
});

function redirect(file: string, target: string): void {
	const html = readFileSync(file, 'utf8').replace(/<a\b[^>]*>/g, (tag) =>
		tag
			.replace(/href="https?:\/\/[^"]*"(?=[^>]*\bdata-leave\b)/, `href="${target}${HARMLESS}"`)
			.replace(/href="https?:\/\/(?!127\.)[^"]*"/, `href="${target}/source"`),
	);
	writeFileSync(file, html);
}

type Opened = Page & { conduct: Conduct };
const open = (at = RECORD, options?: BrowserContextOptions): Promise<Opened> => site.open(at, options);
const left = (page: Page) => page.waitForURL(`${elsewhere.url}${HARMLESS}`);
const isHere = (page: Page) => page.url().startsWith(site.server.url);
/** Presses keys one after another, and gives the page time to go. */
async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}
/** Whether the page is on its way out. It is looked at at once, since nothing there waits. */
const isLeaving = (page: Page) =>
	page.evaluate(() => document.documentElement.classList.contains('left')).catch(() => true);

test('WS-1: neither the way out nor a link to a source tells where the reader was', async () => {
	for (const click of ['[data-leave]', 'main a[rel~=external]']) {
		const page = await open();
		await page.locator(click).first().click();
		await page.waitForURL(`${elsewhere.url}/**`);
	}
	const page = await open(RECORD, { javaScriptEnabled: false });
	await page.locator('[data-leave]').click();
	await page.waitForURL(`${elsewhere.url}/**`);
	expect(elsewhere.heard.map((one) => one.path)).toEqual([HARMLESS, '/source', HARMLESS]);
	for (const { headers } of elsewhere.heard) {
		expect(headers.referer).toBeUndefined();
		expect(headers.origin).toBeUndefined();
		expect(headers.cookie).toBeUndefined();
	}
});

describe('WS-2: leaving', () => {
	test('by a click, with and without a script', async () => {
		for (const javaScriptEnabled of [true, false]) {
			const page = await open(RECORD, { javaScriptEnabled });
			await page.locator('[data-leave]').click();
			await left(page);
		}
	});

	test.each(['Enter', 'Space'])('by the second stop of the tab key and %s', async (key) => {
		const page = await open();
		await press(page, 'Tab', 'Tab', key);
		await left(page);
	});

	test('by the same second stop without a script', async () => {
		const page = await open('/safety/', { javaScriptEnabled: false });
		await press(page, 'Tab', 'Tab', 'Enter');
		await left(page);
	});

	test('by Shift three times, and says how far it is', async () => {
		const page = await open();
		const status = page.locator('[data-leave-status]');
		await press(page, 'Shift');
		expect(await status.innerText()).toBe('Shift, press 2 more times to leave.');
		await press(page, 'Shift');
		expect(await status.innerText()).toBe('Shift, press 1 more time to leave.');
		await press(page, 'Shift');
		await left(page);
	});

	test('by Shift three times while searching', async () => {
		const page = await open('/search/');
		await page.locator('#query').fill('plan');
		await press(page, 'Shift', 'Shift', 'Shift');
		await left(page);
	});

	test.each<[string, string[]]>([
		['letters typed with it', ['Shift+a', 'Shift+b', 'Shift+c']],
		['another key between', ['Shift', 'x', 'Shift', 'Shift']],
		['going back through the page', ['Shift+Tab', 'Shift+Tab', 'Shift+Tab']],
		['with another such key', ['Control+Shift', 'Control+Shift', 'Control+Shift', 'Alt+Shift', 'Alt+Shift']],
		['only two', ['Shift', 'Shift']],
	])('not by Shift: %s', async (_, keys) => {
		const page = await open('/search/');
		await page.locator('#query').focus();
		await press(page, ...keys);
		expect(await isLeaving(page)).toBe(false);
	});

	test('not by capital letters typed so fast that Shift comes up first', async () => {
		const page = await open('/search/');
		await page.locator('#query').focus();
		for (const letter of ['a', 'b', 'c']) {
			await page.keyboard.down('Shift');
			await page.keyboard.down(letter);
			await page.keyboard.up('Shift');
			await page.keyboard.up(letter);
		}
		expect(await isLeaving(page)).toBe(false);
		expect(await page.locator('[data-leave-status]').innerText()).toBe('');
	});

	test('not by selecting with the mouse', async () => {
		const page = await open();
		const words = page.locator('.para p').first();
		for (let times = 0; times < 3; times++) await words.click({ modifiers: ['Shift'] });
		expect(await isLeaving(page)).toBe(false);
	});

	test('a pause of more than five seconds starts anew, and says so', async () => {
		const page = await open('/about/');
		await page.clock.install();
		await page.reload();
		await press(page, 'Shift', 'Shift');
		await page.clock.runFor(4900);
		expect(await page.locator('[data-leave-status]').innerText()).toMatch(/1 more time/);
		await page.clock.runFor(200);
		expect(await page.locator('[data-leave-status]').innerText()).toBe('No longer leaving.');
		await press(page, 'Shift', 'Shift');
		expect(await isLeaving(page)).toBe(false);
		await press(page, 'Shift');
		await left(page);
	});

	test.each(kindsOfPages('market'))(
		'is in sight on %s, and on a phone on its side when scrolled',
		async (at) => {
			const page = await open(at, { viewport: { width: 740, height: 340 } });
			await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
			const box = await page.locator('[data-leave]').boundingBox();
			expect(box?.y).toBeGreaterThanOrEqual(0);
			expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(340);
			expect(box?.height).toBeGreaterThanOrEqual(24);
		},
	);
});

describe('at great magnification (320 by 256)', () => {
	test.each(['/', RECORD, '/search/'])('the way out of %s stays in sight and covers little', async (at) => {
		const page = await open(at, { viewport: { width: 320, height: 256 } });
		for (const place of ['0', 'document.body.scrollHeight / 2', 'document.body.scrollHeight']) {
			await page.evaluate(`scrollTo(0, ${place})`);
			const box = await page.locator('[data-leave]').boundingBox();
			expect(box?.y).toBeGreaterThanOrEqual(0);
			expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(256);
			expect(box?.height).toBeGreaterThanOrEqual(24);
			expect((await page.locator('.leave-bar').boundingBox())?.height).toBeLessThanOrEqual(32);
		}
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		// What is focused or led to is not behind it.
		await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
		await page.locator('main a:visible').first().focus();
		const { y } = (await page.locator('main a:visible').first().boundingBox()) ?? { y: 0 };
		expect(y).toBeGreaterThanOrEqual((await page.locator('.leave-bar').boundingBox())?.height ?? 0);
	});
});

describe('WS-3: what was left', () => {
	test('is not what Back shows; the page before it is', async () => {
		const page = await open('/testimonies/');
		await page.locator(`a[href="${RECORD}"]`).first().click();
		await page.waitForURL(`**${RECORD}`);
		await press(page, 'Shift', 'Shift', 'Shift');
		await left(page);
		await page.goBack();
		expect(new URL(page.url()).pathname).toBe('/testimonies/');
		await page.goForward();
		expect(page.url()).toBe(`${elsewhere.url}${HARMLESS}`);
	});

	describe('a search before it', () => {
		const words = 'plan crematorium';
		/** What the page shows of the words, wherever they can stand. */
		const shown = async (page: Page) => {
			await page.waitForLoadState('networkidle');
			return page.evaluate(() => [
				location.hash,
				...[...document.querySelectorAll('input')].map(({ type, value }) => (type === 'search' ? value : '')),
				document.body.innerText,
			]);
		};

		test('does not show its words when Back leads to it, with its record or itself left', async () => {
			for (const leaveFrom of ['record', 'filters']) {
				const page = await open('/search/#q=plan');
				if (leaveFrom === 'record') await page.locator('[data-rows] h2 a').first().click();
				else await page.locator('input[data-group=kind]').first().check();
				await page.waitForURL(leaveFrom === 'record' ? '**/r/**' : '**kind=**');
				await page.locator('[data-leave]').click();
				await left(page);
				await page.goBack();
				expect(new URL(page.url()).pathname).toBe('/search/');
				const [hash, ...texts] = await shown(page);
				expect(hash, leaveFrom).toBe('');
				expect(texts.slice(0, -1).join(''), leaveFrom).toBe('');
				expect(await page.locator('[data-rows] > li').count()).toBe(0);
			}
		});

		test('is there as it was for whoever comes back from a record', async () => {
			const page = await open('/search/#q=plan');
			await page.locator('[data-rows] h2 a').first().click();
			await page.waitForURL('**/r/**');
			await page.goBack();
			await page.locator('[data-rows] > li').first().waitFor();
			expect(await page.locator('#query').inputValue()).toBe('plan');
			expect(new URL(page.url()).hash).toBe('#q=plan');
		});

		test('leaves no words in the field on the first page', async () => {
			const page = await open('/');
			await page.locator('#home-query').fill(words);
			await press(page, 'Enter');
			await page.waitForURL('**/search/**');
			await page.locator('[data-leave]').click();
			await left(page);
			await page.goBack();
			expect(new URL(page.url()).pathname).toBe('/');
			expect(await page.locator('#home-query').inputValue()).toBe('');
		});
	});

	/** Opens a page from which the way out is slow, with what the page itself says of its last moments. */
	async function openSlow(): Promise<{ page: Opened; tried: string[]; said: string[]; go: () => void }> {
		const page = await open();
		let go: () => void = () => {};
		const slow = new Promise<void>((resolve) => {
			go = resolve;
		});
		// The browser may have given up the first of two attempts.
		await page.route(`${elsewhere.url}/**`, (route) => slow.then(() => route.continue().catch(() => {})));
		const tried: string[] = [];
		page.on('request', (request) => tried.push(request.url()));
		const said: string[] = [];
		page.on('console', (message) => said.push(message.text()));
		return { page, tried, said, go };
	}

	test('has no title, no icon and no words when it goes, and stays blank while the next page is slow', async () => {
		const { page, said, go } = await openSlow();
		await page.evaluate(() => {
			const state = () => {
				const icons = [...document.querySelectorAll<HTMLLinkElement>('link[rel~=icon]')].map(
					({ href }) => href,
				);
				return [document.title, document.body.innerText.trim(), ...icons].join('|');
			};
			addEventListener('click', () => setTimeout(() => console.log(state()), 300));
			// The last words of a page are heard by nobody but its own server.
			addEventListener('pagehide', () => fetch(`/went/${encodeURIComponent(state())}`, { keepalive: true }));
		});
		await page.locator('[data-leave]').click({ noWaitAfter: true });
		await expect.poll(() => said).toEqual(['Loading|Loading.|data:,']);
		go();
		await left(page);
		const last = () => site.server.asked.map(decodeURIComponent).at(-1);
		await expect.poll(last).toBe('GET /went/Loading|Loading.|data:,');
		expect(page.conduct.errors).toEqual([]);
	});

	test('goes again if the browser brings it back from its memory, and only then', async () => {
		const { page, tried, said, go } = await openSlow();
		await page.evaluate(() => {
			const comeBack = () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
			comeBack();
			addEventListener('click', () =>
				setTimeout(() => {
					comeBack();
					console.log(`covers: ${document.querySelectorAll('.leave-cover').length}`);
				}, 300),
			);
		});
		expect(tried).toEqual([]);
		await page.locator('[data-leave]').click({ noWaitAfter: true });
		await expect
			.poll(() => tried, { timeout: 5000 })
			.toEqual([`${elsewhere.url}${HARMLESS}`, `${elsewhere.url}${HARMLESS}`]);
		expect(said).toEqual(['covers: 1']);
		go();
		await left(page);
	});
});

test('WS-4: nothing in the history of a visit to accounts, help and search says what the archive is about', async () => {
	for (const at of [
		RECORD,
		'/testimonies/',
		'/safety/',
		'/privacy/',
		'/search/',
		'/help/search/',
		'/404.html',
	]) {
		const page = await open(at);
		expect(await page.title(), at).not.toMatch(/funeral|plan|evidence/i);
	}
});

test('WS-5, WS-6, WS-7: a visit asks no other host, stores nothing and breaks no policy', async () => {
	const page = await open('/');
	for (const at of [...kindsOfPages('market'), '/search/#q=plan']) {
		await page.goto(site.server.url + at.slice(1));
		await press(page, 'Shift', 'Shift', 'x');
		await page.waitForLoadState('networkidle');
	}
	expect(page.conduct).toEqual({ foreign: [], failed: [], errors: [] });
	expect(await page.context().storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
	const kept = await page.evaluate(async () => [
		(await navigator.serviceWorker.getRegistrations()).length,
		(await caches.keys()).length,
		sessionStorage.length,
	]);
	expect(kept).toEqual([0, 0, 0]);
	expect(elsewhere.heard).toEqual([]);
});

test('WS-7: the policy stops what is written into a page, and forms', async () => {
	const page = await open('/');
	const stopped = await page.evaluate(async () => {
		const seen: string[] = [];
		document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
		document.body.insertAdjacentHTML('beforeend', '<p style="color:red">a</p><img src="https://x.invalid/">');
		const script = document.createElement('script');
		script.textContent = 'window.ran = true';
		document.body.append(script);
		const form = document.createElement('form');
		document.body.append(form);
		form.submit();
		await new Promise((resolve) => setTimeout(resolve, 200));
		return { seen: [...new Set(seen)].sort(), ran: 'ran' in window };
	});
	expect(stopped).toEqual({
		seen: ['form-action', 'img-src', 'script-src-elem', 'style-src-attr'],
		ran: false,
	});
});

describe('WS-8, WS-9: a search', () => {
	const answered = (page: Page, fragment: string) =>
		page.waitForFunction(
			(wanted) => document.querySelector('[data-search]')?.getAttribute('data-answered') === wanted,
			fragment,
		);
	const requests = (page: Page) => page.locator('[data-requests]').innerText();

	/** Searches in a fresh browser; gives what the server was asked for. */
	async function searching(fragment: string, from = site): Promise<{ page: Opened; asked: string[] }> {
		from.server.asked.length = 0;
		const page = await from.open(`/search/#${fragment}`);
		await answered(page, fragment);
		await page.waitForLoadState('networkidle');
		return { page, asked: [...from.server.asked].sort() };
	}

	test('causes the same requests whatever is looked for, and none of them holds the words', async () => {
		const logs: string[][] = [];
		for (const fragment of ['q=crematorium', 'q=refund+OR+newspaper', 'q=kettle', 'kind=reports&sort=oldest'])
			logs.push((await searching(fragment)).asked);
		for (const log of logs) expect(log).toEqual(logs[0]);
		expect(logs[0]?.filter((line) => /pagefind|\/search\/./.test(line))).toEqual([
			'GET /pagefind/pagefind.js',
			'GET /search/loading.json',
			'GET /search/whole.pf_index',
		]);
		expect(logs.flat().filter((line) => /\?|crematorium|kettle/.test(line))).toEqual([]);
	});

	test('asks for nothing at all once the index is there, which the page counts', async () => {
		const { page } = await searching('q=plan');
		expect(await requests(page)).toBe('0');
		site.server.asked.length = 0;
		for (const text of ['crematorium', 'refund OR newspaper', '"a second time"', 'kettle', 'charg*', 'plan'])
			await page
				.locator('#query')
				.fill(text)
				.then(() => answered(page, fragmentOf(text)));
		await page.locator('input[data-group=kind]').first().check();
		await page.locator('[data-take=csv]').click();
		await page.waitForTimeout(300);
		expect(site.server.asked).toEqual([]);
		expect(await requests(page)).toBe('0');
		// The count is not for show: a request is counted, and one for data cannot even be made.
		await page.evaluate(() => {
			const picture = new Image();
			picture.src = '/favicon.svg?';
			document.body.append(picture);
		});
		await expect.poll(() => requests(page)).toBe('1');
		expect(await page.evaluate(async () => (await fetch('/robots.txt')).status)).toBe(404);
		expect(site.server.asked).toEqual(['GET /favicon.svg?']);
	});

	test('that cannot load the whole index fails, and does not go on in another way', async () => {
		const page = await open('/search/');
		await page.route('**/whole.pf_index', (route) => route.abort());
		await page.locator('#query').fill('plan');
		await page.getByRole('button', { name: 'Try again' }).waitFor();
		expect(site.server.asked.filter((line) => line.includes('pagefind'))).toEqual([]);
		await page.unroute('**/whole.pf_index');
		await page.getByRole('button', { name: 'Try again' }).click();
		await answered(page, 'q=plan');
		expect(await requests(page)).toBe('0');
	});

	test('takes no words from the query of the address, and strips it', async () => {
		const page = await open('/search/?q=secret');
		expect(page.url()).toBe(`${site.server.url}search/`);
		expect(await page.locator('#query').inputValue()).toBe('');
	});

	describe('of a large archive', () => {
		let large: Visit;
		let copy: Folder;
		beforeAll(async () => {
			copy = temporaryFolder();
			cpSync(folder.path, copy.path, { recursive: true });
			await indexSite(copy.path, 0);
			large = await visitServer(await serve(copy.path));
		});
		afterAll(async () => {
			await large?.close();
			copy?.[Symbol.dispose]();
		});

		test('is private by a switch, which says what it costs and is kept in the fragment alone', async () => {
			const page = await large.open('/search/');
			await page.getByLabel(/^Search privately: load the whole index first \(\d+ kB\)$/).check();
			expect(page.url()).toBe(`${large.server.url}search/#private=yes`);
			await page.locator('[data-when=done]').waitFor();
			large.server.asked.length = 0;
			for (const text of ['crematorium', 'refund', '"a second time"'])
				await page
					.locator('#query')
					.fill(text)
					.then(() => answered(page, `${fragmentOf(text)}&private=yes`));
			expect(await requests(page)).toBe('0');
			expect(large.server.asked).toEqual([]);
			expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
		});

		test('stays private on coming back, and causes the same requests whatever is looked for', async () => {
			const [one, other] = [
				(await searching('q=crematorium&private=yes', large)).asked,
				(await searching('q=refund&private=yes', large)).asked,
			];
			expect(one).toEqual(other);
			expect(one.filter((line) => /pf_fragment|index\/|worker/.test(line))).toEqual([]);
		});

		test('can be turned private after a search that was not', async () => {
			const { page, asked } = await searching('q=crematorium', large);
			expect(asked.filter((line) => /pf_fragment/.test(line))).not.toEqual([]);
			expect(await page.locator('[data-when=choice]').innerText()).toMatch(/could guess at single words/);
			await page.locator('[data-private]').check();
			await page.locator('[data-when=done]').waitFor();
			await answered(page, 'q=crematorium&private=yes');
			large.server.asked.length = 0;
			await page.locator('#query').fill('newspaper');
			await answered(page, 'q=newspaper&private=yes');
			expect(await page.locator('.row').count()).toBeGreaterThan(0);
			expect(large.server.asked).toEqual([]);
		});
	});

	const fragmentOf = (text: string) => new URLSearchParams({ q: text }).toString();
});

test('WS-11: without a script a record can be read, cited and left, and no form is shown', async () => {
	for (const at of [RECORD, '/', '/search/']) {
		const page = await open(at, { javaScriptEnabled: false });
		expect(await page.locator('form:visible').count(), at).toBe(0);
		expect(await page.locator('[data-leave]').isVisible(), at).toBe(true);
		// Only the script can do that, and so it must not be promised.
		expect(await page.locator('[data-leave-hint]').isVisible(), at).toBe(false);
		expect(await page.locator('.leave-bar').innerText(), at).toContain('Your history is not erased');
	}
	const page = await open(RECORD, { javaScriptEnabled: false });
	expect(await page.locator('.para').first().isVisible()).toBe(true);
	expect(await page.locator('main').innerText()).toContain('https://market.example/r/fbmgs2sv/');
});

test('WS-13: a printed account says that copies can be found, and shows neither button nor menu', async () => {
	const page = await open();
	const notice = page.getByText('Printed copies can be found by others');
	expect(await notice.isVisible()).toBe(false);
	await page.emulateMedia({ media: 'print' });
	expect(await notice.isVisible()).toBe(true);
	expect(await page.locator('.leave-bar').isVisible()).toBe(false);
});

test('WS-15: a link in a text says which host it leads to', async () => {
	const page = await open('/about/');
	const hosts = await page
		.locator('.prose a[rel~=external]')
		.evaluateAll((links) =>
			links.map((link) => `${link.textContent} ${getComputedStyle(link, '::after').content}`),
		);
	for (const host of hosts) expect(host).toMatch(/\w\.\w/);
});

test('leaves the page as it was where nobody leaves', async () => {
	const page = await open();
	await press(page, 'Shift', 'a');
	expect(isHere(page)).toBe(true);
	expect(await page.locator('h1').isVisible()).toBe(true);
});
