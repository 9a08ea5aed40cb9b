import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compare } from '../core/values/problem.ts';
import type { Reader } from './host-reader.ts';

/** The paths of all files in a folder, with forward slashes, sorted by code unit. */
export function filesIn(folder: string): string[] {
	const root = path.resolve(folder);
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map(({ parentPath, name }) => `${parentPath}${path.sep}${name}`.slice(root.length + 1))
		.map((file) => file.replaceAll(path.sep, '/'))
		.sort(compare);
}

/** Reads a folder. Symbolic links are not followed, since their targets are outside it. */
export function folderReader(folder: string): Reader {
	const within = (name: string) => {
		const one = path.join(folder, name);
		const isFolder = lstatSync(one, { throwIfNoEntry: false })?.isDirectory();
		return isFolder ? filesIn(one).map((file) => `${name}/${file}`) : [];
	};
	return {
		list: async (folders) => folders?.flatMap(within) ?? filesIn(folder),
		async read(file) {
			const target = path.join(folder, file);
			if (!lstatSync(target, { throwIfNoEntry: false })?.isFile()) return null;
			return readFileSync(target);
		},
	};
}

/**
 * Reads the files of releases in an archive's folder. A clone may have converted their line endings, but they were
 * written, hashed and signed with line feeds.
 */
export function contentReader(folder: string): Reader {
	const { list, read } = folderReader(folder);
	return {
		list,
		async read(file) {
			const bytes = await read(file);
			if (!bytes?.includes(0x0d)) return bytes;
			return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
		},
	};
}

/** Whether an address is one of this machine. */
export function isLocal({ hostname, protocol }: URL): boolean {
	return /^https?:$/.test(protocol) && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
