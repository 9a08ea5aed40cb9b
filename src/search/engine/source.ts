import { WHOLE_FILE } from './catalogue.ts';
import { fetchWithTimeout } from './fetch-in-time.ts';
import { unpackFiles, gunzipped } from './pack.ts';
import type { Pagefind } from './text-index.ts';

/** A source of the files of search. */
export interface Source {
	/** Reads a file by its address. */
	get(address: string): Promise<Response>;
	/** Loads Pagefind's script. */
	load(address: string): Promise<Pagefind>;
	/** Whether Pagefind may use a worker, which makes its own requests. */
	worker: boolean;
}

/** The host: files are requested when needed, and which ones depends on the query. */
export const HOST: Source = {
	get: (address) => fetchWithTimeout(address),
	load: (address) => import(/* @vite-ignore */ address) as Promise<Pagefind>,
	worker: true,
};

/**
 * Loads the whole index. The returned source answers from memory and has no access to the network. Only Pagefind's
 * script is still loaded from the host, once, when the index is opened.
 *
 * @param root address of the archive's own folder, with a closing slash
 * @param from where the whole index is read
 */
export async function loadWhole(root: string, from: Source = HOST): Promise<Source> {
	const bytes = new Uint8Array(await (await ask(from, root + WHOLE_FILE)).arrayBuffer());
	const files = unpackFiles(await gunzipped(bytes));
	const folder = pathOf(root);
	return {
		async get(address) {
			const path = pathOf(address);
			const content = path.startsWith(folder) ? files.get(path.slice(folder.length)) : undefined;
			return content ? new Response(content) : new Response(null, { status: 404 });
		},
		load: from.load,
		worker: false,
	};
}

/**
 * Reads a file.
 *
 * @throws if the response is not the file
 */
export async function ask(source: Source, address: string): Promise<Response> {
	const response = await source.get(address);
	if (!response.ok) throw new Error(`${address} answered ${response.status}`);
	return response;
}

/** The path of an address, which may be a path already. Pagefind adds a query to some addresses. */
function pathOf(address: string): string {
	return new URL(address, 'http://localhost').pathname;
}
