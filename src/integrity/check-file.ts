/** Identifies a single file by the lists of a site. Used in the browser, so it must not need Node. */
import { MANIFEST_FILE, sumsFile } from './releases/paths.ts';
import { sha256 } from './hash.ts';
import type { Lists } from './lists.ts';
import { folderName } from './releases/log.ts';
import { keyName } from './minisign.ts';
import { parseTextPath } from './releases/removals.ts';
import type { Verdict } from './verdict.ts';

/**
 * Identifies a reader's file: a text of the newest or an earlier release, another file of the current site, or none of
 * these.
 *
 * @param name of the reader's file
 * @param hash its SHA-256
 * @param text its content; a canonical text names its record and version
 */
export function checkFile(name: string, hash: string, text: string, lists: Lists): Verdict[] {
	const { releases } = lists.chain;
	const found = releases.findLast(({ texts }) => texts.some((one) => one.hash === hash));
	const ending = ` SHA-256: ${hash}`;
	if (found) {
		const file = found.texts.find((one) => one.hash === hash)?.file ?? '';
		const { entry, signed } = found;
		const is = `${name} is ${file}, as release ${folderName(entry.release)} of ${entry.month} published it, byte for byte.`;
		const by = lists.chain.keys.map(keyName).join(' or ');
		return [
			signed
				? { kind: 'match', text: `${is} The list is signed with key ${by}.${ending}` }
				: { kind: 'unproven', text: `${is} Nobody has signed the list: not proven.${ending}` },
			...laterChanges(file, hash, entry.release, lists),
		];
	}
	if (lists.manifest && sha256(lists.manifest.text) === hash)
		return [listed(`${name} is ${MANIFEST_FILE}, the list of this site as it is now.${ending}`, lists)];
	const same = (lists.manifest?.sums ?? []).filter((one) => one.hash === hash).map(({ file }) => file);
	if (same.length > 0) {
		const changed = same.flatMap((file) => changedText(file, lists));
		if (changed.length > 0) return changed;
		const is = `${name} is ${same.join(' and ')} of this site as it is now, byte for byte.`;
		return [listed(`${is}${ending}`, lists)];
	}
	return [unlisted(name, text, ending, lists)];
}

/**
 * Compares a fetched page with the manifest.
 *
 * @param file its path on the site
 * @param hash its SHA-256; null if the host has no such page
 */
export function checkPage(file: string, hash: string | null, lists: Lists): Verdict[] {
	const expected = lists.manifest?.hashes.get(file);
	if (expected === undefined) return [{ kind: 'fault', text: `${file} is not listed by ${MANIFEST_FILE}` }];
	if (hash === null) return [{ kind: 'fault', text: `${file} is missing, but ${MANIFEST_FILE} lists it` }];
	const ending = ` SHA-256: ${hash}`;
	if (hash !== expected)
		return [
			{
				kind: 'fault',
				text: `${file} came to you just now with other bytes than ${MANIFEST_FILE} lists.${ending}, but listed is ${expected}`,
			},
		];
	const changed = changedText(file, lists);
	if (changed.length > 0) return changed;
	return [listed(`${file} came to you just now as ${MANIFEST_FILE} lists it.${ending}`, lists)];
}

/** The verdict on a file that matches the manifest: it is proven only if the manifest is signed. */
function listed(text: string, { isSigned }: Lists): Verdict {
	return isSigned
		? { kind: 'match', text }
		: { kind: 'unproven', text: `${text}. Nobody has signed that list: not proven.` };
}

/** The verdict on a text that differs from the last release; none if it does not. */
function changedText(file: string, { chain, manifest, isSigned, removals }: Lists): Verdict[] {
	const last = chain.releases.at(-1);
	if (!last || !parseTextPath(file).id) return [];
	const name = folderName(last.entry.release);
	const released = last.texts.find((one) => one.file === file);
	if (!released) return [{ kind: 'fault', text: `${file} is in no release` }];
	if (released.hash === manifest?.hashes.get(file)) return [];
	const is = `${file} of this site is not the text that release ${name} published`;
	if (!removals.redacted.has(file)) return [{ kind: 'fault', text: is }];
	return [
		isSigned
			? { kind: 'note', text: `${is}: words were taken out since, as the signed list of the site has it.` }
			: {
					kind: 'unproven',
					text: `${is}. The site says that words were taken out since; nobody has signed that: not proven.`,
				},
	];
}

/** What happened to a text after the release that published it. */
function laterChanges(file: string, hash: string, release: number, lists: Lists): Verdict[] {
	const next = lists.chain.releases.find(({ entry }) => entry.release === release + 1);
	if (next) {
		const name = folderName(next.entry.release);
		const is = next.texts.some((one) => one.file === file)
			? `Release ${name} has ${file} in another form: words were taken out of it`
			: `Release ${name} has ${file} no longer: the record was withdrawn`;
		return [{ kind: 'note', text: `${is}. Please do not republish it.` }];
	}
	const now = lists.manifest?.hashes.get(file);
	if (now === hash) return [];
	const is = now === undefined ? 'is no longer published here' : 'is published here in another form';
	return [
		{
			kind: 'note',
			text: `${file} ${is} since then${lists.isSigned ? ', as the signed list of the site has it' : '; nobody has signed that'}. Please do not republish the earlier text.`,
		},
	];
}

/** The verdict on a file in no list. If it claims to be the text of a release, it is a fault. */
function unlisted(name: string, text: string, ending: string, { chain }: Lists): Verdict {
	const [, id = ''] = /^record: ([0-9a-z]{8})$/m.exec(text) ?? [];
	const [, version = ''] = /^version: (\d+)$/m.exec(text) ?? [];
	const file = `r/${id}/v${version}.txt`;
	const release = chain.releases.findLast(({ texts }) => texts.some((one) => one.file === file));
	if (text.startsWith('record: ') && release)
		return {
			kind: 'fault',
			text: `${name} claims to be ${file}, but ${sumsFile(release.entry.release)} lists another checksum, as does every release.${ending}`,
		};
	return {
		kind: 'unproven',
		text: `${name} is no file of this site as it is now, and no text of any of its releases. Pages change with every build and earlier ones are in no list: whether this was ever published cannot be told here.${ending}`,
	};
}
