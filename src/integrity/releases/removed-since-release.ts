import type { Archive } from '../../archive/publish/view.ts';
import { textPath } from '../../core/values/address.ts';
import { canonicalText, sha256 } from '../canonical/canonical.ts';
import type { Chain } from './release-chain.ts';
import { parseTextPath, type Removals } from './removals.ts';

/** Path on the site of the canonical text of a version. */
export const textFile = (id: string, version: number): string => textPath(id, version).slice(1);

/** The canonical texts of all released versions, by path on the site. */
export function releasedTexts(archive: Archive): Map<string, string> {
	const texts = new Map<string, string>();
	for (const [id, versions] of archive.versions)
		for (const { version, record, salt } of versions)
			texts.set(textFile(id, version), canonicalText(record, archive, salt));
	return texts;
}

/**
 * Compares the texts to be published with the last release.
 *
 * @param texts of all released versions
 * @returns what was withdrawn or redacted since, and the paths of texts that differ for another reason or that no
 *   release lists
 */
export function compareWithRelease(
	archive: Archive,
	chain: Chain,
	texts: ReadonlyMap<string, string>,
): { removals: Removals; changed: string[] } {
	let withdrawn = 0;
	const redacted = new Set<string>();
	const last = chain.releases.at(-1);
	const newest = new Map<string, number>();
	for (const { file } of last?.texts ?? []) {
		const { id, version } = parseTextPath(file);
		newest.set(id, Math.max(version, newest.get(id) ?? 0));
	}
	const listed = new Set(last?.texts.map(({ file }) => file));
	const changed = [...texts.keys()].filter((file) => !listed.has(file));
	for (const { file, hash } of last?.texts ?? []) {
		const text = texts.get(file);
		const { id } = parseTextPath(file);
		if (text === undefined) {
			if (archive.record.has(id)) changed.push(file);
			else withdrawn++;
		} else if (sha256(text) !== hash) {
			if (isRedacted(archive, id, newest.get(id) ?? 0, text)) redacted.add(file);
			else changed.push(file);
		}
	}
	return { removals: { withdrawn, redacted }, changed };
}

/** Whether words were removed from a text by a redaction of its record, or by the withdrawal of another record. */
function isRedacted(archive: Archive, id: string, released: number, text: string): boolean {
	const changes = archive.record.get(id)?.data.changes ?? [];
	if (changes.some(({ kind, version }) => kind === 'redaction' && version > released)) return true;
	return archive.tombstones.length > 0 && /no longer published|\[redacted: (?:paragraph|words)\]/i.test(text);
}
