import { createHash } from 'node:crypto';
import path from 'node:path';
import { isManifest } from './releases/paths.ts';
import { readChunks } from './chunked-reader.ts';
import { filesIn } from './site-reader.ts';
import { formatSums, type Sum } from './checksums.ts';

/**
 * The checksum of every file of a built site.
 *
 * @param onChunk called with the bytes of each file (long tables in chunks), so that scanning them costs no second read
 */
export function siteSums(folder: string, onChunk?: (file: string, bytes: Uint8Array) => void): Sum[] {
	const files = filesIn(folder).filter((file) => !isManifest(file));
	return files.map((file) => {
		const hash = createHash('sha256');
		for (const { bytes, fresh } of readChunks(path.join(folder, file))) {
			hash.update(fresh);
			onChunk?.(file, bytes);
		}
		return { file, hash: hash.digest('hex') };
	});
}

/** The manifest of a built site. */
export function siteManifest(folder: string): string {
	return formatSums(siteSums(folder));
}
