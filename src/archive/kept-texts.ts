import { hash } from 'node:crypto';
import {
	closeSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Prose } from '../prose/types.ts';

/** Where a text stands in the file of texts, in bytes. */
type Place = readonly [at: number, length: number];

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
	wanted?.set(digest, store?.places.has(digest) ? null : JSON.stringify(parsed()));
}

/** The text of a file as it was parsed, by the digest of the file; undefined where it was not kept. */
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
	writeFileSync(index, JSON.stringify({ code, ...written }));
	openStore(index, code);
	for (const name of readdirSync(folder))
		if (name.startsWith('texts-') && name !== written.name) rmSync(path.join(folder, name));
}

function writeTexts(folder: string, texts: ReadonlyMap<string, string | null>) {
	const places: [string, Place][] = [];
	// A name of its own, so that an index never leads into a file that it is not of.
	const name = `texts-${hash('sha256', [...texts.keys()].join()).slice(0, 12)}.json`;
	const target = path.join(folder, name);
	const file = openSync(`${target}.new`, 'w');
	let at = 0;
	for (const [digest, json] of texts) {
		const bytes = json === null ? bytesOf(digest) : Buffer.from(json);
		if (!bytes) continue;
		writeSync(file, bytes);
		places.push([digest, [at, bytes.length]]);
		at += bytes.length;
	}
	closeSync(file);
	renameSync(`${target}.new`, target);
	return { name, places };
}

function openStore(index: string, code: string): void {
	if (store) closeSync(store.file);
	store = undefined;
	try {
		const { code: before, name, places } = JSON.parse(readFileSync(index, 'utf8'));
		if (before !== code) return;
		store = { file: openSync(path.join(path.dirname(index), name), 'r'), places: new Map(places) };
	} catch {
		// There is no earlier run to learn from.
	}
}

function bytesOf(digest: string): Buffer | undefined {
	const place = store?.places.get(digest);
	if (!store || !place) return undefined;
	const [at, length] = place;
	const bytes = Buffer.allocUnsafe(length);
	return readSync(store.file, bytes, 0, length, at) === length ? bytes : undefined;
}
