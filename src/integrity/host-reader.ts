import { fetchWithTimeout } from '../search/engine/fetch-in-time.ts';

/** Reading a site. The browser uses this too, so it must not need Node. */

/** Reads a site from a folder or a host. */
export interface Reader {
	/**
	 * The paths of its files, with forward slashes, sorted; null if they cannot be listed.
	 *
	 * @param folders limits the list to these folders
	 */
	list(folders?: readonly string[]): Promise<readonly string[] | null>;
	/** The bytes of a file; null if there is none. */
	read(file: string): Promise<Uint8Array | null>;
}

/**
 * Reads a site over HTTP, which offers no list of files. Reading throws if the host answers with an error other than
 * “not found”, or stops responding.
 *
 * @param address of the site, with a closing slash
 * @param silence timeout without new data, in milliseconds
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

/** Bypasses caches and sends no credentials. */
const fetchAnew: typeof fetch = (address, options) =>
	fetch(address, { ...options, cache: 'no-store', credentials: 'omit' });

/** The text of a file, including a byte order mark, so that its hash is unchanged. Null if there is none. */
export async function readText(reader: Reader, file: string): Promise<string | null> {
	const bytes = await reader.read(file);
	return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
