import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../core/values/failure.ts';
import { isRunning, processName } from './processes.ts';

/**
 * Lets one process alone write an output folder. The lock is a file beside it that names the process; one that a
 * killed process left is taken over.
 *
 * @param outDir the folder, which need not be there; the folder above it must
 * @returns lets go of it
 * @throws Failure if another process has it
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

/** Removes the lock of a process that has ended, unless another took it over in the meantime. */
function takeAway(file: string, holder: string, own: string): void {
	const aside = `${file}.${own}`;
	try {
		renameSync(file, aside);
	} catch {
		return;
	}
	// What was moved may be the lock of one that was quicker: it gets it back.
	if (read(aside) === holder) rmSync(aside);
	else renameSync(aside, file);
}
