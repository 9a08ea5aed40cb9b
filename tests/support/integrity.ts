import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Reading, readArchive } from '../../src/archive/read/read.ts';
import { readChain, releaseComment, siteComment } from '../../src/integrity/releases/release-chain.ts';
import { signatureFile } from '../../src/integrity/releases/paths.ts';
import { type Plan, planRelease } from '../../src/integrity/releases/freeze.ts';
import { formatPublicKey, publicKeyOf, type SecretKey, sign } from '../../src/integrity/minisign.ts';
import { publishedReleases } from '../../src/integrity/releases/publish.ts';
import { contentReader } from '../../src/integrity/site-reader.ts';
import { siteManifest } from '../../src/integrity/site-manifest.ts';
import { writeAll } from '../../src/integrity/atomic-write/write-all.ts';

/** A fresh key to sign with. */
export function newKey(): SecretKey {
	const [id, seed] = [new Uint8Array(randomBytes(8)), new Uint8Array(randomBytes(32))];
	return { id, seed, key: publicKeyOf(seed) };
}

/** A secret key’s file as `minisign -G -W` writes it. */
export function secretFile({ id, seed, key: open }: SecretKey): string {
	const bytes = Buffer.concat([Buffer.from('Ed\0\0B2'), Buffer.alloc(48), id, seed, open, Buffer.alloc(32)]);
	return `untrusted comment: secret key\n${bytes.toString('base64')}\n`;
}

/** Reads an archive, which must be sound. */
export async function readSound(
	content: string,
): Promise<Reading & { archive: NonNullable<Reading['archive']> }> {
	const reading = await readArchive(content);
	const { archive, problems } = reading;
	if (!archive) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
	return { ...reading, archive };
}

/** Plans the next release of an archive in a folder. */
export async function plan(content: string, month = '2032-01'): Promise<Plan> {
	return planRelease(await readSound(content), await readChain(contentReader(content)), month);
}

/** Releases an archive in a folder, as the command does but for building the site. */
export async function releaseIn(content: string, key?: SecretKey, month?: string): Promise<Plan> {
	const planned = await plan(content, month);
	const files = new Map(planned.files);
	if (key) {
		const comment = releaseComment(planned);
		files.set('keys/archive.pub', formatPublicKey(key));
		files.set(signatureFile(planned.sums.file), sign(Buffer.from(planned.sums.text), key, comment));
	}
	writeAll(content, files);
	return planned;
}

/** Makes a small site of a released archive: what is published of releases, one page, the sums of all. */
export async function siteOf(content: string, site: string, key?: SecretKey): Promise<void> {
	rmSync(site, { recursive: true, force: true });
	const { archive } = await readSound(content);
	const files = new Map([['index.html', '<title>Site</title>\n'], ...(await publishedReleases(archive))]);
	for (const [file, text] of files) {
		mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
		writeFileSync(path.join(site, file), text);
	}
	const manifest = siteManifest(site);
	writeFileSync(path.join(site, 'SHA256SUMS'), manifest);
	const last = (await readChain(contentReader(content))).releases.at(-1);
	if (key && last)
		writeFileSync(
			path.join(site, 'SHA256SUMS.minisig'),
			sign(Buffer.from(manifest), key, siteComment(last.entry)),
		);
}

/** Changes a file in place. */
export function edit(folder: string, file: string, change: (text: string) => string): void {
	const target = path.join(folder, file);
	const before = readFileSync(target, 'utf8');
	const after = change(before);
	if (after === before) throw new Error(`${file} was not changed`);
	writeFileSync(target, after);
}
