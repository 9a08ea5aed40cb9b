import path from 'node:path';
import { Cache } from '../core/cache.ts';
import { prepareCacheFolder } from '../core/caches.ts';
import type { Prose } from '../core/prose/types.ts';
import { settings } from '../core/settings.ts';
import { softwareKey } from '../core/software.ts';
import type { FileReading } from './read/reading.ts';

/** Readings by path, so that a program that reads an archive again works on changed files alone. */
const readings = new Map<string, { key: string; reading: FileReading }>();

/**
 * What is expensive to make of an archive's files: readings, parsed texts, published pictures, and which files were found
 * clean. Each is cached by the digest of what it was made from, in one file that is used by the same software only.
 * Of an account it has no word, no consent and no review: digests, the numbers of paragraphs, and what the text refers to.
 */
export class ArchiveCache {
	readonly #disk: Cache | undefined;

	/**
	 * @param content folder of the archive
	 * @param file the cache file; left out, only the memory of this program is used
	 */
	constructor(content?: string, file?: string) {
		if (content === undefined || file === undefined) return;
		prepareCacheFolder(path.dirname(file), content);
		this.#disk = new Cache(file, softwareKey());
	}

	/**
	 * A cached reading, perhaps without the source; that of an account may lack its fields, too.
	 *
	 * @param key digest of everything that the reading depends on
	 */
	reading(path: string, file: string, key: string): FileReading | undefined {
		const inMemory = readings.get(path);
		if (inMemory?.key === key) {
			if (!this.#disk?.has(readingKey(file, key))) this.#save(file, key, inMemory.reading);
			return inMemory.reading;
		}
		const onDisk = this.#disk?.get(readingKey(file, key));
		return onDisk && (JSON.parse(onDisk.toString('utf8')) as FileReading);
	}

	setReading(path: string, file: string, key: string, reading: FileReading): void {
		readings.set(path, { key, reading });
		this.#save(file, key, reading);
	}

	/** Files with problems are read again, so that the problems are found again. */
	#save(file: string, key: string, reading: FileReading): void {
		if (reading.withdrawn || reading.problems.length > 0) return;
		const { data, ...rest } = { ...reading, source: '' };
		// The fields of an account hold words, consent and reviews: they are read from its file each time.
		const saved = reading.folder === 'testimonies' ? rest : { ...rest, data };
		this.#disk?.set(readingKey(file, key), JSON.stringify(saved));
	}

	/** The text of a file by the file's digest; undefined where it was not cached. */
	readonly text = (digest: string): Prose | undefined => {
		const cached = this.#disk?.get(textKey(digest));
		return cached && (JSON.parse(cached.toString('utf8')) as Prose);
	};

	/** @param parse parses the text, if it is not cached yet */
	setText(digest: string, parse: () => Prose): void {
		if (this.#disk && !this.#disk.has(textKey(digest)))
			this.#disk.set(textKey(digest), JSON.stringify(parse()));
	}

	/** A published picture, by the digest of the file that it was made from. */
	image(digest: string): Buffer | undefined {
		return this.#disk?.get(`image ${digest}`);
	}

	setImage(digest: string, bytes: Buffer): void {
		this.#disk?.set(`image ${digest}`, bytes);
	}

	/** The files in which no check found anything, by a digest of the file and of all that the checks depend on. */
	readonly clean = {
		has: (digest: string): boolean => this.#disk?.has(`clean ${digest}`) ?? false,
		add: (digest: string): void => this.#disk?.set(`clean ${digest}`, ''),
	};

	/** Saves what this run made or used for the next. */
	save(): void {
		this.#disk?.save();
	}
}

const readingKey = (file: string, key: string) => `reading ${file} ${key}`;

/** Links in a parsed text depend on the folder that the site is published under. */
const textKey = (digest: string) => `text ${settings().prefix} ${digest}`;
