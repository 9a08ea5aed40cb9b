/**
 * `releases/since.txt`: what the site says was withdrawn or redacted since the last release. It is not evidence by
 * itself: it is only believed where the site's signed manifest agrees. The browser reads it too.
 */
import { IntegrityError } from '../integrity-error.ts';

/**
 * Where removals are listed until the next release records them: a withdrawal or redaction takes effect at once, so the
 * site declares where it differs from what was released.
 */
export const SINCE_FILE = 'releases/since.txt';

/** What was removed since the last release, according to the site. */
export interface Removals {
	/** Number of texts of withdrawn records. Which ones is not listed; the pages of those records say so. */
	withdrawn: number;
	/** Paths of redacted texts. */
	redacted: ReadonlySet<string>;
}

export const NO_REMOVALS: Removals = { withdrawn: 0, redacted: new Set() };

/** The record identifier and version in the path of a text; an empty identifier if it is not one. */
export function parseTextPath(file: string): { id: string; version: number } {
	const [, id = '', version = '0'] = /^r\/([^/]+)\/v(\d+)\.txt$/.exec(file) ?? [];
	return { id, version: Number(version) };
}

/** One line with the number of withdrawn texts, and one for each redacted text. */
export function formatRemovals({ withdrawn, redacted }: Removals): string {
	const lines = [...redacted].map((file) => `redacted ${file}\n`);
	return [withdrawn > 0 ? `withdrawn ${withdrawn}\n` : '', ...lines].join('');
}

/** @throws IntegrityError if a line is malformed */
export function parseRemovals(text: string): Removals {
	let withdrawn = 0;
	const redacted = new Set<string>();
	for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
		const [, kind, value = ''] = /^(withdrawn|redacted) (\S+)$/.exec(line) ?? [];
		if (kind === 'withdrawn' && index === 0 && /^[1-9]\d{0,6}$/.test(value)) withdrawn = Number(value);
		else if (kind === 'redacted' && parseTextPath(value).id) redacted.add(value);
		else throw new IntegrityError(`has a malformed line: line ${index + 1}`);
	}
	return { withdrawn, redacted };
}
