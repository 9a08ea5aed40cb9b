import {
	createPrivateKey,
	createPublicKey,
	type KeyObject,
	sign as signEd25519,
	verify as verifyEd25519,
} from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';
import { Unsound } from './sums.ts';

/** A public key in minisign's format. */
export interface PublicKey {
	/** Eight bytes by which signatures name their key. */
	id: Buffer;
	/** Ed25519. */
	key: Buffer;
}

/** A secret key, opened. */
export interface SecretKey extends PublicKey {
	/** Seed of Ed25519. */
	seed: Buffer;
}

/** How minisign prints the number of a key: without zeros before it. */
export function keyName({ id }: Pick<PublicKey, 'id'>): string {
	const hex = Buffer.from(id).reverse().toString('hex').toUpperCase();
	return hex.replace(/^0+(?=.)/, '');
}

/** A file as `minisign -G` writes it for a public key. */
export function formatPublicKey(key: PublicKey): string {
	const bytes = Buffer.concat([Buffer.from('Ed'), key.id, key.key]);
	return `untrusted comment: minisign public key ${keyName(key)}\n${bytes.toString('base64')}\n`;
}

/**
 * Reads public keys: one or more, each below its comment.
 *
 * @throws Unsound where there is none, or something else
 */
export function parsePublicKeys(text: string): PublicKey[] {
	const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('untrusted comment:'));
	const keys = lines.map((line) => {
		const bytes = base64(line, 42);
		if (bytes?.toString('latin1', 0, 2) !== 'Ed') throw new Unsound('is not a minisign public key');
		return { id: bytes.subarray(2, 10), key: bytes.subarray(10) };
	});
	if (keys.length === 0) throw new Unsound('holds no public key');
	return keys;
}

/**
 * Signs as `minisign -S` does: Ed25519 over the file's BLAKE2b-512, then over that signature and the comment.
 *
 * @param comment what is signed with it; minisign shows it when the signature is good
 */
export function sign(file: Uint8Array, key: SecretKey, comment: string): string {
	const secret = privateKey(key.seed);
	const signature = signEd25519(null, blake2b(file, { dkLen: 64 }), secret);
	const whole = signEd25519(null, Buffer.concat([signature, Buffer.from(comment)]), secret);
	const line = Buffer.concat([Buffer.from('ED'), key.id, signature]).toString('base64');
	return `untrusted comment: signature from minisign key ${keyName(key)}\n${line}\ntrusted comment: ${comment}\n${whole.toString('base64')}\n`;
}

/**
 * Checks a signature as `minisign -V` does.
 *
 * @param keys of which one must have made it
 * @returns the comment that was signed with it
 * @throws Unsound where it is not good, with the reason
 */
export function verify(file: Uint8Array, signature: string, keys: readonly PublicKey[]): string {
	const [untrusted, line = '', trusted, second = '', ...rest] = signature.split(/\r?\n/);
	const bytes = base64(line, 74);
	const whole = base64(second, 64);
	const comment = trusted?.startsWith(TRUSTED) ? trusted.slice(TRUSTED.length) : undefined;
	if (
		!untrusted?.startsWith('untrusted comment:') ||
		comment === undefined ||
		!bytes ||
		!whole ||
		rest.join('')
	)
		throw new Unsound('is not a minisign signature');
	// The older form, without a hash, is not made any more; one form is enough to look after.
	if (bytes.toString('latin1', 0, 2) !== 'ED')
		throw new Unsound('is a signature of another kind than this archive makes');
	const id = bytes.subarray(2, 10);
	const key = keys.find((one) => one.id.equals(id));
	if (!key) throw new Unsound(`was made with another key, ${keyName({ id })}`);
	const open = createPublicKey({ key: Buffer.concat([SPKI, key.key]), format: 'der', type: 'spki' });
	const made = bytes.subarray(10);
	if (!verifyEd25519(null, blake2b(file, { dkLen: 64 }), open, made))
		throw new Unsound('is not a signature of this file as it is');
	if (!verifyEd25519(null, Buffer.concat([made, Buffer.from(comment)]), open, whole))
		throw new Unsound('has another comment than the one that was signed');
	return comment;
}

/** The public half of an Ed25519 key. */
export function publicHalf(seed: Uint8Array): Buffer {
	const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
	return der.subarray(SPKI.length);
}

function privateKey(seed: Uint8Array): KeyObject {
	return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

/** What stands before the bytes of an Ed25519 key in DER (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const TRUSTED = 'trusted comment: ';

/** The bytes of a line of base64; undefined where it is not, or not that many. */
export function base64(line: string, length: number): Buffer | undefined {
	const bytes = Buffer.from(line, 'base64');
	return bytes.length === length && bytes.toString('base64') === line ? bytes : undefined;
}
