/** SHA-256 for checks that also run in the browser, so it must not need Node. */
import { sha256 as hashNow } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a short text or list, in hex. */
export function sha256(data: string | Uint8Array): string {
	return bytesToHex(hashNow(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** SHA-256 of a file, in hex. Uses the much faster Web Crypto API where available (not on pages served over HTTP). */
export async function sha256OfFile(bytes: Uint8Array): Promise<string> {
	const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
	if (!subtle) return sha256(bytes);
	return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}
