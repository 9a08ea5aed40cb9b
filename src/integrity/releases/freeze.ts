import { randomBytes } from 'node:crypto';
import { Failure } from '../../core/values/failure.ts';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { proseOf } from '../../archive/publish/prose.ts';
import type { Reading } from '../../archive/read/read.ts';
import type { FileReading } from '../../archive/read/reading.ts';
import type { Archive, ArchiveRecord } from '../../archive/publish/view.ts';
import { type DisclosureFile, isGiven, isShown } from '../../checks/disclosure/accounts.ts';
import type { releaseManifest } from '../../core/model/disclosure.ts';
import { compare } from '../../core/values/problem.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';
import { canonicalText, sha256 } from '../canonical/canonical.ts';
import type { Chain } from './release-chain.ts';
import { LOG_FILE } from './log.ts';
import { sumsFile } from './paths.ts';
import { addToLog, folderName } from './log.ts';
import { compareWithRelease, releasedTexts, textFile } from './removed-since-release.ts';
import { formatSums } from '../checksums.ts';

/** What a release will write. */
export interface Plan {
	release: number;
	month: string;
	/** Path and content of its `SHA256SUMS`. */
	sums: { file: string; text: string };
	/** Records with a version that becomes permanent, as `7k3m9qtw version 2`. */
	frozen: readonly string[];
	/** Number of texts that it publishes. */
	texts: number;
	files: ReadonlyMap<string, string>;
}

/**
 * Plans the next release of an archive: each record version that is not yet released, salts for accounts, the checksums
 * of all texts, and a line for the log. Nothing is written.
 *
 * @param month `YYYY-MM`; a release has no more precise date
 * @throws Failure if a released text was changed, or there is nothing to release
 */
export function planRelease({ archive, files }: Reading, chain: Chain, month: string): Plan {
	if (!archive) throw new Failure('The content has problems.');
	const texts = releasedTexts(archive);
	const { changed } = compareWithRelease(archive, chain, texts);
	if (changed.length > 0)
		throw new Failure(
			`These texts are not those of the last release: ${changed.join(', ')}. Restore content/versions; to change a record use “npm run archive -- revise”.`,
		);
	const last = chain.releases.at(-1);
	if (last && last.entry.month > month)
		throw new Failure(`The last release is of ${last.entry.month}, which is later than ${month}.`);

	const writing = new Map<string, string>();
	const frozen: string[] = [];
	for (const record of archive.records) {
		if (freeze(record, archive, files, texts, writing))
			frozen.push(`${record.id} version ${record.data.version}`);
	}
	const listed = [...texts].map(([file, text]) => ({ file, hash: sha256(text) }));
	if (last && formatSums(listed) === formatSums(last.texts))
		throw new Failure(`Nothing to release: no change since release ${folderName(last.entry.release)}.`);
	if (listed.length === 0) throw new Failure('No record to release.');

	const release = chain.releases.length + 1;
	const before = last && { file: sumsFile(last.entry.release), hash: last.entry.sums };
	const sums = { file: sumsFile(release), text: formatSums(listed, before) };
	writing.set(sums.file, sums.text);
	writing.set(`releases/${folderName(release)}/batch.yaml`, batchOf(files, month));
	const records = new Set(listed.map(({ file }) => file.split('/')[1])).size;
	writing.set(LOG_FILE, addToLog(chain.log, { month, records, release, sums: sha256(sums.text) }));
	return { release, month, sums, frozen, texts: listed.length, files: writing };
}

/**
 * Adds the current version of a record to a release, unless it has been released already.
 *
 * @returns whether it was added
 */
function freeze(
	record: ArchiveRecord,
	archive: Archive,
	files: readonly FileReading[],
	texts: Map<string, string>,
	writing: Map<string, string>,
): boolean {
	const { id } = record;
	const { version } = record.data;
	const released = archive.versions.get(id) ?? [];
	if (released.some((one) => one.version === version)) return false;
	const newest = released.at(-1)?.version ?? 0;
	if (version < newest)
		throw new Failure(`${record.file} is version ${version}, but version ${newest} is already released.`);
	const reading = files.find(({ file }) => file === record.file);
	if (!reading) throw new Failure(`${record.file} was not read.`);
	const source = withNumbers(reading.source, record, archive);
	if (source !== reading.source) writing.set(record.file, source);
	writing.set(`versions/${id}/v${version}.mdx`, source);
	const isAccount = record.collection === 'testimonies';
	const known = released.find(({ salt }) => salt !== null)?.salt;
	const salt = isAccount ? (known ?? randomBytes(32).toString('hex')) : null;
	if (salt && !known) writing.set(`versions/${id}/salt`, `${salt}\n`);
	texts.set(textFile(id, version), canonicalText(record, archive, salt));
	return true;
}

/**
 * The source with a field for the numbers of its paragraphs, unless they just count up. They must stay the same however
 * the next version is compared with this one.
 */
function withNumbers(source: string, record: ArchiveRecord, archive: Archive): string {
	const numbers = proseOf(record, archive).blocks.flatMap(({ number }) => number ?? []);
	const counted = numbers.every((number, index) => number === String(index + 1));
	const fields = frontMatterOf(source);
	if (counted || !fields || 'paragraphs' in record.data) return source;
	const [, end] = fields.yaml;
	const newline = source.slice(0, end).includes('\r\n') ? '\r\n' : '\n';
	return `${source.slice(0, end)}paragraphs: [${numbers.join(', ')}]${newline}${source.slice(end)}`;
}

/** Records which given accounts the release published, so that the next one cannot single any out (AN-5). */
function batchOf(files: readonly DisclosureFile[], month: string): string {
	const accounts = files
		.filter(({ withdrawn }) => withdrawn === undefined)
		.filter(isGiven)
		.filter(isShown)
		.sort((a, b) => compare(a.id, b.id));
	const given = Object.fromEntries(accounts.map(({ id, data }) => [id, data.version]));
	return stringify({ month, given } satisfies z.infer<typeof releaseManifest>);
}
