import { beforeAll, describe, expect, test } from 'vitest';
import { recordPath } from '../../src/core/values/address.ts';
import { type BuiltSite, type Page, readSite, type Tag } from '../support/html.ts';
import { readSound } from '../support/integrity.ts';
import { SITES, type SiteName } from '../support/sites.ts';

/** Attributes that make the browser fetch something, by element; `*` for any. */
const RESOURCES: Readonly<Record<string, readonly string[]>> = {
	link: ['href'],
	script: ['src'],
	img: ['src', 'srcset'],
	source: ['src', 'srcset'],
	iframe: ['src', 'srcdoc'],
	video: ['src', 'poster'],
	audio: ['src'],
	object: ['data'],
	embed: ['src'],
	input: ['src'],
	use: ['href'],
	image: ['href'],
	form: ['action'],
	button: ['formaction'],
};

/** Relations of a `<link>` that only say something and fetch nothing. */
const SAYING = new Set(['canonical', 'alternate', 'next', 'prev', 'license', 'author', 'sitemap', 'search']);

const linksOf = (page: Page) =>
	page.tags.flatMap(({ name, attributes }) =>
		name === 'a' && attributes['href'] ? [attributes['href']] : [],
	);

const resourcesOf = (page: Page) =>
	page.tags.flatMap((tag) =>
		isSaying(tag) ? [] : (RESOURCES[tag.name] ?? []).flatMap((key) => tag.attributes[key] ?? []),
	);

const isSaying = ({ name, attributes }: Tag) =>
	name === 'link' && (attributes['rel'] ?? '').split(' ').every((relation) => SAYING.has(relation));

/** Pages whose fragment is a state, and no place on them. */
const STATES = new Set(['/search/', '/list/']);

