import { ContentError } from '../checks/report.ts';
import { readArchive } from './read.ts';
import { settings } from './settings.ts';
import type { Archive } from './view.ts';

// The commands, the collections and the pages are bundled apart but run in one process: they share one reading.
const shared = globalThis as { __archive?: Map<string, Promise<Archive>> };

/**
 * The archive that this site is made of. A build reads it once; while files may change it is read again each
 * time, which costs little, since unchanged files are not worked again.
 *
 * @throws ContentError with every problem, if the content has any
 */
export function getArchive(): Promise<Archive> {
	const { content, live } = settings();
	if (live) return read(content);
	shared.__archive ??= new Map();
	const promise = shared.__archive.get(content) ?? read(content);
	shared.__archive.set(content, promise);
	return promise;
}

async function read(content: string): Promise<Archive> {
	const { archive, problems } = await readArchive(content);
	if (!archive) throw new ContentError(problems);
	return archive;
}
