import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { WORK_PREFIX } from '../core/caches.ts';
import { isRunning, processName } from './processes.ts';

const FOLDER = '.astro';

/**
 * Makes a folder for what this process writes before it is the site. It lies in the project, since the code of pages
 * finds its packages from there; no other process uses it, and no later run takes anything from it. Folders of
 * processes that were killed are removed.
 */
export function makeWorkFolder(): string {
	removeDeadWork();
	const folder = path.resolve(FOLDER, WORK_PREFIX + processName());
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	return folder;
}

/** Removes what killed processes left; it may hold the words of records. */
export function removeDeadWork(): void {
	for (const name of existsSync(FOLDER) ? readdirSync(FOLDER) : [])
		if (name.startsWith(WORK_PREFIX) && !isRunning(name.slice(WORK_PREFIX.length)))
			rmSync(path.resolve(FOLDER, name), { recursive: true, force: true });
}
