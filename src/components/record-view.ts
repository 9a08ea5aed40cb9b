import type { Archive, ArchiveRecord } from '../archive/view.ts';
import { plainCitation } from '../citation/plain.ts';
import { recordPath } from '../model/address.ts';
import { dateInWords } from '../model/date.ts';
import { CHANGE_KINDS, STATUSES } from '../model/record.ts';
import { speakerOf } from './labels.ts';
import { type Fact, recordFacts } from './record-facts.ts';
import { rowOf, type Row } from './row.ts';
import { type SourceView, sourceView } from './source-view.ts';
import { permanent } from './url.ts';

/** Everything that a record's page shows, besides its text, as plain data. */
export interface RecordView {
	id: string;
	collection: ArchiveRecord['collection'];
	speaker: string;
	title: string;
	summary: string;
	/** Status, version and date of that version, in words. */
	status: readonly string[];
	contentNotes: readonly string[];
	facts: readonly Fact[];
	sources: readonly SourceView[];
	changes: readonly { version: number; date: string; kind: string; note: string }[];
	related: readonly Row[];
	citation: string;
	address: string;
}

/** Gathers what the page of a record shows. */
export function recordView(record: ArchiveRecord, archive: Archive): RecordView {
	const { config } = archive;
	const { title, titleSupplied, summary, status, version, changes, contentNotes } = record.data;
	const address = permanent(recordPath(record.id));
	const latest = changes.at(-1);
	return {
		id: record.id,
		collection: record.collection,
		speaker: speakerOf(record, archive),
		title,
		summary,
		status: [STATUSES[status], `version ${version}`, ...(latest ? [dateInWords(latest.date)] : [])],
		contentNotes: config.contentNotes.filter(({ id }) => contentNotes.includes(id)).map(({ label }) => label),
		facts: recordFacts(record, archive),
		sources: record.data.sources.map((source) => sourceView(source, archive)),
		changes: changes
			.map((change) => ({
				version: change.version,
				date: dateInWords(change.date),
				kind: CHANGE_KINDS[change.kind],
				note: change.note,
			}))
			.reverse(),
		related: (archive.related.get(record.id) ?? []).map((other) => rowOf(other, archive)),
		citation: plainCitation({
			title,
			titleSupplied,
			archive: config.name,
			version,
			// A testimony's versions carry no more than their month.
			...(latest
				? { date: record.collection === 'testimonies' ? latest.date.slice(0, 7) : latest.date }
				: {}),
			address,
		}),
		address,
	};
}
