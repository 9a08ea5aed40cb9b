import { isManifest, MANIFEST_FILE, sumsFile } from './releases/paths.ts';
import { sha256, sha256OfFile } from './hash.ts';
import type { Reader } from './host-reader.ts';
import { type Knowledge, type Lists, readLists } from './lists.ts';
import type { PublicKey } from './minisign.ts';
import { compareText } from './releases/released-text.ts';
import type { Sum } from './checksums.ts';
import { parseTextPath } from './releases/removals.ts';
import type { Report, Verdict } from './verdict.ts';
import { countNoun } from '../core/text/words.ts';

/** Number of files to read from a host in parallel. */
const CONCURRENCY = 8;

/**
 * Verifies that a published site is consistent: every file against the manifest, the texts of records against the last
 * release, all releases against each other, and the signatures. It cannot detect that the whole site was forged, or is
 * an old copy; that takes keys, release numbers or checksums from another source. The command and the page for readers
 * both use it.
 *
 * @param trusted public keys from another source
 * @param more what else is known from another source
 * @param onFile called with the number of files checked so far
 */
export async function verifySite(
	reader: Reader,
	trusted: readonly PublicKey[] = [],
	more: Omit<Knowledge, 'keys'> = {},
	onFile: (done: number) => void = () => undefined,
): Promise<Verdict[]> {
	const verdicts: Verdict[] = [];
	const report: Report = (kind, text) => verdicts.push({ kind, text });
	const files = await reader.list();
	const lists = await readLists(reader, { ...more, keys: trusted }, report);
	await checkTexts(reader, files, lists, report);
	await checkFiles(reader, files, lists, report, onFile);
	return verdicts;
}

/** Checks the published texts of the last release. */
async function checkTexts(
	reader: Reader,
	files: readonly string[] | null,
	lists: Lists,
	report: Report,
): Promise<void> {
	const last = lists.chain.releases.at(-1);
	if (!last) return;
	const good = await forEach(last.texts, report, async (text) =>
		compareText(text, await reader.read(text.file), lists),
	);
	const listed = new Set(last.texts.map(({ file }) => file));
	// A host shows no more than the manifest names.
	for (const file of files ?? lists.manifest?.hashes.keys() ?? [])
		if (parseTextPath(file).id && !listed.has(file)) report('fault', `${file} is in no release`);
	if (good > 0)
		report('match', `${countNoun(good, 'text')} of records as ${sumsFile(last.entry.release)} lists them.`);
}

/** Checks every file of the site against the manifest. */
async function checkFiles(
	reader: Reader,
	files: readonly string[] | null,
	{ manifest }: Lists,
	report: Report,
	onFile: (done: number) => void,
): Promise<void> {
	if (!manifest) return;
	let done = 0;
	const good = await forEach(manifest.sums, report, async ({ file, hash }) => {
		const bytes = await reader.read(file);
		onFile(++done);
		if (bytes !== null && (await sha256OfFile(bytes)) === hash) return undefined;
		if (bytes !== null) return { kind: 'fault', text: `${file} does not match ${MANIFEST_FILE}` };
		if (files === null && file === '_headers')
			return { kind: 'note', text: `${file} configures the host, which does not serve it.` };
		return { kind: 'fault', text: `${file} is missing, but ${MANIFEST_FILE} lists it` };
	});
	for (const file of files ?? [])
		if (!manifest.hashes.has(file) && !isManifest(file))
			report('fault', `${file} is unexpected: ${MANIFEST_FILE} does not list it`);
	if (good > 0)
		report(
			'match',
			`${countNoun(good, 'file')} of the site as ${MANIFEST_FILE} lists them. Anyone who was shown the same site has the same checksum of that list: ${sha256(manifest.text)}.`,
		);
	if (files === null) report('note', 'Added files cannot be detected over HTTP: verify the folder itself.');
}

/** Checks files, several at a time because hosts are slow. @returns how many are valid */
async function forEach(
	sums: readonly Sum[],
	report: Report,
	check: (sum: Sum) => Promise<Verdict | undefined>,
): Promise<number> {
	let good = 0;
	for (let at = 0; at < sums.length; at += CONCURRENCY)
		for (const verdict of await Promise.all(sums.slice(at, at + CONCURRENCY).map(check)))
			if (verdict) report(verdict.kind, verdict.text);
			else good++;
	return good;
}
