import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { STAGING_FOLDER } from '../../archive/read/files.ts';
import { Failure } from '../../core/values/failure.ts';
import { digestOf, flush, readJournal, type Step, stagingOf } from './journal.ts';

/** A write was interrupted and cannot be finished without a decision. The message says which files are concerned. */
export class InterruptedWrite extends Failure {}

/** Maximum wait for a write by another command, in milliseconds. */
const PATIENCE = 2000;
/** A write takes seconds; past this age, in milliseconds, its process identifier may belong to another program. */
const OLDEST_OWNER = 10 * 60 * 1000;

/**
 * Settles a write that was interrupted by a kill or a power cut: finishes it if it was committed, and discards it
 * otherwise. A file that was changed since is never replaced.
 *
 * @param isForced whether to leave files that were changed since as they are and settle the rest, instead of throwing
 * @returns what was done; undefined if nothing was interrupted
 * @throws InterruptedWrite if a file was changed since, the journal cannot be read, or another command is writing
 */
export function settleWrites(root: string, isForced = false): 'finished' | 'discarded' | undefined {
	const staging = stagingOf(root);
	if (!existsSync(staging.folder)) return undefined;
	waitForOwner(staging.owner);
	const steps = readJournal(root);
	if (steps) finish(root, steps, isForced);
	else if (steps === null && !isForced)
		throw new InterruptedWrite(
			`A command was interrupted, and ${STAGING_FOLDER}/journal.json, which says what it was writing, cannot be read. ` +
				`Compare the content with your last copy, then delete the folder ${STAGING_FOLDER}.`,
		);
	if (existsSync(staging.journal)) unlinkSync(staging.journal);
	rmSync(staging.folder, { recursive: true, force: true });
	return steps ? 'finished' : 'discarded';
}

function finish(root: string, steps: readonly Step[], isForced: boolean): void {
	const staging = stagingOf(root);
	const states = steps.map(({ file, before, after }, index) => {
		const now = digestOf(path.join(root, file));
		if (now === after) return 'done';
		const isStaged = after === null || digestOf(staging.fresh(index)) === after;
		return now === before && isStaged ? 'pending' : 'changed';
	});
	const changed = steps.filter((_, index) => states[index] === 'changed').map(({ file }) => file);
	if (changed.length > 0 && !isForced)
		throw new InterruptedWrite(
			`A command was interrupted, and what it was writing cannot be finished, since ${changed.join(', ')} ` +
				`changed afterwards. To give up what it was doing, compare these files with your last copy, delete the ` +
				`folder ${STAGING_FOLDER} and run the command again: ${steps.map(({ file }) => file).join(', ')}.`,
		);
	for (const [index, { file, after }] of steps.entries()) {
		if (states[index] !== 'pending') continue;
		const target = path.join(root, file);
		if (after === null) rmSync(target, { force: true });
		else {
			mkdirSync(path.dirname(target), { recursive: true });
			renameSync(staging.fresh(index), target);
		}
		flush(path.dirname(target));
	}
}

/** Waits until another command has finished writing. */
function waitForOwner(owner: string): void {
	const signal = new Int32Array(new SharedArrayBuffer(4));
	for (let waited = 0; isAlive(owner); waited += 50) {
		if (waited >= PATIENCE)
			throw new InterruptedWrite('Another command is writing to the archive: wait until it has ended.');
		Atomics.wait(signal, 0, 0, 50);
	}
}

function isAlive(owner: string): boolean {
	try {
		// A truncated number could be that of another process.
		const pid = Number(/^(\d+)\n$/.exec(readFileSync(owner, 'utf8'))?.[1] ?? 0);
		if (pid <= 0 || pid === process.pid) return false;
		if (Date.now() - statSync(owner).mtimeMs > OLDEST_OWNER) return false;
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// The process exists but belongs to another user.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
