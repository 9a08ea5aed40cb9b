/** Whether a text of the last release is published as it was released, and what explains it where it is not. */
import { sha256OfFile } from '../hash.ts';
import type { Lists } from '../lists.ts';
import { folderName } from './log.ts';
import type { Sum } from '../checksums.ts';
import { partsOf } from './removals.ts';
import type { Verdict } from '../verdict.ts';

/**
 * Judges one text of the last release.
 *
 * @param bytes of the file as it is published; null where there is none
 * @returns undefined where it is as it was released
 */
export async function judgeText(
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
			`${file} is no longer published since release ${name}: the signed list of the site leaves it out, as a withdrawal does; no release records it yet.`,
			`${file} is missing, but release ${name} published it. The site says that texts were withdrawn since; nobody has signed that: not proven.`,
		);
	}
	if (!lists.takenOut.redacted.has(file) || hashes?.get(file) !== now)
		return { kind: 'fault', text: `${file} is not the text that release ${name} published` };
	return explained(
		`${file} had words taken out since release ${name}, as the signed list of the site has it; no release records it yet.`,
		`${file} is not the text that release ${name} published. The site says that words were taken out since; nobody has signed that: not proven.`,
	);
}

/**
 * Whether a text that is missing went with its whole record, as the site says: none of its texts is listed any more, and
 * no more are missing than were withdrawn.
 */
function isWithdrawn(file: string, { chain, manifest, takenOut }: Lists): boolean {
	if (!manifest) return false;
	const missing = (chain.releases.at(-1)?.texts ?? []).filter((text) => !manifest.hashes.has(text.file));
	const { id } = partsOf(file);
	const isAny = manifest.sums.some((sum) => partsOf(sum.file).id === id);
	return !isAny && missing.length <= takenOut.withdrawn;
}
