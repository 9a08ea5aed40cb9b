import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { IntegrityError } from '../integrity-error.ts';
import { checkDigest, DIGEST, PACKAGE, type Resource, resourcesOf } from './wacz-list.ts';
import { checkWarc } from './warc.ts';
import { type ZipEntry, zipContent, zipEntries } from './zip.ts';

/** What was found in a WACZ file. */
export interface WaczFindings {
	/** What does not match, one line each; none if it is in order. */
	faults: string[];
	/** What was compared and what was not, in words. */
	notes: string[];
}

/** Larger than the list of any package that a person could have captured. */
const LARGEST_LIST = 64 * 1024 * 1024;

/**
 * Checks a WACZ file against its own digests (WACZ 1.1.1, or 1.0): every file in it is listed with the hash and size that it
 * has, every listed file is there, the list has the hash that `datapackage-digest.json` gives, and the records of the
 * WARC files have theirs. A signature over the list is not checked, and the notes say so.
 */
export async function checkWacz(file: string): Promise<WaczFindings> {
	const findings: WaczFindings = { faults: [], notes: [] };
	try {
		await checkAll(file, findings);
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		findings.faults.push(error.describe());
	}
	return findings;
}

async function checkAll(file: string, { faults, notes }: WaczFindings): Promise<void> {
	const entries = new Map<string, ZipEntry>();
	for (const entry of await zipEntries(file)) {
		if (entries.has(entry.name)) faults.push(`${entry.name} occurs twice`);
		if (/(?:^|[\\/])\.\.?(?:[\\/]|$)|^[\\/]|\0/.test(entry.name))
			faults.push(`${entry.name} leads out of the package`);
		entries.set(entry.name, entry);
	}
	const list = entries.get(PACKAGE);
	if (!list) return void faults.push(`${PACKAGE} is missing, so this zip file is not a WACZ`);
	const text = await readAll(file, list);
	const listed = resourcesOf(text);
	if (!listed) return void faults.push(`${PACKAGE} is not the list of a data package`);
	const digest = entries.get(DIGEST);
	if (digest) {
		const checked = checkDigest(await readAll(file, digest), text);
		faults.push(...checked.faults);
		notes.push(...checked.notes);
	} else notes.push(`No ${DIGEST}: nothing confirms the list of its files.`);

	const seen = new Set([PACKAGE, DIGEST]);
	let [compared, warcs] = [0, 0];
	for (const resource of listed) {
		const { path } = resource;
		const entry = entries.get(path);
		if (seen.has(path)) faults.push(`${path} is listed twice`);
		else if (!entry) faults.push(`${path} is listed but missing`);
		else faults.push(...(await checkResource(file, entry, resource)));
		seen.add(path);
		const packing = entry && path.startsWith('archive/') ? await packingOf(file, entry) : 'none';
		if (!entry || packing === 'none') continue;
		const warc = await checkWarcIn(file, entry, packing);
		warcs++;
		faults.push(...warc.faults);
		compared += warc.compared;
	}
	for (const name of entries.keys())
		if (!seen.has(name) && !name.endsWith('/')) faults.push(`${name} is not listed`);
	if (warcs === 0) faults.push('It contains no WARC file, so nothing was captured');
	notes.push(`Compared: ${listed.length} files with the list, ${compared} digests of WARC records.`);
}

async function checkResource(file: string, entry: ZipEntry, resource: Resource): Promise<string[]> {
	const { hash: stated, bytes, path } = resource;
	const faults: string[] = [];
	if (bytes !== entry.size) faults.push(`${path} has ${entry.size} bytes, and ${String(bytes)} are listed`);
	if (stated === undefined) return [...faults, `${path} is listed without a supported hash`];
	const [algorithm = 'sha256'] = stated.split(':');
	const hash = createHash(algorithm);
	try {
		for await (const chunk of zipContent(file, entry)) hash.update(chunk);
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		return [...faults, error.describe(path)];
	}
	if (`${algorithm}:${hash.digest('hex')}` !== stated) faults.push(`${path} does not match its listed hash`);
	return faults;
}

/** How a WARC file is compressed, by its bytes, since its name proves nothing; `none` for a file of another kind. */
async function packingOf(file: string, entry: ZipEntry): Promise<'gzip' | 'plain' | 'none'> {
	const named = /\.warc\.gz$/.test(entry.name) ? 'gzip' : entry.name.endsWith('.warc') ? 'plain' : 'none';
	try {
		for await (const chunk of zipContent(file, entry)) {
			if (chunk[0] === 0x1f && chunk[1] === 0x8b) return 'gzip';
			return chunk.toString('latin1', 0, 5) === 'WARC/' ? 'plain' : named;
		}
	} catch (error) {
		// A damaged file was reported when its hash was computed.
		if (!(error instanceof IntegrityError)) throw error;
	}
	return named;
}

async function checkWarcIn(
	file: string,
	entry: ZipEntry,
	packing: 'gzip' | 'plain',
): Promise<{ faults: string[]; compared: number }> {
	const bytes = zipContent(file, entry);
	try {
		const { faults, compared } = await checkWarc(packing === 'gzip' ? unpacked(bytes) : bytes);
		return { faults: faults.map((fault) => `${entry.name}: ${fault}`), compared };
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		return { faults: [error.describe(entry.name)], compared: 0 };
	}
}

/**
 * What was packed by gzip, as many pieces as it was packed in.
 *
 * @throws IntegrityError if it is damaged
 */
export async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
	const source = Readable.from(bytes);
	const gunzip = createGunzip();
	source.on('error', (error) => gunzip.destroy(error));
	try {
		for await (const chunk of source.pipe(gunzip)) yield chunk;
	} catch (error) {
		if (error instanceof IntegrityError) throw error;
		throw new IntegrityError(`cannot be decompressed: ${(error as Error).message}`);
	} finally {
		source.destroy();
	}
}

async function readAll(file: string, entry: ZipEntry): Promise<Buffer> {
	if (entry.size > LARGEST_LIST) throw new IntegrityError(`has an oversized ${entry.name}`);
	const chunks: Buffer[] = [];
	for await (const chunk of zipContent(file, entry)) chunks.push(chunk);
	return Buffer.concat(chunks);
}
