import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from './canonical.ts';
import { filesIn } from './reader.ts';
import { formatSums } from './sums.ts';

/** The sums of all files of a site, and the signature over them. */
export const MANIFEST_FILE = 'SHA256SUMS';
export const MANIFEST_SIGNATURE = `${MANIFEST_FILE}.minisig`;

/** Files that the manifest does not name: itself, and the signature over it. */
export function isManifest(file: string): boolean {
	return file === MANIFEST_FILE || file === MANIFEST_SIGNATURE;
}

/**
 * The manifest of a built site: the sum of every file in the folder.
 *
 * @param look is shown each file, so that whoever must see them all need not read them again
 */
export function siteManifest(folder: string, look?: (file: string, bytes: Uint8Array) => void): string {
	const files = filesIn(folder).filter((file) => !isManifest(file));
	const sums = files.map((file) => {
		const bytes = readFileSync(path.join(folder, file));
		look?.(file, bytes);
		return { file, hash: sha256(bytes) };
	});
	return formatSums(sums);
}
