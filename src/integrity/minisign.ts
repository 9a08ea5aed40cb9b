/** Keys and signatures in minisign's format. The browser checks signatures with it too, so it must not need Node. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { IntegrityError } from './integrity-error.ts';

/** A public key in minisign's format. */
export interface PublicKey {
	/** Eight bytes that identify the key in signatures. */
	id: Uint8Array;
	/** Ed25519. */
	key: Uint8Array;
}

/** A decrypted secret key. */
export interface SecretKey extends PublicKey {
	/** Seed of Ed25519. */
	seed: Uint8Array;
}

/** A key's identifier as minisign prints it, without leading zeros. */
export function keyName({ id }: Pick<PublicKey, 'id'>): string {
	const hex = [...id].reverse().map((byte) => byte.toString(16).padStart(2, '0'));
	return hex
		.join('')
		.toUpperCase()
		.replace(/^0+(?=.)/, '');
}

/** A public key file as `minisign -G` writes it. */
export function formatPublicKey(key: PublicKey): string {
	const line = encodeBase64(concatBytes(utf8ToBytes('Ed'), key.id, key.key));
	return `untrusted comment: minisign public key ${keyName(key)}\n${line}\n`;
}

/**
 * Parses one or more public keys, each below its comment.
 *
 * @throws IntegrityError if there is none, or anything else
 */
export function parsePublicKeys(text: string): PublicKey[] {
	const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('untrusted comment:'));
	const keys = lines.map((line) => {
		const bytes = decodeBase64(line, 42);
		if (!bytes || algorithmOf(bytes) !== 'Ed') throw new IntegrityError('is not a minisign public key');
		return { id: bytes.subarray(2, 10), key: bytes.subarray(10) };
	});
	if (keys.length === 0) throw new IntegrityError('contains no public key');
	return keys;
}

/**
 * Signs as `minisign -S` does: Ed25519 over the file's BLAKE2b-512, then over that signature and the comment.
 *
 * @param comment the trusted comment, which is signed too
 */
export function sign(file: Uint8Array, key: SecretKey, comment: string): string {
	const signature = ed25519.sign(blake2b(file, { dkLen: 64 }), key.seed);
	const globalSignature = ed25519.sign(concatBytes(signature, utf8ToBytes(comment)), key.seed);
	const line = encodeBase64(concatBytes(utf8ToBytes('ED'), key.id, signature));
	return `untrusted comment: signature from minisign key ${keyName(key)}\n${line}\ntrusted comment: ${comment}\n${encodeBase64(globalSignature)}\n`;
}

/**
 * Verifies a signature as `minisign -V` does.
 *
 * @param keys one of which must have made it
 * @returns the trusted comment
 * @throws IntegrityError if the signature is invalid
 */
export function verify(file: Uint8Array, signature: string, keys: readonly PublicKey[]): string {
	const [untrusted, line = '', trusted, second = '', ...rest] = signature.split(/\r?\n/);
	const bytes = decodeBase64(line, 74);
	const globalSignature = decodeBase64(second, 64);
	const comment = trusted?.startsWith(TRUSTED) ? trusted.slice(TRUSTED.length) : undefined;
	if (
		!untrusted?.startsWith('untrusted comment:') ||
		comment === undefined ||
		!bytes ||
		!globalSignature ||
		rest.join('')
	)
		throw new IntegrityError('is not a minisign signature');
	// minisign no longer makes legacy signatures, which are not prehashed.
	if (algorithmOf(bytes) !== 'ED')
		throw new IntegrityError(
			'is a legacy signature, which is not supported: sign again with minisign 0.10 or later',
		);
	const id = bytes.subarray(2, 10);
	const key = keys.find((one) => equalBytes(one.id, id));
	if (!key) throw new IntegrityError(`was made with another key, ${keyName({ id })}`);
	const fileSignature = bytes.subarray(10);
	if (!isValid(fileSignature, blake2b(file, { dkLen: 64 }), key))
		throw new IntegrityError('does not match the file that it signs');
	if (!isValid(globalSignature, concatBytes(fileSignature, utf8ToBytes(comment)), key))
		throw new IntegrityError('has a trusted comment that was not signed');
	return comment;
}

/** Strict RFC 8032, as in minisign: encodings on which implementations disagree are rejected. */
function isValid(signature: Uint8Array, message: Uint8Array, { key }: PublicKey): boolean {
	try {
		return ed25519.verify(signature, message, key, { zip215: false });
	} catch {
		return false;
	}
}

/** The public key of an Ed25519 seed. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
	return ed25519.getPublicKey(seed);
}

/** Whether two byte arrays are equal. Not constant-time, so not for secrets. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

const TRUSTED = 'trusted comment: ';

/** The two letters that name the algorithm. */
function algorithmOf(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes.subarray(0, 2));
}

function encodeBase64(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}

/** Decodes canonical base64; undefined if it is invalid or has another length. */
export function decodeBase64(line: string, length: number): Uint8Array | undefined {
	try {
		const bytes = Uint8Array.from(atob(line), (character) => character.charCodeAt(0));
		return bytes.length === length && encodeBase64(bytes) === line ? bytes : undefined;
	} catch {
		return undefined;
	}
}
