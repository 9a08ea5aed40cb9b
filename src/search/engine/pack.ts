import { gunzipSync } from 'fflate';

/** Files by their path. */
export type Files = ReadonlyMap<string, Uint8Array>;

const END_OF_LIST = 0x0a;

/** Puts files into one: a line of JSON with their paths and sizes, then their bytes one after another. */
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
 * Takes apart what `packFiles` made. The files share its memory.
 *
 * @throws if it is cut short or has another form
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
	if (at !== packed.length) throw new Error('The search index is not whole');
	return files;
}

/** Whether bytes are gzipped. */
export function isZipped(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unzips what is gzipped. A server that took it for a transport encoding may have done so already. */
export async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	if (!isZipped(bytes)) return bytes;
	// Safari before 16.4 has none of its own. Imported when needed, it would cost every page a second script: the helper
	// that Vite writes for dynamic imports goes into a file of its own as soon as two scripts use it.
	if (typeof DecompressionStream === 'undefined') return gunzipSync(bytes) as Uint8Array<ArrayBuffer>;
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
