import type { Archive, ArchiveRecord } from '../../../archive/publish/view.ts';
import { type CitedPage, recordReferences } from '../../../citations/references.ts';
import { recordPath, statementPath, textPath, versionPath } from '../../../core/values/address.ts';
import { dateInWords } from '../../../core/values/date.ts';
import { CHANGE_KINDS, STATUSES } from '../../../core/model/record.ts';
import { type Link, speakerOf } from '../../labels.ts';
import { type Fact, recordFacts } from './record-facts.ts';
import { type RelationGroup, relationGroups } from './relation-view.ts';
import { type SourceView, sourceView } from './source-view.ts';
import { href, permanent } from '../../url.ts';

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
	changes: readonly Change[];
	/** Link to the page that always shows the current version; on a version’s page only its permanence is stated. */
	permanent?: Link;
	relations: readonly RelationGroup[];
	/** Its citable items. They are formatted in all styles only where they are shown, since that is slow. */
	cited: CitedPage;
	address: string;
}

/** One entry of a record's history. */
export interface Change {
	version: number;
	date: string;
	kind: string;
	note: string;
	/** Page of that version, once it is released. */
	href?: string;
	/** Where its changes are shown. */
	difference?: string;
	/** Its statement of provenance and its canonical text, once it is released. */
	statement?: string;
	text?: string;
}

/**
 * Collects what the page of a record shows.
 *
 * @param path path of the page: the record's own, or that of a version
 */
export function recordView(
	record: ArchiveRecord,
	archive: Archive,
	path = recordPath(record.id),
): RecordView {
	const { config } = archive;
	const { title, summary, status, version, changes, contentNotes } = record.data;
	const address = permanent(path);
	const released = new Set(archive.versions.get(record.id)?.map((one) => one.version));
	const pageOf = (number: number) => href(versionPath(record.id, number));
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
				...(released.has(change.version) && {
					href: pageOf(change.version),
					statement: href(statementPath(record.id, change.version)),
					text: href(textPath(record.id, change.version)),
				}),
				...(released.has(change.version - 1) && { difference: `${pageOf(change.version - 1)}#changes` }),
			}))
			.reverse(),
		...(released.has(version) && {
			permanent: { label: `cite version ${version}`, href: pageOf(version) },
		}),
		relations: relationGroups(record, archive),
		cited: recordReferences(record, archive, permanent),
		address,
	};
}
