import { hash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Where an entry is in the file, in bytes, and its checksum. */
type Entry = readonly [key: string, at: number, length: number, sum: string];

interface Index {
	version: string;
	entries: Entry[];
}

/** The last bytes of the file: the length of the index as ten digits, and the checksum of the index. */
const FOOTER = 10 + 64;

const checksum = (content: Uint8Array | string): string => hash('sha256', content);

/**
 * Results that are expensive to compute, saved from one run to the next in one file, which may be deleted at any time.
 *
 * Each entry has a checksum: an entry that a disk, a crash or a person changed is a miss. Entries are read from the file
 * one by one, since those of ten thousand records would fill the memory. An entry that a run did not ask for is dropped
 * when it saves, so that nothing stays longer than what it was made from. Where the file cannot be written there is no
 * cache, which is no error.
 */
export class Cache {
	readonly #file: string;
	readonly #version: string;
	#entries: ReadonlyMap<string, Entry> = new Map();
	#descriptor: number | undefined;
	readonly #added = new Map<string, Buffer>();
	readonly #used = new Set<string>();

	/**
	 * @param file the cache file
	 * @param version of the software: entries of any other are not used
	 */
	constructor(file: string, version: string) {
		this.#file = file;
		this.#version = version;
		this.#open();
	}

	/** The content of an entry; undefined on a miss. */
	get(key: string): Buffer | undefined {
		this.#used.add(key);
		return this.#added.get(key) ?? this.#read(key);
	}

	/** Whether there is an entry of this key; it may still turn out to be damaged. */
	has(key: string): boolean {
		this.#used.add(key);
		return this.#added.has(key) || this.#entries.has(key);
	}

	/** Adds an entry to those that `save` writes. */
	set(key: string, content: Uint8Array | string): void {
		this.#used.add(key);
		this.#added.set(key, Buffer.from(content));
	}

	/** Writes the entries that were used since the cache was opened, all or none. */
	save(): void {
		const isChanged = this.#added.size > 0 || [...this.#entries.keys()].some((key) => !this.#used.has(key));
		if (isChanged && this.#write()) this.#open();
		this.#added.clear();
	}

	#write(): boolean {
		const target = `${this.#file}.${process.pid}`;
		try {
			mkdirSync(path.dirname(this.#file), { recursive: true });
			const descriptor = openSync(target, 'w');
			try {
				this.#writeTo(descriptor);
			} finally {
				closeSync(descriptor);
			}
			renameSync(target, this.#file);
			return true;
		} catch {
			remove(target);
			return false;
		}
	}

	#writeTo(descriptor: number): void {
		const entries: Entry[] = [];
		let at = 0;
		for (const key of this.#used) {
			const content = this.#added.get(key) ?? this.#read(key);
			if (!content) continue;
			writeAll(descriptor, content);
			entries.push([key, at, content.length, checksum(content)]);
			at += content.length;
		}
		const index = Buffer.from(JSON.stringify({ version: this.#version, entries } satisfies Index));
		writeAll(descriptor, index);
		writeAll(descriptor, Buffer.from(`${String(index.length).padStart(10, '0')}${checksum(index)}`));
	}

	#open(): void {
		if (this.#descriptor !== undefined) closeSync(this.#descriptor);
		this.#descriptor = undefined;
		this.#entries = new Map();
		try {
			this.#descriptor = openSync(this.#file, 'r');
			const index = readIndex(this.#descriptor);
			if (index?.version === this.#version)
				this.#entries = new Map(index.entries.map((one) => [one[0], one]));
		} catch {
			// There is no cache yet, or it cannot be read.
		}
	}

	#read(key: string): Buffer | undefined {
		const entry = this.#entries.get(key);
		if (!entry || this.#descriptor === undefined) return undefined;
		const [, at, length, sum] = entry;
		const content = readAt(this.#descriptor, at, length);
		return content && checksum(content) === sum ? content : undefined;
	}
}

function readIndex(descriptor: number): Index | undefined {
	const { size } = fstatSync(descriptor);
	const footer = size < FOOTER ? undefined : readAt(descriptor, size - FOOTER, FOOTER)?.toString('latin1');
	const length = Number(footer?.slice(0, 10));
	if (!footer || !(length <= size - FOOTER)) return undefined;
	const index = readAt(descriptor, size - FOOTER - length, length);
	if (!index || checksum(index) !== footer.slice(10)) return undefined;
	return JSON.parse(index.toString('utf8')) as Index;
}

function readAt(descriptor: number, at: number, length: number): Buffer | undefined {
	const bytes = Buffer.allocUnsafe(length);
	return readSync(descriptor, bytes, 0, length, at) === length ? bytes : undefined;
}

function writeAll(descriptor: number, bytes: Buffer): void {
	for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
}

function remove(file: string): void {
	try {
		rmSync(file, { force: true });
	} catch {
		// Its folder cannot be used either.
	}
}
