import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn } from './reader.ts';

/** Hidden folders within the archive’s: what a cut leaves in them is not taken for content. */
const STAGING = '.release-staging';
const READY = '.release-ready';

/** Contents of files by their path from the archive’s folder. */
export type Writing = ReadonlyMap<string, string>;

/**
 * Writes files to an archive’s folder, all or none. They are first written beside it; one renaming makes them ready;
 * then each is moved into its place. What fails is undone; after a power cut `finishWriting` goes on from there.
 *
 * @returns undoes it all
 */
export function writeAll(root: string, files: Writing): () => void {
	const staging = path.join(root, STAGING);
	rmSync(staging, { recursive: true, force: true });
	try {
		for (const [file, content] of files) {
			const target = path.join(staging, file);
			mkdirSync(path.dirname(target), { recursive: true });
			writeFileSync(target, content, { flag: 'wx' });
		}
		renameSync(staging, path.join(root, READY));
	} catch (error) {
		rmSync(staging, { recursive: true, force: true });
		throw error;
	}
	return moveAll(root);
}

/**
 * Finishes a writing that was cut short, and clears away one that had not begun.
 *
 * @returns whether there was one to finish
 */
export function finishWriting(root: string): boolean {
	rmSync(path.join(root, STAGING), { recursive: true, force: true });
	if (!existsSync(path.join(root, READY))) return false;
	moveAll(root);
	return true;
}

function moveAll(root: string): () => void {
	const ready = path.join(root, READY);
	const done: { target: string; before: Buffer | undefined; made: string | undefined }[] = [];
	const undo = () => {
		for (const { target, before, made } of done.reverse())
			if (before) writeFileSync(target, before);
			else rmSync(made ?? target, { recursive: true, force: true });
		rmSync(ready, { recursive: true, force: true });
	};
	try {
		for (const file of filesIn(ready)) {
			const target = path.join(root, file);
			const before = existsSync(target) ? readFileSync(target) : undefined;
			// The topmost folder that had to be made goes away with the file.
			const made = mkdirSync(path.dirname(target), { recursive: true });
			done.push({ target, before, made });
			renameSync(path.join(ready, file), target);
		}
		rmSync(ready, { recursive: true, force: true });
	} catch (error) {
		undo();
		throw error;
	}
	return undo;
}
