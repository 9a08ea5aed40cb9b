import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/*
 * Files that save work and may be lost at any time. Each holds the checksum of what is in it: what a disk, a crash or a
 * person changed is not taken, and is made again. A place that cannot be written has no cache, and is no reason to stop.
 */

/** The checksum of a cache’s content. */
export const checksum = (content: string | Uint8Array): string => hash('sha256', content);

/** Reads a cache; undefined where there is none that is whole. */
export function readCache(file: string): Buffer | undefined {
	try {
		const bytes = readFileSync(file);
		const content = bytes.subarray(65);
		return bytes.subarray(0, 65).toString('latin1') === `${checksum(content)}\n` ? content : undefined;
	} catch {
		return undefined;
	}
}

/** Reads a cache of data that was written as JSON. */
export function readJsonCache(file: string): unknown {
	const content = readCache(file);
	return content && JSON.parse(content.toString('utf8'));
}

/**
 * Writes a cache, whole or not at all.
 *
 * @returns whether it was written
 */
export function writeCache(file: string, content: string | Uint8Array): boolean {
	const bytes = Buffer.from(content);
	return replaceFile(file, (target) =>
		writeFileSync(target, Buffer.concat([Buffer.from(`${checksum(bytes)}\n`), bytes])),
	);
}

/** Has a file of a cache written under another name and put in its place; false where that cannot be done. */
export function replaceFile(file: string, write: (target: string) => void): boolean {
	const target = `${file}.${process.pid}`;
	try {
		mkdirSync(path.dirname(file), { recursive: true });
		write(target);
		renameSync(target, file);
		return true;
	} catch {
		removeCache(target);
		return false;
	}
}

export function removeCache(file: string): void {
	try {
		rmSync(file, { force: true });
	} catch {
		// It cannot be written either: what is in it is taken only while it fits.
	}
}
