import { createHash } from 'node:crypto';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	linkSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { filesIn } from '../site-reader.ts';
import { digestOf, flush, type Step, stagingOf } from './journal.ts';
import { settleWrites } from './settle.ts';

/** A file's new content: text or bytes, a copy of another file, or null to delete it. */
export type Content = string | Uint8Array | { copyOf: string; sha256: string; mode: number } | null;

/** New contents of files, by path from the archive's folder with forward slashes. */
type Writing = ReadonlyMap<string, Content>;

/**
 * Changes files of an archive atomically: all or none. All writes to an archive use it. New files are first staged in a
 * hidden folder. Renaming a journal, which lists every file with its digests before and after, commits the change; then
 * each file is moved into place. If a step fails, everything is rolled back. If a kill or power cut interrupts it,
 * `settleWrites` settles it before the next command.
 *
 * @returns a function that undoes the change, except for files that were changed again since
 * @throws InterruptedWrite if an earlier write cannot be settled, or an error of the file system
 */
export function writeAll(root: string, files: Writing): () => void {
	settleWrites(root);
	const staging = stagingOf(root);
	mkdirSync(staging.folder, { mode: 0o700 });
	let steps: Step[];
	let before: Map<string, Content>;
	try {
		writeFileSync(staging.ignore, '*\n');
		writeFileSync(staging.owner, `${process.pid}\n`);
		({ steps, before } = stage(root, files));
		writeFileSync(`${staging.journal}.new`, JSON.stringify(steps), { flush: true });
		renameSync(`${staging.journal}.new`, staging.journal);
		flush(staging.folder);
	} catch (error) {
		rmSync(staging.folder, { recursive: true, force: true });
		throw error;
	}
	const folders = apply(root, steps);
	const after = new Map(steps.map((step) => [step.file, step.after]));
	return () => {
		const unchanged = [...before].filter(
			([file]) => digestOf(path.join(root, file)) === (after.get(file) ?? null),
		);
		writeAll(root, new Map(unchanged));
		for (const folder of folders)
			if (existsSync(folder) && filesIn(folder).length === 0) rmSync(folder, { recursive: true });
	};
}

/** Stages the new files, skipping those whose content does not change. */
function stage(root: string, files: Writing): { steps: Step[]; before: Map<string, Content> } {
	const staging = stagingOf(root);
	const steps: Step[] = [];
	const before = new Map<string, Content>();
	for (const [file, content] of files) {
		const target = path.join(root, file);
		const step = { file, before: digestOf(target), after: digestOfContent(content) };
		if (step.before === step.after) continue;
		if (content !== null) stageOne(staging.fresh(steps.length), target, content);
		// A hard link to the old file, so that a rollback needs no disk space.
		if (step.before !== null) backUp(target, staging.old(steps.length));
		before.set(file, step.before === null ? null : readFileSync(target));
		steps.push(step);
	}
	return { steps, before };
}

function stageOne(staged: string, target: string, content: Exclude<Content, null>): void {
	if (typeof content === 'string' || content instanceof Uint8Array) {
		const mode = (lstatSync(target, { throwIfNoEntry: false })?.mode ?? 0o644) & 0o777;
		writeFileSync(staged, content, { flag: 'wx', mode, flush: true });
		return;
	}
	copyFileSync(content.copyOf, staged);
	if (digestOf(staged) !== content.sha256)
		throw new Error(`${content.copyOf} changed while it was read: try again`);
	chmodSync(staged, content.mode);
	flush(staged);
}

function backUp(target: string, old: string): void {
	try {
		linkSync(target, old);
	} catch {
		// Not every file system supports links.
		copyFileSync(target, old);
	}
}

function digestOfContent(content: Content): string | null {
	if (content === null) return null;
	if (typeof content === 'string' || content instanceof Uint8Array)
		return createHash('sha256').update(content).digest('hex');
	return content.sha256;
}

/**
 * Moves the staged files into place, and rolls back if one cannot be moved.
 *
 * @returns the folders that were created
 */
function apply(root: string, steps: readonly Step[]): string[] {
	const staging = stagingOf(root);
	const done: { index: number; target: string; made: string | undefined }[] = [];
	try {
		for (const [index, { file, after }] of steps.entries()) {
			const target = path.join(root, file);
			// A rollback removes the topmost folder that was created.
			const made = after === null ? undefined : mkdirSync(path.dirname(target), { recursive: true });
			done.push({ index, target, made });
			if (after === null) rmSync(target, { force: true });
			else renameSync(staging.fresh(index), target);
		}
		for (const folder of new Set(done.map(({ target }) => path.dirname(target)))) flush(folder);
	} catch (error) {
		try {
			for (const { index, target, made } of done.reverse())
				if (existsSync(staging.old(index))) renameSync(staging.old(index), target);
				else if (steps[index]?.before === null) rmSync(made ?? target, { recursive: true, force: true });
			clear(root);
		} catch {
			// The journal is still there: the next command finishes the change.
		}
		throw error;
	}
	clear(root);
	return done.flatMap(({ made }) => made ?? []);
}

/** Deletes the journal first: without it the staged files are never applied. */
function clear(root: string): void {
	const staging = stagingOf(root);
	unlinkSync(staging.journal);
	rmSync(staging.folder, { recursive: true, force: true });
}
