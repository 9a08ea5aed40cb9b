import { createHash } from 'node:crypto';

/** The list of the files in a WACZ, and the digest of that list. */
export const PACKAGE = 'datapackage.json';
export const DIGEST = 'datapackage-digest.json';

/** A file in the list. Its fields may be anything in a package that was tampered with. */
export interface Resource {
	path: string;
	/** `sha256:…` or `md5:…`; undefined if it is missing or uses another algorithm. */
	hash: string | undefined;
	bytes: unknown;
}

/**
 * Parses the list of files, in the layout of WACZ 1.1 (`hash`, `bytes`) or 1.0 (`stats`, with the algorithm in
 * `hashing`).
 *
 * @returns undefined if it is not the list of a WACZ
 */
export function parseResources(text: Buffer): readonly Resource[] | undefined {
	const { resources, wacz_version: version } = parse(text) ?? {};
	if (typeof version !== 'string' || !Array.isArray(resources)) return undefined;
	const isValid = resources.every((one) => typeof one === 'object' && one && typeof one.path === 'string');
	return isValid ? resources.map(parseResource) : undefined;
}

function parseResource(listed: Readonly<Record<string, unknown>>): Resource {
	const { path, hash, bytes, stats, hashing } = listed;
	const old = typeof stats === 'object' && stats ? (stats as Record<string, unknown>) : {};
	const stated =
		hash ?? (old['hash'] === undefined ? undefined : `${String(hashing ?? 'sha256')}:${old['hash']}`);
	const isSupported = typeof stated === 'string' && /^(?:sha256|md5):[0-9a-f]+$/.test(stated);
	return { path: String(path), hash: isSupported ? stated : undefined, bytes: bytes ?? old['bytes'] };
}

/** Compares the list with its digest. */
export function checkDigest(text: Buffer, list: Buffer): { faults: string[]; notes: string[] } {
	const digest = parse(text);
	const hash = `sha256:${createHash('sha256').update(list).digest('hex')}`;
	if (!digest || digest['path'] !== PACKAGE)
		return { faults: [`${DIGEST} is not a digest of ${PACKAGE}`], notes: [] };
	const faults: string[] = [];
	if (digest['hash'] !== hash) faults.push(`${PACKAGE} does not match the hash in ${DIGEST}`);
	const signed = digest['signedData'];
	if (signed === undefined || signed === null) return { faults, notes: [] };
	if ((signed as { hash?: unknown }).hash !== hash) faults.push(`${PACKAGE} does not match the signed hash`);
	return {
		faults,
		notes: [
			'The package is signed, but the signature was NOT checked: who captured it, and when, is not yet proven. Check it with a program that supports WACZ signatures (ReplayWeb.page, or the authsign verifier).',
		],
	};
}

function parse(text: Buffer): Record<string, unknown> | undefined {
	try {
		const data: unknown = JSON.parse(text.toString('utf8'));
		return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : undefined;
	} catch {
		return undefined;
	}
}
