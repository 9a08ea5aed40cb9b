import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Failure } from '../core/values/failure.ts';
import path from 'node:path';
import { forgetReading, getReading } from '../archive/load-archive.ts';
import { withoutDigests } from '../archive/versions/last-release.ts';
import { settings } from '../core/settings.ts';
import { type Chain, readChain, releaseComment, siteComment } from '../integrity/releases/release-chain.ts';
import {
	MANIFEST_FILE,
	MANIFEST_SIGNATURE,
	siteSignatureFile,
	signatureFile,
	sumsFile,
} from '../integrity/releases/paths.ts';
import { planRelease } from '../integrity/releases/freeze.ts';
import { folderName, type LogEntry } from '../integrity/releases/log.ts';
import { type SecretKey, sign } from '../integrity/minisign.ts';
import { contentReader } from '../integrity/site-reader.ts';
import { IntegrityError } from '../integrity/integrity-error.ts';
import { writeAll } from '../integrity/atomic-write/write-all.ts';
import { setTimes } from '../output/file-times.ts';
import { buildSite } from './build.ts';
import { checkedArchive } from './check.ts';
import { settledContent } from './content.ts';
import { EDITION_OPTIONS, needAddress } from './edition.ts';
import { batchFiles } from './edit/record-files.ts';
import { publishKey, readSecretKey } from './secret.ts';
import { readArguments, UsageError } from './usage.ts';

/**
 * `release`: makes permanent what is published. `--key` signs it and the site built from it; `--sign` signs a release
 * that was made before, and the present site if it is the newest.
 */
export async function release(args: string[]): Promise<void> {
	const { values } = readArguments(args, 0, {
		...EDITION_OPTIONS,
		key: { type: 'string' },
		sign: { type: 'string' },
	});
	const { key: keyFile, sign: wanted } = values as { key?: string; sign?: string };
	if (wanted !== undefined && !/^\d+$/.test(wanted))
		throw new UsageError(`Invalid release number “${wanted}”`);
	if (wanted !== undefined && keyFile === undefined) throw new UsageError('--sign needs --key');
	await needAddress(values);
	try {
		const key = keyFile === undefined ? undefined : await readSecretKey(keyFile);
		if (wanted !== undefined && key) await signAgain(Number(wanted), key);
		else await releaseNow(key);
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		console.error(`${error.describe()}.`);
		process.exitCode = 1;
	}
}

async function releaseNow(key: SecretKey | undefined): Promise<void> {
	const content = settledContent();
	if (!(await checkedArchive())) return;
	const chain = await consistentChain();
	const month = new Date().toISOString().slice(0, 7);
	const plan = planRelease(await getReading(), chain, month);
	const name = folderName(plan.release);
	const entry = { release: plan.release, month };
	const files = new Map<string, string>(plan.files);
	// Digests that earlier versions of the software wrote would confirm a guess at an account.
	for (const [file, text] of batchFiles(content)) files.set(file, withoutDigests(text));
	if (key) {
		for (const [file, text] of publishKey(key, chain)) files.set(file, text);
		const signature = sign(Buffer.from(plan.sums.text), key, releaseComment(entry));
		files.set(signatureFile(plan.sums.file), signature);
	}
	const undo = writeAll(content, files);
	forgetReading();
	if (key && !(await isSigned(entry, key, undo))) return;

	const folder = path.relative(process.cwd(), content) || '.';
	console.log(
		`Release ${name} of ${month}: ${plan.texts} text(s) of records, ${plan.frozen.length} of them new` +
			`${plan.frozen.length > 0 ? ` (${summary(plan.frozen)})` : ''}.\n\n` +
			`What to do next:\n` +
			`  1. Keep what was written: ${folder}/versions, ${folder}/releases and ${folder}/keys belong with the content.\n` +
			(key
				? '  2. Publish the site; it is built and signed.\n' +
					'  3. Put the secret key away, off this machine if you can.'
				: '  2. Build the site and publish it: “npm run build”.\n' +
					`  3. It is not signed, and the site says so. To sign it: “npm run archive -- release --sign ${name} --key <file>”.\n` +
					// npm takes --key without a trace where it stands before --.
					'     If you did name a key, npm kept it for itself: the two hyphens alone (--) must stand before “release”.') +
			`\n  4. Give the sum of this release to somebody outside, who keeps it:\n     sha256sum ${folder}/${plan.sums.file}`,
	);
}

/**
 * Signs a release that was made before; with the newest the site too, as it is built now. Signatures that are not good
 * are no obstacle: new ones are to take their place when a key was revoked.
 */
async function signAgain(wanted: number, key: SecretKey): Promise<void> {
	const content = settledContent();
	const chain = await consistentChain(/^releases\/\d+\/SHA256SUMS\.minisig /);
	const found = chain.releases.find(({ entry }) => entry.release === wanted);
	if (!found) throw new Failure(`No release ${folderName(wanted)}.`);
	const { entry } = found;
	const file = sumsFile(wanted);
	const sums = await contentReader(content).read(file);
	if (!sums) throw new Failure(`${file} is missing.`);
	const signature = sign(sums, key, releaseComment(entry));
	const files = new Map([...publishKey(key, chain), [signatureFile(file), signature]]);
	const undo = writeAll(content, files);
	console.log(`Release ${folderName(wanted)} is signed.`);
	if (wanted !== chain.releases.length) return;
	if (await isSigned(entry, key, undo)) console.log('The site is signed too, as it is now: publish it.');
}

/** Builds the whole site anew and signs it. Where it cannot be built, nothing of the release is left. */
async function isSigned(
	entry: Pick<LogEntry, 'release' | 'month'>,
	key: SecretKey,
	undo: () => void,
): Promise<boolean> {
	const { content } = settings();
	try {
		if (!(await buildSite())) throw new Failure('The site could not be built. Nothing was released.');
	} catch (error) {
		undo();
		throw error;
	}
	const { outDir } = settings();
	const signature = sign(readFileSync(path.join(outDir, MANIFEST_FILE)), key, siteComment(entry));
	writeAll(content, new Map([[siteSignatureFile(entry.release), signature]]));
	writeFileSync(path.join(outDir, MANIFEST_SIGNATURE), signature);
	// All files of a site have one time, the signature too.
	setTimes(outDir, statSync(path.join(outDir, MANIFEST_FILE)).mtime);
	return true;
}

/**
 * The releases so far.
 *
 * @param allowed faults that may be
 * @throws Failure where they are not in order: nothing may be added to a broken chain
 */
async function consistentChain(allowed?: RegExp): Promise<Chain> {
	const chain = await readChain(contentReader(settings().content));
	const faults = chain.faults.filter((fault) => !allowed?.test(fault));
	if (faults.length > 0)
		throw new Failure(`The existing releases are inconsistent:\n  ${faults.join('\n  ')}`);
	return chain;
}

function summary(names: readonly string[]): string {
	const some = names.slice(0, 8).join(', ');
	return names.length > 8 ? `${some} and ${names.length - 8} others` : some;
}
