/** Keys and signatures in minisign's format. The browser checks signatures with this too: it must not need Node. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { IntegrityError } from './integrity-error.ts';

/** A public key in minisign's format. */
export interface PublicKey {
	/** Eight bytes by which signatures name their key. */
	id: Uint8Array;
	/** Ed25519. */
	key: Uint8Array;
}

/** A secret key, opened. */
export interface SecretKey extends PublicKey {
	/** Seed of Ed25519. */
	seed: Uint8Array;
}

/** How minisign prints the number of a key: without zeros before it. */
export function keyName({ id }: Pick<PublicKey, 'id'>): string {
	const hex = [...id].reverse().map((byte) => byte.toString(16).padStart(2, '0'));
	return hex
		.join('')
		.toUpperCase()
		.replace(/^0+(?=.)/, '');
}

/** A file as `minisign -G` writes it for a public key. */
export function formatPublicKey(key: PublicKey): string {
	const line = toBase64(concatBytes(utf8ToBytes('Ed'), key.id, key.key));
	return `untrusted comment: minisign public key ${keyName(key)}\n${line}\n`;
}

/**
 * Reads public keys: one or more, each below its comment.
 *
 * @throws IntegrityError where there is none, or something else
 */
export function parsePublicKeys(text: string): PublicKey[] {
	const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('untrusted comment:'));
	const keys = lines.map((line) => {
		const bytes = base64(line, 42);
		if (!bytes || kindOf(bytes) !== 'Ed') throw new IntegrityError('is not a minisign public key');
		return { id: bytes.subarray(2, 10), key: bytes.subarray(10) };
	});
	if (keys.length === 0) throw new IntegrityError('contains no public key');
	return keys;
}

/**
 * Signs as `minisign -S` does: Ed25519 over the file's BLAKE2b-512, then over that signature and the comment.
 *
 * @param comment what is signed with it; minisign shows it when the signature is good
 */
export function sign(file: Uint8Array, key: SecretKey, comment: string): string {
	const signature = ed25519.sign(blake2b(file, { dkLen: 64 }), key.seed);
	const whole = ed25519.sign(concatBytes(signature, utf8ToBytes(comment)), key.seed);
	const line = toBase64(concatBytes(utf8ToBytes('ED'), key.id, signature));
	return `untrusted comment: signature from minisign key ${keyName(key)}\n${line}\ntrusted comment: ${comment}\n${toBase64(whole)}\n`;
}

/**
 * Checks a signature as `minisign -V` does.
 *
 * @param keys of which one must have made it
 * @returns the comment that was signed with it
 * @throws IntegrityError where it is not good, with the reason
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
		throw new IntegrityError('is not a minisign signature');
	// The older form, without a hash, is not made any more; one form is enough to look after.
	if (kindOf(bytes) !== 'ED') throw new IntegrityError('is a signature of an unsupported kind');
	const id = bytes.subarray(2, 10);
	const key = keys.find((one) => isSame(one.id, id));
	if (!key) throw new IntegrityError(`was made with another key, ${keyName({ id })}`);
	const made = bytes.subarray(10);
	if (!isGood(made, blake2b(file, { dkLen: 64 }), key)) throw new IntegrityError('does not match the file');
	if (!isGood(whole, concatBytes(made, utf8ToBytes(comment)), key))
		throw new IntegrityError('has a comment other than the signed one');
	return comment;
}

/** Strictly by RFC 8032, as minisign checks it: what other programs may read in two ways is refused. */
function isGood(signature: Uint8Array, message: Uint8Array, { key }: PublicKey): boolean {
	try {
		return ed25519.verify(signature, message, key, { zip215: false });
	} catch {
		return false;
	}
}

/** The public half of an Ed25519 key. */
export function publicHalf(seed: Uint8Array): Uint8Array {
	return ed25519.getPublicKey(seed);
}

/** Whether two runs of bytes are the same. Not for secrets: it takes longer the more of them agrees. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

const TRUSTED = 'trusted comment: ';

/** The two letters by which minisign tells what the bytes are. */
function kindOf(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes.subarray(0, 2));
}

function toBase64(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}

/** The bytes of a line of base64; undefined where it is not, or not that many. */
export function base64(line: string, length: number): Uint8Array | undefined {
	try {
		const bytes = Uint8Array.from(atob(line), (character) => character.charCodeAt(0));
		return bytes.length === length && toBase64(bytes) === line ? bytes : undefined;
	} catch {
		return undefined;
	}
}
