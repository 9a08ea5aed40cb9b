import { createHash } from 'node:crypto';
import path from 'node:path';
import { isManifest } from './releases/release-chain.ts';
import { piecesOf } from './chunked-reader.ts';
import { filesIn } from './site-reader.ts';
import { formatSums, type Sum } from './checksums.ts';

/**
 * The sum of every file of a built site.
 *
 * @param look is shown each file, a long table piece by piece, so that whoever must see them all need not read them again
 */
export function siteSums(folder: string, look?: (file: string, bytes: Uint8Array) => void): Sum[] {
	const files = filesIn(folder).filter((file) => !isManifest(file));
	return files.map((file) => {
		const hash = createHash('sha256');
		for (const { bytes, fresh } of piecesOf(path.join(folder, file))) {
			hash.update(fresh);
			look?.(file, bytes);
		}
		return { file, hash: hash.digest('hex') };
	});
}

/** The manifest of a built site. */
export function siteManifest(folder: string): string {
	return formatSums(siteSums(folder));
}
