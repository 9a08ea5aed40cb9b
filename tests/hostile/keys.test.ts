import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/integrity/canonical/canonical.ts';
import { formatPublicKey, keyName, type SecretKey, sign } from '../../src/integrity/minisign.ts';
import { siteManifest } from '../../src/integrity/site-manifest.ts';
import { secretFile } from '../support/integrity.ts';
import { NEEDS_SYSTEM } from '../support/threats.ts';
import { type Signed, signedSite } from './signed.ts';

let signed: Signed;
beforeAll(() => {
	signed = signedSite();
});
afterAll(() => signed?.[Symbol.dispose]());

const inContent = (file: string) => path.join(signed.content, file);
const inSite = (file: string) => readFileSync(path.join(signed.out, file), 'utf8');
const signAgain = (release: number, key: SecretKey) =>
	signed.run('release', '--sign', String(release), '--key', signed.put('again.key', secretFile(key)));

/** The site as a thief would make it who has the first key: another release in place of the last, all of it signed. */
function forge(site: string): void {
	cpSync(signed.out, site, { recursive: true });
	const at = (file: string) => path.join(site, file);
	const text = readFileSync(at('releases/0002/SHA256SUMS'), 'utf8').split('\n').slice(0, -2).join('\n');
	const log = readFileSync(at('releases/log.jsonl'), 'utf8').trimEnd().split('\n');
	const month = (line = '') => /"month":"([^"]+)"/.exec(line)?.[1];
	writeFileSync(at('releases/0002/SHA256SUMS'), `${text}\n`);
	log[1] = log[1]?.replace(/("sums":")[^"]*/, `$1${sha256(`${text}\n`)}`) ?? '';
	writeFileSync(at('releases/log.jsonl'), `${log.join('\n')}\n`);
	const removed = inSite('releases/0002/SHA256SUMS').trimEnd().split('\n').at(-1)?.split(' ').at(-1) ?? '';
	rmSync(at(removed), { force: true });
	for (const [index, name] of ['0001', '0002'].entries()) {
		const sums = readFileSync(at(`releases/${name}/SHA256SUMS`));
		const comment = `release ${name}, ${month(log[index])}`;
		writeFileSync(at(`releases/${name}/SHA256SUMS.minisig`), sign(sums, signed.first, comment));
	}
	const manifest = siteManifest(site);
	writeFileSync(at('SHA256SUMS'), manifest);
	const comment = `site of release 0002, ${month(log[1])}`;
	writeFileSync(at('SHA256SUMS.minisig'), sign(Buffer.from(manifest), signed.first, comment));
}

