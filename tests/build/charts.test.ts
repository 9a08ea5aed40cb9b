import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import { unescapeHtml } from '../../src/core/text/html.ts';
import { readSite } from '../support/html.ts';
import { SITES, type SiteName } from '../support/sites.ts';

/** Words and nothing else of a part of a page. */
const textOf = (html: string) => unescapeHtml(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
const chartsOf = (html: string) => html.match(/<figure class="chart"[\s\S]*?<\/figure>/g) ?? [];
const numbersIn = (text: string) =>
	text.match(/\d[\d,]*(?:\.\d+)?/g)?.map((one) => one.replaceAll(',', '')) ?? [];

describe.each(Object.keys(SITES) as SiteName[])('charts of the site %s', (name) => {
	const site = readSite(name);
	const pages = [...site.pages.values()].filter(({ html }) => html.includes('<figure class="chart"'));
	const all = pages.flatMap((page) => chartsOf(page.html).map((chart) => ({ page, chart })));

	/** An archive in content/ may have no chart; the fixture must have some. */
	const needsCharts = (context: TestContext) =>
		context.skip(all.length === 0 && name !== 'market', 'this archive has no charts');

	test('there are some in the fixture', (context) => {
		needsCharts(context);
		expect(all).not.toEqual([]);
	});

	test('each has a title, a description, and a table of its own or beneath it', (context) => {
		needsCharts(context);
		for (const { page, chart } of all) {
			expect(textOf(/<p class="chart-title"[\s\S]*?<\/p>/.exec(chart)?.[0] ?? '').trim(), page.path).not.toBe(
				'',
			);
			expect(textOf(/<desc[\s\S]*?<\/desc>/.exec(chart)?.[0] ?? '').trim(), page.path).not.toBe('');
			const isBeside = chart.includes('id="chart-beside-');
			expect((isBeside ? page.html : chart).includes('<table'), page.path).toBe(true);
			if (!isBeside) expect(chart).toMatch(/<details[^>]*><summary[\s\S]*<table/);
		}
	});

	test('no style, script or other host is in any', (context) => {
		needsCharts(context);
		for (const { page, chart } of all) {
			expect(chart, page.path).toContain('<svg');
			expect(chart, page.path).not.toMatch(
				/ style=|<style|<script|<image|<use|<animate|<foreignObject|xlink/,
			);
			const svg = /<svg[\s\S]*<\/svg>/.exec(chart)?.[0] ?? '';
			expect(svg, page.path).toContain('<text');
			expect(svg, page.path).not.toMatch(/https?:|href=/);
			expect(svg, page.path).not.toMatch(/NaN|Infinity|undefined/);
		}
	});

	test('all that is named within a page is there, once', (context) => {
		needsCharts(context);
		for (const { html, path: at } of pages) {
			const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
			expect(new Set(ids).size, at).toBe(ids.length);
			const named = [...html.matchAll(/(?:url\(#|aria-(?:labelledby|describedby)=")([^)"]+)/g)];
			for (const [, id] of named) expect(ids, at).toContain(id);
		}
	});

	test('every number in a picture stands in words beside it: in its table, its title or its base', (context) => {
		needsCharts(context);
		for (const { page, chart } of all) {
			const svg = /<svg[\s\S]*<\/svg>/.exec(chart)?.[0] ?? '';
			// Dates of the axis are no counts.
			const drawn = numbersIn(
				textOf(
					svg.replace(/<text class="chart-tick[\s\S]*?<\/text>/g, '').replace(/<desc[\s\S]*?<\/desc>/, ''),
				),
			);
			const told = new Set(
				numbersIn(textOf(page.html.replace(/<svg[\s\S]*?<\/svg>\s*(?=<p|<details|<\/figure)/g, ''))),
			);
			expect(
				drawn.filter((number) => !told.has(number)),
				page.path,
			).toEqual([]);
		}
	});

	test('only pages with charts load their style', (context) => {
		needsCharts(context);
		const styles = site.files.filter((file) => /\.css$/.test(file));
		const withCharts = styles.filter((file) =>
			readFileSync(path.join(site.out, file), 'utf8').includes('.chart-picture'),
		);
		expect(withCharts).not.toEqual([]);
		const loads = (html: string) => withCharts.some((file) => html.includes(path.posix.basename(file)));
		expect(pages.every(({ html }) => loads(html))).toBe(true);
		expect(loads(site.page('/').html)).toBe(false);
	});
});
