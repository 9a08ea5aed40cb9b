import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PAGES } from '../../src/briefs/briefs.ts';
import { type BuiltSite, type Page, readSite, wordsOf } from '../support/html.ts';
import { lettersOf, readPdf, type ReadPdf } from '../support/pdf.ts';
import { SITES, type SiteName } from '../support/sites.ts';

/** What a page says in its numbered paragraphs, without the references in them. */
const paragraphsOf = (page: Page) =>
	page.html
		.split('<div class="para" ')
		.slice(1)
		.map((html) => /^[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '')
		.map((html) => html.replace(/<a class="(?:ref|para-number)"[\s\S]*?<\/a>/g, ''))
		.map((html) => lettersOf(wordsOf(html)));

describe.each(Object.keys(SITES) as SiteName[])('the briefs of the site %s', (name) => {
	let site: BuiltSite;
	const briefs = new Map<string, { pdf: ReadPdf; page: Page; bytes: Buffer }>();
	beforeAll(async () => {
		site = readSite(name);
		for (const file of site.files.filter((one) => one.endsWith('/brief.pdf'))) {
			const bytes = readFileSync(path.join(site.out, file));
			const page = site.page(`/${file.replace('brief.pdf', '')}`);
			briefs.set(file, { pdf: await readPdf(bytes), page, bytes });
		}
	});

	test('are of every theme with a text and of every complaint', () => {
		const written = [...site.pages.values()].filter(
			({ path: at, html }) =>
				/^\/(?:themes|complaints)\/[^/]+\/$/.test(at) && html.includes('<div class="para" '),
		);
		expect(written).not.toEqual([]);
		expect([...briefs.values()].map(({ page }) => page.path).sort()).toEqual(
			written.map((page) => page.path).sort(),
		);
	});

	test('have at most four pages, as their pages say, and the size too', () => {
		for (const [file, { pdf, page, bytes }] of briefs) {
			expect(pdf.pages, file).toBeLessThanOrEqual(PAGES);
			const size = `${pdf.pages} page${pdf.pages === 1 ? '' : 's'}, ${Math.ceil(bytes.length / 1000)} kB`;
			expect(wordsOf(page.html), file).toContain(`Brief, PDF, ${size}`);
			const links = page.tags.flatMap(({ attributes }) => attributes['href'] ?? []);
			expect(links.map((link) => site.resolve(link, page)?.path)).toContain(`/${file}`);
		}
	});

	test('are tagged, named, in the archive’s language, with their fonts in them', () => {
		for (const [file, { pdf, page }] of briefs) {
			const { marked, showsTitle, ua, language, title } = pdf;
			expect({ marked, showsTitle, ua, language }, file).toEqual({
				marked: true,
				showsTitle: true,
				ua: '1',
				language: 'en-GB',
			});
			expect(wordsOf(page.html), file).toContain(title);
			expect(pdf.fonts.length, file).toBeGreaterThan(1);
			expect(
				pdf.fonts.filter(({ embedded }) => !embedded),
				file,
			).toEqual([]);
			expect(
				pdf.elements.filter(({ role }) => role === 'H1').map(({ words }) => words.trim()),
				file,
			).toEqual([title]);
		}
	});

	test('say what their pages say, paragraph after paragraph', () => {
		for (const [file, { pdf, page }] of briefs) {
			const { title = '' } = pdf;
			const read = lettersOf(pdf.words);
			// A complaint's brief may keep but the first paragraph of its page, and then says so.
			const isCut = pdf.words.includes('the text of the page but its first paragraph');
			expect(pdf.words.length, file).toBeGreaterThan(title.length);
			expect(pdf.words, file).not.toContain('all but the first paragraph of each part');
			let from = 0;
			for (const paragraph of isCut ? paragraphsOf(page).slice(0, 1) : paragraphsOf(page)) {
				const at = read.indexOf(paragraph, from);
				expect(at, `${file}: ${paragraph.slice(0, 60)}`).toBeGreaterThanOrEqual(0);
				from = at + paragraph.length;
			}
			expect(from, file).toBeGreaterThan(0);
		}
	});

	test('lead to places of this site and to their own notes, and say where', () => {
		for (const [file, { pdf, page }] of briefs) {
			for (const { to, described } of pdf.links) {
				expect(described, `${file}: ${to}`).toBe(true);
				if (typeof to === 'number') continue;
				const target = site.resolve(to, page);
				if (!target) continue;
				const there = site.pages.get(target.path ?? '');
				expect(there, `${file}: ${to}`).toBeDefined();
				if (target.fragment !== '') expect(there?.anchors.has(target.fragment), `${file}: ${to}`).toBe(true);
			}
			const last = pdf.elements
				.filter(({ role }) => role === 'H2')
				.at(-1)
				?.words.trim();
			const inner = pdf.links.filter(({ to }) => typeof to === 'number');
			expect(last === 'Notes', file).toBe(inner.length > 0);
		}
	});

	test('are of the day of the archive, and of no clock', () => {
		const days = new Set([...briefs.values()].map(({ pdf }) => pdf.created));
		expect([...days]).toEqual([expect.stringMatching(/^D:\d{8}000000Z$/)]);
	});
});
