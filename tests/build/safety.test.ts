import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../src/archive/read/read.ts';
import type { Archive } from '../../src/archive/publish/view.ts';
import { CONTENT_SECURITY_POLICY, HEADERS, UNLISTED } from '../../src/site/security-headers.ts';
import { recordPath } from '../../src/core/values/address.ts';
import { temporaryFolder } from '../support/archive.ts';
import { type BuiltSite, type Page, readSite, wordsOf } from '../support/html.ts';
import { build } from '../support/run.ts';
import { ROOT, SITES, type SiteName } from '../support/sites.ts';

/** A picture of the site: its name tells nothing. */
const IMAGE = /^\/(?:sub\/)?images\/[0-9a-f]{16}\.webp$/;

const titleOf = (page: Page) => /<title>([^<]*)<\/title>/.exec(page.html)?.[1] ?? '';
const metaOf = (page: Page, key: string) =>
	page.tags.find(
		({ name, attributes }) => name === 'meta' && [attributes['name'], attributes['http-equiv']].includes(key),
	)?.attributes['content'];
/** The rules of a `_headers` file by their path. */
const rulesOf = (text: string) =>
	new Map(
		text
			.replace(/^#.*\n/gm, '')
			.trim()
			.split('\n\n')
			.map((rule) => {
				const [at = '', ...lines] = rule.split('\n');
				return [at, Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/)))] as const;
			}),
	);

