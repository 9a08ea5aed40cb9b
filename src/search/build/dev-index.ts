import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { close } from 'pagefind';
import { contentsOf, filesOf, newIndex, refuse } from './build-index.ts';
import { type Catalogue, CATALOGUE_FILE } from '../engine/catalogue.ts';
import { recordPath } from '../../core/values/address.ts';
import type { Files } from '../engine/pack.ts';

/** With more records than this, reindexing after each change would keep an editor waiting. */
const MOST_RECORDS = 500;
const AT_A_TIME = 4;

/**
 * Search in the development server: the index is built in memory from the server’s own pages, on the first request
 * after a change. A large archive uses the index of the last build.
 */
export class DevIndex {
	readonly #outDir: string;
	readonly #warn: (message: string) => void;
	#files: Promise<Files | null> | undefined;
	#warned = false;

	constructor(outDir: string, warn: (message: string) => void) {
		this.#outDir = outDir;
		this.#warn = warn;
	}

	/** Invalidates the index: the next request rebuilds it. */
	forget(): void {
		this.#files = undefined;
	}

	async close(): Promise<void> {
		this.forget();
		await close();
	}

	/**
	 * A file of search.
	 *
	 * @param file path from the base folder
	 * @param server address of that folder on the development server, with a closing slash
	 * @returns its content; undefined if it does not exist, or if the server renders it itself
	 */
	async read(file: string, server: string): Promise<Uint8Array | undefined> {
		const making = this.#files ?? this.#make(server);
		this.#files = making;
		// A failure is reported once; the next request retries.
		making.catch(() => {
			if (this.#files === making) this.forget();
		});
		const files = await making;
		return files ? files.get(file) : readFile(path.join(this.#outDir, file)).catch(() => undefined);
	}

	/** Null if the archive is too big. */
	async #make(server: string): Promise<Files | null> {
		const catalogue = (await (await page(server + CATALOGUE_FILE, { [BYPASS]: '1' })).json()) as Catalogue;
		if (catalogue.records.length > MOST_RECORDS) {
			if (!this.#warned)
				this.#warn(
					`More than ${MOST_RECORDS} records: search shows the last build, not your edits. Run "npm run build" to renew it.`,
				);
			this.#warned = true;
			return null;
		}
		const index = await newIndex();
		try {
			const paths = [
				...catalogue.records.map(([id]) => recordPath(id)),
				...catalogue.pages.map(([path]) => path),
			];
			const waiting = paths.values();
			const worker = async () => {
				for (const url of waiting) {
					const content = await (await page(server + url.slice(1))).text();
					// Pages that do not mark their searchable text are skipped, as in a build.
					if (content.includes('data-pagefind-body'))
						refuse((await index.addHTMLFile({ url, content })).errors);
				}
			};
			await Promise.all(Array.from({ length: AT_A_TIME }, worker));
			return filesOf(await contentsOf(index), new TextEncoder().encode(JSON.stringify(catalogue)));
		} finally {
			await index.deleteIndex();
		}
	}
}

/** Header with which the index requests the current catalogue from the server. */
export const BYPASS = 'x-archive-live';

async function page(address: string, headers: Record<string, string> = {}): Promise<Response> {
	const response = await fetch(address, { headers });
	if (!response.ok) throw new Error(`${address} answered ${response.status}`);
	return response;
}
