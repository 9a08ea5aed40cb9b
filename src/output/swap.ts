import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Failure, isSystemError } from '../core/values/failure.ts';
import { lockOutput } from './lock.ts';

/** Where the new and the previous site are during the swap: next to the output folder, on the same disk. */
function swapPaths(outDir: string): { next: string; last: string; gone: string } {
	const sibling = (ending: string) => path.join(path.dirname(outDir), `.${path.basename(outDir)}.${ending}`);
	return { next: sibling('next'), last: sibling('last'), gone: sibling('gone') };
}

/**
 * Completes or undoes an interrupted swap. A finished and scanned site is moved to `next`, or copied there from
 * another disk, so `next` may be incomplete: it is published only if the previous site had already been moved away.
 * The caller must hold the lock.
 */
export function settleOutput(outDir: string): void {
	const { next, last, gone } = swapPaths(outDir);
	if (existsSync(last) && !existsSync(outDir)) renameSync(existsSync(next) ? next : last, outDir);
	rmSync(next, { recursive: true, force: true });
	removeLast(last, gone);
}

/**
 * Removes a folder that may be large. It is renamed first, so that a half-deleted folder is never mistaken for a
 * site.
 */
function removeLast(last: string, gone: string): void {
	rmSync(gone, { recursive: true, force: true });
	if (!existsSync(last)) return;
	renameSync(last, gone);
	rmSync(gone, { recursive: true, force: true });
}

/** Copies a site to another disk, and removes the partial copy if the disk is full. */
function copySite(site: string, next: string): void {
	try {
		cpSync(site, next, { recursive: true, preserveTimestamps: true });
	} catch (error) {
		rmSync(next, { recursive: true, force: true });
		throw error;
	}
}

/** Restores a site after an interrupted swap, for commands that read it. */
export function recoverOutput(outDir: string): void {
	if (existsSync(outDir) || !existsSync(swapPaths(outDir).last)) return;
	const unlock = lockOutput(outDir);
	try {
		settleOutput(outDir);
	} finally {
		unlock();
	}
}

/**
 * Publishes a site that was built and scanned. At any moment the previous or the new site is complete, either in the
 * output folder or, between two renames, next to it, from where `settleOutput` restores it.
 *
 * @throws Failure if the output folder cannot be renamed; it is then unchanged
 */
export function putInPlace(site: string, outDir: string): void {
	const { next, last, gone } = swapPaths(outDir);
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
