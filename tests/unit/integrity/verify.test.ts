import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/integrity/canonical/canonical.ts';
import { formatPublicKey, type PublicKey, sign } from '../../../src/integrity/minisign.ts';
import { folderReader } from '../../../src/integrity/site-reader.ts';
import { siteManifest } from '../../../src/integrity/site-manifest.ts';
import { verifySite } from '../../../src/integrity/verify.ts';
import { withdrawn } from '../../../src/cli/edit/withdraw-file.ts';
import {
	type Folder,
	REPORT,
	temporaryFolder,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../../support/archive.ts';
import { edit, newKey, releaseIn, siteOf } from '../../support/integrity.ts';
import { report } from '../../support/samples.ts';

const key = newKey();
let folder: Folder;
/** A signed site of two releases, as it was made. */
let made: string;
/** A copy to tamper with. */
let site: string;
let content: Folder;

beforeAll(async () => {
	folder = temporaryFolder();
	made = path.join(folder.path, 'made');
	site = path.join(folder.path, 'site');
	content = writeArchive({ [REPORT]: textFile(report(), 'One of them.\n\nTwo of them.') });
	await releaseIn(content.path, key, '2032-01');
	edit(content.path, REPORT, (text) =>
		text
			.replace('Two of them', 'Both of them')
			.replace('version: 1\n', 'version: 2\n')
			.replace(/(?=sources:)/, '  - { version: 2, date: 2032-02-01, kind: update, note: Changed. }\n'),
	);
	await releaseIn(content.path, key, '2032-02');
	await siteOf(content.path, made, key);
});
afterAll(() => {
	folder[Symbol.dispose]();
	content[Symbol.dispose]();
});
beforeEach(() => cpSync(made, site, { recursive: true }));
afterEach(() => rmSync(site, { recursive: true, force: true }));

const at = (file: string) => path.join(site, file);
const faults = async (known: readonly PublicKey[] = []) =>
	(await verifySite(folderReader(site), known))
		.filter(({ kind }) => /^(?:fault|unsigned|unproven)$/.test(kind))
		.map(({ text }) => text);
/** Makes the manifest anew and signs nothing, as somebody would who changed the site and has no key. */
const rewriteManifest = () => {
	writeFileSync(at('SHA256SUMS'), siteManifest(site));
	rmSync(at('SHA256SUMS.minisig'));
};
const lines = (file: string, change: (lines: string[]) => string[]) =>
	edit(site, file, (text) => `${change(text.trimEnd().split('\n')).join('\n')}\n`);

test('a site as it was made matches, and every part of it was looked at', async () => {
	const verdicts = await verifySite(folderReader(site), [key]);
	expect(verdicts.filter(({ kind }) => !/^(?:match|note)$/.test(kind))).toEqual([]);
	expect(verdicts.map(({ text }) => text)).toEqual([
		'releases/log.jsonl: 2 releases in an unbroken chain.',
		expect.stringMatching(/^2 releases signed with key [0-9A-F]{1,16}\.$/),
		expect.stringMatching(/^The newest release here is 0002, of 2032-02, .*An old copy/),
		expect.stringMatching(/^SHA256SUMS is signed/),
		'4 texts of records as releases/0002/SHA256SUMS lists them.',
		expect.stringMatching(/^\d+ files of the site as SHA256SUMS lists them\. .*: [0-9a-f]{64}\.$/),
	]);
});

/** What one can do to a site without the key, and the line that names it. */
const TAMPERINGS: readonly (readonly [what: string, how: () => void, named: RegExp])[] = [
	[
		'a changed byte in a page',
		() => edit(site, 'index.html', (text) => text.replace('Site', 'Sitf')),
		/^index\.html does not match SHA256SUMS$/,
	],
	[
		'a changed byte in a text',
		() => edit(site, 'r/fbmgs2sv/v1.txt', (text) => text.replace('Two', 'Ten')),
		/^r\/fbmgs2sv\/v1\.txt is not the text that release 0002 published$/,
	],
	[
		'a mark at the start of a text',
		() => edit(site, 'r/fbmgs2sv/v1.txt', (text) => `\ufeff${text}`),
		/^r\/fbmgs2sv\/v1\.txt is not the text/,
	],
	['an added page', () => writeFileSync(at('more.html'), ''), /^more\.html is unexpected/],
	[
		'an added text',
		() => writeFileSync(at('r/fbmgs2sv/v3.txt'), ''),
		/^r\/fbmgs2sv\/v3\.txt is in no release$/,
	],
	['a removed page', () => rmSync(at('index.html')), /^index\.html is missing/],
	[
		'a removed text',
		() => rmSync(at('r/fbmgs2sv/v1.txt')),
		/^r\/fbmgs2sv\/v1\.txt is missing, but release 0002/,
	],
	[
		'two files that changed places',
		() => {
			renameSync(at('r/fbmgs2sv/v1.txt'), at('x'));
			renameSync(at('r/fbmgs2sv/v2.txt'), at('r/fbmgs2sv/v1.txt'));
			renameSync(at('x'), at('r/fbmgs2sv/v2.txt'));
		},
		/^r\/fbmgs2sv\/v1\.txt is not the text/,
	],
	[
		'reordered lines of the sums of a release',
		() => lines('releases/0001/SHA256SUMS', (all) => all.toReversed()),
		/^releases\/0001\/SHA256SUMS does not match releases\/log\.jsonl$/,
	],
	[
		'reordered lines of the manifest',
		() => lines('SHA256SUMS', (all) => all.toReversed()),
		/^SHA256SUMS has lines out of order/,
	],
	[
		'a removed line of the manifest',
		() => lines('SHA256SUMS', (all) => all.filter((line) => !line.endsWith('index.html'))),
		/^index\.html is unexpected/,
	],
	['a removed manifest', () => rmSync(at('SHA256SUMS')), /^SHA256SUMS is missing$/],
	[
		'a removed line of the log',
		() => lines('releases/log.jsonl', (all) => all.slice(0, 1)),
		/^releases\/0002\/SHA256SUMS is unexpected: it belongs/,
	],
	[
		'a removed first line of the log',
		() => lines('releases/log.jsonl', (all) => all.slice(1)),
		/^releases\/log\.jsonl has release 2 in place of release 1/,
	],
	[
		'reordered lines of the log',
		() => lines('releases/log.jsonl', (all) => all.toReversed()),
		/^releases\/log\.jsonl has release 2/,
	],
	[
		'an added line of the log',
		() =>
			lines('releases/log.jsonl', (all) => [...all, (all[1] ?? '').replace('"release":2', '"release":3')]),
		/^releases\/log\.jsonl has a line that does not follow/,
	],
	[
		'a changed byte in the log',
		() => edit(site, 'releases/log.jsonl', (text) => text.replace('"records":3', '"records":4')),
		/^releases\/log\.jsonl has a line that does not follow/,
	],
	[
		'a removed log',
		() => rmSync(at('releases/log.jsonl')),
		/^releases\/0001\/SHA256SUMS is unexpected: it belongs/,
	],
	[
		'a removed release',
		() => rmSync(at('releases/0001'), { recursive: true }),
		/^releases\/0001\/SHA256SUMS is missing$/,
	],
	[
		'a release of which only the sums are there',
		() => {
			mkdirSync(at('releases/0003'));
			writeFileSync(at('releases/0003/SHA256SUMS'), '');
		},
		/^releases\/0003\/SHA256SUMS is unexpected: it belongs/,
	],
	[
		'a missing signature of a release',
		() => rmSync(at('releases/0001/SHA256SUMS.minisig')),
		/^releases\/0001\/SHA256SUMS\.minisig is missing: this release is not signed/,
	],
	[
		'a missing signature of the site',
		() => rmSync(at('SHA256SUMS.minisig')),
		/^SHA256SUMS\.minisig is missing/,
	],
	[
		'the signature of another release',
		() => cpSync(at('releases/0001/SHA256SUMS.minisig'), at('releases/0002/SHA256SUMS.minisig')),
		/^releases\/0002\/SHA256SUMS\.minisig does not match the file/,
	],
	[
		'a signature by another key',
		() =>
			writeFileSync(
				at('SHA256SUMS.minisig'),
				sign(readFileSync(at('SHA256SUMS')), newKey(), 'site of release 0002, 2032-02'),
			),
		/^SHA256SUMS\.minisig was made with another key/,
	],
	[
		'a good signature for something else',
		() =>
			writeFileSync(
				at('SHA256SUMS.minisig'),
				sign(readFileSync(at('SHA256SUMS')), key, 'site of release 0001, 2032-01'),
			),
		/^SHA256SUMS\.minisig was made for another release/,
	],
	[
		'another key',
		() => writeFileSync(at('keys/archive.pub'), formatPublicKey(newKey())),
		/^releases\/0001\/SHA256SUMS\.minisig was made with another key/,
	],
	[
		'a removed key',
		() => rmSync(at('keys/archive.pub')),
		/^releases\/0001\/SHA256SUMS\.minisig cannot be verified/,
	],
	[
		'a broken key',
		() => writeFileSync(at('keys/archive.pub'), 'x\n'),
		/^keys\/archive\.pub is not a minisign public key/,
	],
	[
		'a secret key beside the public one',
		() => writeFileSync(at('keys/archive.key'), 'x'),
		/^keys\/archive\.key is unexpected: it belongs/,
	],
	[
		'a claim that words were taken out, which cannot be read',
		() => writeFileSync(at('releases/since.txt'), 'gone r/x\n'),
		/^releases\/since\.txt has a malformed line/,
	],
];

describe('tampering without the key is told in one line that names it', { tags: ['TH-4'] }, () => {
	test.each(TAMPERINGS)('%s', async (_, how, named) => {
		how();
		const told = await faults();
		expect(told.filter((line) => named.test(line))).toHaveLength(1);
		for (const line of told) expect(line).not.toContain('\n');
	});

	test.each(TAMPERINGS.filter(([what]) => /page|text/.test(what)))(
		'%s, with a manifest made to match',
		async (_, how) => {
			how();
			rewriteManifest();
			expect((await faults()).some((line) => /minisig is missing|^r\//.test(line))).toBe(true);
		},
	);
});

describe('an earlier release, written anew with everything that follows from it', () => {
	/** Changes the first release, then the first lines, sums and log so that they fit again. */
	function rewriteHistory(): void {
		edit(site, 'releases/0001/SHA256SUMS', (text) => text.replace(/^[0-9a-f]{8}/, '00000000'));
		const first = sha256(readFileSync(at('releases/0001/SHA256SUMS')));
		edit(site, 'releases/0002/SHA256SUMS', (text) => text.replace(/^[0-9a-f]{64}/, first));
		const second = sha256(readFileSync(at('releases/0002/SHA256SUMS')));
		lines('releases/log.jsonl', ([one = '', two = '']) => {
			const changed = one.replace(/("sums":")[^"]*/, `$1${first}`);
			return [
				changed,
				two.replace(/("sums":")[^"]*/, `$1${second}`).replace(/("previous":")[^"]*/, `$1${sha256(changed)}`),
			];
		});
	}

	test('only the release: the log names it', async () => {
		edit(site, 'releases/0001/SHA256SUMS', (text) => text.replace(/^[0-9a-f]{8}/, '00000000'));
		expect(await faults()).toContain('releases/0001/SHA256SUMS does not match releases/log.jsonl');
	});

	test('with its line in the log: the next release names it', async () => {
		const next = readFileSync(at('releases/0002/SHA256SUMS'));
		rewriteHistory();
		writeFileSync(at('releases/0002/SHA256SUMS'), next);
		lines('releases/log.jsonl', ([one = '', two = '']) => [
			one,
			two.replace(/("sums":")[^"]*/, `$1${sha256(next)}`),
		]);
		expect(await faults()).toContain(
			'releases/0002/SHA256SUMS does not start with the checksum of release 0001',
		);
	});

	test('with all that follows: the signatures name it', async () => {
		rewriteHistory();
		rewriteManifest();
		const told = await faults();
		for (const name of ['0001', '0002'])
			expect(told).toContain(`releases/${name}/SHA256SUMS.minisig does not match the file that it signs`);
	});

	test('with all that follows and a key of one’s own: the key that is known from elsewhere does', async () => {
		const forged = newKey();
		rewriteHistory();
		for (const [name, month] of [
			['0001', '2032-01'],
			['0002', '2032-02'],
		])
			writeFileSync(
				at(`releases/${name}/SHA256SUMS.minisig`),
				sign(readFileSync(at(`releases/${name}/SHA256SUMS`)), forged, `release ${name}, ${month}`),
			);
		writeFileSync(at('keys/archive.pub'), formatPublicKey(forged));
		writeFileSync(at('SHA256SUMS'), siteManifest(site));
		writeFileSync(
			at('SHA256SUMS.minisig'),
			sign(readFileSync(at('SHA256SUMS')), forged, 'site of release 0002, 2032-02'),
		);
		expect(await faults()).toEqual([]);
		const told = await faults([key]);
		expect(told).toContain('keys/archive.pub is missing or does not contain the key that you gave');
		expect(told).toContainEqual(
			expect.stringMatching(/^releases\/0001\/SHA256SUMS\.minisig was made with another key/),
		);
	});
});

describe('what is no tampering is told as a note', () => {
	/** Notes, but for those that every site has. */
	const notes = async () =>
		(await verifySite(folderReader(site)))
			.filter(({ kind, text }) => kind === 'note' && !/^(?:The newest release|keys\/archive\.pub)/.test(text))
			.map(({ text }) => text);

	test('a withdrawal after the last release, and then the release that records it', async () => {
		using copy = temporaryFolder();
		cpSync(content.path, copy.path, { recursive: true });
		edit(copy.path, TESTIMONY, (text) => withdrawn(text, '2032-03') ?? text);
		await siteOf(copy.path, site, key);
		expect(await faults()).toEqual([]);
		expect(await notes()).toEqual([
			expect.stringMatching(
				/^r\/1vm1d7gn\/v1\.txt is no longer published since release 0002: the signed list/,
			),
		]);
		await releaseIn(copy.path, key, '2032-03');
		await siteOf(copy.path, site, key);
		expect(await faults()).toEqual([]);
		expect(await notes()).toEqual(['r/1vm1d7gn/v1.txt is no longer published since release 0003.']);
	});

	test('a release that nobody signed, where there is no key', async () => {
		using other = writeArchive();
		await releaseIn(other.path);
		await siteOf(other.path, site);
		expect(await faults()).toEqual([]);
		expect(await notes()).toEqual(['The archive has no key, so its releases are not signed.']);
	});

	test('an archive without a release', async () => {
		using other = writeArchive();
		await siteOf(other.path, site);
		expect(await faults()).toEqual([]);
		expect(await notes()).toEqual(['There is no release yet, so nothing here is permanent.']);
	});
});
