import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compare } from '../core/values/problem.ts';
import type { Reader } from './host-reader.ts';

/** Every file of a folder by its path, with forward slashes, sorted by code unit. */
export function filesIn(folder: string): string[] {
	const root = path.resolve(folder);
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map(({ parentPath, name }) => `${parentPath}${path.sep}${name}`.slice(root.length + 1))
		.map((file) => file.replaceAll(path.sep, '/'))
		.sort(compare);
}

/** Reads a folder. Links are not followed: what they lead to is not part of the folder. */
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
 * Reads what releases left in the folder of an archive. A clone may have given these files other line ends; all of them
 * were written with line feeds, and that is how they were summed and signed.
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