describe('a key is lost, or in other hands', { tags: ['TH-17'] }, () => {
	const [archiveKeys, revokedKeys] = ['keys/archive.pub', 'keys/revoked.pub'];

	test('before: what the first key signed is good, and the second proves nothing yet', async () => {
		expect((await signed.verify(signed.out, signed.first)).code).toBe(0);
		const { code, output } = await signed.verify(signed.out, signed.second);
		expect(code).toBe(1);
		expect(output).toContain(`was made with another key, ${keyName(signed.first)}`);
	});

	test('revoked, the key signs nothing any more, and nothing goes out that it signed', async () => {
		writeFileSync(inContent(revokedKeys), formatPublicKey(signed.first));
		expect((await signed.run('build')).output).toContain(`still contains key ${keyName(signed.first)}`);
		writeFileSync(inContent(archiveKeys), formatPublicKey(signed.second));
		const built = await signed.run('build');
		expect(built.code).not.toBe(0);
		expect(built.output).toContain(
			'releases/0001/SHA256SUMS.minisig was made with a revoked key: sign again, or remove the signature',
		);
		const { code, output } = await signAgain(2, signed.first);
		expect(code).toBe(1);
		expect(output).toContain('This key is revoked');
	});

	test('the newest release cannot be signed again before the others', async () => {
		const before = readFileSync(inContent('releases/0002/SHA256SUMS.minisig'));
		const { code, output } = await signAgain(2, signed.second);
		expect(code).toBe(1);
		expect(output).toContain('releases/0001/SHA256SUMS.minisig was made with a revoked key');
		expect(readFileSync(inContent('releases/0002/SHA256SUMS.minisig'))).toEqual(before);
	});

	test('signed again with the second, all of it is good with that, and nothing with the first', async () => {
		for (const release of [1, 2]) {
			const { code, output } = await signAgain(release, signed.second);
			expect(code, output).toBe(0);
		}
		const second = await signed.verify(signed.out, signed.second);
		expect(second.code, second.output).toBe(0);
		expect(second.output).toContain(`Key ${keyName(signed.first)} is revoked`);
		const anybody = await signed.verify(signed.out);
		expect(anybody.code, anybody.output).toBe(0);
		const first = await signed.verify(signed.out, signed.first);
		expect(first.code).toBe(1);
		expect(first.output).toContain(`revokes key ${keyName(signed.first)}, which you gave`);
		for (const file of ['SHA256SUMS', 'releases/0001/SHA256SUMS', 'releases/0002/SHA256SUMS'])
			expect(first.output).toContain(`FAILS    ${file}.minisig cannot be verified: there is no public key`);
	});

	test('the page on verifying names both, and says which is revoked', () => {
		const page = inSite('help/verify/index.html');
		expect(page).toContain(`>Revoked</a>: ${keyName(signed.first)}`);
		expect(page).toContain(formatPublicKey(signed.second).split('\n')[1]);
		expect(page).not.toContain(formatPublicKey(signed.first).split('\n')[1]);
		expect(inSite(revokedKeys)).toBe(formatPublicKey(signed.first));
	});

	test.skipIf(spawnSync('minisign', ['-v']).error !== undefined)(
		'minisign alone says the same',
		{ tags: [NEEDS_SYSTEM] },
		() => {
			const check = (file: string, { id, key }: SecretKey) => {
				const text = Buffer.concat([Buffer.from('Ed'), id, key]).toString('base64');
				return spawnSync('minisign', ['-V', '-m', file, '-P', text], { cwd: signed.out }).status;
			};
			for (const file of ['SHA256SUMS', 'releases/0001/SHA256SUMS', 'releases/0002/SHA256SUMS']) {
				expect(check(file, signed.second)).toBe(0);
				expect(check(file, signed.first)).not.toBe(0);
			}
		},
	);

	test('a thief who signs another release with it is found out by the site’s own list of revoked keys', async () => {
		const site = `${signed.out}-forged`;
		forge(site);
		const { code, output } = await signed.verify(site);
		expect(code).toBe(1);
		expect(output).toContain('FAILS    releases/0002/SHA256SUMS.minisig was made with a revoked key');
		expect(output).toContain('FAILS    SHA256SUMS.minisig was made with a revoked key');
	});

	test('and, where that list is taken away, by whoever keeps the second key', async () => {
		const site = `${signed.out}-forged`;
		rmSync(path.join(site, revokedKeys));
		writeFileSync(path.join(site, archiveKeys), formatPublicKey(signed.first));
		const manifest = siteManifest(site);
		writeFileSync(path.join(site, 'SHA256SUMS'), manifest);
		const month = /"month":"([^"]+)","[^\n]*\n$/.exec(inSite('releases/log.jsonl'))?.[1];
		writeFileSync(
			path.join(site, 'SHA256SUMS.minisig'),
			sign(Buffer.from(manifest), signed.first, `site of release 0002, ${month}`),
		);
		// Whoever knows the lost key alone cannot tell: that is why the loss must be made known elsewhere.
		expect((await signed.verify(site, signed.first)).code).toBe(0);
		const { code, output } = await signed.verify(site, signed.second);
		expect(code).toBe(1);
		expect(output).toContain(
			'FAILS    keys/archive.pub is missing or does not contain the key that you gave',
		);
	});
});
