import { sha256 } from './canonical.ts';
import {
	checkSignature,
	type Chain,
	LOG_FILE,
	readChain,
	SINCE_FILE,
	siteComment,
	sumsFile,
} from './chain.ts';
import { folderName } from './log.ts';
import { keyName, type PublicKey } from './minisign.ts';
import { type Reader, readText } from './reader.ts';
import { type Act, parseSince, partsOf } from './since.ts';
import { isManifest, MANIFEST_FILE, MANIFEST_SIGNATURE } from './site-manifest.ts';
import { parseSums, type Sum, Unsound } from './sums.ts';

/** What a check found. */
export interface Verdict {
	/** A note is something to know that is not wrong. A signature that is missing does not make a file another one. */
	kind: 'match' | 'note' | 'unsigned' | 'fault';
	/** One sentence; of a fault, or a missing signature, it begins with the name of the file. */
	text: string;
}

/** How many files are read from a host at a time. */
const AT_ONCE = 8;

/**
 * Checks a published site against itself: every file against the site’s manifest, the texts of the records against the
 * last release, all releases against each other, and the signatures. What it cannot see is whether the whole of it was
 * made anew by somebody else; that is what keys and sums known from elsewhere are for.
 *
 * @param known public keys that are known from elsewhere
 */
export async function verifySite(reader: Reader, known: readonly PublicKey[] = []): Promise<Verdict[]> {
	const verdicts: Verdict[] = [];
	const tell = (kind: Verdict['kind'], text: string) => verdicts.push({ kind, text });
	const files = await reader.list();
	const chain = await readChain(reader, known);
	for (const fault of chain.faults) tell('fault', fault);
	for (const file of chain.unsigned) tell('unsigned', `${file} is missing: nobody has signed this release`);
	if (chain.releases.length === 0) tell('note', 'There is no release yet: nothing here is permanent.');
	else {
		tellReleases(chain, tell);
		await checkTexts(reader, files, chain, tell);
	}
	await checkManifest(reader, files, chain, tell);
	return verdicts;
}

type Tell = (kind: Verdict['kind'], text: string) => void;

function tellReleases({ releases, keys, revoked, faults }: Chain, tell: Tell): void {
	const last = releases.at(-1);
	if (faults.length === 0 && last)
		tell('match', `${LOG_FILE}: ${countOf(releases.length, 'release')}, each following from the one before.`);
	const signed = releases.filter((release) => release.signed).length;
	if (signed > 0)
		tell('match', `${countOf(signed, 'release')} signed with key ${keys.map(keyName).join(' or ')}.`);
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

/** The texts of the last release, as they are published. */
async function checkTexts(
	reader: Reader,
	files: readonly string[] | null,
	{ releases }: Chain,
	tell: Tell,
): Promise<void> {
	const last = releases.at(-1);
	if (!last) return;
	const since = await readSince(reader, tell);
	const name = folderName(last.entry.release);
	const good = await forEach(reader, last.texts, tell, ({ file, hash }, bytes) => {
		const act = since.get(file);
		if (bytes !== null && sha256(bytes) === hash) return undefined;
		if (act === 'withdrawn' && bytes === null)
			return [
				'note',
				`${file} was withdrawn since release ${name}, as the site says; no release records it yet.`,
			];
		if (act === 'redacted' && bytes !== null)
			return [
				'note',
				`${file} had words taken out since release ${name}, as the site says; no release records it yet.`,
			];
		if (bytes === null) return ['fault', `${file} is missing, but release ${name} published it`];
		return ['fault', `${file} is not the text that release ${name} published`];
	});
	const listed = new Set(last.texts.map(({ file }) => file));
	for (const file of files ?? [])
		if (partsOf(file).id && !listed.has(file)) tell('fault', `${file} is in no release`);
	if (good > 0)
		tell('match', `${countOf(good, 'text')} of records as ${sumsFile(last.entry.release)} lists them.`);
}

async function readSince(reader: Reader, tell: Tell): Promise<Map<string, Act>> {
	const text = await readText(reader, SINCE_FILE);
	try {
		return text === null ? new Map() : parseSince(text);
	} catch (error) {
		if (!(error instanceof Unsound)) throw error;
		tell('fault', `${SINCE_FILE} ${error.message}`);
		return new Map();
	}
}

/** Every file of the site, against the manifest. */
async function checkManifest(
	reader: Reader,
	files: readonly string[] | null,
	chain: Chain,
	tell: Tell,
): Promise<void> {
	const text = await readText(reader, MANIFEST_FILE);
	if (text === null) return tell('fault', `${MANIFEST_FILE} is missing`);
	const sums = parsed(text, tell);
	if (!sums) return;
	const good = await forEach(reader, sums, tell, ({ file, hash }, bytes) => {
		if (bytes !== null && sha256(bytes) === hash) return undefined;
		if (bytes !== null) return ['fault', `${file} is not the file that ${MANIFEST_FILE} lists`];
		if (files === null && file === '_headers')
			return ['note', `${file} is for the host, which does not show it.`];
		return ['fault', `${file} is missing, but ${MANIFEST_FILE} lists it`];
	});
	const listed = new Set(sums.map(({ file }) => file));
	for (const file of files ?? [])
		if (!listed.has(file) && !isManifest(file))
			tell('fault', `${file} was added: ${MANIFEST_FILE} does not list it`);
	if (good > 0)
		tell(
			'match',
			`${countOf(good, 'file')} of the site as ${MANIFEST_FILE} lists them. Whoever was shown the same site has the same sum of that list: ${sha256(text)}.`,
		);
	if (files === null)
		tell('note', 'Files that were added cannot be seen from outside: check the folder itself.');

	const signature = await readText(reader, MANIFEST_SIGNATURE);
	const last = chain.releases.at(-1);
	const faults: string[] = [];
	if (signature !== null && last) {
		if (checkSignature(text, MANIFEST_SIGNATURE, signature, siteComment(last.entry), chain, faults))
			tell(
				'match',
				`${MANIFEST_FILE} is signed: the pages are as they were signed with release ${folderName(last.entry.release)}.`,
			);
	} else if (signature !== null) faults.push(`${MANIFEST_SIGNATURE} is there, but there is no release`);
	else if (chain.keys.length > 0)
		tell('unsigned', `${MANIFEST_SIGNATURE} is missing: nobody has signed the site’s pages as they are now`);
	for (const fault of faults) tell('fault', fault);
}

function parsed(text: string, tell: Tell): Sum[] | undefined {
	try {
		return parseSums(text);
	} catch (error) {
		if (!(error instanceof Unsound)) throw error;
		tell('fault', `${MANIFEST_FILE} ${error.message}`);
		return undefined;
	}
}

/** Judges each file, some at a time, since a host answers slowly. @returns how many are as they should be */
async function forEach(
	reader: Reader,
	sums: readonly Sum[],
	tell: Tell,
	judge: (sum: Sum, bytes: Uint8Array | null) => readonly [Verdict['kind'], string] | undefined,
): Promise<number> {
	let good = 0;
	for (let at = 0; at < sums.length; at += AT_ONCE) {
		const some = sums.slice(at, at + AT_ONCE);
		const verdicts = await Promise.all(some.map(async (sum) => judge(sum, await reader.read(sum.file))));
		for (const verdict of verdicts)
			if (verdict) tell(...verdict);
			else good++;
	}
	return good;
}

function countOf(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
