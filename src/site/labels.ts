/** Labels for the archive’s contents. Everything here is derived from the archive's data. */
import { shownCountOf } from '../archive/publish/counting.ts';
import { organisationName, shortName } from '../archive/publish/naming.ts';
import { escapeHtml } from '../core/text/html.ts';
import type { Archive, ArchiveRecord } from '../archive/publish/view.ts';
import { complaintPath, organisationPath, recordPath, themePath } from '../core/values/address.ts';
import type { RecordCollection } from '../core/model/config.ts';
import { dateInWords, type Edtf } from '../core/values/date.ts';
import { VOICES } from '../core/model/report.ts';
import type { Source } from '../core/model/source.ts';
import { href } from './url.ts';
import { lookup } from '../core/values/lookup.ts';

export { organisationName, shortName };

/** A link to a part of the archive. */
export interface Link {
	label: string;
	href: string;
}

/** A link as HTML, for lists that are built as strings. */
export function linkHtml({ href, label }: Link): string {
	return `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
}

/** The small label that says who is speaking. */
export function speakerOf(record: ArchiveRecord, archive: Archive): string {
	const voice = record.collection === 'reports' ? VOICES[record.data.voice] : null;
	return voice ?? archive.config.words[record.collection].speaker;
}

export function themeLink(id: string, archive: Archive): Link {
	return { label: archive.theme.get(id)?.data.label ?? id, href: href(themePath(id)) };
}

export function organisationLink(id: string, archive: Archive): Link {
	return { label: organisationName(id, archive), href: href(organisationPath(id)) };
}

/** A record by its title. */
export function recordLink(record: ArchiveRecord): Link {
	return { label: record.data.title, href: href(recordPath(record.id)) };
}

/** A concern of a complaint, by its number and words. */
export function concernLink(complaint: string, number: number, archive: Archive): Link {
	const text = archive.complaint.get(complaint)?.data.concerns.find((one) => one.number === number)?.text;
	return {
		label: text === undefined ? `Concern ${number}` : `${number}. ${text}`,
		href: `${href(complaintPath(complaint))}#concern-${number}`,
	};
}

/** A date in words, or a statement that it is not known. */
export function dateOrUnknown(date: Edtf | null): string {
	return date === null ? 'date not known' : dateInWords(date);
}

/** Who published the source that a record is of. */
export function publisherOf(source: Source | undefined, archive: Archive): string {
	return source?.publisher ? shortName(source.publisher, archive) : 'publisher not known';
}

/** Title of a source as cited: a title supplied by the archive is in square brackets. */
export function sourceTitle({ title, titleSupplied }: Pick<Source, 'title' | 'titleSupplied'>): string {
	return titleSupplied ? `[${title}]` : title;
}

/** Label of a value of a facet that `archive.yaml` declares. */
export function facetLabels(record: ArchiveRecord, archive: Archive): { label: string; value: string }[] {
	const values = record.data.facets as Record<string, string | undefined>;
	return archive.config.facets.flatMap((facet) => {
		const chosen = facet.values.find((value) => value.id === lookup(values, facet.id));
		return chosen ? [{ label: facet.label, value: chosen.label }] : [];
	});
}

/** The count of records as readers may see it, with its noun. */
export function countedRecords(
	records: readonly ArchiveRecord[],
	archive: Archive,
	{ one, many }: { one: string; many: string },
	only?: RecordCollection,
): string {
	const shown = shownCountOf(records, archive, only);
	return `${shown} ${shown === '1' ? one : many}`;
}
