import { createHash } from 'node:crypto';

/** The list of the files of a WACZ, and the digest of that list. */
export const PACKAGE = 'datapackage.json';
export const DIGEST = 'datapackage-digest.json';

/** A file that a package lists. Anything may stand in its place in a file that was tampered with. */
export interface Resource {
	path: string;
	/** `sha256:…`; undefined where none is stated, or in a way that is not known here. */
	hash: string | undefined;
	bytes: unknown;
}

/**
 * The files that a package lists, in the layout of WACZ 1.1 (`hash`, `bytes`) or of 1.0 (`stats`, with the name of the
 * algorithm in `hashing`).
 *
 * @returns undefined if it is not the list of a WACZ
 */
export function resourcesOf(text: Buffer): readonly Resource[] | undefined {
	const { resources, wacz_version: version } = parse(text) ?? {};
	if (typeof version !== 'string' || !Array.isArray(resources)) return undefined;
	const sound = resources.every((one) => typeof one === 'object' && one && typeof one.path === 'string');
	return sound ? resources.map(resourceOf) : undefined;
}

function resourceOf(listed: Readonly<Record<string, unknown>>): Resource {
	const { path, hash, bytes, stats, hashing } = listed;
	const old = typeof stats === 'object' && stats ? (stats as Record<string, unknown>) : {};
	const stated =
		hash ?? (old['hash'] === undefined ? undefined : `${String(hashing ?? 'sha256')}:${old['hash']}`);
	const known = typeof stated === 'string' && /^(?:sha256|md5):[0-9a-f]+$/.test(stated);
	return { path: String(path), hash: known ? stated : undefined, bytes: bytes ?? old['bytes'] };
}

/** Holds the list against its digest. */
export function checkDigest(text: Buffer, list: Buffer): { faults: string[]; notes: string[] } {
	const digest = parse(text);
	const hash = `sha256:${createHash('sha256').update(list).digest('hex')}`;
	if (!digest || digest['path'] !== PACKAGE)
		return { faults: [`${DIGEST} is not the digest of ${PACKAGE}`], notes: [] };
	const faults: string[] = [];
	if (digest['hash'] !== hash) faults.push(`${PACKAGE} does not have the hash that ${DIGEST} states`);
	const signed = digest['signedData'];
	if (signed === undefined || signed === null) return { faults, notes: [] };
	if ((signed as { hash?: unknown }).hash !== hash)
		faults.push(`${PACKAGE} does not have the hash that was signed`);
	return {
		faults,
		notes: [
			'It is signed, but the signature was NOT checked here: it proves nothing yet of who captured it, or when. Check it with a program that knows WACZ signatures (ReplayWeb.page, or the verifier of authsign).',
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
