import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { IntegrityError } from '../integrity-error.ts';

/**
 * Decompresses a gzip stream with any number of members: WARC files have one for each record.
 *
 * @param name of the file, for errors
 * @throws IntegrityError if it is corrupt
 */
export async function* gunzip(name: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
	const source = Readable.from(bytes);
	const decompressor = createGunzip();
	source.on('error', (error) => decompressor.destroy(error));
	try {
		for await (const chunk of source.pipe(decompressor)) yield chunk;
	} catch (error) {
		if (error instanceof IntegrityError) throw error;
		throw new IntegrityError(`cannot be decompressed: ${(error as Error).message}`, name);
	} finally {
		source.destroy();
	}
}
