import { createHash } from 'node:crypto';
import { IntegrityError } from '../integrity-error.ts';
import { gunzip } from './gunzip.ts';
import { checkDigest, DIGEST, PACKAGE, parseResources, type Resource } from './wacz-list.ts';
import { checkWarc } from './warc.ts';
import { zipContent, zipEntries } from './zip.ts';
import type { ZipEntry } from './zip-directory.ts';

/** The result of checking a capture. */
export interface CaptureFindings {
	/** What does not match, one line each; empty if the capture is valid. */
	faults: string[];
	/** What was compared and what was not, as sentences. */
	notes: string[];
}

/** Larger than the list of any package that a person could have captured. */
const MAX_LIST = 64 * 1024 * 1024;

/**
 * Checks a WACZ file (1.1.1 or 1.0) against its own digests: the files match the hashes and sizes in the list, none is
 * missing or unlisted, the list matches `datapackage-digest.json`, and WARC records match their digests. A signature
 * over the list is not checked, and the notes say so.
 */
export async function checkWacz(file: string): Promise<CaptureFindings> {
	const faults: string[] = [];
	const notes: string[] = [];
	try {
		await checkPackage(file, { faults, notes });
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		faults.push(error.describe());
	}
	// A corrupt WARC file is noticed once for its hash and once for its records.
	return { faults: [...new Set(faults)], notes };
}

async function checkPackage(file: string, { faults, notes }: CaptureFindings): Promise<void> {
	const entries = new Map<string, ZipEntry>();
	for (const entry of await zipEntries(file)) {
		if (entries.has(entry.name)) faults.push(`${entry.name} is in the package twice`);
		if (/(?:^|[\\/])\.\.?(?:[\\/]|$)|^[\\/]|\0/.test(entry.name))
			faults.push(`${entry.name} has a path outside the package`);
		entries.set(entry.name, entry);
	}
	const list = entries.get(PACKAGE);
	if (!list) return void faults.push(`${PACKAGE} is missing: this zip file is not a WACZ`);
	const text = await readEntry(file, list);
	const resources = parseResources(text);
	if (!resources) return void faults.push(`${PACKAGE} is not a WACZ data package`);
	const digest = entries.get(DIGEST);
	if (digest) {
		const checked = checkDigest(await readEntry(file, digest), text);
		faults.push(...checked.faults);
		notes.push(...checked.notes);
	} else notes.push(`There is no ${DIGEST}, so nothing confirms the list of files.`);

	const seen = new Set([PACKAGE, DIGEST]);
	let [compared, warcs] = [0, 0];
	for (const resource of resources) {
		const { path } = resource;
		const entry = entries.get(path);
		if (seen.has(path)) faults.push(`${path} is listed twice`);
		else if (!entry) faults.push(`${path} is listed but missing`);
		else faults.push(...(await checkResource(file, entry, resource)));
		seen.add(path);
		const format = entry && path.startsWith('archive/') ? await warcFormat(file, entry) : undefined;
		if (!entry || format === undefined) continue;
		const warc = await checkWarcEntry(file, entry, format);
		warcs++;
		faults.push(...warc.faults);
		compared += warc.compared;
	}
	for (const name of entries.keys())
		if (!seen.has(name) && !name.endsWith('/')) faults.push(`${name} is not listed`);
	if (warcs === 0) faults.push('There is no WARC file in the package: nothing was captured');
	notes.push(`Compared: ${resources.length} files with the list, ${compared} digests of WARC records.`);
}

async function checkResource(file: string, entry: ZipEntry, resource: Resource): Promise<string[]> {
	const { hash: stated, bytes, path } = resource;
	const faults: string[] = [];
	if (bytes !== entry.size) faults.push(`${path} has ${entry.size} bytes, but ${String(bytes)} are listed`);
	if (stated === undefined) return [...faults, `${path} is listed without a SHA-256 or MD5 hash`];
	const [algorithm = 'sha256'] = stated.split(':');
	const hash = createHash(algorithm);
	try {
		for await (const chunk of zipContent(file, entry)) hash.update(chunk);
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		return [...faults, error.describe()];
	}
	if (`${algorithm}:${hash.digest('hex')}` !== stated) faults.push(`${path} does not match its listed hash`);
	return faults;
}

type WarcFormat = 'gzip' | 'plain';

/** The format of a WARC file by its first bytes, which are surer than its name; undefined if it is not a WARC file. */
async function warcFormat(file: string, entry: ZipEntry): Promise<WarcFormat | undefined> {
	const byName = /\.warc\.gz$/.test(entry.name) ? 'gzip' : entry.name.endsWith('.warc') ? 'plain' : undefined;
	try {
		for await (const chunk of zipContent(file, entry)) {
			if (chunk[0] === 0x1f && chunk[1] === 0x8b) return 'gzip';
			return chunk.toString('latin1', 0, 5) === 'WARC/' ? 'plain' : byName;
		}
	} catch (error) {
		// Corruption was reported when the hash was computed.
		if (!(error instanceof IntegrityError)) throw error;
	}
	return byName;
}

async function checkWarcEntry(
	file: string,
	entry: ZipEntry,
	format: WarcFormat,
): Promise<{ faults: string[]; compared: number }> {
	const { name } = entry;
	const bytes = zipContent(file, entry);
	try {
		return await checkWarc(name, format === 'gzip' ? gunzip(name, bytes) : bytes);
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		return { faults: [error.describe()], compared: 0 };
	}
}

async function readEntry(file: string, entry: ZipEntry): Promise<Buffer> {
	if (entry.size > MAX_LIST) throw new IntegrityError('is too large', entry.name);
	const chunks: Buffer[] = [];
	for await (const chunk of zipContent(file, entry)) chunks.push(chunk);
	return Buffer.concat(chunks);
}
