import { gunzipSync } from 'fflate';

/** Files by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

const END_OF_LIST = 0x0a;

/** Packs files into one: a line of JSON with their paths and sizes, then their concatenated bytes. */
export function packFiles(files: Files): Uint8Array<ArrayBuffer> {
	const list = [...files].map(([path, { length }]) => [path, length]);
	const head = new TextEncoder().encode(`${JSON.stringify(list)}\n`);
	const packed = new Uint8Array([...files.values()].reduce((sum, { length }) => sum + length, head.length));
	packed.set(head);
	let at = head.length;
	for (const content of files.values()) {
		packed.set(content, at);
		at += content.length;
	}
	return packed;
}

/**
 * Unpacks the output of `packFiles`. The files share its memory.
 *
 * @throws if it is truncated or malformed
 */
export function unpackFiles(packed: Uint8Array<ArrayBuffer>): Map<string, Uint8Array<ArrayBuffer>> {
	const end = packed.indexOf(END_OF_LIST);
	const list = JSON.parse(new TextDecoder().decode(packed.subarray(0, end))) as [string, number][];
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	let at = end + 1;
	for (const [path, size] of list) {
		files.set(path, packed.subarray(at, at + size));
		at += size;
	}
	if (at !== packed.length) throw new Error('The search index is truncated or has trailing data');
	return files;
}

/** Whether bytes are gzipped. */
export function isGzipped(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Decompresses gzipped data. A server that treats gzip as a transfer encoding may have decompressed it already. */
export async function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	if (!isGzipped(bytes)) return bytes;
	// Safari before 16.4 lacks DecompressionStream. A dynamic import would cost every page a second script: Vite
	// moves its helper for dynamic imports into a separate file as soon as two scripts use it.
	if (typeof DecompressionStream === 'undefined') return gunzipSync(bytes) as Uint8Array<ArrayBuffer>;
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
