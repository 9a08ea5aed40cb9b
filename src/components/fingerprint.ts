import { createHash } from 'node:crypto';
import type { Archive } from '../archive/view.ts';
import { codeKey } from '../citation/keeping.ts';

/**
 * Short hash of the data that a page shows. An incremental build makes a page again only when this changes, so it
 * must cover all of it: a page that shows another record's title must change with that title.
 */
export function fingerprint(...shown: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
}

/**
 * What all pages depend on besides their own data: the archive’s settings, what stands round every page, and the styles
 * of references, which are no code that Astro knows of. Short, since it is part of the key of every page.
 */
export function frameKey({ config }: Archive, frame: unknown): string {
	return fingerprint(config, frame, codeKey());
}
