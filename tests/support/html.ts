import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtSite, type Site, type SiteName } from './sites.ts';

/** An opening tag of a page. */
export interface Tag {
	name: string;
	attributes: Readonly<Record<string, string>>;
}

/** A page of a built site. */
export interface Page {
	/** Address under which it is published. */
	url: string;
	/** Path from the site's home, as the model's addresses are written: `/r/7k3m9qtw/`. */
	path: string;
	html: string;
	tags: readonly Tag[];
	/** Identifiers that a fragment can lead to. */
	anchors: ReadonlySet<string>;
}

/** A built site, read. */
export interface BuiltSite extends Site {
	/** All files by path from the output folder, with forward slashes. */
	files: readonly string[];
	/** All pages by their path. */
	pages: ReadonlyMap<string, Page>;
	/** The page at a path; throws if there is none. */
	page(path: string): Page;
	/** What a page's address means, or undefined if it leads to another host. */
	resolve(target: string, from: Page): Target | undefined;
}

/** Where a link within the site leads. */
export interface Target {
	/** Path from the site's home; undefined if it is outside the site's folder on the host. */
	path: string | undefined;
	/** Fragment without its mark. */
	fragment: string;
}

/** Reads a built site into memory. */
export function readSite(name: SiteName): BuiltSite {
	const site = builtSite(name);
	const files = readdirSync(site.out, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			path.relative(site.out, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
		)
		.sort();
	const pages = new Map(
		files
			.filter((file) => file.endsWith('.html'))
			.map((file) => readPage(site, file))
			.map((page) => [page.path, page]),
	);
	return {
		...site,
		files,
		pages,
		page(wanted) {
			const found = pages.get(wanted);
			if (!found) throw new Error(`There is no page ${wanted}; there are ${[...pages.keys()].join(' ')}`);
			return found;
		},
		resolve(target, from) {
			const url = new URL(target, from.url);
			const { origin, pathname } = new URL(site.address);
			if (url.origin !== origin) return undefined;
			const inside = url.pathname.startsWith(pathname);
			return {
				path: inside ? `/${decodeURI(url.pathname.slice(pathname.length))}` : undefined,
				fragment: decodeURIComponent(url.hash.slice(1)),
			};
		},
	};
}

function readPage(site: Site, file: string): Page {
	const html = readFileSync(path.join(site.out, file), 'utf8');
	const tags = tagsOf(html);
	const folder = `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
	return {
		url: new URL(`.${folder}`, site.address).href,
		path: folder,
		html,
		tags,
		anchors: new Set(tags.flatMap(({ attributes }) => attributes['id'] ?? [])),
	};
}

/** All opening tags of a page, with their attributes as the browser sees them. */
export function tagsOf(html: string): Tag[] {
	const bare = html.replace(/<!--[\s\S]*?-->/g, '').replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
	return [
		...bare.matchAll(
			/<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi,
		),
	].map(([, name = '', attributes = '']) => ({
		name: name.toLowerCase(),
		attributes: attributesOf(attributes),
	}));
}

function attributesOf(text: string): Record<string, string> {
	const found = text.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g);
	return Object.fromEntries(
		[...found].map(([, name = '', a, b, c]) => [name.toLowerCase(), decodeEntities(a ?? b ?? c ?? '')]),
	);
}

/** The words of a page as a reader sees them, without tags, one space between them. */
export function wordsOf(html: string): string {
	return decodeEntities(
		html
			.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ')
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' '),
	);
}

function decodeEntities(text: string): string {
	return text
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;|&#34;/g, '"')
		.replace(/&#39;|&#x27;|&apos;/g, "'")
		.replace(/&nbsp;/g, '\u00a0')
		.replace(/&amp;|&#38;/g, '&');
}
