import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareBrowser } from './browser.ts';
import { build, run } from './run.ts';
import { type BuiltName, CACHE, type Outcome, outcomeFile, ROOT, SITES } from './sites.ts';

/** What the tests of each project look at. */
const NEEDED: Readonly<Record<string, readonly BuiltName[]>> = {
	build: ['first', 'market', 'released'],
	browser: ['first', 'market', 'released'],
	hostile: ['released'],
};

/** The builds of this run, by site: projects share them. */
const BUILDS = Symbol.for('tests.sites');
const shared = globalThis as { [BUILDS]?: Map<BuiltName, Promise<void>> };

/**
 * Builds the sites that a project looks at, each once in a run. They are built at the same time: one build uses little
 * more than one core.
 */
export default async function setup({ name: project }: TestProject): Promise<void> {
	shared[BUILDS] ??= new Map();
	await mkdir(CACHE, { recursive: true });
	if (project !== 'build') await prepareBrowser();
	for (const name of NEEDED[project] ?? [])
		if (!shared[BUILDS].has(name)) shared[BUILDS].set(name, make(name));
	await Promise.all(shared[BUILDS].values());
}

/** A build that fails does not stop the run: the tests that need it fail and show what it printed. */
async function make(name: BuiltName): Promise<void> {
	await rm(outcomeFile(name), { force: true });
	await writeFile(outcomeFile(name), JSON.stringify(await outcomeOf(name)));
}

async function outcomeOf(name: BuiltName): Promise<Outcome> {
	if (name === 'released')
		return run(process.execPath, [path.join(ROOT, 'tests/support/make-released.ts')], {});
	const { content, out, address } = SITES[name];
	await rm(out, { recursive: true, force: true });
	return build({ content, out, address });
}
