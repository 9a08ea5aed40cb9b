import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { type Catalogue, CATALOGUE_FILE, INDEX_FOLDER, KEYS_FILE } from './catalogue.ts';
import { INDEX_OPTIONS, isUnused, keysByPath, keysFor } from './text-index-files.ts';

/**
 * Makes the text index of a built site, and the list that joins it to the catalogue.
 *
 * @param folder the built site, with the catalogue in it
 * @returns how many pages were indexed
 * @throws on anything that Pagefind reports, and if a record is not in the index
 */
export async function indexSite(folder: string): Promise<number> {
	try {
		const index = await newIndex();
		const { errors, page_count: count } = await index.addDirectory({ path: folder });
		refuse(errors);
		const target = path.join(folder, INDEX_FOLDER);
		await rm(target, { recursive: true, force: true });
		refuse((await index.writeFiles({ outputPath: target })).errors);
		for (const file of await readdir(target)) if (isUnused(file)) await rm(path.join(target, file));
		await writeKeys(folder);
		return count;
	} finally {
		await close();
	}
}

/** An empty index. */
export async function newIndex(): Promise<PagefindIndex> {
	const { errors, index } = await createIndex(INDEX_OPTIONS);
	refuse(errors);
	if (!index) throw new Error('Pagefind made no index and does not say why');
	return index;
}

/** @throws if Pagefind reported anything */
export function refuse(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('\n')}`);
}

async function writeKeys(folder: string): Promise<void> {
	const fragments = path.join(folder, INDEX_FOLDER, 'fragment');
	const files: [string, Uint8Array][] = [];
	for (const name of await readdir(fragments))
		files.push([`fragment/${name}`, await readFile(path.join(fragments, name))]);
	const catalogue = JSON.parse(await readFile(path.join(folder, CATALOGUE_FILE), 'utf8')) as Catalogue;
	await writeFile(path.join(folder, KEYS_FILE), JSON.stringify(keysFor(catalogue, keysByPath(files))));
}
