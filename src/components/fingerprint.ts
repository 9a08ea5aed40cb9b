import { createHash } from 'node:crypto';

/**
 * Short hash of the data that a page shows. An incremental build makes a page again only when this changes, so it
 * must cover all of it: a page that shows another record's title must change with that title.
 */
export function fingerprint(...shown: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
}
