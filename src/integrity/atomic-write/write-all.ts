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

/** A file's new content: text or bytes, a copy of another file, or null where the file is to go. */
export type Content = string | Uint8Array | { copyOf: string; sha256: string; mode: number } | null;

/** New contents of files by their path from the archive's folder, with forward slashes. */
type Writing = ReadonlyMap<string, Content>;

/**
 * Changes files of an archive, all or none; everything that the software writes there goes through here. The new
 * files are first staged in a hidden folder of the archive. One renaming of a journal, which lists every file with
 * its digests before and after, decides that the change is made; then each file is moved into its place. Where
 * something fails before the end, everything is put back; what a kill or power cut interrupts, `settleWrites`
 * settles before the next command.
 *
 * @returns puts everything back as it was, except files that were changed again since
 * @throws InterruptedWrite where an earlier write is in the way, or what the file system says
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

/** Writes the new files beside their places; files whose content stays the same are left out. */
function stage(root: string, files: Writing): { steps: Step[]; before: Map<string, Content> } {
	const staging = stagingOf(root);
	const steps: Step[] = [];
	const before = new Map<string, Content>();
	for (const [file, content] of files) {
		const target = path.join(root, file);
		const step = { file, before: digestOf(target), after: digestOfContent(content) };
		if (step.before === step.after) continue;
		if (content !== null) stageOne(staging.fresh(steps.length), target, content);
		// A second name for the old file: putting it back takes no space on the disk.
		if (step.before !== null) keepOld(target, staging.old(steps.length));
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

function keepOld(target: string, old: string): void {
	try {
		linkSync(target, old);
	} catch {
		// Not every file system has links.
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
 * Moves the staged files into their places; where one cannot be moved, all are put back.
 *
 * @returns the folders that had to be made
 */
function apply(root: string, steps: readonly Step[]): string[] {
	const staging = stagingOf(root);
	const done: { index: number; target: string; made: string | undefined }[] = [];
	try {
		for (const [index, { file, after }] of steps.entries()) {
			const target = path.join(root, file);
			// The topmost folder that had to be made goes away with the file.
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

/** The journal goes first: without it what is left in the folder is never applied. */
function clear(root: string): void {
	const staging = stagingOf(root);
	unlinkSync(staging.journal);
	rmSync(staging.folder, { recursive: true, force: true });
}
