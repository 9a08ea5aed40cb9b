import type { ArchiveConfig } from '../model/config.ts';
import { dateBounds } from '../model/date.ts';
import type { Figure } from '../model/figure.ts';
import { compare } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import type { Testimony } from '../model/testimony.ts';
import { findWithheld, type WithheldRuns, withoutWithheld } from '../checks/withheld.ts';
import { bodyOf, openBody } from './body.ts';
import type { FileReading } from './reading.ts';
import type {
	Archive,
	ArchiveRecord,
	Entry,
	FindingRecord,
	PublicTestimony,
	ReportRecord,
	TestimonyRecord,
	TextEntry,
	Tombstone,
} from './view.ts';

/**
 * Joins what was read into the view that pages, search and exports take. Here it is decided what is published:
 * nothing that is withdrawn, no account beyond its consent, no consent and no review.
 *
 * @param readings files without problems
 * @param withheld words that nothing published may repeat
 */
export function joinArchive(
	folder: string,
	config: ArchiveConfig,
	readings: readonly FileReading[],
	withheld: WithheldRuns,
): Archive {
	const testimonies: TestimonyRecord[] = [];
	const reports: ReportRecord[] = [];
	const findings: FindingRecord[] = [];
	const tombstones: Tombstone[] = [];
	const themes: Archive['themes'][number][] = [];
	const organisations: Archive['organisations'][number][] = [];
	const complaints: Archive['complaints'][number][] = [];
	const figures: Archive['figures'][number][] = [];
	const pages: Archive['pages'][number][] = [];

	for (const whole of readings) {
		const data = withoutWithheld(whole.data, withheld);
		const reading = data === whole.data ? whole : ({ ...whole, data } as FileReading);
		const { folder: collection } = reading;
		if (reading.withdrawn) tombstones.push({ id: reading.id, month: reading.withdrawn });
		if (!reading.data) continue;
		if (collection === 'testimonies') {
			const shown = publicPart(reading.data);
			if (!shown) continue;
			const body = openBody(reading.source, reading.data);
			testimonies.push({ ...text(reading, shown), body, collection });
		} else if (collection === 'reports') reports.push({ ...text(reading, reading.data), collection });
		else if (collection === 'findings') findings.push({ ...text(reading, reading.data), collection });
		else if (collection === 'themes') themes.push(text(reading, reading.data));
		else if (collection === 'organisations') organisations.push(entry(reading, reading.data));
		else if (collection === 'complaints') complaints.push(text(reading, reading.data));
		else if (collection === 'figures') figures.push(entry(reading, reading.data));
		else pages.push(text(reading, reading.data));
	}

	for (const list of [testimonies, reports, findings]) sortNewestFirst(list);
	const records: ArchiveRecord[] = [...testimonies, ...reports, ...findings];
	sortNewestFirst(records);
	const record = byId(records);
	const published = figures.filter((figure) => record.has(figure.data.record));
	return Object.freeze({
		folder,
		config,
		records,
		testimonies,
		reports,
		findings,
		tombstones,
		repeatsWithheld: (words: string) => findWithheld(words, withheld).length > 0,
		themes: themes.sort((a, b) => byWords(a.data.label, b.data.label)),
		organisations: organisations.sort((a, b) => byWords(a.data.name, b.data.name)),
		complaints: complaints.sort((a, b) => compare(a.id, b.id)),
		figures: published,
		pages: pages.sort((a, b) => a.data.order - b.data.order || compare(a.id, b.id)),
		record,
		theme: byId(themes),
		organisation: byId(organisations),
		complaint: byId(complaints),
		figure: byId(published),
		byTheme: group(records, (one) => one.data.themes),
		byOrganisation: group(records, organisationsOf),
		related: relate(records, record),
		figuresOf: group(published, (figure: Entry<Figure>) => [figure.data.record]),
	});
}

/** What of an account may be shown; undefined where consent does not reach to showing its text. */
function publicPart(testimony: Testimony): PublicTestimony | undefined {
	if (testimony.origin === 'published') return testimony;
	const { consent, review: _review, ...open } = testimony;
	return consent.scope === 'statistics' ? undefined : open;
}

function entry<Data>(reading: FileReading, data: Data): Entry<Data> {
	return { id: reading.id, file: reading.file, data, digest: reading.digest };
}

function text<Data>(reading: FileReading, data: Data): TextEntry<Data> {
	return { ...entry(reading, data), body: bodyOf(reading.source), paragraphs: reading.paragraphs };
}

/** The day that a record is sorted by: the earliest that its first source can have been published. */
export function sortingDay(record: ArchiveRecord): string {
	const published = record.data.sources[0]?.published;
	return published ? dateBounds(published).first : '';
}

function sortNewestFirst(records: ArchiveRecord[]): void {
	const days = new Map(records.map((record) => [record.id, sortingDay(record)]));
	records.sort((a, b) => compare(days.get(b.id) ?? '', days.get(a.id) ?? '') || compare(a.id, b.id));
}

/** Words in the order of a British dictionary, the same on every machine. */
function byWords(a: string, b: string): number {
	return COLLATOR.compare(a, b) || compare(a, b);
}
const COLLATOR = new Intl.Collator('en-GB', { numeric: true });

function organisationsOf(record: ArchiveRecord): string[] {
	const { data } = record;
	const named = [...data.organisations, ...data.sources.flatMap((source: Source) => source.publisher ?? [])];
	if (record.collection === 'findings') named.push(...record.data.issuedBy, ...record.data.addressees);
	return [...new Set(named)];
}

/** Records joined by name from either side. */
function relate(records: readonly ArchiveRecord[], record: Archive['record']): Archive['related'] {
	const links = new Map<string, Set<string>>();
	const link = (a: string, b: string) => {
		if (!links.has(a)) links.set(a, new Set());
		links.get(a)?.add(b);
	};
	for (const one of records) {
		const named = [...one.data.related];
		if (one.collection === 'findings' && one.data.answers) named.push(one.data.answers);
		if (one.collection === 'testimonies' && one.data.origin === 'published' && one.data.sourceRecord)
			named.push(one.data.sourceRecord);
		for (const id of named) {
			link(one.id, id);
			link(id, one.id);
		}
	}
	const related = new Map<string, ArchiveRecord[]>();
	for (const [id, ids] of links) {
		const others = [...ids].flatMap((other) => record.get(other) ?? []);
		sortNewestFirst(others);
		related.set(id, others);
	}
	return related;
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
	return new Map(list.map((one) => [one.id, one]));
}

function group<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of list)
		for (const key of keysOf(one)) {
			const members = groups.get(key);
			if (members) members.push(one);
			else groups.set(key, [one]);
		}
	return groups;
}
