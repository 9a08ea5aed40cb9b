import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';

const CHUNK = 1024 * 1024;

/** Hashes of files that did not change since, for as long as the program runs. */
const known = new Map<string, { state: string; hash: string }>();

/** SHA-256 of a file in hex. It is read piece by piece, since it may be larger than memory. */
export function fileHash(file: string): string {
	const { size, mtimeMs, ctimeMs, ino } = statSync(file);
	const state = [size, mtimeMs, ctimeMs, ino].join();
	const before = known.get(file);
	if (before?.state === state) return before.hash;
	const hash = createHash('sha256');
	const chunk = Buffer.alloc(Math.min(CHUNK, Math.max(1, size)));
	const handle = openSync(file, 'r');
	try {
		for (let read = -1; read !== 0;) {
			read = readSync(handle, chunk);
			hash.update(chunk.subarray(0, read));
		}
	} finally {
		closeSync(handle);
	}
	const digest = hash.digest('hex');
	known.set(file, { state, hash: digest });
	return digest;
}
