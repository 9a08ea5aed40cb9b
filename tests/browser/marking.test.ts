import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proseOf } from '../../src/archive/publish/prose.ts';
import { canonicalParagraph } from '../../src/integrity/canonical/canonical.ts';
import { recordPath } from '../../src/core/values/address.ts';
import { readSound } from '../support/integrity.ts';
import { QUOTABLE_ID, visitQuotable, WITHHELD_ID } from '../support/quotable.ts';

/** Real marking of words, as readers do it, and the reference that is offered for it. */
let site: Awaited<ReturnType<typeof visitQuotable>>;
/** Canonical text of each paragraph of the report, by number. */
let canonical: Map<string, string>;
beforeAll(async () => {
	site = await visitQuotable();
	const { archive } = await readSound(site.content);
	const record = archive.record.get(QUOTABLE_ID);
	if (!record) throw new Error('no record');
	canonical = new Map(
		proseOf(record, archive).blocks.map((block) => [block.number ?? '', canonicalParagraph(block)]),
	);
});
afterAll(() => site?.close());

const REPORT = recordPath(QUOTABLE_ID);
const open = (at = REPORT) =>
	site.open(at, {
		permissions: ['clipboard-read', 'clipboard-write'],
		viewport: { width: 1000, height: 3000 },
	});
const place = (page: Page) => page.locator('.cite-bar-place');
/** Waits until the bar names these paragraphs. */
const expectPlace = (page: Page, named: string) =>
	expect.poll(() => place(page).allInnerTexts(), { timeout: 5000 }).toEqual([named]);
/** Waits until a marking was dealt with. */
const settled = (page: Page) => page.waitForTimeout(400);

async function quotation(page: Page): Promise<string[]> {
	await page.getByRole('button', { name: 'Copy quotation with citation' }).click();
	await page.getByText('Copied', { exact: true }).waitFor();
	const lines = ((await page.evaluate(() => navigator.clipboard.readText())) ?? '').split('\n');
	return lines.slice(0, -1).join('\n').slice(1, -1).split('\n');
}

/** Where a piece of text stands on the screen. */
async function boxOf(page: Page, selector: string, words: string) {
	const box = await page.evaluate(
		([within, wanted]) => {
			const walker = document.createTreeWalker(
				document.querySelector(within ?? '') as Element,
				NodeFilter.SHOW_TEXT,
			);
			while (walker.nextNode()) {
				const node = walker.currentNode as Text;
				const at = node.data.indexOf(wanted ?? '');
				if (at < 0) continue;
				const range = new Range();
				range.setStart(node, at);
				range.setEnd(node, at + (wanted ?? '').length);
				const { left, right, top, bottom } = range.getBoundingClientRect();
				return { left, right, top, bottom };
			}
			return null;
		},
		[selector, words],
	);
	if (!box) throw new Error(`no “${words}” in ${selector}`);
	return { left: box.left + 1, right: box.right - 1, middle: (box.top + box.bottom) / 2 };
}

async function clicks(page: Page, selector: string, words: string, count: number): Promise<void> {
	const { left, right, middle } = await boxOf(page, selector, words);
	await page.mouse.click((left + right) / 2, middle, { clickCount: count });
}

async function drag(
	page: Page,
	from: readonly [x: number, y: number],
	to: readonly [x: number, y: number],
): Promise<void> {
	await page.mouse.move(...from);
	await page.mouse.down();
	await page.mouse.move(...to, { steps: 8 });
	await page.mouse.up();
}

