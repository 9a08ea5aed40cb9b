import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compare } from '../core/values/problem.ts';
import { sha256 } from './canonical/canonical.ts';
import { filesIn } from './site-reader.ts';

/** The metadata of a bag. */
interface BagInfo {
	/** Name of the archive. */
	title: string;
	description: string;
	/** The organisation responsible for it. */
	publisher: string;
	/** Address of the published site; undefined if it has none. */
	address: string | undefined;
	/** The newest release and its month, `YYYY-MM`; null if there is none. */
	release: { name: string; month: string } | null;
}

/**
 * Writes a folder’s files as a bag (RFC 8493, BagIt 1.0) with SHA-256. The output is reproducible: it does not depend on
 * the date or the machine. It is written to a temporary folder and then renamed, so that no partial bag remains.
 *
 * @param site the built site, which becomes the payload
 * @param bag folder to create
 * @returns the number of files in the payload
 */
export function writeBag(site: string, bag: string, info: BagInfo): number {
	const staging = path.join(path.dirname(bag), `.${path.basename(bag)}.part`);
	rmSync(staging, { recursive: true, force: true });
	try {
		const count = fill(site, staging, info);
		renameSync(staging, bag);
		return count;
	} catch (error) {
		rmSync(staging, { recursive: true, force: true });
		throw error;
	}
}

function fill(site: string, bag: string, info: BagInfo): number {
	const sums: [file: string, hash: string][] = [];
	let octets = 0;
	for (const file of filesIn(site)) {
		const bytes = readFileSync(path.join(site, file));
		const target = path.join(bag, 'data', file);
		mkdirSync(path.dirname(target), { recursive: true });
		writeFileSync(target, bytes);
		sums.push([`data/${file}`, sha256(bytes)]);
		octets += bytes.length;
	}
	const tags: Record<string, string> = {
		'README.txt': readme(info),
		'bag-info.txt': bagInfo(info, octets, sums.length),
		'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
		'manifest-sha256.txt': manifest(sums),
	};
	const tagSums = Object.entries(tags).map(([file, text]): [string, string] => [file, sha256(text)]);
	tags['tagmanifest-sha256.txt'] = manifest(tagSums);
	for (const [file, text] of Object.entries(tags)) writeFileSync(path.join(bag, file), text);
	return sums.length;
}

/** Percent-encodes line endings and percent signs in names, and nothing else (RFC 8493, 2.1.3). */
function manifest(sums: readonly (readonly [file: string, hash: string])[]): string {
	return [...sums]
		.sort(([a], [b]) => compare(a, b))
		.map(([file, hash]) => `${hash}  ${file.replace(/[%\r\n]/g, encodeURIComponent)}\n`)
		.join('');
}

function bagInfo(info: BagInfo, octets: number, files: number): string {
	const { title, description, publisher, address, release } = info;
	const fields: [name: string, value: string | undefined][] = [
		['Source-Organization', publisher],
		['External-Description', `${title}: ${description}`],
		['External-Identifier', address],
		// RFC 8493 requires a day, but a release has only a month.
		['Bagging-Date', release ? `${release.month}-01` : undefined],
		['Internal-Sender-Identifier', release ? `release ${release.name}` : 'no release'],
		['Payload-Oxum', `${octets}.${files}`],
	];
	return fields.map(([name, value]) => (value ? `${name}: ${value.replace(/\s+/g, ' ')}\n` : '')).join('');
}

function readme({ title, address, release }: BagInfo): string {
	return `${title}

This is a bag by RFC 8493 (BagIt 1.0). The folder data/ holds the whole published site${address ? ` of\n${address}` : ''}: open
data/index.html through any web server. ${release ? `It is that of release ${release.name}, ${release.month}.` : 'It was made before any release.'}

To check the bag with any BagIt tool, or with GNU coreutils alone:

  sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt

To check the site and its releases, and, where they are signed, the signatures:

  cd data
  sha256sum -c SHA256SUMS
  minisign -Vm SHA256SUMS -p keys/archive.pub
  for sums in releases/*/SHA256SUMS; do minisign -Vm "$sums" -p keys/archive.pub; done

Compare keys/archive.pub with the key as you know it from elsewhere. data/help/verify/index.html says what all this
can prove and what it cannot.
`;
}
