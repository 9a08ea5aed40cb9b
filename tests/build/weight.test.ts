import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordPath } from '../../src/core/values/address.ts';
import { type BuiltSite, type Page, readSite } from '../support/html.ts';
import { readSound } from '../support/integrity.ts';
import { SITES, type SiteName } from '../support/sites.ts';

/** What a record page may weigh, all that is needed to read it, in compressed bytes. */
const MOST = 14 * 1024;

/** What it may weigh beside its record, which counts twice: the page has it as text and as references. */
const MOST_BESIDE = 10.5 * 1024;

describe.each(Object.keys(SITES) as SiteName[])('record pages of %s', (name) => {
	let site: BuiltSite;
	let records: Page[];
	beforeAll(() => {
		site = readSite(name);
		records = [...site.pages.values()].filter((page) => page.path.startsWith('/r/'));
	});

	/** Files that the browser fetches to show a page; the icon is not needed for that. */
	const needed = (page: Page) =>
		page.tags.flatMap(({ name: tag, attributes }) => {
			const target =
				tag === 'script' || tag === 'img'
					? attributes['src']
					: tag === 'link' && /\b(?:stylesheet|preload|modulepreload)\b/.test(attributes['rel'] ?? '')
						? attributes['href']
						: undefined;
			return target === undefined ? [] : [site.resolve(target, page)?.path ?? target];
		});
	const compressed = (text: string | Uint8Array) => gzipSync(text, { level: 6 }).length;

	test(`weigh at most ${MOST} bytes, styles and all, or less than a longer record accounts for`, async () => {
		const weights = records.map((page) => {
			// Scripts come after the page is there to be read; they have a limit of their own below.
			const files = needed(page)
				.filter((file) => !file.endsWith('.js'))
				.map((file) => readFileSync(path.join(site.out, file)));
			return {
				path: page.path,
				bytes: compressed(page.html) + files.reduce((sum, file) => sum + compressed(file), 0),
			};
		});
		const { archive } = await readSound(site.content);
		for (const { id } of archive.records) expect(weights.map((one) => one.path)).toContain(recordPath(id));
		const allowed = new Map(
			archive.records.map(({ id, data, body }) => [
				recordPath(id),
				Math.max(MOST, MOST_BESIDE + 2 * compressed(JSON.stringify(data) + body)),
			]),
		);
		expect(weights.filter(({ path: at, bytes }) => bytes > (allowed.get(at) ?? MOST))).toEqual([]);
	});

	test('can be read after two requests: no script stands in the way', () => {
		for (const page of records) {
			// A block of data is no script.
			const scripts = page.tags.filter(
				({ name: tag, attributes }) => tag === 'script' && attributes['type'] !== 'application/ld+json',
			);
			const waiting = scripts.filter(
				({ attributes }) => attributes['type'] === 'module' || 'defer' in attributes,
			);
			expect(waiting.length, page.path).toBe(scripts.length);
			expect(needed(page).length - scripts.length, page.path).toBeLessThanOrEqual(1);
		}
	});

	test('carry no search code, and little else', () => {
		const scripts = new Set(records.flatMap((page) => needed(page).filter((file) => file.endsWith('.js'))));
		const texts = [...scripts].map((file) => readFileSync(path.join(site.out, file), 'utf8'));
		expect(texts.filter((text) => /pagefind\.js|catalogue|\bfetch\(/.test(text))).toEqual([]);
		expect(texts.reduce((sum, text) => sum + compressed(text), 0)).toBeLessThanOrEqual(2048);
	});
});
