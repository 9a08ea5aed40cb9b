import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compare } from '../model/problem.ts';

/** Where a site is read from: a folder, or a host. */
export interface Reader {
	/**
	 * Its files by path, with forward slashes, sorted; null where they cannot be listed.
	 *
	 * @param folders only those in these folders of it
	 */
	list(folders?: readonly string[]): Promise<readonly string[] | null>;
	/** The bytes of a file; null where there is none. */
	read(file: string): Promise<Uint8Array | null>;
}

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

/**
 * Reads a site over http. A host tells only of files that it is asked for.
 *
 * @param address of the site, with a closing slash
 */
export function hostReader(address: URL): Reader {
	return {
		list: async () => null,
		async read(file) {
			const where = new URL(file.split('/').map(encodeURIComponent).join('/'), address);
			const answer = await fetch(where, { cache: 'no-store' });
			if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
			await answer.body?.cancel();
			if (answer.status === 404 || answer.status === 410) return null;
			throw new Error(`${where.href} answered with ${answer.status}`);
		},
	};
}

/** The text of a file, with every byte of it: a mark at its start is not passed over. Null where there is none. */
export async function readText(reader: Reader, file: string): Promise<string | null> {
	const bytes = await reader.read(file);
	return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
