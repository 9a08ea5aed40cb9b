/**
 * `releases/since.txt`: what was taken out since the last release, in the site’s own words. It proves nothing by itself:
 * what it explains is proven only where the signed list of the site has it so. Checked in the browser too.
 */
import { IntegrityError } from '../integrity-error.ts';

/** What the site says was taken out since the last release. */
export interface TakenOut {
	/** How many texts are gone with withdrawn records. Which they are it does not say: their own pages do. */
	withdrawn: number;
	/** Paths of texts that had words taken out. */
	redacted: ReadonlySet<string>;
}

export const NOTHING_TAKEN_OUT: TakenOut = { withdrawn: 0, redacted: new Set() };

/** Identifier and version that a text’s path names. */
export function partsOf(file: string): { id: string; version: number } {
	const [, id = '', version = '0'] = /^r\/([^/]+)\/v(\d+)\.txt$/.exec(file) ?? [];
	return { id, version: Number(version) };
}

/** One line with the number of withdrawn texts, one for each text that had words taken out. */
export function formatTakenOut({ withdrawn, redacted }: TakenOut): string {
	const lines = [...redacted].map((file) => `redacted ${file}\n`);
	return [withdrawn > 0 ? `withdrawn ${withdrawn}\n` : '', ...lines].join('');
}

/** @throws IntegrityError where a line is of another form */
export function parseTakenOut(text: string): TakenOut {
	let withdrawn = 0;
	const redacted = new Set<string>();
	for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
		const [, act, what = ''] = /^(withdrawn|redacted) (\S+)$/.exec(line) ?? [];
		if (act === 'withdrawn' && index === 0 && /^[1-9]\d{0,6}$/.test(what)) withdrawn = Number(what);
		else if (act === 'redacted' && partsOf(what).id) redacted.add(what);
		else throw new IntegrityError(`has a line that cannot be read: line ${index + 1}`);
	}
	return { withdrawn, redacted };
}
