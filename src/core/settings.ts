import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { SITE_ADDRESS_ADVICE, siteAddressFault } from './values/address.ts';
import { Failure } from './values/failure.ts';
import { cacheOf } from './caches.ts';

/** How this run of the software is set up: where it reads, where it writes, where the result will live. */
export interface Settings {
	/** Absolute path of the folder with the archive. */
	content: string;
	/** Absolute path of the folder that the site is written to. */
	outDir: string;
	/** Folder for what may be thrown away; one for each archive, so that two never share a cache. */
	cacheDir: string;
	/** Folder for what this run alone writes and nothing is left in. */
	workDir: string;
	/** Host that the archive is published on, with protocol. */
	site: string;
	/** Folder on that host, beginning and ending with a slash. */
	base: string;
	/** The same as it stands before a path of the archive: without the slash at the end. */
	prefix: string;
	/** Whether the address is a public one, or only that of a local copy. */
	hasAddress: boolean;
	/** Whether the search index is made. */
	search: boolean;
	/** Whether files may change while the program runs. */
	live: boolean;
}

const LOCAL_ADDRESS = 'http://localhost:4321/';

/**
 * Reads the settings from the environment, each with a default that needs nothing set:
 * `ARCHIVE_CONTENT`, `ARCHIVE_OUT`, `ARCHIVE_ADDRESS` (overrides `address` in `archive.yaml`),
 * `ARCHIVE_SEARCH=off`, `ARCHIVE_LIVE=1`,
 * `ARCHIVE_WORK` (set by the commands themselves).
 *
 * @throws Failure if an address is given that a site cannot be at, or a folder that is no folder's name
 */
export function settings(environment: NodeJS.ProcessEnv = process.env): Settings {
	const key = JSON.stringify(VARIABLES.map((name) => environment[name]));
	// Every page asks: the answer is kept for as long as the environment says the same.
	if (last?.key !== key) last = { key, settings: read(environment) };
	return last.settings;
}

const VARIABLES = ['CONTENT', 'OUT', 'ADDRESS', 'SEARCH', 'LIVE', 'WORK'].map((name) => `ARCHIVE_${name}`);
let last: { key: string; settings: Settings } | undefined;

function read(environment: NodeJS.ProcessEnv): Settings {
	const content = path.resolve(environment['ARCHIVE_CONTENT'] || 'content');
	for (const name of ['ARCHIVE_CONTENT', 'ARCHIVE_OUT']) refuseOddFolder(name, environment[name] ?? '');
	const outDir = path.resolve(environment['ARCHIVE_OUT'] || 'dist');
	const given = environment['ARCHIVE_ADDRESS'] || configuredAddress(content);
	const fault = given && siteAddressFault(given);
	if (fault) throw new Failure(`ARCHIVE_ADDRESS ${fault}. ${SITE_ADDRESS_ADVICE}.`);
	const { origin, pathname } = new URL(given || LOCAL_ADDRESS);
	const base = pathname.replace(/\/*$/, '/');
	const cacheDir = cacheOf(content, given);
	return {
		content,
		outDir,
		cacheDir,
		workDir: path.resolve(environment['ARCHIVE_WORK'] || path.join(cacheDir, 'work')),
		site: origin,
		base,
		prefix: base.slice(0, -1),
		hasAddress: Boolean(given),
		search: environment['ARCHIVE_SEARCH'] !== 'off',
		live: environment['ARCHIVE_LIVE'] === '1',
	};
}

/** @throws Failure where a folder's name is a slip of the keyboard, which would make a folder of that name */
function refuseOddFolder(variable: string, folder: string): void {
	if (folder !== folder.trim())
		throw new Failure(`${variable} begins or ends with a space. Take it out, or leave the variable out.`);
	if (/^~/.test(folder))
		throw new Failure(
			`${variable} begins with ~, which only a shell replaces. Write the folder out, from / on.`,
		);
}

/** The address in `archive.yaml`, if the file can be read; what is wrong with the file is told when it is checked. */
function configuredAddress(content: string): string | undefined {
	try {
		const file = path.join(content, 'archive.yaml');
		// A link or a pipe could lead anywhere and never end; the check says that it is one.
		if (!lstatSync(file).isFile()) return undefined;
		const { address } = parse(readFileSync(file, 'utf8')) ?? {};
		return typeof address === 'string' && siteAddressFault(address) === undefined ? address : undefined;
	} catch {
		return undefined;
	}
}