describe.each(Object.keys(SITES) as SiteName[])('the site %s', (name) => {
	let site: BuiltSite;
	let archive: Archive;
	let pages: Page[];
	/** Pages of accounts, and notices that stand for withdrawn records. */
	let hidden: Page[];
	const read = (file: string) => readFileSync(path.join(site.out, file), 'utf8');
	beforeAll(async () => {
		site = readSite(name);
		const reading = await readArchive(site.content);
		if (!reading.archive) throw new Error('the content is not sound');
		archive = reading.archive;
		pages = [...site.pages.values()];
		hidden = [...archive.testimonies, ...archive.tombstones].map(({ id }) => site.page(recordPath(id)));
	});

	test('WS-1: no page tells its address to another, by its own word and by the header', () => {
		for (const page of pages) expect(metaOf(page, 'referrer'), page.path).toBe('no-referrer');
		expect(rulesOf(read('_headers')).get(`${site.base}*`)).toMatchObject({
			'Referrer-Policy': 'no-referrer',
		});
	});

	test('WS-2: on every page the way out is a plain link, and the second stop of the tab key', () => {
		for (const page of pages) {
			const stops = page.tags.filter(({ name: tag }) => /^(?:a|button|input|select|summary)$/.test(tag));
			expect(stops[0]?.attributes['class'], page.path).toBe('skip');
			expect(stops[1]?.attributes, page.path).toMatchObject({
				href: archive.config.leave.url,
				rel: 'nofollow noreferrer',
				'data-leave': '',
			});
		}
	});

	test('WS-3: beside it stands what it does not do', () => {
		for (const page of pages) expect(wordsOf(page.html), page.path).toContain('Your history is not erased');
	});

	test('WS-16: no telephone number is a link, which one slip of a finger would dial', () => {
		for (const page of pages) {
			expect(page.html, page.path).toContain('<a ');
			expect(page.html, page.path).not.toMatch(/href="tel:/);
		}
	});

	test(
		'WS-4: titles and paths of accounts, help and search say nothing of the subject',
		{ tags: ['TH-16'] },
		() => {
			const helping = ['/safety/', '/privacy/', '/search/', '/404.html'].map((at) => site.page(at));
			const help = pages.filter((page) => page.path.startsWith('/help/'));
			expect(help.length).toBeGreaterThan(1);
			for (const page of [...hidden, ...helping, ...help]) {
				expect(titleOf(page), page.path).toMatch(new RegExp(` – ${archive.config.words.archive}$`));
				expect(titleOf(page), page.path).not.toContain(archive.config.name);
			}
			for (const page of hidden) {
				expect(page.path).toMatch(/^\/r\/[0-9a-z]{8}\/$/);
				expect(titleOf(page)).toMatch(/^Record [0-9a-z]{8} – /);
			}
		},
	);

	test('WS-5: styles and scripts of the site name no other host', () => {
		for (const file of site.files.filter((one) => /\.(?:css|svg)$|^_astro\/.*\.js$/.test(one))) {
			const found = read(file)
				.replaceAll('http://www.w3.org/2000/svg', '')
				.match(/@import|url\(|(?:https?:)?\/\/[a-z0-9-]+\.[a-z]/g);
			// What a script parses against is no host.
			expect(found ?? [], file).toEqual([]);
		}
	});

	test('WS-6: no script of the site can store anything or work when the page is gone', () => {
		for (const file of site.files.filter((one) => /^_astro\/.*\.js$/.test(one)))
			expect(
				read(file).match(
					/localStorage|sessionStorage|indexedDB|serviceWorker|sendBeacon|\.cookie\b|caches\b/g,
				) ?? [],
				file,
			).toEqual([]);
	});

	test('WS-7: the policy is the same on every page and in the header, with nothing written into pages allowed', () => {
		for (const page of pages)
			expect(metaOf(page, 'content-security-policy'), page.path).toBe(CONTENT_SECURITY_POLICY);
		expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-(?:inline|eval|hashes)(?<!wasm-unsafe-eval)|\*|http/);
		const headers = rulesOf(read('_headers')).get(`${site.base}*`);
		expect(headers).toEqual(HEADERS);
		expect(headers?.['Content-Security-Policy']).toBe(`${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`);
		for (const ability of ['camera', 'microphone', 'geolocation', 'browsing-topics', 'payment', 'usb'])
			expect(headers?.['Permissions-Policy']).toContain(`${ability}=()`);
	});

	test('WS-8, WS-10: no form can put words into an address, and no link has a query within the site', () => {
		for (const page of pages) {
			for (const { name: tag, attributes } of page.tags) {
				if (tag === 'form') expect(attributes['method'], page.path).toBe('dialog');
				expect(attributes['formaction'] ?? attributes['formmethod'], page.path).toBeUndefined();
				const target = tag === 'a' ? attributes['href'] : undefined;
				if (target && site.resolve(target, page))
					expect(target.replace(/#.*/, ''), page.path).not.toContain('?');
			}
		}
	});

	test('WS-9: there is no part of the index that could be fetched by itself', () => {
		expect(site.files.filter((file) => file.startsWith('pagefind/'))).toEqual(['pagefind/pagefind.js']);
		const rule = JSON.parse(read('search/loading.json')) as unknown;
		const { length } = readFileSync(path.join(site.out, 'search/whole.pf_index'));
		expect(rule).toEqual({ bytes: length, always: true });
		expect(length).toBeLessThan(1.5e6);
	});

	test('WS-11: the same files work on any host: no link within the site names it', () => {
		for (const page of pages)
			for (const { name: tag, attributes } of page.tags) {
				// These name the address that is to be cited and listed, wherever the page is read.
				if (/^(?:canonical|cite-as)$/.test(attributes['rel'] ?? '') || tag === 'meta') continue;
				// References that are saved as files lead nowhere.
				if (tag === 'a' && 'download' in attributes && attributes['href']?.startsWith('data:')) continue;
				for (const key of ['href', 'src', 'srcset', 'action'])
					expect(attributes[key] ?? '', `${page.path} <${tag}>`).not.toContain(site.address);
			}
	});

	test('WS-12: accounts and withdrawn records ask not to be listed, and no file lists them', ({ skip }) => {
		skip(hidden.length === 0 && name !== 'market', 'this archive has no accounts');
		expect(hidden).not.toEqual([]);
		for (const page of hidden) {
			expect(metaOf(page, 'robots'), page.path).toBe(UNLISTED);
			expect(page.html, page.path).not.toMatch(/<meta[^>]*(?:og:|twitter:)|application\/ld\+json/);
		}
		const lists = site.files.filter((file) =>
			/^(?:sitemap.*|feed.*|.*\.rss|.*\.atom|robots\.txt|_headers)$/.test(file),
		);
		expect(lists).toContain('_headers');
		for (const file of lists) {
			expect(read(file), file).toMatch(/\w/);
			for (const { id } of [...archive.testimonies, ...archive.tombstones])
				expect(read(file), file).not.toContain(id);
		}
	});

	test('WS-13: the print of an account, and of nothing else, says that copies can be found', () => {
		for (const { id, collection } of archive.records)
			expect(site.page(recordPath(id)).html.includes('Printed copies can be found by others')).toBe(
				collection === 'testimonies',
			);
	});

	test('WS-15: links to other sites tell them nothing and say where they lead', () => {
		for (const page of pages)
			for (const [tag, target = '', after = ''] of page.html.matchAll(
				/<a [^>]*href="(https?:\/\/[^"]*)"[^>]*>([^]{0,400})/g,
			)) {
				if (/data-leave/.test(tag)) continue;
				expect(tag, page.path).toMatch(/rel="noopener noreferrer nofollow external(?: license)?"/);
				const host = new URL(target.replaceAll('&amp;', '&')).hostname.replace(/^www\./, '');
				expect(
					tag.includes(`data-host="${host}"`) || wordsOf(after).includes(host),
					`${page.path} ${target}`,
				).toBe(true);
			}
	});

	test('WS-17: notes of hard reading stand before any word of the record but its title', ({ skip }) => {
		const noted = archive.records.filter(({ data }) => data.contentNotes.length > 0);
		skip(noted.length === 0 && name !== 'market', 'no record of this archive has such a note');
		expect(noted).not.toEqual([]);
		for (const { id } of noted) {
			const { html } = site.page(recordPath(id));
			const note = html.indexOf('class="content-note"');
			expect(note, id).toBeGreaterThan(html.indexOf('<h1'));
			for (const words of ['class="lede"', 'class="para"'])
				expect(note, id).toBeLessThan(html.indexOf(words));
		}
	});

	test('WS-17: each picture is a file of the site with words for it, and no account has one', () => {
		const pictures = pages.flatMap(({ tags }) => tags.filter((tag) => tag.name === 'img'));
		expect(pictures.length > 0 || name !== 'market').toBe(true);
		for (const { attributes } of pictures) {
			expect(attributes['src']).toMatch(IMAGE);
			expect(attributes['alt']).toMatch(/\w{3}/);
		}
		for (const { id, paragraphs } of archive.testimonies) {
			const { html } = site.page(recordPath(id));
			expect(html, id).toContain(`id="p${paragraphs[0]}"`);
			expect(html, id).not.toContain('<img');
		}
	});

	test('WS-19: no browser is to keep the text of a record; there is no rule for any single one', () => {
		const rules = rulesOf(read('_headers'));
		const kept = [...rules]
			.filter(([, headers]) => headers['Cache-Control'] === 'no-store')
			.map(([at]) => at);
		expect(kept).toEqual(
			['r/*', 'images/*', 'search/whole.pf_index', 'pagefind/fragment/*', 'data/v1/*', 'captures/*'].map(
				(at) => site.base + at,
			),
		);
	});

	test('WS-12: no file beside a record is to be listed, and the rule for that names none', () => {
		const rules = rulesOf(read('_headers'));
		const unlisted = [...rules].filter(([, headers]) => headers['X-Robots-Tag'] !== undefined);
		expect(unlisted.map(([at, headers]) => [at, headers['X-Robots-Tag']])).toEqual(
			['r/:id/:file', 'data/v1/*', 'captures/*'].map((at) => [site.base + at, UNLISTED]),
		);
		const covered = new RegExp(`^${(unlisted[0]?.[0] ?? '').replace(/:\w+/g, '[^/]+')}$`);
		const [{ id } = { id: '' }] = archive.records;
		for (const name of ['v1.txt', 'versions.json']) expect(`${site.base}r/${id}/${name}`).toMatch(covered);
		for (const file of site.files.filter((one) => one.startsWith('r/') && !one.endsWith('.html')))
			expect(site.base + file).toMatch(covered);
		// A page says it of itself, or is to be listed.
		for (const page of pages) expect(site.base + page.path.slice(1)).not.toMatch(covered);
	});
});

test('WS-12: an archive that refuses to be listed says so everywhere, and has no sitemap', async () => {
	using folder = temporaryFolder(path.join(ROOT, 'node_modules/.cache/tests'));
	const [content, out] = [path.join(folder.path, 'content'), path.join(folder.path, 'out')];
	cpSync(SITES.market.content, content, { recursive: true });
	const config = path.join(content, 'archive.yaml');
	writeFileSync(config, `${readFileSync(config, 'utf8')}\nindexing: refuse\n`);
	const { code, output } = await build({ content, out });
	expect(code, output).toBe(0);
	for (const at of ['index.html', 'about/index.html', 'r/4vxfxcd8/index.html', 'search/index.html'])
		expect(readFileSync(path.join(out, at), 'utf8'), at).toContain(`content="${UNLISTED}"`);
	expect(readFileSync(path.join(out, 'robots.txt'), 'utf8')).toBe('User-agent: *\nAllow: /\n');
	expect(rulesOf(readFileSync(path.join(out, '_headers'), 'utf8')).get('/*')?.['X-Robots-Tag']).toBe(
		UNLISTED,
	);
	expect(readFileSync(path.join(out, '_headers'), 'utf8')).not.toContain(':file');
	expect(() => readFileSync(path.join(out, 'sitemap-index.xml'))).toThrow();
});
