import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes, scryptSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { blake2b } from '@noble/hashes/blake2.js';
import { describe, expect, test } from 'vitest';
import {
	formatPublicKey,
	keyName,
	parsePublicKeys,
	type SecretKey,
	sign,
	verify,
} from '../../../src/integrity/minisign.ts';
import { openSecretKey } from '../../../src/integrity/secret-key.ts';
import { IntegrityError } from '../../../src/integrity/integrity-error.ts';
import { temporaryFolder } from '../../support/archive.ts';
import { newKey } from '../../support/integrity.ts';

const FILE = Buffer.from('Words that were signed.\n');
const noPassword = () => Promise.reject(new Error('a password was asked for'));

describe('a signature', () => {
	const key = newKey();
	const made = sign(FILE, key, 'release 0001, 2032-01');
	const lines = made.split('\n');
	const withLine = (number: number, line: string) => lines.with(number, line).join('\n');
	const flipped = (line = '') => `${line.slice(0, 40)}${line[40] === 'A' ? 'B' : 'A'}${line.slice(41)}`;

	test('is good for its file and key, and gives its comment', () => {
		expect(verify(FILE, made, [newKey(), key])).toBe('release 0001, 2032-01');
		expect(parsePublicKeys(formatPublicKey(key))).toEqual([{ id: key.id, key: key.key }]);
	});

	test('is the same each time', () => {
		expect(sign(FILE, key, 'release 0001, 2032-01')).toBe(made);
	});

	test.each<[string, () => string, RegExp]>([
		[
			'another file',
			() => verify(Buffer.from('Words that were signed!\n'), made, [key]),
			/does not match the file/,
		],
		['another key', () => verify(FILE, made, [newKey()]), /another key/],
		[
			'another key of the same number',
			() => verify(FILE, made, [{ ...newKey(), id: key.id }]),
			/does not match the file/,
		],
		['a changed byte', () => verify(FILE, withLine(1, flipped(lines[1])), [key]), /does not match the file/],
		[
			'another comment',
			() => verify(FILE, withLine(2, 'trusted comment: release 0002, 2032-01'), [key]),
			/comment that was not signed/,
		],
		[
			'a changed second signature',
			() => verify(FILE, withLine(3, flipped(lines[3])), [key]),
			/comment that was not signed/,
		],
		['no comment', () => verify(FILE, withLine(2, ''), [key]), /not a minisign signature/],
		['more behind it', () => verify(FILE, `${made}more\n`, [key]), /not a minisign signature/],
		['nothing', () => verify(FILE, '', [key]), /not a minisign signature/],
	])('is refused: %s', (_, check, why) => {
		expect(check).toThrow(IntegrityError);
		expect(check).toThrow(why);
	});

	test('keys that are none are refused', async () => {
		expect(() => parsePublicKeys('')).toThrow(/contains no public key/);
		expect(() => parsePublicKeys('untrusted comment: x\nAAAA\n')).toThrow(/not a minisign public key/);
		await expect(openSecretKey(formatPublicKey(key), noPassword)).rejects.toThrow(
			/not a minisign secret key/,
		);
	});
});

test('the number of a key has no zeros before it, as the program prints it', () => {
	expect(keyName({ id: Buffer.from('eee86342ac10fa09', 'hex') })).toBe('9FA10AC4263E8EE');
	expect(keyName({ id: Buffer.alloc(8) })).toBe('0');
});

const minisign = spawnSync('minisign', ['-v']).error === undefined;
// Debian and others have it as the package “minisign”.
describe.skipIf(!minisign)('with the program minisign', () => {
	test('each takes the keys and signatures of the other', async () => {
		using folder = temporaryFolder();
		const at = (name: string) => path.join(folder.path, name);
		const run = (...args: string[]) =>
			execFileSync('minisign', args, { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' });
		run('-G', '-W', '-f', '-p', 'key.pub', '-s', 'key.sec');
		writeFileSync(at('file'), FILE);

		const publicText = readFileSync(at('key.pub'), 'utf8');
		const keys = parsePublicKeys(publicText);
		const secret = await openSecretKey(readFileSync(at('key.sec'), 'utf8'), noPassword);
		expect(formatPublicKey(secret)).toBe(publicText);
		expect(publicText).toContain(keyName(secret));

		run('-S', '-s', 'key.sec', '-m', 'file', '-t', 'made by the program');
		expect(verify(FILE, readFileSync(at('file.minisig'), 'utf8'), keys)).toBe('made by the program');

		writeFileSync(at('file.minisig'), sign(FILE, secret, 'made here'));
		expect(run('-V', '-m', 'file', '-p', 'key.pub')).toContain('made here');
		writeFileSync(at('file'), 'Other words.\n');
		expect(() => run('-V', '-m', 'file', '-p', 'key.pub')).toThrow();
	});

	test('a damaged key is told', async () => {
		using folder = temporaryFolder();
		execFileSync('minisign', ['-G', '-W', '-f', '-p', 'p', '-s', 's'], { cwd: folder.path, stdio: 'pipe' });
		const bytes = Buffer.from(
			readFileSync(path.join(folder.path, 's'), 'utf8').split('\n')[1] ?? '',
			'base64',
		);
		bytes[70] = (bytes[70] ?? 0) ^ 1;
		await expect(
			openSecretKey(`untrusted comment: x\n${bytes.toString('base64')}\n`, noPassword),
		).rejects.toThrow(/damaged/);
	});
});

/** A key locked as minisign does it; the cost is that which libsodium picks for these limits. */
function lockedKey(
	password: string,
	operations: bigint,
	memory: bigint,
	N: number,
): { text: string; key: SecretKey } {
	const key = newKey();
	const head = Buffer.alloc(54);
	head.write('EdScB2', 'latin1');
	randomBytes(32).copy(head, 6);
	head.writeBigUInt64LE(operations, 38);
	head.writeBigUInt64LE(memory, 46);
	const open = Buffer.concat([key.id, key.seed, key.key]);
	const check = blake2b(Buffer.concat([Buffer.from('Ed'), open]), { dkLen: 32 });
	const stream = scryptSync(password, head.subarray(6, 38), 104, { N, r: 8, p: 1 });
	const locked = Buffer.concat([open, check]).map((byte, index) => byte ^ (stream[index] ?? 0));
	return { text: `untrusted comment: locked\n${Buffer.concat([head, locked]).toString('base64')}\n`, key };
}

describe.each([
	['many operations', 524288n, 16777216n, 2 ** 14],
	['few operations', 32768n, 16777216n, 2 ** 10],
])('a key with a password, of %s', (_, operations, memory, N) => {
	const { text, key } = lockedKey('kettle', operations, memory, N);

	test('opens with it and with no other', async () => {
		expect(await openSecretKey(text, async () => 'kettle')).toEqual(key);
		await expect(openSecretKey(text, async () => 'kettles')).rejects.toThrow(
			/does not open with this password/,
		);
	});

	test.skipIf(!minisign)('is one that the program minisign opens too', () => {
		using folder = temporaryFolder();
		writeFileSync(path.join(folder.path, 'key'), text);
		writeFileSync(path.join(folder.path, 'file'), FILE);
		execFileSync('minisign', ['-S', '-s', 'key', '-m', 'file', '-t', 'c'], {
			cwd: folder.path,
			input: 'kettle\n',
			stdio: 'pipe',
		});
		expect(verify(FILE, readFileSync(path.join(folder.path, 'file.minisig'), 'utf8'), [key])).toBe('c');
	});
});
