import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FOLDERS, type Folder, RELEASES_FOLDER, VERSIONS_FOLDER } from '../../archive/read/files.ts';
import { RECORD_COLLECTIONS } from '../../core/model/config.ts';
import { compare } from '../../core/values/problem.ts';

/** A file that could be read, however it reads. */
export interface AnyFile {
	/** Path from the archive's folder, with forward slashes. */
	file: string;
	folder: Folder | typeof VERSIONS_FOLDER;
	id: string;
	source: string;
}

/** Whether a file has fields and then a text, or fields alone. */
export function isText({ folder }: AnyFile): boolean {
	return folder === VERSIONS_FOLDER || FOLDERS[folder] === '.mdx';
}

/** The files of an archive as far as they can be read, for what must not wait until all are in order. */
export interface AnyFiles {
	/** The record's own files: more than one by a mistake. */
	own: readonly AnyFile[];
	/** Its released versions. */
	versions: readonly AnyFile[];
	/** Files of everything else that can hold text, released versions of other records among them. */
	others: readonly AnyFile[];
	/** Files and folders that could not be read. */
	unreadable: readonly string[];
}

/**
 * Finds the files of a record and all others, passing over what cannot be read. A file of the record whose name ends
 * otherwise than it must (`.md`, `.MDX`) is its own, too.
 */
export function filesOfRecord(content: string, id: string): AnyFiles {
	const unreadable: string[] = [];
	const found = Object.keys(FOLDERS).flatMap((folder) => filesIn(content, folder as Folder, unreadable));
	const released = names(content, VERSIONS_FOLDER, unreadable).flatMap((name) =>
		filesIn(content, VERSIONS_FOLDER, unreadable, name),
	);
	const isOwn = (one: AnyFile) =>
		one.id === id && (RECORD_COLLECTIONS as readonly string[]).includes(one.folder);
	const misnamed = RECORD_COLLECTIONS.flatMap((folder) =>
		filesIn(content, folder, unreadable, '', (name) => /\.mdx?$/i.test(name) && !name.endsWith('.mdx')),
	);
	return {
		own: [...found, ...misnamed].filter(isOwn),
		versions: released.filter((one) => one.id === id),
		others: [...found.filter((one) => !isOwn(one)), ...released.filter((one) => one.id !== id)],
		unreadable,
	};
}

/** The lists of given accounts that releases left, by their path. */
export function batchFiles(content: string): Map<string, string> {
	const files = names(content, RELEASES_FOLDER, []).map((name) => `${RELEASES_FOLDER}/${name}/batch.yaml`);
	return new Map(
		files.flatMap((file) => {
			const place = path.join(content, file);
			return existsSync(place) ? [[file, readFileSync(place, 'utf8')] as const] : [];
		}),
	);
}

function filesIn(
	content: string,
	folder: Folder | typeof VERSIONS_FOLDER,
	unreadable: string[],
	within = '',
	isWanted?: (name: string) => boolean,
): AnyFile[] {
	const place = within ? `${folder}/${within}` : folder;
	const ending = folder === VERSIONS_FOLDER ? '.mdx' : FOLDERS[folder];
	return names(content, place, unreadable)
		.filter((name) => isWanted?.(name) ?? name.endsWith(ending))
		.flatMap((name) => {
			const file = `${place}/${name}`;
			const isRecord = (RECORD_COLLECTIONS as readonly string[]).includes(folder);
			const id = within || (isRecord ? (/^[^-.]*/.exec(name)?.[0] ?? '') : name.slice(0, -ending.length));
			try {
				return [{ file, folder, id, source: readFileSync(path.join(content, file), 'utf8') }];
			} catch {
				unreadable.push(file);
				return [];
			}
		});
}

/** Names in a folder, hidden ones and links left out. */
function names(content: string, folder: string, unreadable: string[]): string[] {
	try {
		return readdirSync(path.join(content, folder), { withFileTypes: true })
			.filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
			.map(({ name }) => name)
			.sort(compare);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') unreadable.push(folder);
		return [];
	}
}
