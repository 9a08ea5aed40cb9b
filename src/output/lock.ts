import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../core/values/failure.ts';
import { isRunning, processName } from './processes.ts';

/**
 * Locks an output folder, so that only one process writes it. The lock is a file next to the folder that names the
 * process; a stale lock of a killed process is taken over.
 *
 * @param outDir the folder, which need not exist; its parent folder must
 * @returns a function that releases the lock
 * @throws Failure if another process holds the lock
 */
export function lockOutput(outDir: string): () => void {
	const file = path.join(path.dirname(outDir), `.${path.basename(outDir)}.lock`);
	const own = processName();
	for (let tries = 0; !tryWriting(file, own); tries++) {
		const holder = read(file);
		if (holder === undefined) continue;
		if (isRunning(holder) || tries > 9)
			throw new Failure(
				`Another build (process ${holder.split('-')[0]}) is writing ${outDir}. Wait until it has ended. If none is running, delete ${file}.`,
			);
		takeAway(file, holder, own);
	}
	return () => {
		if (read(file) === own) rmSync(file, { force: true });
	};
}

function tryWriting(file: string, own: string): boolean {
	try {
		writeFileSync(file, own, { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

function read(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

/** Removes a stale lock, unless another process has taken it over in the meantime. */
function takeAway(file: string, holder: string, own: string): void {
	const aside = `${file}.${own}`;
	try {
		renameSync(file, aside);
	} catch {
		return;
	}
	// The moved file may be the lock of a faster process: restore it.
	if (read(aside) === holder) rmSync(aside);
	else renameSync(aside, file);
}
