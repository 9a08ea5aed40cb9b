import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { crc32, createInflateRaw } from 'node:zlib';
import { IntegrityError } from '../integrity-error.ts';
import { parseDirectory, type ZipEntry } from './zip-directory.ts';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCAL = 0x04034b50;
const NONE_32 = 0xffffffff;

const STORED = 0;
const DEFLATED = 8;

/** A larger central directory than any archive of pages has, and too large to load. */
const MAX_DIRECTORY = 256 * 1024 * 1024;

/**
 * Lists the entries of a zip file from its central directory. The rest is not read, since it may be larger than memory.
 *
 * @throws IntegrityError if the file is truncated, encrypted or has a corrupt directory
 */
export async function zipEntries(file: string): Promise<ZipEntry[]> {
	const name = path.basename(file);
	const handle = await open(file, 'r');
	try {
		const { size } = await handle.stat();
		const { offset, length, count } = await locateDirectory(handle, size, name);
		if (length > MAX_DIRECTORY || offset + length > size) throw corruptDirectory(name);
		const entries = parseDirectory(await readAt(handle, offset, length, name), name);
		if (entries.length !== count)
			throw new IntegrityError(`lists ${entries.length} files but declares ${count}`, name);
		return entries;
	} catch (error) {
		throw error instanceof RangeError ? corruptDirectory(name) : error;
	} finally {
		await handle.close();
	}
}

function corruptDirectory(name: string): IntegrityError {
	return new IntegrityError('has a corrupt central directory', name);
}

/** Finds the central directory from the record at the end of the file, which points to a 64-bit one if need be. */
async function locateDirectory(handle: FileHandle, size: number, name: string) {
	const start = Math.max(0, size - 22 - 0xffff);
	const tail = await readAt(handle, start, size - start, name);
	let end = tail.length - 22;
	while (
		end >= 0 &&
		!(tail.readUInt32LE(end) === END && end + 22 + tail.readUInt16LE(end + 20) === tail.length)
	)
		end--;
	if (end < 0)
		throw new IntegrityError('is truncated or has trailing data (no end-of-central-directory record)', name);
	const directory = {
		count: tail.readUInt16LE(end + 10),
		length: tail.readUInt32LE(end + 12),
		offset: tail.readUInt32LE(end + 16),
	};
	if (directory.count !== 0xffff && directory.length !== NONE_32 && directory.offset !== NONE_32)
		return directory;
	if (end < 20 || tail.readUInt32LE(end - 20) !== LOCATOR_64) return directory;
	const record = await readAt(handle, Number(tail.readBigUInt64LE(end - 12)), 56, name);
	if (record.readUInt32LE(0) !== END_64) throw corruptDirectory(name);
	return {
		count: Number(record.readBigUInt64LE(32)),
		length: Number(record.readBigUInt64LE(40)),
		offset: Number(record.readBigUInt64LE(48)),
	};
}

/**
 * Streams the decompressed bytes of an entry. Its CRC-32 is checked at the end.
 *
 * @throws IntegrityError if the entry is corrupt, or is not what the central directory says
 */
export async function* zipContent(file: string, entry: ZipEntry): AsyncGenerator<Buffer> {
	const { name, method, compressedSize, size } = entry;
	if (method !== STORED && method !== DEFLATED)
		throw new IntegrityError(`has an unsupported compression method (${method})`, name);
	const start = await locateContent(file, entry);
	if (compressedSize === 0) {
		if (size > 0) throw wrongSize(name);
		return;
	}
	const raw = createReadStream(file, { start, end: start + compressedSize - 1 });
	let length = 0;
	let checksum = 0;
	try {
		for await (const chunk of method === STORED ? raw : raw.pipe(createInflateRaw())) {
			length += chunk.length;
			if (length > size) break;
			checksum = crc32(chunk, checksum);
			yield chunk;
		}
	} catch (error) {
		throw new IntegrityError(`is corrupt: ${(error as Error).message}`, name);
	} finally {
		raw.destroy();
	}
	if (length !== size) throw wrongSize(name);
	if (checksum !== entry.crc32) throw new IntegrityError('has a wrong CRC-32', name);
}

function wrongSize(name: string): IntegrityError {
	return new IntegrityError('does not have the size that the zip file declares', name);
}

/** Where an entry's data starts. Its own header must repeat its name: programs differ in which of the two they use. */
async function locateContent(file: string, { name, nameBytes, offset }: ZipEntry): Promise<number> {
	const handle = await open(file, 'r');
	try {
		const zip = path.basename(file);
		const header = await readAt(handle, offset, 30, zip);
		if (header.readUInt32LE(0) !== LOCAL) throw new IntegrityError('has no local header', name);
		const nameLength = header.readUInt16LE(26);
		const local = await readAt(handle, offset + 30, nameLength, zip);
		if (!local.equals(nameBytes)) throw new IntegrityError('has another name in its local header', name);
		return offset + 30 + nameLength + header.readUInt16LE(28);
	} finally {
		await handle.close();
	}
}

async function readAt(handle: FileHandle, at: number, length: number, name: string): Promise<Buffer> {
	if (!Number.isSafeInteger(at) || at < 0 || length > MAX_DIRECTORY) throw corruptDirectory(name);
	const bytes = Buffer.alloc(length);
	const { bytesRead } = await handle.read(bytes, 0, length, at);
	if (bytesRead !== length) throw new IntegrityError('is truncated', name);
	return bytes;
}
