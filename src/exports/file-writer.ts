import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Facts about a written file. */
export interface Written {
	/** Path relative to the data folder. */
	path: string;
	bytes: number;
	/** Hexadecimal. */
	sha256: string;
}

/** Buffer large enough for small files to be written at once. */
const CHUNK = 1 << 16;

/** Writes a file in chunks, so that no table is in memory as a whole, and computes its checksum on the way. */
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
