import { IntegrityError } from '../integrity-error.ts';

/** Reads a stream of chunks as if it were one sequence of bytes. */
export class ChunkBuffer {
	readonly #name: string;
	readonly #chunks: AsyncIterator<Uint8Array>;
	#buffer: Buffer = Buffer.alloc(0);

	/** @param name of the file, for errors */
	constructor(name: string, chunks: AsyncIterable<Uint8Array>) {
		this.#name = name;
		this.#chunks = chunks[Symbol.asyncIterator]();
	}

	/** Whether there is another byte. */
	async hasMore(): Promise<boolean> {
		while (this.#buffer.length === 0) {
			const next = await this.#next();
			if (!next) return false;
			this.#buffer = next;
		}
		return true;
	}

	/** At least one byte, and at most `limit`. */
	async readSome(limit: number): Promise<Buffer> {
		if (!(await this.hasMore())) throw this.#truncated();
		return this.#consume(Math.min(limit, this.#buffer.length));
	}

	/** Exactly `count` bytes. */
	async readExactly(count: number): Promise<Buffer> {
		const chunks = [this.#buffer];
		let length = this.#buffer.length;
		while (length < count) {
			const next = await this.#next();
			if (!next) throw this.#truncated();
			chunks.push(next);
			length += next.length;
		}
		if (chunks.length > 1) this.#buffer = Buffer.concat(chunks);
		return this.#consume(count);
	}

	/**
	 * The bytes up to a delimiter, which is included.
	 *
	 * @param limit how many bytes may be searched; undefined is returned where none of them ends the delimiter
	 */
	async readThrough(delimiter: Buffer, limit: number): Promise<Buffer | undefined> {
		// `limit` is small, so that joining the chunks costs little.
		for (;;) {
			const at = this.#buffer.subarray(0, limit).indexOf(delimiter);
			if (at >= 0) return this.#consume(at + delimiter.length);
			if (this.#buffer.length >= limit) return undefined;
			const next = await this.#next();
			if (!next) throw this.#truncated();
			this.#buffer = Buffer.concat([this.#buffer, next]);
		}
	}

	#consume(count: number): Buffer {
		const taken = this.#buffer.subarray(0, count);
		this.#buffer = this.#buffer.subarray(count);
		return taken;
	}

	async #next(): Promise<Buffer | undefined> {
		const { value, done } = await this.#chunks.next();
		return done ? undefined : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
	}

	#truncated(): IntegrityError {
		return new IntegrityError('is truncated', this.#name);
	}
}
