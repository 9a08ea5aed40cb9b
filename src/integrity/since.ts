import type { Archive } from '../archive/view.ts';
import { canonicalText, sha256 } from './canonical.ts';
import type { Chain } from './chain.ts';
import { textPath } from '../model/address.ts';
import { Unsound } from './sums.ts';

const ACTS = ['withdrawn', 'redacted'] as const;
export type Act = (typeof ACTS)[number];

/** Path, in the site, of the canonical text of a version. */
export const textFile = (id: string, version: number): string => textPath(id, version).slice(1);

/** The canonical texts of all released versions, by their path in the site. */
export function releasedTexts(archive: Archive): Map<string, string> {
	const texts = new Map<string, string>();
	for (const [id, versions] of archive.versions)
		for (const { version, record, salt } of versions)
			texts.set(textFile(id, version), canonicalText(record, archive, salt));
	return texts;
}

/**
 * Compares what would be published with the last release.
 *
 * @param texts of all released versions
 * @returns by path what happened to texts that are not as they were released, and the paths of those for which there
 *   is no such reason, or that no release lists
 */
export function compareWithRelease(
	archive: Archive,
	chain: Chain,
	texts: ReadonlyMap<string, string>,
): { since: Map<string, Act>; changed: string[] } {
	const since = new Map<string, Act>();
	const last = chain.releases.at(-1);
	const newest = new Map<string, number>();
	for (const { file } of last?.texts ?? []) {
		const { id, version } = partsOf(file);
		newest.set(id, Math.max(version, newest.get(id) ?? 0));
	}
	const listed = new Set(last?.texts.map(({ file }) => file));
	const changed = [...texts.keys()].filter((file) => !listed.has(file));
	for (const { file, hash } of last?.texts ?? []) {
		const text = texts.get(file);
		const { id } = partsOf(file);
		if (text === undefined) {
			if (archive.record.has(id)) changed.push(file);
			else since.set(file, 'withdrawn');
		} else if (sha256(text) !== hash) {
			if (isTakenOut(archive, id, newest.get(id) ?? 0, text)) since.set(file, 'redacted');
			else changed.push(file);
		}
	}
	return { since, changed };
}

/** Whether words of a text were taken out, by a redaction of the record or by the withdrawal of another. */
function isTakenOut(archive: Archive, id: string, released: number, text: string): boolean {
	const changes = archive.record.get(id)?.data.changes ?? [];
	if (changes.some(({ kind, version }) => kind === 'redaction' && version > released)) return true;
	return archive.tombstones.length > 0 && /no longer published/i.test(text);
}

/** Identifier and version that a text’s path names. */
export function partsOf(file: string): { id: string; version: number } {
	const [, id = '', version = '0'] = /^r\/([^/]+)\/v(\d+)\.txt$/.exec(file) ?? [];
	return { id, version: Number(version) };
}

/** One line for each text: what happened to it, and its path. */
export function formatSince(since: ReadonlyMap<string, Act>): string {
	return [...since].map(([file, act]) => `${act} ${file}\n`).join('');
}

/** @throws Unsound where a line is of another form */
export function parseSince(text: string): Map<string, Act> {
	const since = new Map<string, Act>();
	for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
		const [act, file = '', ...more] = line.split(' ');
		if (!ACTS.includes(act as Act) || !partsOf(file).id || more.length > 0)
			throw new Unsound(`has a line that cannot be read: line ${index + 1}`);
		since.set(file, act as Act);
	}
	return since;
}