describe('a click', () => {
	test('a triple click marks one paragraph, whatever kind, with a bar or without one', async () => {
		const words = new Map([
			['1', 'and'],
			['1a', 'paragraph'],
			['2', 'last line'],
			['12', 'The last'],
		]);
		for (const hash of ['', '#p2'])
			for (const [number, inside] of words) {
				const page = await open(REPORT + hash);
				if (hash) await expectPlace(page, 'para 2');
				await clicks(page, `#p${number} p:not(.cite-bar)`, inside, 3);
				await settled(page);
				await expectPlace(page, `para ${number}`);
				expect(await quotation(page)).toEqual([canonical.get(number)]);
			}
	});

	test('a triple click into a part of a paragraph marks that part', async () => {
		for (const [number, inside, marked] of [
			['3', 'first', 'The first item'],
			['5', 'In two', 'In two parts.'],
			['6', 'forty', 'forty pounds'],
			['7', 'and again', 'and again'],
			['8', 'Nobody', '[denial: Acme Plans, acme-plans] Nobody paid twice. [end of denial]'],
		] as const) {
			const page = await open();
			await clicks(page, `#p${number}`, inside, 3);
			await settled(page);
			await expectPlace(page, `para ${number}`);
			expect(await quotation(page)).toEqual([marked]);
		}
	});

	test('a double click marks one word', async () => {
		const page = await open();
		await clicks(page, '#p12', 'last', 2);
		await expectPlace(page, 'para 12');
		expect((await quotation(page)).map((words) => words.trim())).toEqual(['last']);
	});

	test('one that marks only a number, a label or a heading leaves the bar where it was', async () => {
		const page = await open(`${REPORT}#p2`);
		await expectPlace(page, 'para 2');
		await clicks(page, 'h1', 'title', 2);
		await settled(page);
		await expectPlace(page, 'para 2');
		await clicks(page, '.prose h2', 'heading', 3);
		await settled(page);
		expect(await place(page).allInnerTexts()).not.toContain('paras 1a–2');
	});
});

describe('a drag', () => {
	test('from one paragraph into another, forwards and backwards', async () => {
		for (const backwards of [false, true]) {
			const page = await open();
			const start = await boxOf(page, '#p1a', 'paragraph');
			const end = await boxOf(page, '#p2', 'last line');
			const points = [
				[start.left, start.middle],
				[end.right, end.middle],
			] as const;
			if (backwards) await drag(page, points[1], points[0]);
			else await drag(page, ...points);
			await expectPlace(page, 'paras 1a–2');
			expect(await quotation(page)).toEqual(['paragraph was put in here.', 'The last line']);
		}
	});

	test('past the end of the paragraph, to where the next has no word yet', async () => {
		const page = await open();
		const start = await boxOf(page, '#p11', 'written');
		const next = await boxOf(page, '#p12 p', 'The');
		await drag(page, [start.left, start.middle], [next.left - 2, next.middle]);
		await expectPlace(page, 'para 11');
		expect(await quotation(page)).toEqual(['written’ there stands on two lines.']);
	});

	test('from the heading of the page and from a number', async () => {
		const page = await open();
		const heading = await boxOf(page, 'h1', 'title');
		const end = await boxOf(page, '#p1', 'full');
		await drag(page, [heading.left, heading.middle], [end.right, end.middle]);
		await expectPlace(page, 'para 1');
		expect(await quotation(page)).toEqual(['She paid twice, “in full']);
		const number = await boxOf(page, '#p12 .para-number', '12');
		const last = await boxOf(page, '#p12 p', 'last');
		await page.mouse.click(10, 10);
		await page.evaluate(() => getSelection()?.removeAllRanges());
		await page.mouse.move(number.left - 8, number.middle);
		await drag(page, [number.left - 8, number.middle], [last.right, last.middle]);
		await expectPlace(page, 'para 12');
	});

	test('within one word, and across emphasis', async () => {
		const page = await open();
		const paid = await boxOf(page, '#p1', 'paid');
		await drag(page, [paid.left, paid.middle], [paid.right - 10, paid.middle]);
		await expectPlace(page, 'para 1');
		const [part = ''] = await quotation(page);
		expect('paid'.startsWith(part) && part.length > 1, part).toBe(true);
		// A drag that began on marked words would move them instead of marking others.
		await page.evaluate(() => getSelection()?.removeAllRanges());
		const full = await boxOf(page, '#p1', 'in full');
		await drag(page, [paid.left, paid.middle], [full.right, full.middle]);
		await settled(page);
		expect(await quotation(page)).toEqual(['paid twice, “in full']);
	});

	test('over list, quotation, table and figure: a piece of the canonical text', async () => {
		const page = await open();
		const start = await boxOf(page, '#p3', 'second');
		const end = await boxOf(page, '#p10', 'says');
		await drag(page, [start.left, start.middle], [end.right, end.middle]);
		await expectPlace(page, 'paras 3–10');
		const marked = await quotation(page);
		const whole = ['4', '5', '6', '7', '8', '9'].map((number) => canonical.get(number));
		expect(marked.slice(1, -1)).toEqual(whole);
		expect(canonical.get('3')?.endsWith(marked[0] ?? '?')).toBe(true);
		expect(marked.at(-1)).toBe('It is in [ref: wrk68wb5, para 1], says');
	});
});

