import type { Testimony } from '../../core/model/testimony.ts';
import { bodyOf, openBody } from '../read/body.ts';
import type { FileReading } from '../read/reading.ts';
import type { ArchiveRecord, Entry, PublicTestimony, TextEntry } from './view.ts';

/**
 * A record as it may be published: of an account neither consent nor review nor who wrote it, and no more than consent reaches to.
 *
 * @returns undefined where it may not be shown at all, or the file is not a record's
 */
export function recordOf(reading: FileReading): ArchiveRecord | undefined {
	if (!reading.data) return undefined;
	const { folder: collection } = reading;
	if (collection === 'reports') return { ...textEntry(reading, reading.data), collection };
	if (collection === 'findings') return { ...textEntry(reading, reading.data), collection };
	if (collection !== 'testimonies') return undefined;
	const shown = publicPart(reading.data);
	if (!shown) return undefined;
	const body = openBody(reading.source, reading.data, reading.paragraphs);
	return { ...textEntry(reading, shown), body, collection };
}

export function entry<Data>(reading: FileReading, data: Data): Entry<Data> {
	return { id: reading.id, file: reading.file, data, digest: reading.digest };
}

export function textEntry<Data>(reading: FileReading, data: Data): TextEntry<Data> {
	return { ...entry(reading, data), body: bodyOf(reading.source), paragraphs: reading.paragraphs };
}

/** What of an account may be shown; undefined where consent does not reach to showing its text. */
function publicPart(testimony: Testimony): PublicTestimony | undefined {
	if (testimony.origin === 'published') return testimony;
	const { consent, review: _review, writer: _writer, ...open } = testimony;
	return consent.scope === 'statistics' ? undefined : open;
}
