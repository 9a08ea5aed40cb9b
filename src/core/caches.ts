import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** All caches: a folder for each archive, and in it one for each address that it is built for. */
const CACHES = 'node_modules/.cache/archive';

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Folder of the caches of an archive, whatever address it is built for. */
function cachesOf(content: string): string {
	return path.resolve(CACHES, digest(content));
}

/** Folder of the caches of an archive that is built for an address. */
export function cacheOf(content: string, address: string | undefined): string {
	return path.join(cachesOf(content), digest(address ?? ''));
}

/** The cache file in that folder. */
export function cacheFileIn(folder: string): string {
	return path.join(folder, 'archive.cache');
}

/** File in the folder of a cache that says which archive it is of, so that it can be removed when the archive is gone. */
const ARCHIVE_NOTE = 'content-path';

/** Prepares the folder of a cache: notes its archive, and removes what earlier versions of the software cached there. */
export function prepareCacheFolder(folder: string, content: string): void {
	try {
		mkdirSync(folder, { recursive: true });
		writeFileSync(path.join(folder, ARCHIVE_NOTE), content);
		for (const name of namesIn(folder))
			if (/^(?:readings|texts|citations)\b.*\.json$|^images$/.test(name))
				rmSync(path.join(folder, name), { recursive: true });
	} catch {
		// Where the folder cannot be written there is no cache.
	}
}

/** Folders in `.astro` that a running command writes to begin with this. */
export const WORK_PREFIX = 'run-';

/** Left in the folder for temporary files by a review that was killed. */
const LEFT_OVER = /^archive-review-/;
/** A review takes seconds: what is older than this, in milliseconds, is not in use. */
const LEFT_OVER_AGE = 60_000;

/**
 * Removes every copy of an archive's words that the software makes outside the archive, for every address: caches, those of
 * archives that are gone, and copies that a killed command left. A build that is running fails, since its output has the
 * words too.
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

/** Caches in the layout of earlier versions of the software, which held accounts' fields, and those whose archive is gone. */
function orphanedCaches(): string[] {
	const root = path.resolve(CACHES);
	return namesIn(root)
		.filter((name) => /^[0-9a-f]{12}$/.test(name))
		.map((name) => path.join(root, name))
		.filter((folder) => {
			const inside = [folder, ...namesIn(folder).map((name) => path.join(folder, name))];
			return inside.some((one) => existsSync(path.join(one, 'readings.json')) || isOrphaned(one));
		});
}

function isOrphaned(cache: string): boolean {
	try {
		return !existsSync(readFileSync(path.join(cache, ARCHIVE_NOTE), 'utf8'));
	} catch {
		return false;
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
