import { gunzipSync, gzipSync } from 'node:zlib';
import { recordPath } from '../../core/values/address.ts';
import { type Catalogue, type IndexKeys, INDEX_FOLDER, type LoadingRule } from '../engine/catalogue.ts';
import { type Files, isGzipped, packFiles } from '../engine/pack.ts';
import type { Fragment } from '../engine/excerpts.ts';
import { COUNTED_FIELDS, fragmentOf } from '../engine/text-index.ts';
import { formsOf, splitText, variantsOf } from '../engine/words.ts';
import { lookup } from '../../core/values/lookup.ts';

/** Options of every index, so that development finds what the published archive finds. */
export const INDEX_OPTIONS = { forceLanguage: 'en' } as const;

const FRAGMENT = /(?:^|[\\/])fragment[\\/]([a-z]+_[0-9a-f]+)\.pf_fragment$/;

/** Files that Pagefind adds for interfaces and languages that the archive does not use. */
const UNUSED = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.(?:js|css)|wasm\.unknown\.pagefind)$/;

/** Whether the search page does not need a file of the index, given by its path in the index’s folder. */
export function isUnused(file: string): boolean {
	return UNUSED.test(file);
}

/**
 * Reads the page fragments of a written index.
 *
 * @param files paths and contents; files that are not fragments are passed over
 * @returns the texts by the index's keys
 * @throws if the index does not have the format of the pinned version of Pagefind
 */
export function fragmentsOf(
	files: Iterable<readonly [path: string, content: Uint8Array]>,
): Map<string, Fragment> {
	const fragments = new Map<string, Fragment>();
	for (const [path, content] of files) {
		const key = FRAGMENT.exec(path)?.[1];
		if (key !== undefined) fragments.set(key, fragmentOf(new TextDecoder().decode(plain(content))));
	}
	return fragments;
}

/** The index's key by the page's path, with slashes at both ends. */
export function keysByPath(fragments: ReadonlyMap<string, Fragment>): Map<string, string> {
	return new Map([...fragments].map(([key, { url }]) => [url, key]));
}

/** All words of the texts, titles and summaries, sorted, without numbers. */
export function wordsOf(fragments: ReadonlyMap<string, Fragment>): string[] {
	const words = new Set([...piecesOf(fragments)].flatMap(formsOf));
	return [...words].filter((word) => word.length > 1 && /\p{L}/u.test(word)).sort();
}

/**
 * Pairs of a stem and a word of the texts that the index does not have under that stem (`variantsOf`), sorted and
 * unique.
 */
export function variantsIn(
	fragments: ReadonlyMap<string, Fragment>,
): (readonly [stem: string, indexed: string])[] {
	const pairs = [...piecesOf(fragments)].flatMap(variantsOf);
	const once = new Map(pairs.map((pair) => [pair.join(' '), pair]));
	return [...once.keys()].sort().flatMap((key) => [once.get(key) ?? []]) as (readonly [string, string])[];
}

function piecesOf(fragments: ReadonlyMap<string, Fragment>): Set<string> {
	const pieces = new Set<string>();
	for (const { content, meta } of fragments.values())
		for (const text of [content, ...COUNTED_FIELDS.map((field) => lookup(meta, field) ?? '')])
			for (const piece of splitText(text)) pieces.add(piece);
	return pieces;
}

/**
 * Lists the index's keys in the order of the catalogue. A page that is not in the index gets an empty key; a missing
 * record is an error.
 *
 * @throws naming the records that are not in the index
 */
export function keysFor(
	{ records, pages }: Pick<Catalogue, 'records' | 'pages'>,
	byPath: ReadonlyMap<string, string>,
): IndexKeys {
	const lost = records.filter(([id]) => !byPath.has(recordPath(id))).map(([id]) => id);
	if (lost.length > 0)
		throw new Error(
			`The search index lacks ${lost.length} of ${records.length} records: ${lost.slice(0, 10).join(', ')}. ` +
				'Check that their pages have an element with data-pagefind-body.',
		);
	return {
		records: records.map(([id]) => byPath.get(recordPath(id)) ?? ''),
		pages: pages.map(([path]) => byPath.get(path) ?? ''),
	};
}

/** Up to this size the whole index is always loaded first, which takes a few seconds, once, on a slow connection. */
const ALWAYS_WHOLE = 1.5e6;

/**
 * Packs all files of search into one, so that it can be loaded as a whole.
 *
 * @param files all files of search, by path from the base folder
 * @param most size up to which the whole index is always loaded
 */
export function wholeIndex(files: Files, most = ALWAYS_WHOLE): { whole: Uint8Array; rule: LoadingRule } {
	// Compressed together they are smaller than one by one.
	const chosen = [...files]
		.filter(([path]) => !path.startsWith(INDEX_FOLDER) || !/\.js$/.test(path))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([path, content]) => [path, plain(content)] as const);
	const whole = gzipSync(packFiles(new Map(chosen)));
	return { whole, rule: { bytes: whole.length, always: whole.length <= most } };
}

function plain(content: Uint8Array): Uint8Array {
	return isGzipped(content) ? gunzipSync(content) : content;
}
