import { sha256 } from '../hash.ts';
import { type Reader, readText } from '../host-reader.ts';
import { folderName, type LogEntry, parseLog } from './log.ts';
import { isSame, keyName, parsePublicKeys, type PublicKey, verify } from '../minisign.ts';
import { parseSums, type Sum } from '../checksums.ts';
import { IntegrityError } from '../integrity-error.ts';

/**
 * What was taken out since the last release, which the next one will record: a withdrawal and a redaction wait for no
 * release, so the site says of itself where it is no longer what was released.
 */
export const SINCE_FILE = 'releases/since.txt';

/** The sums of all files of a site, and the signature over them. */
export const MANIFEST_FILE = 'SHA256SUMS';
export const MANIFEST_SIGNATURE = `${MANIFEST_FILE}.minisig`;

/** Files that the manifest does not name: itself, and the signature over it. */
export function isManifest(file: string): boolean {
	return file === MANIFEST_FILE || file === MANIFEST_SIGNATURE;
}

/** Where things lie, in an archive’s folder as in the site that is made of it. */
export const LOG_FILE = 'releases/log.jsonl';
export const KEYS_FILE = 'keys/archive.pub';
/** Keys that were lost or may be in other hands. What they signed proves nothing any more, whenever it was signed. */
export const REVOKED_FILE = 'keys/revoked.pub';
export const sumsFile = (release: number): string => `releases/${folderName(release)}/SHA256SUMS`;
/** In the archive’s folder alone: the signature over the whole site as it was when the release was signed. */
export const siteSignatureFile = (release: number): string => `releases/${folderName(release)}/SITE.minisig`;
export const signatureFile = (file: string): string => `${file}.minisig`;

/** A release that was found as the log records it. */
export interface Release {
	entry: LogEntry;
	/** The texts that it published. */
	texts: readonly Sum[];
	/** Whether its `SHA256SUMS` has a good signature. */
	signed: boolean;
}

/** All releases of an archive, as far as they are in order. */
export interface Chain {
	releases: readonly Release[];
	/** Those that signatures are checked with; none of them is revoked. */
	keys: readonly PublicKey[];
	revoked: readonly PublicKey[];
	/** The log as it is written; empty where there is none. */
	log: string;
	/** Signatures that are missing although the archive has a key. */
	unsigned: readonly string[];
	/** Everything that is out of order, each a sentence that begins with the name of the file. */
	faults: readonly string[];
}

/** What is signed with the sums of a release, and with those of a whole site. */
type Named = Pick<LogEntry, 'release' | 'month'>;
export const releaseComment = ({ release, month }: Named): string =>
	`release ${folderName(release)}, ${month}`;
export const siteComment = (entry: Named): string => `site of ${releaseComment(entry)}`;

const TEXT = /^r\/[0-9a-z]{8}\/v[1-9]\d*\.txt$/;

/**
 * Reads all releases and checks the chain that they form: the log line by line, each release against its line, against
 * the release before it and against its signature.
 *
 * @param known public keys that are known from elsewhere; without them those found beside the releases
 */
export async function readChain(reader: Reader, known: readonly PublicKey[] = []): Promise<Chain> {
	const faults: string[] = [];
	const read = (file: string) => readText(reader, file);
	const attempt = <T>(file: string, work: () => T): T | undefined => collectFault(faults, file, work);

	const keysIn = async (file: string) => {
		const text = await read(file);
		return text === null ? [] : (attempt(file, () => parsePublicKeys(text)) ?? []);
	};
	const beside = await keysIn(KEYS_FILE);
	const revoked = await keysIn(REVOKED_FILE);
	faults.push(...keyFaults(beside, revoked, known));
	const keys = (known.length > 0 ? known : beside).filter((key) => !isAmong(key, revoked));

	const log = await read(LOG_FILE);
	const entries = (log !== null && attempt(LOG_FILE, () => parseLog(log))) || [];
	const releases: Release[] = [];
	const unsigned: string[] = [];
	const isSigned = (text: string, signature: string, entry: LogEntry) =>
		checkSignature(
			text,
			signatureFile(sumsFile(entry.release)),
			signature,
			releaseComment(entry),
			{ keys, revoked },
			faults,
		);
	for (const entry of entries) {
		const file = sumsFile(entry.release);
		const text = await read(file);
		if (text === null) {
			faults.push(`${file} is missing`);
			continue;
		}
		if (sha256(text) !== entry.sums) faults.push(`${file} is not the file that ${LOG_FILE} records`);
		const texts = attempt(file, () => textsOf(text, entry, entries)) ?? [];
		const signature = await read(signatureFile(file));
		if (signature === null && keys.length > 0) unsigned.push(signatureFile(file));
		releases.push({ entry, texts, signed: signature !== null && isSigned(text, signature, entry) });
	}
	faults.push(...unexpectedFiles(await reader.list(['keys', 'releases']), entries));
	return { releases, keys, revoked, log: log ?? '', unsigned, faults };
}

