import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

/** What can be told of a file without reading it again. */
export interface Written {
	/** Path from the folder of the data. */
	path: string;
	bytes: number;
	/** In hex. */
	sha256: string;
}

/** Enough for the many small files to be written at once. */
const CHUNK = 1 << 16;

/** Writes a file piece by piece, so that no table is ever in memory as a whole, and takes its sum on the way. */
export class FileWriter {
	readonly #path: string;
	readonly #file: number;
	readonly #hash = createHash('sha256');
	#waiting: string[] = [];
	#length = 0;
	#bytes = 0;

	constructor(folder: string, file: string) {
		const target = path.join(folder, file);
		mkdirSync(path.dirname(target), { recursive: true });
		this.#path = file;
		this.#file = openSync(target, 'w');
	}

	write(text: string): void {
		this.#waiting.push(text);
		this.#length += text.length;
		if (this.#length >= CHUNK) this.#flush();
	}

	close(): Written {
		this.#flush();
		closeSync(this.#file);
		return { path: this.#path, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
	}

	#flush(): void {
		const bytes = Buffer.from(this.#waiting.join(''));
		for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
		this.#hash.update(bytes);
		this.#bytes += bytes.length;
		this.#waiting = [];
		this.#length = 0;
	}
}
