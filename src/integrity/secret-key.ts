import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { blake2b } from '@noble/hashes/blake2.js';
import { decodeBase64, equalBytes, publicKeyOf, type SecretKey } from './minisign.ts';
import { IntegrityError } from './integrity-error.ts';

type Options = { N: number; r: number; p: number; maxmem: number };
const derive = promisify(scrypt) as (
	password: string,
	salt: Uint8Array,
	length: number,
	options: Options,
) => Promise<Buffer>;

/**
 * Decrypts a secret key as `minisign -G` writes it, with a password or (`-W`) without.
 *
 * @param password called only if the key has a password
 * @throws IntegrityError if it is not such a key, or the password is wrong
 */
export async function openSecretKey(text: string, password: () => Promise<string>): Promise<SecretKey> {
	const whole = decodeBase64(text.split(/\r?\n/)[1] ?? '', 158);
	const bytes = whole && Buffer.from(whole);
	if (bytes?.toString('latin1', 0, 2) !== 'Ed' || bytes.toString('latin1', 4, 6) !== 'B2')
		throw new IntegrityError('is not a minisign secret key');
	const kind = bytes.toString('latin1', 2, 4);
	if (kind !== 'Sc' && kind !== '\0\0') throw new IntegrityError('is encrypted in an unsupported way');
	const locked = bytes.subarray(54);
	const stream = kind === 'Sc' ? await streamOf(bytes, await password()) : Buffer.alloc(locked.length);
	const open = Buffer.from(locked.map((byte, index) => byte ^ (stream[index] ?? 0)));
	const [id, seed, key, check] = [
		open.subarray(0, 8),
		open.subarray(8, 40),
		open.subarray(40, 72),
		open.subarray(72),
	];
	if (kind === 'Sc') {
		const expected = blake2b(Buffer.concat([bytes.subarray(0, 2), open.subarray(0, 72)]), { dkLen: 32 });
		if (!timingSafeEqual(check, expected)) throw new IntegrityError('does not open with this password');
	}
	// Without a password minisign writes no checksum, so compare the public key stored with it.
	if (!equalBytes(publicKeyOf(seed), key)) throw new IntegrityError('is damaged');
	return { id: new Uint8Array(id), seed: new Uint8Array(seed), key: new Uint8Array(key) };
}

/** The key stream that encrypts the key: scrypt of the password, with the limits in the file. */
function streamOf(bytes: Buffer, password: string): Promise<Buffer> {
	const operations = Number(bytes.readBigUInt64LE(38));
	const memory = Number(bytes.readBigUInt64LE(46));
	const cost = parametersOf(operations, memory);
	return derive(password, bytes.subarray(6, 38), 104, { ...cost, maxmem: 128 * cost.N * cost.r * 2 });
}

/** Chooses scrypt parameters from two limits, as libsodium’s `pickparams` does. */
function parametersOf(operations: number, memory: number): { N: number; r: number; p: number } {
	const r = 8;
	const least = Math.max(operations, 32768);
	const few = least < memory / 32;
	const most = few ? least / (r * 4) : memory / (r * 128);
	let log = 1;
	while (log < 63 && 2 ** log <= most / 2) log++;
	const N = 2 ** log;
	if (N > 2 ** 24) throw new IntegrityError('requires too much memory to decrypt');
	const p = few ? 1 : Math.max(1, Math.floor(Math.min(least / 4 / N, 0x3fffffff) / r));
	return { N, r, p };
}
