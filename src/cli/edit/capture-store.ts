import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { captureFile } from '../../archive/media/capture-files.ts';
import { fileHash } from '../../archive/read/file-hash.ts';
import { CAPTURES_FOLDER } from '../../archive/read/files.ts';
import type { Content } from '../../integrity/atomic-write/write-all.ts';
import type { Capture } from '../../core/model/capture.ts';
import { UsageError } from '../usage.ts';

/**
 * Plans the files to write to store a capture in an archive: none if it is stored already. A sealed capture is also
 * ignored by version control, whichever repository contains the archive.
 *
 * @returns its path from the archive's folder, and the files to write
 * @throws UsageError if the file is registered with the other kind of storage, or was changed since
 */
export function planCapture(
	content: string,
	from: string,
	{ sha256: hash, mediaType, storage }: Capture,
): { file: string; files: Map<string, Content> } {
	const other = captureFile(hash, mediaType, storage === 'public' ? 'sealed' : 'public');
	if (existsSync(path.join(content, other)))
		throw new UsageError(
			`The same file is stored as ${other}. Register it with that kind of storage, or move it first`,
		);
	const isSealed = storage === 'sealed';
	const folder = `${CAPTURES_FOLDER}/${isSealed ? 'sealed' : 'public'}`;
	for (const one of [CAPTURES_FOLDER, folder])
		if (lstatSync(path.join(content, one), { throwIfNoEntry: false })?.isSymbolicLink())
			throw new UsageError(`${one} is a symbolic link. Replace it with a folder`);
	const file = captureFile(hash, mediaType, storage);
	const target = path.join(content, file);
	const files = new Map<string, Content>();
	if (isSealed && !existsSync(path.join(content, folder, '.gitignore')))
		files.set(`${folder}/.gitignore`, '*\n');
	if (!existsSync(target))
		files.set(file, { copyOf: path.resolve(from), sha256: hash, mode: isSealed ? 0o600 : 0o644 });
	else if (fileHash(target) !== hash)
		throw new UsageError(`${file} exists and was changed since. Remove it first`);
	return { file, files };
}
