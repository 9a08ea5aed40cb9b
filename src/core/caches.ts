import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where all caches lie: a folder for each archive, and in it one for each address that it was built for. */
const CACHES = 'node_modules/.cache/archive';

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Folder of the caches of an archive, whatever address it is built for. */
export function cachesOf(content: string): string {
	return path.resolve(CACHES, digest(content));
}

/** Folder of the caches of an archive that is built for an address. */
export function cacheOf(content: string, address: string | undefined): string {
	return path.join(cachesOf(content), digest(address ?? ''));
}

/** Folders in `.astro` that a running command writes to begin with this. */
export const WORK_PREFIX = 'run-';

/** What was left in the folder for temporary files by a review that was killed. */
const LEFT_OVER = /^archive-review-/;
/** A review takes seconds; what is older, in milliseconds, is in use by nobody. */
const LEFT_OVER_AGE = 60_000;

/**
 * Removes everything that the software keeps of an archive's words outside the archive, for every address it was built
 * for: caches, those of archives that are no longer where they were, and copies that a killed command left. A build that
 * runs at this moment fails: what it was making has the words, too.
 *
 * @returns places that could not be removed
 */
export function clearCaches(content: string): string[] {
	const places = [cachesOf(content), ...orphanedCaches(), path.resolve('.astro/data-store.json')];
	const running = namesIn('.astro').filter((name) => name.startsWith(WORK_PREFIX));
	places.push(...running.map((name) => path.resolve('.astro', name)));
	const temporary = namesIn(tmpdir()).filter((name) => LEFT_OVER.test(name));
	places.push(...temporary.map((name) => path.join(tmpdir(), name)).filter(isOld));
	return places.filter((place) => !isRemoved(place));
}

/** Caches in the layout of earlier versions of the software, and those whose archive is gone. */
function orphanedCaches(): string[] {
	const root = path.resolve(CACHES);
	return namesIn(root)
		.filter((name) => /^[0-9a-f]{12}$/.test(name))
		.map((name) => path.join(root, name))
		.filter((folder) => {
			if (existsSync(path.join(folder, 'readings.json'))) return true;
			const roots = namesIn(folder).map((name) => rootIn(path.join(folder, name, 'readings.json')));
			return roots.some((one) => one !== undefined && !existsSync(one));
		});
}

/** Folder of the archive whose readings a cache holds: every place in it begins with it. */
function rootIn(readings: string): string | undefined {
	try {
		const root = /\[\["((?:[^"\\]|\\[^n])*)\\n/.exec(readFileSync(readings, 'utf8').slice(0, 4096))?.[1];
		return root === undefined ? undefined : JSON.parse(`"${root}"`);
	} catch {
		return undefined;
	}
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function isOld(place: string): boolean {
	try {
		const { mtimeMs, uid } = statSync(place);
		return Date.now() - mtimeMs > LEFT_OVER_AGE && (process.getuid?.() ?? uid) === uid;
	} catch {
		return false;
	}
}

function isRemoved(place: string): boolean {
	try {
		rmSync(place, { recursive: true, force: true });
		return true;
	} catch {
		return false;
	}
}
