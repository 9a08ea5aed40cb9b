import { ContentError } from '../checks/report.ts';
import type { Reading, Without } from './read/read.ts';
import { cacheFileIn } from '../core/caches.ts';
import { settings } from '../core/settings.ts';
import type { Archive } from './publish/view.ts';

/** Readings by folder of the content. The commands, the integrations and the pages share them. */
const readings = new Map<string, Promise<Reading>>();

/** While it is edited, an archive is shown with what is sound in it: see `ContentProblems.astro`. */
const WHILE_EDITED: Without = { files: new Map(), stops: () => false };

/**
 * The reading of this site's content. A build reads it once; while files may change it is read again each time,
 * which costs little, since unchanged files are not worked again.
 */
export function getReading(): Promise<Reading> {
	const { content, live, cacheDir } = settings();
	if (live) return read(content, undefined, WHILE_EDITED);
	const promise = readings.get(content) ?? read(content, cacheFileIn(cacheDir));
	readings.set(content, promise);
	return promise;
}

/** Most who ask find the archive read by another: only the one who reads it needs all the code for that. */
async function read(content: string, keep?: string, without?: Without): Promise<Reading> {
	const { readArchive } = await import('./read/read.ts');
	return readArchive(content, keep, without);
}

/** Has the site made of a reading that was made otherwise. */
export function useReading(reading: Reading): void {
	readings.set(settings().content, Promise.resolve(reading));
}

/** Has this site's content read anew: a command changed it. */
export function forgetReading(): void {
	readings.delete(settings().content);
}

/**
 * The archive that this site is made of.
 *
 * @throws ContentError with every problem, if the content has any
 */
export async function getArchive(): Promise<Archive> {
	const { archive, problems } = await getReading();
	if (!archive) throw new ContentError(problems);
	return archive;
}