describe('the keyboard', () => {
	test('shift and arrows, from a word that is marked', async () => {
		const page = await open();
		await clicks(page, '#p12 p', 'last', 2);
		await page.keyboard.down('Shift');
		for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowRight');
		await page.keyboard.up('Shift');
		await expectPlace(page, 'para 12');
		expect(await quotation(page)).toEqual([expect.stringMatching(/^last wo?r?d?$/)]);
		await clicks(page, '#p11', 'What', 2);
		await page.keyboard.down('Shift');
		for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowDown');
		await page.keyboard.up('Shift');
		await expectPlace(page, 'paras 11–12');
	});

	test('to the end of the page, and all of it', async () => {
		const page = await open();
		await clicks(page, '#p11', 'What', 2);
		await page.keyboard.press('Control+Shift+End');
		await expectPlace(page, 'paras 11–12');
		await page.keyboard.press('Control+a');
		await expectPlace(page, 'paras 1–12');
		expect(await quotation(page)).toEqual([...canonical].flatMap(([number, text]) => (number ? text : [])));
	});

	test('all of it at once, on a page where nothing was asked for before', async () => {
		const page = await open();
		await page.keyboard.press('Control+a');
		await expectPlace(page, 'paras 1–12');
	});
});

test('by touch: a long press marks a word, and the page hears of nothing but that', async () => {
	const page = await site.open(REPORT, {
		hasTouch: true,
		isMobile: true,
		viewport: { width: 390, height: 800 },
		permissions: ['clipboard-read', 'clipboard-write'],
	});
	await page.locator('#p12 p').scrollIntoViewIfNeeded();
	const { left, right, middle } = await boxOf(page, '#p12 p', 'last');
	await page.touchscreen.tap((left + right) / 2, middle);
	// This Chromium makes no gesture of a long touch; the marking that follows one is made as it would be.
	await page.evaluate(() => {
		const text = document.querySelector('#p12 p')?.firstChild as Text;
		getSelection()?.setBaseAndExtent(text, text.data.indexOf('last'), text, text.data.indexOf('last') + 4);
	});
	await expectPlace(page, 'para 12');
	await page.getByRole('button', { name: 'Copy quotation with citation' }).tap();
	await page.getByText('Copied', { exact: true }).waitFor();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^‘last’\n/);
});

test('an account with a withheld paragraph: the others are named as they are', async () => {
	const page = await open(recordPath(WITHHELD_ID));
	await clicks(page, '#p1 p', 'says', 3);
	await settled(page);
	await expectPlace(page, 'para 1');
	await clicks(page, '#p3 p', 'nobody', 3);
	await settled(page);
	await expectPlace(page, 'para 3');
	expect(await quotation(page)).toEqual(['She says that nobody wrote.']);
});

test('whatever is marked, a piece of canonical text is copied, and each paragraph named has a word of it', async () => {
	const page = await open();
	// Brings in the script, as the first marking does.
	await page.keyboard.press('Control+a');
	await expectPlace(page, 'paras 1–12');
	let seed = 7;
	const random = (below: number) => {
		seed = (seed * 16807) % 2147483647;
		return seed % below;
	};
	for (let round = 0; round < 25; round++) {
		await page.evaluate(
			([first = 0, second = 0]) => {
				const nodes: Text[] = [];
				const walker = document.createTreeWalker(
					document.querySelector('.prose') as Element,
					NodeFilter.SHOW_TEXT,
				);
				while (walker.nextNode()) nodes.push(walker.currentNode as Text);
				const at = (number: number) => {
					const node = nodes[number % nodes.length] as Text;
					return [node, number % (node.length + 1)] as const;
				};
				const [anchor, focus] = [at(first), at(second)];
				getSelection()?.setBaseAndExtent(anchor[0], anchor[1], focus[0], focus[1]);
			},
			[random(10_000), random(10_000)],
		);
		await settled(page);
		if ((await place(page).count()) === 0) continue;
		const marked = await quotation(page);
		const named = await place(page).innerText();
		const [first = '', last = first] = named.replace(/^paras? /, '').split('–');
		const all = [...canonical.keys()].filter(Boolean);
		const numbers = all.slice(all.indexOf(first), all.indexOf(last) + 1);
		expect(marked, named).toHaveLength(numbers.length);
		for (const [index, number] of numbers.entries()) {
			expect(canonical.get(number)).toContain(marked[index]);
			expect(marked[index]).toMatch(/[\p{L}\p{N}]/u);
		}
	}
});
