import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { IntegrityError } from '../integrity-error.ts';

/** A file within a zip file. */
export interface ZipEntry {
	name: string;
	/** Size when it is unpacked. */
	size: number;
	packed: number;
	crc32: number;
	/** The name as it is stored. */
	nameBytes: Buffer;
	/** 0: stored as it is; 8: deflated. */
	method: number;
	/** Where its own header begins. */
	at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const NONE_32 = 0xffffffff;

/** More than any archive of pages has: a list this long would fill the memory. */
const MOST = 256 * 1024 * 1024;

/**
 * Lists what a zip file holds by its central directory, without reading the rest: it may be larger than memory.
 *
 * @throws IntegrityError if it is not whole
 */
export async function zipEntries(file: string): Promise<ZipEntry[]> {
	const handle = await open(file, 'r');
	try {
		const { size } = await handle.stat();
		const { at, length, count } = await directoryOf(handle, size);
		if (length > MOST || at + length > size) throw new IntegrityError('has a corrupt central directory');
		const entries = parseDirectory(await piece(handle, at, length));
		if (entries.length !== count)
			throw new IntegrityError('has a different number of files from the one it states');
		return entries;
	} catch (error) {
		if (error instanceof RangeError) throw new IntegrityError('has a corrupt central directory');
		throw error;
	} finally {
		await handle.close();
	}
}

/** Where the directory is: said at the end of the file, in 64 bits if need be. */
async function directoryOf(handle: FileHandle, size: number) {
	const start = Math.max(0, size - 22 - 0xffff);
	const tail = await piece(handle, start, size - start);
	let end = tail.length - 22;
	while (
		end >= 0 &&
		!(tail.readUInt32LE(end) === END && end + 22 + tail.readUInt16LE(end + 20) === tail.length)
	)
		end--;
	if (end < 0)
		throw new IntegrityError('is truncated or has trailing data (no end-of-central-directory record)');
	const plain = {
		count: tail.readUInt16LE(end + 10),
		length: tail.readUInt32LE(end + 12),
		at: tail.readUInt32LE(end + 16),
	};
	if (plain.count !== 0xffff && plain.length !== NONE_32 && plain.at !== NONE_32) return plain;
	if (end < 20 || tail.readUInt32LE(end - 20) !== LOCATOR_64) return plain;
	const wide = await piece(handle, Number(tail.readBigUInt64LE(end - 12)), 56);
	if (wide.readUInt32LE(0) !== END_64) throw new IntegrityError('has a corrupt central directory');
	return {
		count: Number(wide.readBigUInt64LE(32)),
		length: Number(wide.readBigUInt64LE(40)),
		at: Number(wide.readBigUInt64LE(48)),
	};
}

function parseDirectory(bytes: Buffer): ZipEntry[] {
	const entries: ZipEntry[] = [];
	for (let at = 0; at < bytes.length;) {
		if (bytes.readUInt32LE(at) !== ENTRY) throw new IntegrityError('has a corrupt central directory');
		if (bytes.readUInt16LE(at + 8) & 1) throw new IntegrityError('is encrypted');
		const [named, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
		const nameEnd = at + 46 + (named ?? 0);
		const extraEnd = nameEnd + (extra ?? 0);
		if (extraEnd > bytes.length) throw new IntegrityError('has a corrupt central directory');
		const sizes = wideSizes(bytes.subarray(nameEnd, extraEnd), {
			size: bytes.readUInt32LE(at + 24),
			packed: bytes.readUInt32LE(at + 20),
			at: bytes.readUInt32LE(at + 42),
		});
		const nameBytes = bytes.subarray(at + 46, nameEnd);
		const name = nameBytes.toString('utf8');
		const [method, checksum] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 16)];
		entries.push({ name, nameBytes, method, crc32: checksum, ...sizes });
		at = extraEnd + (comment ?? 0);
	}
	return entries;
}

/** Numbers that did not fit into 32 bits stand in an extra field, in this order. */
function wideSizes(extra: Buffer, sizes: Pick<ZipEntry, 'size' | 'packed' | 'at'>) {
	const wide = { ...sizes };
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) !== 1) continue;
		let field = at + 4;
		for (const key of ['size', 'packed', 'at'] as const)
			if (wide[key] === NONE_32) {
				wide[key] = Number(extra.readBigUInt64LE(field));
				field += 8;
			}
	}
	return wide;
}

/**
 * The bytes of a file within a zip file, unpacked, piece by piece.
 *
 * @throws IntegrityError if the entry is missing, has another name in its local header, or the wrong size or CRC-32
 */
export async function* zipContent(file: string, entry: ZipEntry): AsyncGenerator<Buffer> {
	const { name, at, method, packed, size } = entry;
	if (method !== 0 && method !== 8)
		throw new IntegrityError(`has ${name} compressed by an unsupported method`);
	const header = await readAt(file, at, 30);
	if (header.readUInt32LE(0) !== LOCAL) throw new IntegrityError(`has no local header for ${name}`);
	// Programs differ in which of the two names they use.
	if (!(await readAt(file, at + 30, header.readUInt16LE(26))).equals(entry.nameBytes))
		throw new IntegrityError(`has another name in the local header of ${name}`);
	const start = at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
	if (packed === 0) {
		if (size > 0) throw new IntegrityError(`has ${name} in a size other than stated`);
		return;
	}
	const raw = createReadStream(file, { start, end: start + packed - 1 });
	let [length, checksum] = [0, 0];
	try {
		for await (const chunk of method === 0 ? raw : raw.pipe(createInflateRaw())) {
			length += chunk.length;
			if (length > size) break;
			checksum = crc32(chunk, checksum);
			yield chunk;
		}
	} catch (error) {
		throw new IntegrityError(`has a damaged ${name}: ${(error as Error).message}`);
	} finally {
		raw.destroy();
	}
	if (length !== size) throw new IntegrityError(`has ${name} in a size other than stated`);
	if (checksum !== entry.crc32) throw new IntegrityError(`has ${name} with a wrong CRC-32`);
}

async function readAt(file: string, at: number, length: number): Promise<Buffer> {
	const handle = await open(file, 'r');
	return piece(handle, at, length).finally(() => handle.close());
}

async function piece(handle: FileHandle, at: number, length: number): Promise<Buffer> {
	if (!Number.isSafeInteger(at) || at < 0 || length > MOST)
		throw new IntegrityError('has a corrupt central directory');
	const bytes = Buffer.alloc(length);
	const { bytesRead } = await handle.read(bytes, 0, length, at);
	if (bytesRead !== length) throw new IntegrityError('is truncated');
	return bytes;
}
