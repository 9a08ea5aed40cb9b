import { beforeAll, describe, expect, test } from 'vitest';
import { THEME_PARTS } from '../../src/core/model/theme.ts';
import { type BuiltSite, readSite, wordsOf } from '../support/html.ts';
import { SITES, type SiteName } from '../support/sites.ts';

/** Words between two headings of a page. */
const between = (text: string, from: string, to: string) => text.split(from).at(-1)?.split(to)[0] ?? '';
const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

describe.each(Object.keys(SITES) as SiteName[])('themes of the archive “%s”', (name) => {
	let site: BuiltSite;
	beforeAll(() => {
		site = readSite(name);
	});
	const themes = () => [...site.pages.keys()].filter((at) => /^\/themes\/[^/]+\/$/.test(at));

	test('have their parts in the order of the model, and list those that they have', () => {
		for (const at of themes()) {
			const { html } = site.page(at);
			const parts = [...html.matchAll(/<section class="part" id="([a-z]+)"/g)].map(([, id = '']) => id);
			const order = [...Object.keys(THEME_PARTS), 'changes'];
			expect(parts, at).toEqual(order.filter((part) => parts.includes(part)));
			const listed = [...html.matchAll(/<a href="#([a-z-]+)">/g)].map(([, id = '']) => id);
			for (const part of parts) expect(listed, at).toContain(part);
		}
	});

	test('every link within a theme or complaint leads to something on it, and no anchor stands twice', () => {
		const pages = [...site.pages.keys()].filter((at) => /^\/(?:themes|complaints)\/[^/]+\/$/.test(at));
		for (const at of pages) {
			const { html } = site.page(at);
			const ids = idsOf(html);
			expect(new Set(ids).size, at).toBe(ids.length);
			for (const [, id = ''] of html.matchAll(/href="#([^"]+)"/g)) expect(ids, at).toContain(id);
		}
	});

	test('every paragraph of a text keeps its number, whatever part it is in', () => {
		for (const at of themes()) {
			const numbers = idsOf(site.page(at).html).filter((id) => /^p\d+$/.test(id));
			expect(numbers, at).toEqual(numbers.map((_, index) => `p${index + 1}`));
		}
	});
});

describe('the market archive', () => {
	let site: BuiltSite;
	beforeAll(() => {
		site = readSite('market');
	});

	test('says in one sentence what is held, with four numbers and their bases', () => {
		const text = wordsOf(site.page('/themes/cancellation/').html);
		expect(text).toContain(
			'Leaving a plan cost buyers more than they expected, and many sales calls named no charge.',
		);
		for (const number of [
			/1 of \d Customer accounts|Customer accounts 1 of \d/,
			/Plan providers 2 of 2/,
			/Independent sources 1 behind 1 press report/,
			/Official findings 1 among/,
		])
			expect(text).toMatch(number);
		expect(text).toContain('accounts that people volunteer do not measure how common anything is');
	});

	test('tells none received from not collected', () => {
		const grid = between(
			wordsOf(site.page('/themes/failed-providers/').html),
			'by organisation and year',
			'Figures',
		);
		expect(grid).toMatch(/Quiet Harbour Funerals none none none \d \[x\] not collected/);
		expect(grid).toContain('[x]: not collected. It stopped trading in 2030.');
		expect(grid).toMatch(/None received on: Evermore/);
	});

	test('follows a request to its answer; a month is no day', () => {
		const text = wordsOf(site.page('/complaints/prepaid-funerals/').html);
		expect(text).toContain('1 recommendation or action: 1 with an answer on record, 0 without one.');
		expect(text).toMatch(
			/Stop unexpected calls.*Of whom Evermore.*By when within six months.*Answer November 2031; how many days after is not known: Evermore accepts part of the request.*Accepted in part\./i,
		);
	});
});
