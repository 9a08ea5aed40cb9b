import { randomBytes } from 'node:crypto';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	lstatSync,
	mkdirSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { captureFile } from '../archive/capture-files.ts';
import { fileHash } from '../archive/file-hash.ts';
import { CAPTURES_FOLDER } from '../archive/files.ts';
import type { Capture } from '../model/capture.ts';
import { UsageError } from './usage.ts';

/**
 * Puts a file among the captures of an archive, whole or not at all. What is sealed is also kept out of version
 * control, whatever repository the archive lies in.
 *
 * @returns its path from the archive's folder, and whether it was put there now
 */
export function storeCapture(
	content: string,
	from: string,
	{ sha256: hash, mediaType, storage }: Capture,
): { file: string; fresh: boolean } {
	const other = captureFile(hash, mediaType, storage === 'public' ? 'sealed' : 'public');
	if (existsSync(path.join(content, other)))
		throw new UsageError(`The same file is kept as ${other}: move it there first, or register it as that`);
	const file = captureFile(hash, mediaType, storage);
	const target = path.join(content, file);
	makeFolder(content, storage === 'sealed');
	if (existsSync(target)) {
		if (fileHash(target) === hash) return { file, fresh: false };
		throw new UsageError(`${file} is there already and was changed since: remove it first`);
	}
	// Hidden until it is whole: what a cut leaves behind is not taken for content.
	const beside = path.join(path.dirname(target), `.${randomBytes(8).toString('hex')}`);
	try {
		copyFileSync(from, beside);
		if (fileHash(beside) !== hash) throw new UsageError('The file changed while it was read: try again');
		chmodSync(beside, storage === 'sealed' ? 0o600 : 0o644);
		renameSync(beside, target);
	} catch (error) {
		rmSync(beside, { force: true });
		throw error;
	}
	return { file, fresh: true };
}

function makeFolder(content: string, isSealed: boolean): void {
	const all = path.join(content, CAPTURES_FOLDER);
	const own = path.join(all, isSealed ? 'sealed' : 'public');
	for (const folder of [all, own]) {
		if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink())
			throw new UsageError(`${path.relative(content, folder)} is a link: put the folder itself there`);
		mkdirSync(folder, { mode: folder === own && isSealed ? 0o700 : 0o755, recursive: true });
	}
	const ignore = path.join(own, '.gitignore');
	if (isSealed && !existsSync(ignore)) writeFileSync(ignore, '*\n');
}
