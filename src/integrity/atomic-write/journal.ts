import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { STAGING_FOLDER } from '../../archive/read/files.ts';

/** The change to one file: the SHA-256 of its bytes before and after; null if there is no file. */
export interface Step {
	/** Path from the archive's folder, with forward slashes. */
	file: string;
	before: string | null;
	after: string | null;
}

/** The paths of a write in progress. */
export function stagingOf(root: string) {
	const folder = path.join(root, STAGING_FOLDER);
	return {
		folder,
		/** While it exists the write is committed and must be finished. */
		journal: path.join(folder, 'journal.json'),
		/** Identifier of the writing process. */
		owner: path.join(folder, 'owner'),
		/** Makes version control ignore the staged files. */
		ignore: path.join(folder, '.gitignore'),
		fresh: (index: number) => path.join(folder, `${index}.new`),
		old: (index: number) => path.join(folder, `${index}.old`),
	};
}

/** The steps of a committed write; undefined if it was not committed; null if the journal cannot be read. */
export function readJournal(root: string): readonly Step[] | undefined | null {
	let text: string;
	try {
		text = readFileSync(stagingOf(root).journal, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
	try {
		const steps: unknown = JSON.parse(text);
		return Array.isArray(steps) && steps.every(isStep) ? steps : null;
	} catch {
		return null;
	}
}

function isStep(value: unknown): value is Step {
	const { file, before, after } = (value ?? {}) as Record<string, unknown>;
	const isHash = (one: unknown) => one === null || (typeof one === 'string' && /^[0-9a-f]{64}$/.test(one));
	return typeof file === 'string' && isWithin(file) && isHash(before) && isHash(after);
}

/** Whether a path stays in the archive's folder. */
function isWithin(file: string): boolean {
	return (
		!path.isAbsolute(file) && file.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
	);
}

const CHUNK = 1024 * 1024;

/** SHA-256 of a file's bytes, in hex; null if there is no file. Symbolic links are not followed. */
export function digestOf(file: string): string | null {
	const status = lstatSync(file, { throwIfNoEntry: false });
	if (!status) return null;
	if (!status.isFile()) return 'not a file';
	const hash = createHash('sha256');
	const handle = openSync(file, 'r');
	try {
		const chunk = Buffer.allocUnsafe(Math.min(CHUNK, status.size + 1));
		for (let length = readSync(handle, chunk); length > 0; length = readSync(handle, chunk))
			hash.update(chunk.subarray(0, length));
	} finally {
		closeSync(handle);
	}
	return hash.digest('hex');
}

/** Flushes a file or folder to disk, so that a power cut cannot lose it. */
export function flush(place: string): void {
	let handle: number;
	try {
		handle = openSync(place, 'r');
	} catch {
		// Windows cannot open folders.
		return;
	}
	try {
		fsyncSync(handle);
	} catch {
		// Some file systems cannot flush a folder, and then decide the order of changes themselves.
	} finally {
		closeSync(handle);
	}
}
