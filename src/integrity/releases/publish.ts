import type { Archive } from '../../archive/publish/view.ts';
import { Failure } from '../../core/values/failure.ts';
import {
	checkSignature,
	KEYS_FILE,
	LOG_FILE,
	readChain,
	REVOKED_FILE,
	SINCE_FILE,
	siteComment,
	siteSignatureFile,
	signatureFile,
	sumsFile,
} from './release-chain.ts';
import { readText } from '../host-reader.ts';
import { contentReader } from '../site-reader.ts';
import { compareWithRelease, releasedTexts } from './removed-since-release.ts';
import { formatTakenOut } from './removals.ts';

/**
 * What the site publishes of its releases, by path in the site: canonical texts, sums, signatures, log and keys. What a
 * release keeps for the next one, above all which accounts were given, is not among it.
 *
 * @throws Failure if the releases are not in order, or a text is not what was released
 */
export async function publishedReleases(archive: Archive): Promise<Map<string, string>> {
	const reader = contentReader(archive.folder);
	const chain = await readChain(reader);
	const texts = releasedTexts(archive);
	const { since, changed } = compareWithRelease(archive, chain, texts);
	const faults = [
		...chain.faults,
		...changed.map((file) => `${file} differs from what the last release lists`),
	];
	if (faults.length > 0) throw new Failure(`The releases are inconsistent:\n${faults.join('\n')}`);
	if (chain.releases.length === 0) return texts;

	const published = new Map(texts);
	const takenOut = formatTakenOut(since);
	if (takenOut) published.set(SINCE_FILE, takenOut);
	const sums = chain.releases.map(({ entry }) => sumsFile(entry.release));
	for (const file of [LOG_FILE, KEYS_FILE, REVOKED_FILE, ...sums, ...sums.map(signatureFile)]) {
		const text = await readText(reader, file);
		if (text !== null) published.set(file, text);
	}
	return published;
}

/**
 * The signature over the manifest of the site, if the archive has one for these very bytes: the site was changed since
 * it was signed more often than not.
 *
 * @param folder of the archive
 */
export async function siteSignature(manifest: string, folder: string): Promise<string | null> {
	const reader = contentReader(folder);
	const chain = await readChain(reader);
	const last = chain.releases.at(-1)?.entry;
	if (!last) return null;
	const file = siteSignatureFile(last.release);
	const signature = await readText(reader, file);
	if (signature === null) return null;
	return checkSignature(manifest, file, signature, siteComment(last), chain, []) ? signature : null;
}
