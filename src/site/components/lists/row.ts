import { dateOf } from '../../../archive/publish/sorting.ts';
import type { Archive, ArchiveRecord } from '../../../archive/publish/view.ts';
import { recordPath } from '../../../core/values/address.ts';
import { FINDING_KINDS } from '../../../core/model/finding.ts';
import { dateOrUnknown, type Link, publisherOf, shortName, speakerOf, themeLink } from '../../labels.ts';
import { href } from '../../url.ts';

/** One record in a list, in words. */
export interface Row {
	id: string;
	href: string;
	collection: ArchiveRecord['collection'];
	speaker: string;
	title: string;
	/** Kind, publisher or issuer, and whom it is about. */
	facts: string;
	date: string;
	summary: string;
	themes: readonly Link[];
}

/** A record is in many lists; its row is cached. */
const made = new WeakMap<ArchiveRecord, Row>();

/** The row of a record in any list. */
export function rowOf(record: ArchiveRecord, archive: Archive): Row {
	const known = made.get(record);
	if (known) return known;
	const { title, summary, organisations, themes, sources } = record.data;
	const from =
		record.collection === 'findings'
			? [
					record.data.number ?? FINDING_KINDS[record.data.kind],
					record.data.issuedBy.map((id) => shortName(id, archive)).join(', '),
				]
			: [publisherOf(sources[0], archive)];
	const issuers: readonly string[] = record.collection === 'findings' ? record.data.issuedBy : [];
	const about = someOf(
		organisations.filter((id) => !issuers.includes(id)).map((id) => shortName(id, archive)),
	);
	const row: Row = {
		id: record.id,
		href: href(recordPath(record.id)),
		collection: record.collection,
		speaker: speakerOf(record, archive),
		title,
		facts: [...from, about && `about ${about}`].filter(Boolean).join(' · '),
		date: dateOrUnknown(dateOf(record)),
		summary,
		themes: themes.map((id) => themeLink(id, archive)),
	};
	made.set(record, row);
	return row;
}

/** The first three names, and the number of others. */
function someOf(names: readonly string[]): string {
	const others = names.length - 3;
	return others > 1 ? `${names.slice(0, 3).join(', ')} and ${others} others` : names.join(', ');
}

/** How lists describe a record, so that search results match them. */
export function described(record: ArchiveRecord, archive: Archive) {
	const { date, facts } = rowOf(record, archive);
	return { date: dateOf(record), dateWords: date, facts };
}
