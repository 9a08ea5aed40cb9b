import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { WORK_PREFIX } from '../core/caches.ts';
import { isRunning, processName } from './processes.ts';

const FOLDER = '.astro';

/**
 * Creates a staging folder for this process. It is inside the project, so that the code of pages can resolve
 * packages; no other process uses it, and no later run reuses it. Folders of killed processes are removed.
 */
export function makeWorkFolder(): string {
	removeDeadWork();
	const folder = path.resolve(FOLDER, WORK_PREFIX + processName());
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	return folder;
}

/** Removes folders of killed processes, which may contain text of records. */
export function removeDeadWork(): void {
	for (const name of existsSync(FOLDER) ? readdirSync(FOLDER) : [])
		if (name.startsWith(WORK_PREFIX) && !isRunning(name.slice(WORK_PREFIX.length)))
			rmSync(path.resolve(FOLDER, name), { recursive: true, force: true });
}
