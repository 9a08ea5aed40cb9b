import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the project. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where tests put what they make. Git and the tools never look there. */
export const CACHE = path.join(ROOT, 'node_modules/.cache/tests');

/** One archive, built for the tests. */
export interface Site {
	/** Folder of the content. */
	content: string;
	/** Folder that the build writes. */
	out: string;
	/** Public address, with a closing slash. */
	address: string;
	/** Path part of the address, with a closing slash. */
	base: string;
}

/** Sites of content that lies in the project; `setup.ts` builds each once in a run. */
export const SITES = {
	/** The first archive, published under a sub-path. */
	first: site('first', 'content', 'https://archive.example/sub/'),
	/** The second archive on another subject, at the top of a host. */
	market: site('market', 'tests/fixtures/market', 'https://market.example/'),
} as const;

export type SiteName = keyof typeof SITES;

const releasedFolder = path.join(CACHE, 'released');

/** A small archive of two signed releases: `make-released.ts` writes it and builds its site, once in a run. */
export const RELEASED = {
	folder: releasedFolder,
	content: path.join(releasedFolder, 'content'),
	out: path.join(releasedFolder, 'site'),
	/** The two secret keys, as JSON. */
	keys: path.join(releasedFolder, 'keys.json'),
	address: 'https://archive.example/sub/',
	base: '/sub/',
} as const;

/** All that `setup.ts` builds. */
export type BuiltName = SiteName | 'released';

/** What a build left behind: its exit code and all that it printed. */
export interface Outcome {
	code: number | null;
	output: string;
}

/** Where the outcome of a site's build is kept for the tests. */
export const outcomeFile = (name: BuiltName): string => path.join(CACHE, `${name}.json`);

/** The built site; fails with the build's own words if it could not be built. */
export function builtSite(name: SiteName): Site {
	requireBuilt(name);
	return SITES[name];
}

/** @throws with what the build printed, if it failed */
export function requireBuilt(name: BuiltName): void {
	const outcome = JSON.parse(readFileSync(outcomeFile(name), 'utf8')) as Outcome;
	if (outcome.code !== 0)
		throw new Error(`The build of "${name}" ended with ${outcome.code}:\n${outcome.output.slice(-4000)}`);
}

function site(name: string, content: string, address: string): Site {
	return {
		content: path.join(ROOT, content),
		out: path.join(CACHE, name),
		address,
		base: new URL(address).pathname,
	};
}
