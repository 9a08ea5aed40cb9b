import type { ArchiveCache } from '../cache.ts';
import type { Locate } from '../../checks/references.ts';
import type { ArchiveConfig, Vocabulary } from '../../core/model/config.ts';
import type { Problem } from '../../core/values/problem.ts';
import { checkChangeNote } from './change-note.ts';
import { isRecordFolder, readContents } from '../read/files.ts';
import { type FileReading, readFileOf } from '../read/reading.ts';
import { checkEarlierFacts } from './facts.ts';
import { findVersions, type VersionFiles } from './files.ts';
import { checkFrozen, checkReleasedHistory } from './frozen.ts';
import { numberReading, numbersIn, textsOf, versionOf } from './reading.ts';
import { checkNames, checkStanding } from './register.ts';

/** The released versions of one record. */
export interface Released {
	salt: string | null;
	/** Ascending. The reading of the present version is that of the record's own file. */
	versions: readonly { version: number; reading: FileReading }[];
}

export interface Versions {
	/** All files of the archive, the records' paragraphs with the numbers that are theirs. */
	readings: readonly FileReading[];
	/** By the record's identifier; withdrawn records among them. */
	released: ReadonlyMap<string, Released>;
	/** Files of versions whose words are not those of the record's own file. */
	earlier: readonly FileReading[];
	problems: readonly Problem[];
}

/** What reading versions takes besides the files. */
export interface Reader {
	config: ArchiveConfig;
	vocabulary: Vocabulary;
	/** Finds places in files that were read. */
	locateIn(readings: readonly FileReading[]): Locate;
	cache: ArchiveCache;
}

/**
 * Reads the released versions of all records, numbers the paragraphs of all, and checks that what was released
 * stands. Where nothing was released there is nothing to read.
 *
 * @param readings the files of the archive as they are today
 */
export function readVersions(
	root: string,
	readings: readonly FileReading[],
	{ config, vocabulary, locateIn, cache }: Reader,
): Versions {
	const { found, problems } = findVersions(root);
	const files = new Map(found.map((one) => [one.id, one]));
	const relaxed = found.length > 0 ? relax(vocabulary) : vocabulary;
	const released = new Map<string, Released>();
	const checks: { live: FileReading; frozen: FileReading | undefined; others: readonly FileReading[] }[] = [];
	const numbered = readings.map((before) => {
		if (!isRecordFolder(before.folder)) return before;
		const own = files.get(before.id);
		// Most records have no version but their first, and their paragraphs the numbers by which they stand.
		if (!own && !numbersIn(before)) return before;
		const read = (file: string) => readOnce(root, file, before, relaxed, cache);
		const { live, versions, frozen } = readRecord(before, own?.versions ?? [], read, problems);
		if (!own) return live;
		const present = versionOf(live);
		released.set(live.id, {
			salt: own.salt,
			versions: versions.map((one) => (one.version === present ? { ...one, reading: live } : one)),
		});
		const others = versions.filter(({ version }) => version !== present).map(({ reading }) => reading);
		checks.push({ live, frozen, others });
		return live;
	});
	const earlier = checks.flatMap(({ others }) => others);
	const locate = locateIn([...numbered, ...earlier]);
	for (const { live, frozen, others } of checks) {
		problems.push(...checkStanding(live, released.get(live.id), locate));
		const before = others.at(-1);
		if (frozen) problems.push(...checkFrozen(live, frozen, locate));
		else if (before && live.data && before.data)
			problems.push(...checkChangeNote(live, textsOf(before), textsOf(live), locate));
		for (const other of others)
			problems.push(
				...checkReleasedHistory(live, other, locate),
				...checkEarlierFacts(live, other, config, locate),
			);
	}
	problems.push(...checkNames(root, numbered, files));
	return { readings: numbered, released, earlier, problems };
}

/** A released file is held to what every file is, but for facets that the archive has come to ask for since. */
function relax(vocabulary: Vocabulary): Vocabulary {
	if (!vocabulary.facets.some(({ required }) => required)) return vocabulary;
	return { ...vocabulary, facets: vocabulary.facets.map((facet) => ({ ...facet, required: false })) };
}

/** A file that is byte for byte the record's own was read with it. */
function readOnce(
	root: string,
	file: string,
	live: FileReading,
	vocabulary: Vocabulary,
	cache: ArchiveCache,
): FileReading {
	const contents = readContents(root, file);
	if ('text' in contents && contents.text === live.source) return live;
	return readFileOf(root, { file, folder: live.folder, id: live.id }, vocabulary, cache);
}

function readRecord(
	live: FileReading,
	files: VersionFiles['versions'],
	read: (file: string) => FileReading,
	problems: Problem[],
): {
	live: FileReading;
	versions: { version: number; reading: FileReading }[];
	frozen: FileReading | undefined;
} {
	const used = new Set<string>();
	let before: FileReading | undefined;
	const number = (reading: FileReading, isChecked: boolean) => {
		const { paragraphs, problems: told } = numberReading(reading, before, used);
		if (isChecked) problems.push(...told);
		for (const one of paragraphs) used.add(one);
		before = { ...reading, paragraphs } as FileReading;
		return before;
	};
	let same: FileReading | undefined;
	let frozen: FileReading | undefined;
	const versions = files.map(({ version, file }) => {
		const reading = read(file);
		if (reading !== live) problems.push(...reading.problems);
		const one = number(reading, reading !== live);
		if (reading === live) same = one;
		if (version === versionOf(live)) frozen = one;
		return { version, reading: asToday(one, live) };
	});
	// While a released version stands, another number of paragraphs is told as a change of its text.
	return { live: same ?? number(live, !frozen), versions, frozen };
}

/** A version as far as it may be shown today: a withdrawal, and what consent allows, hold for all versions. */
function asToday(reading: FileReading, live: FileReading): FileReading {
	if (live.withdrawn !== undefined)
		return { ...reading, data: undefined, withdrawn: live.withdrawn } as FileReading;
	if (reading.folder !== 'testimonies' || live.folder !== 'testimonies') return reading;
	if (reading.data?.origin !== 'given' || live.data?.origin !== 'given') return reading;
	return { ...reading, data: { ...reading.data, consent: live.data.consent } };
}
