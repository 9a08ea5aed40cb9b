import type { Archive } from '../archive/view.ts';
import { fingerprint } from './fingerprint.ts';
import { mentionedBy } from './record-key.ts';
import { recordView } from './record-view.ts';

/**
 * Key of the page of a version for incremental builds: it covers all versions of the record, what they show of others,
 * and whether any record is withdrawn.
 *
 * @param frame key of what all pages depend on
 */
export function versionKey(id: string, version: number, archive: Archive, frame: string): string {
	const present = archive.record.get(id);
	const versions = archive.versions.get(id) ?? [];
	return fingerprint(
		frame,
		archive.tombstones,
		version,
		present && [present.digest, present.paragraphs, recordView(present, archive)],
		versions.map((one) => [
			one.version,
			one.salt,
			one.record.digest,
			one.record.paragraphs,
			one.version === version && [recordView(one.record, archive), mentionedBy(one.record, archive)],
		]),
	);
}
