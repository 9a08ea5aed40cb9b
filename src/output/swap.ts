import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Failure, isSystemError } from '../core/values/failure.ts';
import { lockOutput } from './lock.ts';

/** Where the next site and the last one stand while they change places: beside the output folder, on its disk. */
function besides(outDir: string): { next: string; last: string; gone: string } {
	const beside = (ending: string) => path.join(path.dirname(outDir), `.${path.basename(outDir)}.${ending}`);
	return { next: beside('next'), last: beside('last'), gone: beside('gone') };
}

/**
 * Ends what a killed build left beside an output folder. A site is moved to `next` only when it is whole and swept,
 * but is copied there where it was built on another disk: it is published only where the last one was moved away
 * for it. To be called by whoever has the lock of the folder.
 */
export function settleOutput(outDir: string): void {
	const { next, last, gone } = besides(outDir);
	if (existsSync(last) && !existsSync(outDir)) renameSync(existsSync(next) ? next : last, outDir);
	rmSync(next, { recursive: true, force: true });
	removeLast(last, gone);
}

/** Removes a folder that may be large: under another name, so that half of it is never taken for a site. */
function removeLast(last: string, gone: string): void {
	rmSync(gone, { recursive: true, force: true });
	if (!existsSync(last)) return;
	renameSync(last, gone);
	rmSync(gone, { recursive: true, force: true });
}

/** Copies a site to another disk. Where that is full, nothing of it stays there. */
function copySite(site: string, next: string): void {
	try {
		cpSync(site, next, { recursive: true, preserveTimestamps: true });
	} catch (error) {
		rmSync(next, { recursive: true, force: true });
		throw error;
	}
}

/** Has a site back that a killed build left beside its folder, for commands that read it. */
export function recoverOutput(outDir: string): void {
	if (existsSync(outDir) || !existsSync(besides(outDir).last)) return;
	const unlock = lockOutput(outDir);
	try {
		settleOutput(outDir);
	} finally {
		unlock();
	}
}

/**
 * Puts a site that was built and swept into its place. At every moment the last site or the new one is whole, in the
 * output folder or, between two renamings, beside it, from where `settleOutput` puts it back.
 *
 * @throws Failure if the output folder cannot be renamed; then it is as it was
 */
export function putInPlace(site: string, outDir: string): void {
	const { next, last, gone } = besides(outDir);
	settleOutput(outDir);
	try {
		renameSync(site, next);
	} catch (error) {
		if (!isSystemError(error) || error.code !== 'EXDEV') throw error;
		copySite(site, next);
	}
	if (existsSync(outDir)) {
		try {
			renameSync(outDir, last);
		} catch (error) {
			rmSync(next, { recursive: true, force: true });
			if (!isSystemError(error)) throw error;
			throw new Failure(
				`The new site cannot take the place of ${outDir}, which is as it was (${error.code}). A folder that is mounted cannot be renamed: name a folder in it (ARCHIVE_OUT=${path.join(outDir, 'site')}).`,
			);
		}
	}
	renameSync(next, outDir);
	removeLast(last, gone);
}
