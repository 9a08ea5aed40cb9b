/** The lists of a site that everything in it is checked against: its releases, its manifest and what was taken out. */
import {
	type Chain,
	checkSignature,
	KEYS_FILE,
	LOG_FILE,
	MANIFEST_FILE,
	MANIFEST_SIGNATURE,
	readChain,
	SINCE_FILE,
	siteComment,
} from './releases/release-chain.ts';
import { sha256 } from './hash.ts';
import { type Reader, readText } from './host-reader.ts';
import { folderName } from './releases/log.ts';
import { keyName, type PublicKey } from './minisign.ts';
import { type KnownRelease, tellNewest } from './releases/newest.ts';
import { parseSums, type Sum } from './checksums.ts';
import { IntegrityError } from './integrity-error.ts';
import { NOTHING_TAKEN_OUT, parseTakenOut, type TakenOut } from './releases/removals.ts';
import type { Tell } from './verdict.ts';
import { countNoun } from '../core/text/words.ts';

/** What whoever checks knows from elsewhere. */
export interface Knowledge {
	/** Public keys; without them those that lie on the site are taken, which proves nothing against its owner. */
	keys?: readonly PublicKey[];
	/** A release that the site must not be older than. */
	atLeast?: KnownRelease | undefined;
	/** Today, unless another day is given. */
	today?: Date;
}

export interface Lists {
	chain: Chain;
	/** The manifest, as it is written and by path; null where it cannot be read. */
	manifest: { text: string; sums: readonly Sum[]; hashes: ReadonlyMap<string, string> } | null;
	/** Whether the manifest has a good signature of the newest release. */
	isSigned: boolean;
	/** What the site says was taken out since the last release. */
	takenOut: TakenOut;
}

/** Reads all lists of a site and tells whether they are in order. */
export async function readLists(reader: Reader, knowledge: Knowledge, tell: Tell): Promise<Lists> {
	const { keys = [], atLeast, today = new Date() } = knowledge;
	const chain = await readChain(reader, keys);
	for (const fault of chain.faults) tell('fault', fault);
	for (const file of chain.unsigned) tell('unsigned', `${file} is missing: nobody has signed this release`);
	if (chain.releases.length === 0) tell('note', 'There is no release yet: nothing here is permanent.');
	else tellReleases(chain, tell);
	tellNewest(chain, atLeast, today, tell);
	if (keys.length === 0 && chain.keys.length > 0)
		tell(
			'note',
			`${KEYS_FILE} comes from the site itself: compare the key with one that you have from elsewhere.`,
		);
	const manifest = await readManifest(reader, tell);
	const isSigned = manifest !== null && (await checkSiteSignature(reader, manifest.text, chain, tell));
	return { chain, manifest, isSigned, takenOut: await readTakenOut(reader, manifest, tell) };
}

function tellReleases({ releases, keys, revoked, faults }: Chain, tell: Tell): void {
	if (faults.length === 0)
		tell(
			'match',
			`${LOG_FILE}: ${countNoun(releases.length, 'release')}, each following from the one before.`,
		);
	const signed = releases.filter((release) => release.signed).length;
	if (signed > 0)
		tell('match', `${countNoun(signed, 'release')} signed with key ${keys.map(keyName).join(' or ')}.`);
	if (keys.length === 0) tell('note', 'The archive has no key: nobody has signed its releases.');
	for (const key of revoked) tell('note', `Key ${keyName(key)} is revoked: what it signed proves nothing.`);
	for (const [index, { texts }] of releases.slice(0, -1).entries()) {
		const later = releases[index + 1];
		const next = new Map(later?.texts.map(({ file, hash }) => [file, hash]));
		const name = folderName(later?.entry.release ?? 0);
		for (const { file, hash } of texts)
			if (!next.has(file)) tell('note', `${file} is no longer published since release ${name}.`);
			else if (next.get(file) !== hash) tell('note', `${file} was changed by release ${name}.`);
	}
}

async function readManifest(reader: Reader, tell: Tell): Promise<Lists['manifest']> {
	const text = await readText(reader, MANIFEST_FILE);
	try {
		if (text === null) throw new IntegrityError('is missing');
		const sums = parseSums(text);
		return { text, sums, hashes: new Map(sums.map(({ file, hash }) => [file, hash])) };
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		tell('fault', error.describe(MANIFEST_FILE));
		return null;
	}
}

/** @returns whether the pages, as the manifest lists them, were signed with the newest release */
async function checkSiteSignature(
	reader: Reader,
	manifest: string,
	chain: Chain,
	tell: Tell,
): Promise<boolean> {
	const signature = await readText(reader, MANIFEST_SIGNATURE);
	const last = chain.releases.at(-1);
	if (signature === null) {
		if (chain.keys.length > 0)
			tell(
				'unsigned',
				`${MANIFEST_SIGNATURE} is missing: nobody has signed the site’s pages as they are now`,
			);
		return false;
	}
	const faults: string[] = [];
	const isGood =
		last !== undefined &&
		checkSignature(manifest, MANIFEST_SIGNATURE, signature, siteComment(last.entry), chain, faults);
	if (!last) faults.push(`${MANIFEST_SIGNATURE} is there, but there is no release`);
	for (const fault of faults) tell('fault', fault);
	if (isGood)
		tell(
			'match',
			`${MANIFEST_FILE} is signed: the pages are as they were signed with release ${folderName(last.entry.release)}.`,
		);
	return isGood;
}

/** What the site says was taken out, as far as its manifest has it so: a file that it does not list explains nothing. */
async function readTakenOut(reader: Reader, manifest: Lists['manifest'], tell: Tell): Promise<TakenOut> {
	const text = await readText(reader, SINCE_FILE);
	try {
		const said = text === null ? NOTHING_TAKEN_OUT : parseTakenOut(text);
		const isListed = text !== null && manifest?.hashes.get(SINCE_FILE) === sha256(text);
		return isListed ? said : NOTHING_TAKEN_OUT;
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		tell('fault', `${SINCE_FILE} ${error.message}`);
		return NOTHING_TAKEN_OUT;
	}
}
