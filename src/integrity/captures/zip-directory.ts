import { IntegrityError } from '../integrity-error.ts';

/** An entry of a zip file's central directory. */
export interface ZipEntry {
	name: string;
	/** The name as it is stored. */
	nameBytes: Buffer;
	/** Decompressed size in bytes. */
	size: number;
	compressedSize: number;
	crc32: number;
	/** Compression method: 0 for stored, 8 for deflated. */
	method: number;
	/** Offset of the local header. */
	offset: number;
}

const ENTRY = 0x02014b50;
const ENCRYPTED = 1;
const NONE_32 = 0xffffffff;

/**
 * Parses a central directory.
 *
 * @param file name of the zip file
 * @throws IntegrityError if the directory is corrupt or an entry is encrypted
 * @throws RangeError if the directory is truncated
 */
export function parseDirectory(bytes: Buffer, file: string): ZipEntry[] {
	const entries: ZipEntry[] = [];
	for (let at = 0; at < bytes.length;) {
		if (bytes.readUInt32LE(at) !== ENTRY) throw new IntegrityError('has a corrupt central directory', file);
		if (bytes.readUInt16LE(at + 8) & ENCRYPTED) throw new IntegrityError('is encrypted', file);
		const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
		const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
		if (extraEnd > bytes.length) throw new IntegrityError('has a corrupt central directory', file);
		const nameBytes = bytes.subarray(at + 46, nameEnd);
		entries.push({
			name: nameBytes.toString('utf8'),
			nameBytes,
			method: bytes.readUInt16LE(at + 10),
			crc32: bytes.readUInt32LE(at + 16),
			...zip64Fields(bytes.subarray(nameEnd, extraEnd), {
				size: bytes.readUInt32LE(at + 24),
				compressedSize: bytes.readUInt32LE(at + 20),
				offset: bytes.readUInt32LE(at + 42),
			}),
		});
		at = extraEnd + bytes.readUInt16LE(at + 32);
	}
	return entries;
}

/** Replaces the numbers that do not fit into 32 bits with those of the zip64 extra field, which has them in this order. */
function zip64Fields(extra: Buffer, fields: Pick<ZipEntry, 'size' | 'compressedSize' | 'offset'>) {
	const wide = { ...fields };
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) !== 1) continue;
		let position = at + 4;
		for (const key of ['size', 'compressedSize', 'offset'] as const)
			if (wide[key] === NONE_32) {
				wide[key] = Number(extra.readBigUInt64LE(position));
				position += 8;
			}
	}
	return wide;
}
