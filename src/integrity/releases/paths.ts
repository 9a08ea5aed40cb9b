/** Paths of the files of releases, the same in an archive’s folder and on the site that is built from it. */
import { folderName, LOG_FILE } from './log.ts';
import { SINCE_FILE } from './removals.ts';

/** The checksums of all files of a site, and the signature over them. */
export const MANIFEST_FILE = 'SHA256SUMS';
export const MANIFEST_SIGNATURE = `${MANIFEST_FILE}.minisig`;

/** Public keys of the archive. */
export const KEYS_FILE = 'keys/archive.pub';
/** Keys that were lost or compromised. Nothing that they signed is trusted, whenever it was signed. */
export const REVOKED_FILE = 'keys/revoked.pub';

/** Whether a file is one of the two that the manifest cannot list: itself and its signature. */
export function isManifest(file: string): boolean {
	return file === MANIFEST_FILE || file === MANIFEST_SIGNATURE;
}

/** The checksums of a release’s texts. */
export const sumsFile = (release: number): string => `releases/${folderName(release)}/SHA256SUMS`;
/** The signature over the whole site at the time of a release. It is in the archive’s folder only. */
export const siteSignatureFile = (release: number): string => `releases/${folderName(release)}/SITE.minisig`;
export const signatureFile = (file: string): string => `${file}.minisig`;

/** Files in the folder of a release, in the archive or on the site. */
const RELEASE_FILES = ['SHA256SUMS', 'SHA256SUMS.minisig', 'SITE.minisig', 'batch.yaml'];

/** Files among releases and keys that do not belong there. A secret key, above all, must not be left there. */
export function unexpectedFiles(files: readonly string[], releases: readonly number[]): string[] {
	const expected = new Set([LOG_FILE, SINCE_FILE, KEYS_FILE, REVOKED_FILE]);
	for (const release of releases)
		for (const name of RELEASE_FILES) expected.add(`releases/${folderName(release)}/${name}`);
	return files.filter((file) => !expected.has(file));
}
