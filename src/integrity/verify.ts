import { isManifest, MANIFEST_FILE, sumsFile } from './releases/release-chain.ts';
import { sha256, sha256OfFile } from './hash.ts';
import type { Reader } from './host-reader.ts';
import { type Knowledge, type Lists, readLists } from './lists.ts';
import type { PublicKey } from './minisign.ts';
import { judgeText } from './releases/released-text.ts';
import type { Sum } from './checksums.ts';
import { partsOf } from './releases/removals.ts';
import type { Tell, Verdict } from './verdict.ts';
import { countNoun } from '../core/text/words.ts';

/** How many files are read from a host at a time. */
const AT_ONCE = 8;

/**
 * Checks a published site against itself: every file against the site’s manifest, the texts of the records against the
 * last release, all releases against each other, and the signatures. What it cannot see is whether the whole of it was
 * made anew by somebody else, or is an old copy; that is what keys, numbers and sums known from elsewhere are for. The
 * command and the page for readers both use it.
 *
 * @param known public keys that are known from elsewhere
 * @param more what else is known from elsewhere
 * @param onFile is told how many files were looked at
 */
export async function verifySite(
	reader: Reader,
	known: readonly PublicKey[] = [],
	more: Omit<Knowledge, 'keys'> = {},
	onFile: (done: number) => void = () => undefined,
): Promise<Verdict[]> {
	const verdicts: Verdict[] = [];
	const tell: Tell = (kind, text) => verdicts.push({ kind, text });
	const files = await reader.list();
	const lists = await readLists(reader, { ...more, keys: known }, tell);
	await checkTexts(reader, files, lists, tell);
	await checkFiles(reader, files, lists, tell, onFile);
	return verdicts;
}

/** The texts of the last release, as they are published. */
async function checkTexts(
	reader: Reader,
	files: readonly string[] | null,
	lists: Lists,
	tell: Tell,
): Promise<void> {
	const last = lists.chain.releases.at(-1);
	if (!last) return;
	const good = await forEach(last.texts, tell, async (text) =>
		judgeText(text, await reader.read(text.file), lists),
	);
	const listed = new Set(last.texts.map(({ file }) => file));
	// A host shows no more than the manifest names.
	for (const file of files ?? lists.manifest?.hashes.keys() ?? [])
		if (partsOf(file).id && !listed.has(file)) tell('fault', `${file} is in no release`);
	if (good > 0)
		tell('match', `${countNoun(good, 'text')} of records as ${sumsFile(last.entry.release)} lists them.`);
}

/** Every file of the site, against the manifest. */
async function checkFiles(
	reader: Reader,
	files: readonly string[] | null,
	{ manifest }: Lists,
	tell: Tell,
	onFile: (done: number) => void,
): Promise<void> {
	if (!manifest) return;
	let done = 0;
	const good = await forEach(manifest.sums, tell, async ({ file, hash }) => {
		const bytes = await reader.read(file);
		onFile(++done);
		if (bytes !== null && (await sha256OfFile(bytes)) === hash) return undefined;
		if (bytes !== null) return { kind: 'fault', text: `${file} is not the file that ${MANIFEST_FILE} lists` };
		if (files === null && file === '_headers')
			return { kind: 'note', text: `${file} is for the host, which does not show it.` };
		return { kind: 'fault', text: `${file} is missing, but ${MANIFEST_FILE} lists it` };
	});
	for (const file of files ?? [])
		if (!manifest.hashes.has(file) && !isManifest(file))
			tell('fault', `${file} was added: ${MANIFEST_FILE} does not list it`);
	if (good > 0)
		tell(
			'match',
			`${countNoun(good, 'file')} of the site as ${MANIFEST_FILE} lists them. Whoever was shown the same site has the same sum of that list: ${sha256(manifest.text)}.`,
		);
	if (files === null)
		tell('note', 'Files that were added cannot be seen from outside: check the folder itself.');
}

/** Judges each file, some at a time, since a host answers slowly. @returns how many are as they should be */
async function forEach(
	sums: readonly Sum[],
	tell: Tell,
	judge: (sum: Sum) => Promise<Verdict | undefined>,
): Promise<number> {
	let good = 0;
	for (let at = 0; at < sums.length; at += AT_ONCE)
		for (const verdict of await Promise.all(sums.slice(at, at + AT_ONCE).map(judge)))
			if (verdict) tell(verdict.kind, verdict.text);
			else good++;
	return good;
}
