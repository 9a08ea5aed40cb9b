import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readArchive } from '../../src/archive/read/read.ts';
import { temporaryFolder, writeArchive } from '../support/archive.ts';
import { visitServer } from '../support/pages.ts';
import { build } from '../support/run.ts';
import { serve } from '../support/server.ts';
import { type Settled, withAccounts } from './accounts.ts';
import { watchForCode } from './conduct.ts';
import { hostileArchive, longWords, payloadIn, probeArchive } from './fixture.ts';
import { PAYLOADS } from './payloads.ts';

/** A site of payloads, built as any archive is, served, with a browser to look at it. */
export interface HostileSite {
	/** Payloads that the checks of reports and organisations let through: only these can reach a page. */
	accepted: readonly number[];
	/** What became of the payloads in accounts. */
	accounts: Settled;
	/** Folder that the build wrote. */
	out: string;
	/** A folder to put things in, which goes away with the site. */
	folder: string;
	/** Paths of all pages. */
	pages: readonly string[];
	/** Full address of a path. */
	addressOf(at: string): string;
	/** A page in which nothing may run but the site's own scripts; without its policy, if so asked. */
	watched(bypassCSP: boolean): Promise<{ page: Page; context: BrowserContext; offences: string[] }>;
	/** A page of a certain width. */
	narrow(width: number): Promise<{ page: Page; context: BrowserContext }>;
	close(): Promise<void>;
}

/** Builds the site of all payloads that the content may hold at all. */
export async function hostileSite(): Promise<HostileSite> {
	const accepted = await acceptedPayloads();
	const accounts = await withAccounts({ ...hostileArchive(accepted), ...longWords() }, accepted);
	const elsewhere = temporaryFolder();
	const out = path.join(elsewhere.path, 'site');
	using content = writeArchive(accounts.files);
	const { code, output } = await build({ content: content.path, out, address: 'https://x.example/' });
	expect(code, output.slice(-3000)).toBe(0);
	const site = await visitServer(await serve(out));
	return {
		accepted,
		accounts,
		out,
		folder: elsewhere.path,
		pages: readdirSync(out, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.html'))
			.map((file) => `/${file.replaceAll(path.sep, '/').replace(/index\.html$/, '')}`)
			.sort(),
		addressOf: (at) => site.server.url + at.replace(/^\//, ''),
		async watched(bypassCSP) {
			const context = await site.browser.newContext({ bypassCSP, acceptDownloads: true });
			const page = await context.newPage();
			const offences = await watchForCode(page, new URL(site.server.url).origin);
			return { page, context, offences };
		},
		async narrow(width) {
			const context = await site.browser.newContext({ viewport: { width, height: 640 } });
			return { page: await context.newPage(), context };
		},
		async close() {
			await site.close();
			elsewhere[Symbol.dispose]();
		},
	};
}

async function acceptedPayloads(): Promise<number[]> {
	using folder = writeArchive(probeArchive());
	const { problems } = await readArchive(folder.path);
	const refused = new Set<number>();
	for (const { file, severity } of problems) {
		const index = payloadIn(file);
		if (severity === 'error' && index !== undefined) refused.add(index);
	}
	return [...PAYLOADS.keys()].filter((index) => !refused.has(index));
}
