import type { ArchiveConfig } from '../../core/model/config.ts';
import type { Figure } from '../../core/model/figure.ts';
import { compare } from '../../core/values/problem.ts';
import type { Source } from '../../core/model/source.ts';
import { findWithheld, type WithheldRuns, withoutWithheld } from '../../checks/withheld-text.ts';
import { isRecordFolder } from '../read/files.ts';
import { entry, recordOf, textEntry } from './redact.ts';
import { relate, relationsOf } from './relations.ts';
import type { FileReading } from '../read/reading.ts';
import { sortNewestFirst } from './sorting.ts';
import type { Released } from '../versions/versions.ts';
import type {
	Archive,
	ArchiveRecord,
	Entry,
	FindingRecord,
	ReleasedVersion,
	ReportRecord,
	TestimonyRecord,
	Tombstone,
} from './view.ts';

/**
 * Joins what was read into the view that pages, search and exports take. Here it is decided what is published:
 * nothing that is withdrawn, no account beyond its consent, no consent and no review.
 *
 * @param readings files without problems
 * @param withheld words that nothing published may repeat
 * @param images pictures that texts can show
 * @param captures what is held of the captures that sources name
 * @param released released versions of records
 * @param cachedText parsed texts by the digests of their files
 */
export function joinArchive(
	folder: string,
	config: ArchiveConfig,
	readings: readonly FileReading[],
	withheld: WithheldRuns,
	images: Archive['images'],
	captures: Archive['captures'],
	released: ReadonlyMap<string, Released> = new Map(),
	cachedText: Archive['cachedText'] = () => undefined,
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
		const { id } = reading;
		const versions = released.get(id)?.versions.map(({ version }) => version);
		const address = versions ? { id, versions } : { id };
		if (reading.withdrawn && isRecordFolder(collection) && !tombstones.some((one) => one.id === id))
			tombstones.push({ ...address, collection, month: reading.withdrawn });
		if (!reading.data) continue;
		const one = recordOf(reading);
		if (one?.collection === 'testimonies') testimonies.push(one);
		else if (one?.collection === 'reports') reports.push(one);
		else if (one?.collection === 'findings') findings.push(one);
		else if (collection === 'testimonies') {
			// It may no longer be shown; where it was released, its address still answers.
			const month = reading.data.changes.at(-1)?.date.slice(0, 7) ?? '';
			if (versions) tombstones.push({ ...address, collection, month });
		} else if (collection === 'reports' || collection === 'findings') continue;
		else if (collection === 'themes') themes.push(textEntry(reading, reading.data));
		else if (collection === 'organisations') organisations.push(entry(reading, reading.data));
		else if (collection === 'complaints') complaints.push(textEntry(reading, reading.data));
		else if (collection === 'figures') figures.push(entry(reading, reading.data));
		else pages.push(textEntry(reading, reading.data));
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
		repeatsWithheld: withheld.size === 0 ? null : (words: string) => findWithheld(words, withheld).length > 0,
		cachedText,
		themes: themes.sort((a, b) => byWords(a.data.label, b.data.label)),
		organisations: organisations.sort((a, b) => byWords(a.data.name, b.data.name)),
		complaints: complaints.sort((a, b) => compare(a.id, b.id)),
		figures: published,
		images,
		captures,
		pages: pages.sort((a, b) => a.data.order - b.data.order || compare(a.id, b.id)),
		record,
		theme: byId(themes),
		organisation: byId(organisations),
		complaint: byId(complaints),
		figure: byId(published),
		byTheme: group(records, (one) => one.data.themes),
		byOrganisation: group(records, organisationsOf),
		related: relate(records, record),
		relations: relationsOf(records, record),
		answers: group([...findings].reverse(), (finding) => finding.data.answers),
		versions: new Map([...released].flatMap(([id, own]) => joinVersions(record.get(id), own, withheld))),
		figuresOf: group(published, (figure: Entry<Figure>) => [figure.data.record]),
	});
}

/** The released versions of a record; none where it is not shown. The present one is the record itself. */
function joinVersions(
	record: ArchiveRecord | undefined,
	{ salt, versions }: Released,
	withheld: WithheldRuns,
): [string, ReleasedVersion[]][] {
	if (!record) return [];
	const joined = versions.flatMap(({ version, reading }) => {
		if (version === record.data.version) return [{ version, record, salt }];
		const data = withoutWithheld(reading.data, withheld);
		const earlier = recordOf({ ...reading, data } as FileReading);
		return earlier ? [{ version, record: earlier, salt }] : [];
	});
	return joined.length > 0 ? [[record.id, joined]] : [];
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
