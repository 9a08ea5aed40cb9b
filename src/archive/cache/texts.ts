import { closeSync, openSync, readdirSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Prose } from '../../core/prose/types.ts';
import { checksum, readJsonCache, removeCache, replaceFile, writeCache } from './cache-file.ts';

/** Where a text stands in the file of texts, in bytes, and its checksum. */
type Place = readonly [at: number, length: number, sum: string];

/** The file of an earlier run that texts are read from, and where they stand in it, by the digests of their files. */
let store: { file: number; places: ReadonlyMap<string, Place> } | undefined;

/** Texts that this run is to leave to the next: as JSON where they were parsed in it, null where they are in the store. */
let wanted: Map<string, string | null> | undefined;

/**
 * Takes up the parsed texts of an earlier run. Parsing is the most of what a page costs, and ten thousand texts would
 * fill the memory: so each is parsed when it is checked, and read from a file when its page and its table are made.
 *
 * @param index file that says where the texts stand
 * @param code of what they are parsed by: those of other code are passed over
 */
export function loadTexts(index: string, code: string): void {
	openStore(index, code);
	wanted = new Map();
}

/** Keeps the text of a file, by the digest of the file. */
export function keepText(digest: string, parsed: () => Prose): void {
	wanted?.set(digest, bytesOf(digest) ? null : JSON.stringify(parsed()));
}

/** The text of a file as it was parsed, by the digest of the file; undefined where it was not kept, or is not whole. */
export function keptText(digest: string): Prose | undefined {
	const bytes = bytesOf(digest);
	return bytes && (JSON.parse(bytes.toString('utf8')) as Prose);
}

/** Leaves to the next run the texts of the files that were read in this one, and of no other. */
export function saveTexts(index: string, code: string): void {
	const texts = wanted;
	wanted = undefined;
	if (!texts || (texts.size === store?.places.size && [...texts.values()].every((json) => json === null)))
		return;
	const folder = path.dirname(index);
	const written = writeTexts(folder, texts);
	if (!written || !writeCache(index, JSON.stringify({ code, ...written }))) return;
	openStore(index, code);
	for (const name of readdirSync(folder))
		if (name.startsWith('texts-') && name !== written.name) removeCache(path.join(folder, name));
}

function writeTexts(folder: string, texts: ReadonlyMap<string, string | null>) {
	const places: [string, Place][] = [];
	// A name of its own, so that an index never leads into a file that it is not of.
	const name = `texts-${checksum([...texts.keys()].join()).slice(0, 12)}.json`;
	const isWritten = replaceFile(path.join(folder, name), (target) => {
		const file = openSync(target, 'w');
		let at = 0;
		try {
			for (const [digest, json] of texts) {
				const bytes = json === null ? bytesOf(digest) : Buffer.from(json);
				if (!bytes) continue;
				writeSync(file, bytes);
				places.push([digest, [at, bytes.length, checksum(bytes)]]);
				at += bytes.length;
			}
		} finally {
			closeSync(file);
		}
	});
	return isWritten ? { name, places } : undefined;
}

function openStore(index: string, code: string): void {
	if (store) closeSync(store.file);
	store = undefined;
	const found = readJsonCache(index) as { code: string; name: string; places: [string, Place][] } | undefined;
	if (found?.code !== code) return;
	try {
		const file = openSync(path.join(path.dirname(index), found.name), 'r');
		store = { file, places: new Map(found.places) };
	} catch {
		// The texts are gone: they are parsed again.
	}
}

function bytesOf(digest: string): Buffer | undefined {
	const place = store?.places.get(digest);
	if (!store || !place) return undefined;
	const [at, length, sum] = place;
	const bytes = Buffer.allocUnsafe(length);
	const isWhole = readSync(store.file, bytes, 0, length, at) === length && checksum(bytes) === sum;
	return isWhole ? bytes : undefined;
}
