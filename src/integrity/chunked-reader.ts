import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** The most that is read of a table at once. */
const PIECE = 1 << 16;
/** What two pieces share, so that words which stand where they part are found. */
const SHARED = 1 << 12;
/** Files that may be longer than memory is to hold: everything else is read as a whole. */
const TABLE = /\.(?:csv|json|ndjson)$/i;

/** One for all files: a buffer for each of ten thousand would stand until memory is short. */
const buffer = Buffer.allocUnsafeSlow(PIECE);

/** A file, or a piece of a long one. */
interface Piece {
	/** Good until the next piece is asked for, of this file or another. */
	bytes: Uint8Array;
	/** The part of them that was in no piece before. */
	fresh: Uint8Array;
}

/** A file piece by piece; all but long tables in one. */
export function* piecesOf(file: string): Generator<Piece> {
	const handle = openSync(file, 'r');
	try {
		for (let shared = 0; ; shared = SHARED) {
			const end = fill(handle, shared);
			const isPacked = shared === 0 && buffer[0] === 0x1f && buffer[1] === 0x8b;
			if (end === PIECE && (isPacked || !TABLE.test(file))) {
				const bytes = readFileSync(file);
				return yield { bytes, fresh: bytes };
			}
			yield { bytes: buffer.subarray(0, end), fresh: buffer.subarray(shared, end) };
			if (end < PIECE) return;
			buffer.copyWithin(0, PIECE - SHARED);
		}
	} finally {
		closeSync(handle);
	}
}

/** Reads on until the buffer is full or the file ends; gives where what it holds ends. */
function fill(handle: number, from: number): number {
	let end = from;
	for (let read = -1; read !== 0 && end < PIECE; end += read)
		read = readSync(handle, buffer, end, PIECE - end, null);
	return end;
}
