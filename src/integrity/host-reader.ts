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
 * Reads a site over http. A host tells only of files that it is asked for.
 *
 * @param address of the site, with a closing slash
 */
export function hostReader(address: URL): Reader {
	return {
		list: async () => null,
		async read(file) {
			const where = new URL(file.split('/').map(encodeURIComponent).join('/'), address);
			const answer = await fetch(where, { cache: 'no-store', credentials: 'omit' });
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