const isAmong = (key: PublicKey, keys: readonly PublicKey[]) => keys.some((one) => isSame(one.key, key.key));

/** What is wrong with the keys of a site, or with those that are known from elsewhere. */
function keyFaults(
	beside: readonly PublicKey[],
	revoked: readonly PublicKey[],
	known: readonly PublicKey[],
): string[] {
	const named = (keys: readonly PublicKey[]) => keys.filter((key) => isAmong(key, revoked)).map(keyName);
	const faults = [
		...named(known).map(
			(name) => `${REVOKED_FILE} revokes key ${name}, which was given: what it signed proves nothing`,
		),
		...named(beside).map((name) => `${KEYS_FILE} still holds key ${name}, which ${REVOKED_FILE} revokes`),
	];
	if (known.length > 0 && !beside.some((key) => isAmong(key, known)))
		faults.push(`${KEYS_FILE} is missing, or does not hold the key that was given`);
	return faults;
}

/** The texts that the sums of a release name, once it is seen that they follow from the release before. */
function textsOf(text: string, entry: LogEntry, entries: readonly LogEntry[]): Sum[] {
	const before = entries[entry.release - 2];
	const sums = parseSums(text, /^releases\//);
	const [first] = sums;
	if (before && (first?.file !== sumsFile(before.release) || first.hash !== before.sums))
		throw new IntegrityError(`does not begin with the checksum of release ${folderName(before.release)}`);
	const texts = before ? sums.slice(1) : sums;
	const unexpected = texts.find(({ file }) => !TEXT.test(file));
	if (unexpected) throw new IntegrityError(`names ${unexpected.file}, which is not the text of a record`);
	return texts;
}

/** @returns whether a signature is good; what is wrong with it is added to the faults */
export function checkSignature(
	text: string,
	file: string,
	signature: string,
	comment: string,
	{ keys, revoked }: Pick<Chain, 'keys' | 'revoked'>,
	faults: string[],
): boolean {
	const data = new TextEncoder().encode(text);
	const good = collectFault(faults, file, () => {
		if (revoked.length > 0 && collectFault([], file, () => verify(data, signature, revoked)) !== undefined)
			throw new IntegrityError('was made with a revoked key: sign it again, or remove the signature');
		if (keys.length === 0) throw new IntegrityError('cannot be checked without a public key');
		if (verify(data, signature, keys) !== comment) throw new IntegrityError('was made for another release');
		return true;
	});
	return good === true;
}

/** Files that a release leaves, here or in the site. */
const EXPECTED = ['SHA256SUMS', 'SHA256SUMS.minisig', 'SITE.minisig', 'batch.yaml'];

/** Files among the releases and keys that belong to none: above all a secret key must not lie there. */
function unexpectedFiles(files: readonly string[] | null, entries: readonly LogEntry[]): string[] {
	const expected = new Set([LOG_FILE, SINCE_FILE, KEYS_FILE, REVOKED_FILE]);
	for (const { release } of entries)
		for (const name of EXPECTED) expected.add(`releases/${folderName(release)}/${name}`);
	return (files ?? [])
		.filter((file) => !expected.has(file))
		.map((file) => `${file} is unexpected: no release lists it`);
}

/** Runs `work`; records an IntegrityError as a fault of the file. */
function collectFault<T>(faults: string[], file: string, work: () => T): T | undefined {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		faults.push(error.describe(file));
		return undefined;
	}
}
