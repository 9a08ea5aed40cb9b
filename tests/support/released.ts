import { cpSync, readFileSync } from 'node:fs';
import type { SecretKey } from '../../src/integrity/minisign.ts';
import { type Folder, temporaryFolder } from './archive.ts';
import { RELEASED, requireBuilt } from './sites.ts';

export const REPORT_ID = 'fbmgs2sv';
export const ACCOUNT_ID = '1vm1d7gn';
export const FINDING_ID = 'wrk68wb5';
/** An account that is withdrawn after its release. */
export const GONE_ID = '4vxfxcd8';
/** An account given to the archive. */
export const GIVEN_ID = 'x15w7xb9';
export const NEW_ID = 'mxdk6r5v';

/** Words of the account that is withdrawn. */
export const GONE = 'The kettle boiled over twice while nobody in the house said a single word to her.';
/** Word that a redaction takes out of all versions. */
export const REDACTED = 'lamppost';

/**
 * The released archive and its site as `make-released.ts` writes them. Every test reads the same files: one that
 * changes them copies them first.
 */
export function releasedSite(): typeof RELEASED {
	requireBuilt('released');
	return RELEASED;
}

/** A copy of the released archive's content. */
export function copyReleased(): Folder {
	const folder = temporaryFolder();
	cpSync(releasedSite().content, folder.path, { recursive: true });
	return folder;
}

/** The two keys of the released archive: the first signed everything, the second is only published. */
export function releasedKeys(): { first: SecretKey; second: SecretKey } {
	return JSON.parse(readFileSync(releasedSite().keys, 'utf8'), (_, value) =>
		typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value,
	);
}
