import { parseSums, type Sum } from '../checksums.ts';
import { sha256 } from '../hash.ts';
import { type Reader, readText } from '../host-reader.ts';
import { IntegrityError } from '../integrity-error.ts';
import { equalBytes, keyName, parsePublicKeys, type PublicKey, verify } from '../minisign.ts';
import { folderName, LOG_FILE, type LogEntry, parseLog } from './log.ts';
import { KEYS_FILE, REVOKED_FILE, signatureFile, sumsFile, unexpectedFiles } from './paths.ts';

/** A release in the log whose checksums were found. */
export interface Release {
	entry: LogEntry;
	/** The texts that it published. */
	texts: readonly Sum[];
	/** Whether its `SHA256SUMS` has a valid signature. */
	signed: boolean;
}

/** All releases of an archive, as far as they are valid. */
export interface Chain {
	releases: readonly Release[];
	/** Keys that signatures are verified with; none is revoked. */
	keys: readonly PublicKey[];
	revoked: readonly PublicKey[];
	/** The log as text; empty if there is none. */
	log: string;
	/** Signatures that are missing although the archive has a key. */
	unsigned: readonly string[];
	/** Everything that is wrong; each starts with the name of a file. */
	faults: readonly string[];
}

type ReleaseName = Pick<LogEntry, 'release' | 'month'>;
/** The trusted comment in the signature of a release’s checksums. */
export const releaseComment = ({ release, month }: ReleaseName): string =>
	`release ${folderName(release)}, ${month}`;
/** The trusted comment in the signature of a whole site. */
export const siteComment = (entry: ReleaseName): string => `site of ${releaseComment(entry)}`;

const TEXT = /^r\/[0-9a-z]{8}\/v[1-9]\d*\.txt$/;

/**
 * Reads all releases and verifies their chain: each line of the log, and each release against its line, the previous
 * release and its signature.
 *
 * @param trusted public keys from another source; without them those of the archive are used
 */
export async function readChain(reader: Reader, trusted: readonly PublicKey[] = []): Promise<Chain> {
	const faults: string[] = [];
	const read = (file: string) => readText(reader, file);
	const readKeys = async (file: string) => {
		const text = await read(file);
		return text === null ? [] : (collectFault(faults, file, () => parsePublicKeys(text)) ?? []);
	};
	const published = await readKeys(KEYS_FILE);
	const revoked = await readKeys(REVOKED_FILE);
	faults.push(...keyFaults(published, revoked, trusted));
	const keys = (trusted.length > 0 ? trusted : published).filter((key) => !includesKey(revoked, key));

	const log = await read(LOG_FILE);
	const entries = (log !== null && collectFault(faults, LOG_FILE, () => parseLog(log))) || [];
	const releases: Release[] = [];
	const unsigned: string[] = [];
	for (const entry of entries) {
		const file = sumsFile(entry.release);
		const text = await read(file);
		if (text === null) {
			faults.push(`${file} is missing`);
			continue;
		}
		if (sha256(text) !== entry.sums) faults.push(`${file} does not match ${LOG_FILE}`);
		const texts = collectFault(faults, file, () => parseTexts(text, entry, entries)) ?? [];
		const signature = await read(signatureFile(file));
		if (signature === null && keys.length > 0) unsigned.push(signatureFile(file));
		const signed =
			signature !== null &&
			checkSignature(
				text,
				{ file: signatureFile(file), text: signature },
				releaseComment(entry),
				{ keys, revoked },
				faults,
			);
		releases.push({ entry, texts, signed });
	}
	const unexpected = unexpectedFiles(
		(await reader.list(['keys', 'releases'])) ?? [],
		entries.map(({ release }) => release),
	);
	faults.push(...unexpected.map((file) => `${file} is unexpected: it belongs to no release`));
	return { releases, keys, revoked, log: log ?? '', unsigned, faults };
}

const includesKey = (keys: readonly PublicKey[], key: PublicKey) =>
	keys.some((one) => equalBytes(one.key, key.key));

/** What is wrong with the archive’s keys, or with the trusted ones. */
function keyFaults(
	published: readonly PublicKey[],
	revoked: readonly PublicKey[],
	trusted: readonly PublicKey[],
): string[] {
	const revokedNames = (keys: readonly PublicKey[]) =>
		keys.filter((key) => includesKey(revoked, key)).map(keyName);
	const faults = [
		...revokedNames(trusted).map(
			(name) => `${REVOKED_FILE} revokes key ${name}, which you gave: do not trust what it signed`,
		),
		...revokedNames(published).map(
			(name) => `${KEYS_FILE} still contains key ${name}, which ${REVOKED_FILE} revokes`,
		),
	];
	if (trusted.length > 0 && !published.some((key) => includesKey(trusted, key)))
		faults.push(`${KEYS_FILE} is missing or does not contain the key that you gave`);
	return faults;
}

/** Parses a release’s checksums, which must start with that of the previous release. */
function parseTexts(text: string, entry: LogEntry, entries: readonly LogEntry[]): Sum[] {
	const previous = entries[entry.release - 2];
	const sums = parseSums(text, /^releases\//);
	const [first] = sums;
	if (previous && (first?.file !== sumsFile(previous.release) || first.hash !== previous.sums))
		throw new IntegrityError(`does not start with the checksum of release ${folderName(previous.release)}`);
	const texts = previous ? sums.slice(1) : sums;
	const unexpected = texts.find((one) => !TEXT.test(one.file));
	if (unexpected) throw new IntegrityError(`lists ${unexpected.file}, which is not the text of a record`);
	return texts;
}

/**
 * Verifies a signature and its trusted comment, and adds what is wrong to `faults`.
 *
 * @returns whether it is valid
 */
export function checkSignature(
	signed: string,
	{ file, text }: { file: string; text: string },
	comment: string,
	{ keys, revoked }: Pick<Chain, 'keys' | 'revoked'>,
	faults: string[],
): boolean {
	const data = new TextEncoder().encode(signed);
	const isValid = collectFault(faults, file, () => {
		const isRevoked = collectFault([], file, () => verify(data, text, revoked)) !== undefined;
		if (isRevoked)
			throw new IntegrityError('was made with a revoked key: sign again, or remove the signature');
		if (keys.length === 0) throw new IntegrityError('cannot be verified: there is no public key');
		if (verify(data, text, keys) !== comment) throw new IntegrityError('was made for another release');
		return true;
	});
	return isValid === true;
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
