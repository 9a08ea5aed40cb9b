import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type Server, serveSite } from './server.ts';
import { SITES, type SiteName } from './sites.ts';

/** What a page did that it must not do. */
export interface Conduct {
	/** Requests to another host. */
	foreign: string[];
	/** Requests of this site that failed. */
	failed: string[];
	/** Errors, and anything that the Content-Security-Policy stopped. */
	errors: string[];
}

/** A site served and a browser to look at it with. */
export interface Visit {
	server: Server;
	browser: Browser;
	/** Opens a path of the site in a fresh context; closes the one before. */
	open(at: string, options?: BrowserContextOptions): Promise<Page & { conduct: Conduct }>;
	close(): Promise<void>;
}

/** Serves a built site and starts a browser. */
export async function visit(name: SiteName): Promise<Visit> {
	return visitServer(await serveSite(name));
}

/** Starts a browser to look at a site that is served already. */
export async function visitServer(server: Server): Promise<Visit> {
	const browser = await launchBrowser();
	return {
		server,
		browser,
		async open(at, options = {}) {
			await Promise.all(browser.contexts().map((context) => context.close()));
			const context = await browser.newContext(options);
			const page = await context.newPage();
			const conduct = watch(page, new URL(server.url).origin);
			await page.goto(server.url + at.replace(/^\//, ''), { waitUntil: 'load' });
			return Object.assign(page, { conduct });
		},
		async close() {
			await browser.close();
			await server.close();
		},
	};
}

function watch(page: Page, origin: string): Conduct {
	const conduct: Conduct = { foreign: [], failed: [], errors: [] };
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(origin) && !/^(?:data|blob|about):/.test(url)) conduct.foreign.push(url);
	});
	page.on('response', (response) => {
		if (response.status() >= 400 && !response.request().isNavigationRequest())
			conduct.failed.push(`${response.status()} ${response.url()}`);
	});
	page.on('requestfailed', (request) =>
		conduct.failed.push(`${request.failure()?.errorText} ${request.url()}`),
	);
	page.on('pageerror', (error) => conduct.errors.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') conduct.errors.push(message.text());
	});
	return conduct;
}

/**
 * One page of each kind that a site has, by path: the fixed ones, the first of those named by what they hold, and
 * four records.
 */
export function kindsOfPages(name: SiteName): string[] {
	const { out } = SITES[name];
	const inside = (folder: string) =>
		readdirSync(path.join(out, folder), { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map((entry) => `/${folder}/${entry.name}/`)
			.sort();
	return [
		'/',
		'/about/',
		'/safety/',
		'/search/',
		'/testimonies/',
		'/reports/',
		'/findings/',
		'/themes/',
		'/organisations/',
		'/figures/',
		'/help/search/',
		'/help/cite/',
		'/help/verify/',
		'/help/rules/',
		'/changes/',
		'/data/',
		'/list/',
		'/404.html',
		...inside('complaints').slice(0, 1),
		...inside('themes').slice(0, 1),
		...inside('organisations').slice(0, 1),
		// With parts that leave something out, beside others, and over time.
		...inside('figures').filter((at) => /\/(?:providers|wrote-2031-06)/.test(at)),
		...inside('r').slice(0, 4),
	];
}
