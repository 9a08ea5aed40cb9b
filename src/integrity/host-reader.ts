import { fetchWithTimeout } from '../search/engine/fetch-in-time.ts';

/** How a site is read. The browser reads its own site with this: it must not need Node. */

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

/**
 * Reads a site over http. A host tells only of files that it is asked for. Reading a file throws where the host answers
 * with anything but the file or that there is none, or stops answering.
 *
 * @param address of the site, with a closing slash
 * @param silence how long nothing may come of a file, in milliseconds
 */
export function hostReader(address: URL, silence?: number): Reader {
	return {
		list: async () => null,
		async read(file) {
			const where = new URL(file.split('/').map(encodeURIComponent).join('/'), address);
			const answer = await fetchWithTimeout(where.href, fetchAnew, silence).catch((error: unknown) => {
				throw new Error(`${where.href}: ${error instanceof Error ? error.message : String(error)}`);
			});
			if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
			if (answer.status === 404 || answer.status === 410) return null;
			throw new Error(`${where.href} answered with ${answer.status}`);
		},
	};
}

/** Not from a cache, and without telling the host who asks. */
const fetchAnew: typeof fetch = (address, options) =>
	fetch(address, { ...options, cache: 'no-store', credentials: 'omit' });

/** The text of a file, with every byte of it: a mark at its start is not passed over. Null where there is none. */
export async function readText(reader: Reader, file: string): Promise<string | null> {
	const bytes = await reader.read(file);
	return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
