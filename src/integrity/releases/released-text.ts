/** Compares the texts of the last release with the site, and explains differences. */
import { sha256OfFile } from '../hash.ts';
import type { Lists } from '../lists.ts';
import { folderName } from './log.ts';
import type { Sum } from '../checksums.ts';
import { parseTextPath } from './removals.ts';
import type { Verdict } from '../verdict.ts';

/**
 * Compares one text of the last release with the site.
 *
 * @param bytes of the published file; null if there is none
 * @returns undefined if they match
 */
export async function compareText(
	{ file, hash }: Sum,
	bytes: Uint8Array | null,
	lists: Lists,
): Promise<Verdict | undefined> {
	const now = bytes && (await sha256OfFile(bytes));
	if (now === hash) return undefined;
	const name = folderName(lists.chain.releases.at(-1)?.entry.release ?? 0);
	const { hashes } = lists.manifest ?? {};
	const explained = (note: string, unproven: string): Verdict =>
		lists.isSigned ? { kind: 'note', text: note } : { kind: 'unproven', text: unproven };
	if (bytes === null) {
		if (!isWithdrawn(file, lists))
			return { kind: 'fault', text: `${file} is missing, but release ${name} published it` };
		return explained(
			`${file} is no longer published since release ${name}: the signed list of the site omits it, as after a withdrawal; no release records it yet.`,
			`${file} is missing, but release ${name} published it. The site says that texts were withdrawn since, but that statement is not signed: not proven.`,
		);
	}
	if (!lists.removals.redacted.has(file) || hashes?.get(file) !== now)
		return { kind: 'fault', text: `${file} is not the text that release ${name} published` };
	return explained(
		`${file} was redacted since release ${name}, as the signed list of the site confirms; no release records it yet.`,
		`${file} is not the text that release ${name} published. The site says that words were removed since, but that statement is not signed: not proven.`,
	);
}

/**
 * Whether a missing text was withdrawn with its whole record, as the site declares: none of the record's texts is listed
 * any more, and no more texts are missing than were withdrawn.
 */
function isWithdrawn(file: string, { chain, manifest, removals }: Lists): boolean {
	if (!manifest) return false;
	const missing = (chain.releases.at(-1)?.texts ?? []).filter((text) => !manifest.hashes.has(text.file));
	const { id } = parseTextPath(file);
	const isAny = manifest.sums.some((sum) => parseTextPath(sum.file).id === id);
	return !isAny && missing.length <= removals.withdrawn;
}
