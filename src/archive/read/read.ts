import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkConsent } from '../../checks/consent.ts';
import { checkDisclosure } from '../../checks/disclosure/check-disclosure.ts';
import { checkImages } from '../../checks/images.ts';
import type { Locate } from '../../checks/references.ts';
import { checkOrphans } from '../../checks/figures/orphans.ts';
import { checkReferences } from '../../checks/references.ts';
import { checkReviews } from '../../checks/reviews.ts';
import { checkThemeParts } from '../../checks/theme-parts.ts';
import { checkWithheld, type WithheldRuns, withheldRuns } from '../../checks/withheld-text.ts';
import type { Vocabulary } from '../../core/model/config.ts';
import type { Problem } from '../../core/values/problem.ts';
import { fileProblem, sortProblems, START } from '../../core/values/problem.ts';
import { readCaptures } from '../media/captures.ts';
import { readConfig, vocabularyOf } from './configuration.ts';
import { CONFIG_FILE, FOLDERS, type Found, findFiles } from './files.ts';
import { readImages, unusedImages } from '../media/images.ts';
import { joinArchive } from '../publish/join.ts';
import { readLastRelease } from '../versions/last-release.ts';
import { checkTextsOf } from './register.ts';
import { fieldsOf, openNames, withheldTexts } from '../publish/withheld.ts';
import { ArchiveCache } from '../cache.ts';
import type { FileReading } from './reading.ts';
import { readFields, readFileOf } from './reading.ts';
import { readVersions } from '../versions/versions.ts';
import type { Archive } from '../publish/view.ts';

/** What reading an archive gave. Where any problem is an error, there is no archive. */
export interface Reading {
	archive: Archive | null;
	/** In reading order. */
	problems: Problem[];
	/** Words that no published file may hold. */
	withheld: WithheldRuns;
	/** Every file by itself, for commands that help to write it; pages never see these. */
	files: readonly FileReading[];
}

/** What a reading goes on without: see `readRemainder`. */
export interface Without {
	/** Files that are left out, each with the released version that stands in its place, or null. */
	files: ReadonlyMap<string, string | null>;
	/** Whether a problem stops the build. */
	stops(problem: Problem): boolean;
}

const NOTHING: Without = { files: new Map(), stops: ({ severity }) => severity === 'error' };

/**
 * Reads a whole archive: every file once, validated, its text parsed, its references resolved, all joined.
 * Never throws for what is wrong with the content: all problems of all files come back together.
 *
 * @param folder the folder that holds `archive.yaml`
 * @param cacheFile file in which expensive results are saved for the next run; left out, none are
 * @param without what is left out
 */
export async function readArchive(
	folder: string,
	cacheFile?: string,
	without: Without = NOTHING,
): Promise<Reading> {
	const root = path.resolve(folder);
	if (!existsSync(root)) {
		const message = 'There is no such folder';
		return refused([fileProblem(folder, 'no-archive', message, 'Name the folder that holds archive.yaml')]);
	}
	const { found, problems } = findFiles(root);
	const configuration = problems.some((one) => one.file === CONFIG_FILE)
		? { problems: [] }
		: readConfig(root, found);
	problems.push(...configuration.problems);

	const { config } = configuration;
	const cache = new ArchiveCache(root, cacheFile);
	const vocabulary = config && vocabularyOf(config, found);
	const present = found.map((file) => readOne(root, file, vocabulary, without, cache));
	problems.push(...present.flatMap((reading) => reading.problems));
	if (!config || !vocabulary) return refused(problems);
	const { readings, released, earlier, ...versions } = readVersions(root, present, {
		config,
		vocabulary,
		locateIn,
		cache,
	});
	problems.push(...versions.problems);
	const locate = locateIn([...readings, ...earlier]);
	const live = [...readings, ...earlier].filter((reading) => reading.withdrawn === undefined);
	const withheld = withheldRuns(withheldTexts([...readings, ...earlier]), openNames(config, readings));
	problems.push(
		...checkReferences(readings, locate),
		...checkThemeParts(readings),
		...checkOrphans(readings, locate),
	);
	const release = readLastRelease(root, readings, released);
	problems.push(...release.problems, ...checkDisclosure(readings, config, locate, release.previous));
	const isReleased = (id: string, version: number) =>
		released.get(id)?.versions.some((one) => one.version === version) ?? false;
	problems.push(...checkReviews(readings, locate, isReleased), ...checkConsent(readings, locate));
	problems.push(...checkWithheld(live.map(fieldsOf), withheld));
	problems.push(...checkTextsOf(root, config, live, locate, cache));
	const pictures = await readImages(root, cache);
	// Earlier versions may have shown what is gone since, but an account never had a picture.
	const showing = [...readings, ...earlier.filter(({ folder: one }) => one === 'testimonies')];
	problems.push(...pictures.problems, ...checkImages(showing, pictures.names));

	const { captures, ...told } = readCaptures(root, readings, earlier, locate);
	problems.push(...told.problems);

	cache.save();
	const failed = problems.some(without.stops);
	const archive = failed
		? null
		: joinArchive(root, config, readings, withheld, pictures.images, captures, released, cache.text);
	return {
		archive,
		problems: sortProblems([...problems, ...(archive ? unusedImages(archive) : [])]),
		withheld,
		files: readings,
	};
}

/** Reads a file, or what stands in its place: a released version, or nothing but the words that nobody may repeat. */
function readOne(
	root: string,
	found: Found,
	vocabulary: Vocabulary | undefined,
	{ files }: Without,
	cache: ArchiveCache,
): FileReading {
	const instead = files.get(found.file);
	const reading = readFileOf(root, { ...found, file: instead ?? found.file }, vocabulary, cache);
	if (instead !== null) return reading;
	const nothing = { data: undefined, problems: [], paragraphs: [], mentions: [], isLeftOut: true };
	return { ...reading, ...nothing } as FileReading;
}

function refused(problems: readonly Problem[]): Reading {
	return { archive: null, problems: sortProblems(problems), withheld: new Map(), files: [] };
}

/** Finds the place of a field; the file is read again for it, since few fields are ever asked for. */
function locateIn(readings: readonly FileReading[]): Locate {
	const byFile = new Map(readings.map((reading) => [reading.file, reading]));
	return (file, field) => {
		const reading = byFile.get(file);
		if (!reading) return START;
		return readFields(reading.source, FOLDERS[reading.folder] === '.mdx').yaml?.locate(field) ?? START;
	};
}
