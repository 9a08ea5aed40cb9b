import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from './run.ts';
import { CACHE, outcomeFile, SITES, type SiteName } from './sites.ts';

const ONCE = Symbol.for('tests.sites');

/** Builds all sites, once in a run even where several projects ask. */
export default async function setup(): Promise<void> {
	const shared = globalThis as { [ONCE]?: Promise<void> };
	shared[ONCE] ??= buildAll();
	await shared[ONCE];
}

/**
 * Builds one after another: Astro's build is one thread, and a small machine has little memory. A build that fails
 * is no reason to stop: the tests that need it fail and show what it said.
 */
async function buildAll(): Promise<void> {
	await mkdir(CACHE, { recursive: true });
	for (const name of Object.keys(SITES) as SiteName[]) {
		const { content, out, address } = SITES[name];
		await rm(out, { recursive: true, force: true });
		const outcome = await build({ content, out, address });
		await writeFile(outcomeFile(name), JSON.stringify(outcome));
	}
}