describe.each(Object.keys(SITES) as SiteName[])('the site %s', (name) => {
	let site: BuiltSite;
	let pages: Page[];
	beforeAll(() => {
		site = readSite(name);
		pages = [...site.pages.values()];
	});

	/** Every link or resource of every page for which the check has something to say. */
	const faults = (
		targets: (page: Page) => string[],
		check: (target: string, page: Page) => string | undefined,
	) =>
		pages.flatMap((page) =>
			targets(page).flatMap((target) => {
				const fault = check(target, page);
				return fault === undefined ? [] : [`${page.path}: ${target} ${fault}`];
			}),
		);

	/** What is wrong with a target within the site. */
	const broken = (target: string, page: Page): string | undefined => {
		const resolved = site.resolve(target, page);
		if (!resolved) return undefined;
		if (resolved.path === undefined) return `leads out of ${site.base}`;
		const there = site.pages.get(resolved.path);
		if (!there) return site.files.includes(resolved.path.slice(1)) ? undefined : 'leads nowhere';
		const { fragment } = resolved;
		// The search page keeps its state in the fragment.
		if (fragment === '' || there.anchors.has(fragment) || STATES.has(resolved.path)) return undefined;
		return `has no anchor #${fragment}`;
	};

	test('has a page for each record, withdrawn or not', async () => {
		const { archive } = await readSound(site.content);
		for (const { id } of [...archive.records, ...archive.tombstones])
			expect(pages.map((page) => page.path)).toContain(recordPath(id));
	});

	test('has no broken link and no broken anchor', () => {
		expect(faults(linksOf, broken)).toEqual([]);
	});

	test('fetches nothing that is not there', () => {
		expect(faults(resourcesOf, broken)).toEqual([]);
	});

	test('fetches nothing from another host', () => {
		const foreign = (target: string, page: Page) =>
			site.resolve(target, page) ? undefined : 'is on another host';
		expect(faults(resourcesOf, foreign)).toEqual([]);
	});

	test('its style sheets and scripts name no other host', () => {
		const found = pages
			.flatMap((page) => resourcesOf(page))
			.filter((target) => /\.(?:css|js)$/.test(target))
			.filter((target) => /^https?:/.test(target));
		expect(found).toEqual([]);
	});

	test('links to other sites tell them nothing', () => {
		const told = pages.flatMap((page) =>
			page.tags
				.filter(({ name: tag, attributes }) => tag === 'a' && /^https?:/.test(attributes['href'] ?? ''))
				.filter(({ attributes }) => !site.resolve(attributes['href'] ?? '', page))
				.filter(({ attributes }) => !/\bnoreferrer\b/.test(attributes['rel'] ?? ''))
				.map(({ attributes }) => `${page.path}: ${attributes['href']} rel="${attributes['rel'] ?? ''}"`),
		);
		expect(told).toEqual([]);
	});

	test('every page can be reached from the home page by links alone', () => {
		const reached = new Set(['/']);
		const waiting = [site.page('/')];
		for (let page = waiting.pop(); page; page = waiting.pop())
			for (const target of linksOf(page)) {
				const found = site.resolve(target, page)?.path;
				const next = found === undefined ? undefined : site.pages.get(found);
				if (!next || reached.has(next.path)) continue;
				reached.add(next.path);
				waiting.push(next);
			}
		const lost = pages.map((page) => page.path).filter((path) => !reached.has(path));
		// A withdrawn record answers at its address, but nothing need lead there.
		const tombstones = lost.filter((path) => /withdrawn/i.test(site.page(path).html));
		expect(lost.filter((path) => path !== '/404.html' && !tombstones.includes(path))).toEqual([]);
	});

	test('no page has a style, a script or a handler in itself', () => {
		const inline = pages.flatMap((page) => [
			...[
				...page.html.matchAll(/<style\b|<script(?![^>]*\bsrc=)(?! type="application\/ld\+json">)[^>]*>/g),
			].map(([tag]) => `${page.path}: ${tag}`),
			...page.tags.flatMap(({ name: tag, attributes }) =>
				Object.keys(attributes)
					.filter((key) => key === 'style' || /^on[a-z]/.test(key))
					.map((key) => `${page.path}: <${tag} ${key}="${attributes[key]}">`),
			),
			...page.tags
				.filter(({ attributes }) => /^\s*(?:javascript|data|vbscript):/i.test(attributes['href'] ?? ''))
				// A reference as a file: it is saved, never opened.
				.filter(
					({ attributes: { href = '', download } }) =>
						!(
							download &&
							/^data:application\/(?:x-research-info-systems|x-bibtex|vnd\.citationstyles\.csl\+json);/.test(
								href,
							)
						),
				)
				.map(({ attributes }) => `${page.path}: ${attributes['href']}`),
		]);
		expect(inline).toEqual([]);
	});

	test('every page carries the one Content-Security-Policy, before anything that it fetches', () => {
		const policies = pages.map((page) => {
			const first = page.tags.findIndex((tag) => resourcesOf({ ...page, tags: [tag] }).length > 0);
			const policy = page.tags.findIndex(
				({ attributes }) => attributes['http-equiv']?.toLowerCase() === 'content-security-policy',
			);
			return policy >= 0 && (first < 0 || policy < first)
				? page.tags[policy]?.attributes['content']
				: page.path;
		});
		expect(new Set(policies).size).toBe(1);
		expect(policies[0]).toMatch(
			/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/,
		);
		expect(policies[0]).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/);
	});

	test('no identifier stands twice on a page', () => {
		const twice = pages.flatMap((page) => {
			const ids = page.tags.flatMap(({ attributes }) => attributes['id'] ?? []);
			return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page.path}#${id}`);
		});
		expect(twice).toEqual([]);
	});

	test('no one-letter folder stands at the top but /r/, since Astro would never empty some of those', () => {
		const top = new Set(
			site.files.map((file) => file.split('/')[0] ?? '').filter((part) => part.length === 1),
		);
		expect([...top]).toEqual(['r']);
	});
});
