import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FOLDERS, type Folder, RELEASES_FOLDER, VERSIONS_FOLDER } from '../../archive/read/files.ts';
import { RECORD_COLLECTIONS } from '../../core/model/config.ts';
import { compare } from '../../core/values/problem.ts';

/** A readable file, whether or not its content is valid. */
export interface AnyFile {
	/** Path from the archive's folder, with forward slashes. */
	file: string;
	folder: Folder | typeof VERSIONS_FOLDER;
	id: string;
	source: string;
}

/** Whether a file has fields followed by a text, or fields alone. */
export function isText({ folder }: AnyFile): boolean {
	return folder === VERSIONS_FOLDER || FOLDERS[folder] === '.mdx';
}

/** The readable files of an archive, for operations that must not wait until all files are valid. */
export interface AnyFiles {
	/** The record's files: more than one only by mistake. */
	own: readonly AnyFile[];
	/** Its released versions. */
	versions: readonly AnyFile[];
	/** All other files that can contain text, including released versions of other records. */
	others: readonly AnyFile[];
	/** Files and folders that could not be read. */
	unreadable: readonly string[];
}

/**
 * Finds the files of a record and all others, skipping those that cannot be read. Includes files of the record with a
 * wrong extension (`.md`, `.MDX`).
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

/** The lists of given accounts that releases recorded, by path. */
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

/** Names in a folder, without hidden files and links. */
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
