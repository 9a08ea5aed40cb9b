import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import {
	type Catalogue,
	CATALOGUE_FILE,
	INDEX_FOLDER,
	KEYS_FILE,
	LOADING_FILE,
	WHOLE_FILE,
	WORDS_FILE,
} from '../engine/catalogue.ts';
import {
	fragmentsOf,
	INDEX_OPTIONS,
	isUnused,
	keysByPath,
	keysFor,
	variantsIn,
	wholeIndex,
	wordsOf,
} from './text-index-files.ts';

/**
 * Builds the text index of a site, and the list that maps it to the catalogue. A small index is written only as one
 * file, so that no request can reveal what is searched for.
 *
 * @param folder the built site, with the catalogue in it
 * @param most size up to which only the single file is written
 * @returns how many pages were indexed
 * @throws on anything that Pagefind reports, and if a record is not in the index
 */
export async function indexSite(folder: string, most?: number): Promise<number> {
	try {
		const index = await newIndex();
		const { errors, page_count: count } = await index.addDirectory({ path: folder });
		refuse(errors);
		const catalogue = await readFile(path.join(folder, CATALOGUE_FILE));
		const files = filesOf(await contentsOf(index), catalogue, most);
		await rm(path.join(folder, INDEX_FOLDER), { recursive: true, force: true });
		for (const [file, content] of files) {
			const target = path.join(folder, file);
			await mkdir(path.dirname(target), { recursive: true });
			await writeFile(target, content);
		}
		return count;
	} finally {
		await close();
	}
}

/** Pagefind’s output, by path in the index’s folder. */
export async function contentsOf(index: PagefindIndex): Promise<[string, Uint8Array][]> {
	const { errors, files } = await index.getFiles();
	refuse(errors);
	return files.map(({ path: file, content }) => [file.replaceAll('\\', '/'), content]);
}

/**
 * The files that search needs, by path from the base folder.
 *
 * @param written what Pagefind wrote
 * @param catalogue the catalogue's file, which is added to the whole index but not to the files, since it is already
 *   written
 */
export function filesOf(
	written: readonly (readonly [string, Uint8Array])[],
	catalogue: Uint8Array,
	most?: number,
): Map<string, Uint8Array> {
	const files = new Map(
		written.filter(([file]) => !isUnused(file)).map(([file, content]) => [INDEX_FOLDER + file, content]),
	);
	const encode = (data: unknown) => new TextEncoder().encode(JSON.stringify(data));
	const known = JSON.parse(new TextDecoder().decode(catalogue)) as Catalogue;
	const fragments = fragmentsOf(files);
	const keys = { ...keysFor(known, keysByPath(fragments)), variants: variantsIn(fragments) };
	files.set(KEYS_FILE, encode(keys));
	files.set(WORDS_FILE, encode(wordsOf(fragments)));
	const { whole, rule } = wholeIndex(new Map([...files, [CATALOGUE_FILE, catalogue]]), most);
	const script = `${INDEX_FOLDER}pagefind.js`;
	const kept = rule.always ? [...files].filter(([file]) => file === script) : files;
	return new Map([...kept, [WHOLE_FILE, whole], [LOADING_FILE, encode(rule)]]);
}

/** An empty index. */
export async function newIndex(): Promise<PagefindIndex> {
	const { errors, index } = await createIndex(INDEX_OPTIONS);
	refuse(errors);
	if (!index) throw new Error('Pagefind returned no index and no error');
	return index;
}

/** @throws if Pagefind reported errors */
export function refuse(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('\n')}`);
}
