/** The lists that a site is verified against: its releases, its manifest and its removals since the last release. */
import { parseSums, type Sum } from './checksums.ts';
import { sha256 } from './hash.ts';
import { type Reader, readText } from './host-reader.ts';
import { IntegrityError } from './integrity-error.ts';
import { keyName, type PublicKey } from './minisign.ts';
import { folderName, LOG_FILE } from './releases/log.ts';
import { type KnownRelease, reportNewest } from './releases/newest.ts';
import { KEYS_FILE, MANIFEST_FILE, MANIFEST_SIGNATURE } from './releases/paths.ts';
import { type Chain, checkSignature, readChain, siteComment } from './releases/release-chain.ts';
import { NO_REMOVALS, parseRemovals, type Removals, SINCE_FILE } from './releases/removals.ts';
import type { Report } from './verdict.ts';
import { countNoun } from '../core/text/words.ts';

/** What the person who verifies knows from another source. */
export interface Knowledge {
	/** Public keys. Without them those of the site are used, which proves nothing against its owner. */
	keys?: readonly PublicKey[];
	/** A release that the site must include. */
	atLeast?: KnownRelease | undefined;
	/** Defaults to the current day. */
	today?: Date;
}

export interface Lists {
	chain: Chain;
	/** The manifest as text and by path; null if it is missing or malformed. */
	manifest: { text: string; sums: readonly Sum[]; hashes: ReadonlyMap<string, string> } | null;
	/** Whether the manifest has a valid signature for the newest release. */
	isSigned: boolean;
	/** What was withdrawn or redacted since the last release, according to the site. */
	removals: Removals;
}

/** Reads all lists of a site and reports whether they are valid. */
export async function readLists(reader: Reader, knowledge: Knowledge, report: Report): Promise<Lists> {
	const { keys = [], atLeast, today = new Date() } = knowledge;
	const chain = await readChain(reader, keys);
	for (const fault of chain.faults) report('fault', fault);
	for (const file of chain.unsigned) report('unsigned', `${file} is missing: this release is not signed`);
	if (chain.releases.length === 0) report('note', 'There is no release yet, so nothing here is permanent.');
	else reportReleases(chain, report);
	reportNewest(chain, atLeast, today, report);
	if (keys.length === 0 && chain.keys.length > 0)
		report(
			'note',
			`${KEYS_FILE} comes from the site itself. Compare the key with a copy from another source.`,
		);
	const manifest = await readManifest(reader, report);
	const isSigned = manifest !== null && (await checkSiteSignature(reader, manifest.text, chain, report));
	return { chain, manifest, isSigned, removals: await readRemovals(reader, manifest, report) };
}

function reportReleases({ releases, keys, revoked, faults }: Chain, report: Report): void {
	if (faults.length === 0)
		report('match', `${LOG_FILE}: ${countNoun(releases.length, 'release')} in an unbroken chain.`);
	const signed = releases.filter((release) => release.signed).length;
	if (signed > 0)
		report('match', `${countNoun(signed, 'release')} signed with key ${keys.map(keyName).join(' or ')}.`);
	if (keys.length === 0) report('note', 'The archive has no key, so its releases are not signed.');
	for (const key of revoked) report('note', `Key ${keyName(key)} is revoked: do not trust what it signed.`);
	for (const [index, { texts }] of releases.slice(0, -1).entries()) {
		const later = releases[index + 1];
		const next = new Map(later?.texts.map(({ file, hash }) => [file, hash]));
		const name = folderName(later?.entry.release ?? 0);
		for (const { file, hash } of texts)
			if (!next.has(file)) report('note', `${file} is no longer published since release ${name}.`);
			else if (next.get(file) !== hash) report('note', `${file} was changed by release ${name}.`);
	}
}

async function readManifest(reader: Reader, report: Report): Promise<Lists['manifest']> {
	const text = await readText(reader, MANIFEST_FILE);
	try {
		if (text === null) throw new IntegrityError('is missing');
		const sums = parseSums(text);
		return { text, sums, hashes: new Map(sums.map(({ file, hash }) => [file, hash])) };
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		report('fault', error.describe(MANIFEST_FILE));
		return null;
	}
}

/** @returns whether the manifest was signed with the newest release */
async function checkSiteSignature(
	reader: Reader,
	manifest: string,
	chain: Chain,
	report: Report,
): Promise<boolean> {
	const signature = await readText(reader, MANIFEST_SIGNATURE);
	const last = chain.releases.at(-1);
	if (signature === null) {
		if (chain.keys.length > 0)
			report('unsigned', `${MANIFEST_SIGNATURE} is missing: the current pages are not signed`);
		return false;
	}
	const faults: string[] = [];
	const isValid =
		last !== undefined &&
		checkSignature(
			manifest,
			{ file: MANIFEST_SIGNATURE, text: signature },
			siteComment(last.entry),
			chain,
			faults,
		);
	if (!last) faults.push(`${MANIFEST_SIGNATURE} is unexpected: there is no release`);
	for (const fault of faults) report('fault', fault);
	if (isValid)
		report(
			'match',
			`${MANIFEST_FILE} is signed: the pages are those signed with release ${folderName(last.entry.release)}.`,
		);
	return isValid;
}

/** The removals that the site declares; ignored unless its manifest lists the file, since an unlisted one explains nothing. */
async function readRemovals(reader: Reader, manifest: Lists['manifest'], report: Report): Promise<Removals> {
	const text = await readText(reader, SINCE_FILE);
	try {
		const declared = text === null ? NO_REMOVALS : parseRemovals(text);
		const isListed = text !== null && manifest?.hashes.get(SINCE_FILE) === sha256(text);
		return isListed ? declared : NO_REMOVALS;
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		report('fault', error.describe(SINCE_FILE));
		return NO_REMOVALS;
	}
}
