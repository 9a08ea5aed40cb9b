import type { Archive } from '../../archive/publish/view.ts';
import { Failure } from '../../core/values/failure.ts';
import { readText } from '../host-reader.ts';
import { contentReader } from '../site-reader.ts';
import { LOG_FILE } from './log.ts';
import { KEYS_FILE, REVOKED_FILE, signatureFile, siteSignatureFile, sumsFile } from './paths.ts';
import { checkSignature, readChain, siteComment } from './release-chain.ts';
import { formatRemovals, SINCE_FILE } from './removals.ts';
import { compareWithRelease, releasedTexts } from './removed-since-release.ts';

/**
 * The files of releases that the site publishes, by path: canonical texts, checksums, signatures, log and keys. What a
 * release stores for the next one is not published, above all which accounts were given.
 *
 * @throws Failure if the releases are inconsistent, or a text is not what was released
 */
export async function publishedReleases(archive: Archive): Promise<Map<string, string>> {
	const reader = contentReader(archive.folder);
	const chain = await readChain(reader);
	const texts = releasedTexts(archive);
	const { removals, changed } = compareWithRelease(archive, chain, texts);
	const faults = [...chain.faults, ...changed.map((file) => `${file} differs from the last release`)];
	if (faults.length > 0) throw new Failure(`The releases are inconsistent:\n${faults.join('\n')}`);
	if (chain.releases.length === 0) return texts;

	const published = new Map(texts);
	const since = formatRemovals(removals);
	if (since) published.set(SINCE_FILE, since);
	const sums = chain.releases.map(({ entry }) => sumsFile(entry.release));
	for (const file of [LOG_FILE, KEYS_FILE, REVOKED_FILE, ...sums, ...sums.map(signatureFile)]) {
		const text = await readText(reader, file);
		if (text !== null) published.set(file, text);
	}
	return published;
}

/**
 * The signature over the site's manifest, or null if the archive has none for these bytes: most builds differ from the
 * one that was signed.
 *
 * @param folder of the archive
 */
export async function siteSignature(manifest: string, folder: string): Promise<string | null> {
	const reader = contentReader(folder);
	const chain = await readChain(reader);
	const last = chain.releases.at(-1)?.entry;
	if (!last) return null;
	const file = siteSignatureFile(last.release);
	const text = await readText(reader, file);
	if (text === null) return null;
	return checkSignature(manifest, { file, text }, siteComment(last), chain, []) ? text : null;
}
