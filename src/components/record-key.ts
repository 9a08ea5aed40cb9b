import { proseOf } from '../archive/prose.ts';
import type { Archive, ArchiveRecord } from '../archive/view.ts';
import { figureRow } from './figure-view.ts';
import { fingerprint } from './fingerprint.ts';
import { speakerOf } from './labels.ts';
import { recordView } from './record-view.ts';
import { rowOf } from './row.ts';

/**
 * Key of a record's page for incremental builds. It covers all that the page shows: its own record, and what it shows
 * of others.
 *
 * @param frame key of what all pages depend on
 */
export function recordKey(id: string, archive: Archive, frame: string): string {
	const record = archive.record.get(id);
	if (!record)
		return fingerprint(
			frame,
			archive.tombstones.find((tombstone) => tombstone.id === id),
		);
	return fingerprint(
		frame,
		record.digest,
		record.paragraphs,
		recordView(record, archive),
		[archive.related, archive.answers].map((of) => of.get(id)?.map((other) => rowOf(other, archive))),
		archive.figuresOf.get(id)?.map((figure) => [figure.data, figureRow(figure, archive)]),
		mentionedBy(record, archive),
	);
}

/**
 * What the text shows of other entries. Most texts mention none, or other records in so many words, and then need not be
 * parsed to know.
 */
export function mentionedBy(record: ArchiveRecord, archive: Archive): unknown {
	const all = record.body.match(/<(?:Ref|Excerpt|Figure|Reply)|!\[/g) ?? [];
	const plain = [...record.body.matchAll(/<Ref\s[^<>]*?\brecord="(\w+)"/g)];
	if (plain.length === all.length) return plain.map(([, id = '']) => ['record', id, speakerAt(id, archive)]);
	return proseOf(record, archive).mentions.map(({ kind, id }) => [
		kind,
		id,
		kind === 'record' && speakerAt(id, archive),
		kind === 'excerpt' && archive.record.get(id)?.digest,
		kind === 'figure' && archive.figure.get(id)?.data,
		kind === 'image' && archive.images.get(id)?.path,
	]);
}

/** Who speaks in another record, which is all that a reference shows of it. */
function speakerAt(id: string, archive: Archive): string | undefined {
	const record = archive.record.get(id);
	return record && speakerOf(record, archive);
}
