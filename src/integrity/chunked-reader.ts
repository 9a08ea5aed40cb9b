import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const CHUNK = 1 << 16;
/** How far consecutive chunks overlap, so that words across a boundary are found. */
const OVERLAP = 1 << 12;
/** Files that may be too large for memory. All others are read whole. */
const TABLE = /\.(?:csv|json|ndjson)$/i;

/** Shared by all files: a buffer for each of ten thousand would pile up before it is collected. */
const buffer = Buffer.allocUnsafeSlow(CHUNK);

/** A file, or a chunk of a long one. */
interface Chunk {
	/** Valid until the next chunk is read, of this file or another. */
	bytes: Uint8Array;
	/** The bytes that do not overlap the previous chunk. */
	fresh: Uint8Array;
}

/** Reads long tables in overlapping chunks, and every other file in one. */
export function* readChunks(file: string): Generator<Chunk> {
	const handle = openSync(file, 'r');
	try {
		for (let overlap = 0; ; overlap = OVERLAP) {
			const end = fillBuffer(handle, overlap);
			const isGzip = overlap === 0 && buffer[0] === 0x1f && buffer[1] === 0x8b;
			if (end === CHUNK && (isGzip || !TABLE.test(file))) {
				const bytes = readFileSync(file);
				return yield { bytes, fresh: bytes };
			}
			yield { bytes: buffer.subarray(0, end), fresh: buffer.subarray(overlap, end) };
			if (end < CHUNK) return;
			buffer.copyWithin(0, CHUNK - OVERLAP);
		}
	} finally {
		closeSync(handle);
	}
}

/** Reads until the buffer is full or the file ends, and returns where the content ends. */
function fillBuffer(handle: number, from: number): number {
	let end = from;
	for (let read = -1; read !== 0 && end < CHUNK; end += read)
		read = readSync(handle, buffer, end, CHUNK - end, null);
	return end;
}
