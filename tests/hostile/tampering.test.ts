import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/integrity/canonical/canonical.ts';
import { hostReader, type Reader } from '../../src/integrity/host-reader.ts';
import { formatPublicKey, sign } from '../../src/integrity/minisign.ts';
import { filesIn, folderReader } from '../../src/integrity/site-reader.ts';
import { siteManifest } from '../../src/integrity/site-manifest.ts';
import { verifySite } from '../../src/integrity/verify.ts';
import { type Folder, temporaryFolder } from '../support/archive.ts';
import { edit, newKey } from '../support/integrity.ts';
import { start } from '../support/live.ts';
import { publishedFiles, unlisted } from '../support/published.ts';
import { FINDING_ID, REPORT_ID } from '../support/released.ts';
import { serve } from '../support/server.ts';
import { PUBLISHED } from './published-fields.ts';
import { type Signed, signedSite } from './signed.ts';

let signed: Signed;
let folder: Folder;
/** A copy of the site, as a host has it in its hands. */
let site: string;
beforeAll(() => {
	signed = signedSite();
	folder = temporaryFolder();
	site = path.join(folder.path, 'host');
});
afterAll(() => {
	signed?.[Symbol.dispose]();
	folder?.[Symbol.dispose]();
});
beforeEach(() => cpSync(signed.out, site, { recursive: true }));
afterEach(() => rmSync(site, { recursive: true, force: true }));

const at = (file: string) => path.join(site, file);
const PAGE = `r/${REPORT_ID}/index.html`;
const script = () => filesIn(site).find((file) => /^_astro\/.*\.js$/.test(file)) ?? '';

/** Makes the sums of the whole site anew, signed with a key of one’s own if there is one. */
function coverUp(key?: ReturnType<typeof newKey>): void {
	const manifest = siteManifest(site);
	writeFileSync(at('SHA256SUMS'), manifest);
	rmSync(at('SHA256SUMS.minisig'));
	if (!key) return;
	const month = /"month":"([^"]+)"/.exec(readFileSync(at('releases/log.jsonl'), 'utf8'))?.[1];
	writeFileSync(at('SHA256SUMS.minisig'), sign(Buffer.from(manifest), key, `site of release 0002, ${month}`));
}

test(
	'an archive with releases, signatures and a withdrawal has no unlisted file and no unlisted field',
	{ tags: ['TH-6'] },
	() => {
		const files = publishedFiles(signed.out);
		for (const file of ['SHA256SUMS.minisig', 'keys/archive.pub', 'releases/since.txt', 'releases/log.jsonl'])
			expect(files.map((one) => one.file)).toContain(file);
		expect(
			files.filter(({ file }) => /^r\/\w+\/(?:v\d+\.txt|versions\.json)$/.test(file)).length,
		).toBeGreaterThan(8);
		expect(unlisted(files, PUBLISHED)).toEqual([]);
	},
);

/** What a check in this process finds wrong. */
async function failing(reader: Reader): Promise<string[]> {
	const verdicts = await verifySite(reader);
	return verdicts.filter(({ kind }) => /^(?:fault|unsigned|unproven)$/.test(kind)).map(({ text }) => text);
}

/** What whoever has the host can do, and the file that the monitor must name; `seen` from outside as well. */
const TAMPERINGS: readonly (readonly [what: string, how: () => void, file: () => string, seen: boolean])[] = [
	[
		'flips a byte of a page',
		() => edit(site, PAGE, (html) => html.replace('fifty', 'fiftz')),
		() => PAGE,
		true,
	],
	[
		'flips a byte of a canonical text',
		() => edit(site, `r/${REPORT_ID}/v1.txt`, (text) => text.replace('forty', 'fourt')),
		() => `r/${REPORT_ID}/v1.txt`,
		true,
	],
	[
		'puts a script into a page',
		() => edit(site, 'index.html', (html) => html.replace('</head>', '<script>fetch("/x")</script></head>')),
		() => 'index.html',
		true,
	],
	['adds to a script of the site', () => appendFileSync(at(script()), ';fetch("/x")'), script, true],
	['removes the page of a record', () => rmSync(at(PAGE)), () => PAGE, true],
	[
		'removes an earlier version',
		() => rmSync(at(`r/${REPORT_ID}/v1/index.html`)),
		() => `r/${REPORT_ID}/v1/index.html`,
		true,
	],
	['adds a page', () => writeFileSync(at('urgent.html'), 'Write to us.'), () => 'urgent.html', false],
	[
		'adds a version of a record',
		() => writeFileSync(at(`r/${FINDING_ID}/v9.txt`), 'record: x\n'),
		() => `r/${FINDING_ID}/v9.txt`,
		false,
	],
	[
		'takes the policy out of the headers',
		() => edit(site, '_headers', (text) => text.replace(/.*Content-Security-Policy.*\n/, '')),
		() => '_headers',
		false,
	],
];

describe('whoever has the host and changes the site', { tags: ['TH-4'] }, () => {
	test('a site as it was made is in order, for a monitor that knows the key', async () => {
		const { code, output } = await signed.verify(site, signed.first);
		expect(code, output).toBe(0);
	});

	test.each(TAMPERINGS)('%s: the monitor names the file', async (_, how, file) => {
		how();
		const { code, output } = await signed.verify(site);
		expect(code, output).toBe(1);
		const named = [...output.matchAll(/^FAILS +(\S+)/gm)].map(([, name]) => name);
		expect(new Set(named)).toEqual(new Set([file()]));
	});

	test.each(TAMPERINGS.filter(([, , , seen]) => seen))(
		'%s: a monitor outside sees it too',
		async (_, how, file) => {
			how();
			const server = await serve(site);
			const told = await failing(hostReader(new URL(server.url))).finally(() => server.close());
			expect(told.map((line) => line.split(' ')[0])).toContain(file());
		},
	);

	test.each(TAMPERINGS)('%s and makes new sums: the signature is missing', async (_, how) => {
		how();
		coverUp();
		expect(await failing(folderReader(site))).toContainEqual(
			expect.stringMatching(/^SHA256SUMS\.minisig is missing/),
		);
	});

	test('makes new sums and signs them with another key: neither that nor a change of keys goes unseen', async () => {
		const own = newKey();
		edit(site, PAGE, (html) => html.replace('fifty', 'fiftz'));
		coverUp(own);
		expect((await signed.verify(site)).output).toContain(
			'FAILS    SHA256SUMS.minisig was made with another key',
		);
		writeFileSync(at('keys/archive.pub'), formatPublicKey(own));
		coverUp(own);
		const { code, output } = await signed.verify(site, signed.first);
		expect(code).toBe(1);
		expect(output).toContain(
			'FAILS    keys/archive.pub is missing or does not contain the key that you gave',
		);
	});
});

/** A host that answers those with a certain header from another folder. */
async function twoFaced(others: string): Promise<{ url: string; close(): void }> {
	const host = createServer((request, response) => {
		const singledOut = request.headers['accept-language'] === 'cy' || request.headers.cookie !== undefined;
		const name = decodeURIComponent((request.url ?? '').slice(1)) || 'index.html';
		try {
			response.end(readFileSync(path.join(singledOut ? others : signed.out, name)));
		} catch {
			response.writeHead(404).end();
		}
	});
	await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(host.address() as AddressInfo).port}/`,
		close: () => {
			host.close();
			host.closeAllConnections();
		},
	};
}

/** Whoever reads a host with headers of their own. */
function reader(url: string, headers: Record<string, string>): Reader {
	return {
		list: async () => null,
		async read(file) {
			const answer = await fetch(url + file, { headers });
			return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
		},
	};
}

const ANYBODY = { 'accept-language': 'en' };
const SINGLED_OUT = { 'accept-language': 'cy', cookie: 'seen=1', 'user-agent': 'x' };

describe('whoever shows one reader another page', { tags: ['TH-5'] }, () => {
	const check = async (
		url: string,
		headers: Record<string, string>,
		...known: Parameters<typeof verifySite>[1][]
	) => {
		const verdicts = await verifySite(reader(url, headers), ...known);
		const lines = verdicts.map(({ text }) => text);
		return {
			failing: verdicts.filter(({ kind }) => kind === 'fault' || kind === 'unsigned').map(({ text }) => text),
			/** What readers can compare with each other in one line. */
			sum: /same checksum of that list: ([0-9a-f]{64})/.exec(lines.join('\n'))?.[1],
		};
	};

	test('is found out by that reader, whatever they are shown; nobody else is troubled', async () => {
		edit(site, PAGE, (html) => html.replace('fifty', 'fiftz'));
		const host = await twoFaced(site);
		try {
			expect((await check(host.url, ANYBODY)).failing).toEqual([]);
			expect((await check(host.url, SINGLED_OUT)).failing).toEqual([`${PAGE} does not match SHA256SUMS`]);
			coverUp();
			expect((await check(host.url, SINGLED_OUT)).failing).toEqual([
				expect.stringMatching(/^SHA256SUMS\.minisig is missing/),
			]);
		} finally {
			host.close();
		}
	});

	test('with a whole site of their own, signed by a key of their own: two readers who compare one line see it', async () => {
		const own = newKey();
		edit(site, PAGE, (html) => html.replace('fifty', 'fiftz'));
		rmSync(at('releases'), { recursive: true });
		for (const file of filesIn(site).filter((name) => /v\d+\.txt$/.test(name))) rmSync(at(file));
		writeFileSync(at('keys/archive.pub'), formatPublicKey(own));
		writeFileSync(at('SHA256SUMS'), siteManifest(site));
		rmSync(at('SHA256SUMS.minisig'));
		const host = await twoFaced(site);
		try {
			const [one, other] = [await check(host.url, ANYBODY), await check(host.url, SINGLED_OUT)];
			expect(one.sum).toBe(sha256(readFileSync(path.join(signed.out, 'SHA256SUMS'))));
			expect(other.sum).toBeDefined();
			expect(other.sum).not.toBe(one.sum);
			expect((await check(host.url, SINGLED_OUT, [signed.first])).failing).not.toEqual([]);
			expect((await check(host.url, ANYBODY, [signed.first])).failing).toEqual([]);
		} finally {
			host.close();
		}
	});

	test('has no help from the site: its own server answers everybody with the same bytes, those of the build', async () => {
		await using server = await start('serve', {
			ARCHIVE_CONTENT: signed.content,
			ARCHIVE_OUT: path.join(folder.path, 'served'),
			ARCHIVE_ADDRESS: 'https://archive.example/sub/',
			TZ: 'Pacific/Auckland',
			LANG: 'cy_GB.UTF-8',
			USER: 'somebody',
			HOSTNAME: 'elsewhere',
		});
		expect(server.url).toMatch(/\/sub\/$/);
		expect((await fetch(`${server.url}r/00000000/`)).status).toBe(404);
		expect(await failing(hostReader(new URL(server.url)))).toEqual([]);
		const readers = [
			{},
			SINGLED_OUT,
			{ 'accept-language': 'de', accept: 'text/html', 'save-data': 'on', dnt: '1' },
			{ 'x-forwarded-for': '203.0.113.7', referer: 'https://elsewhere.example/', 'sec-gpc': '1' },
		];
		for (const file of ['index.html', PAGE, `r/${REPORT_ID}/v1.txt`, 'SHA256SUMS']) {
			const sums = await Promise.all(
				readers.map(async (headers) => {
					const answer = await fetch(server.url + file.replace(/index\.html$/, ''), { headers });
					return sha256(new Uint8Array(await answer.arrayBuffer()));
				}),
			);
			expect(new Set(sums), file).toEqual(new Set([sha256(readFileSync(path.join(signed.out, file)))]));
		}
	});

	test('has to sign it: anybody who builds the same content has the same sum', () => {
		// The server of the last test built it, elsewhere and in other surroundings.
		const out = path.join(folder.path, 'served');
		for (const file of ['SHA256SUMS', 'SHA256SUMS.minisig'])
			expect(readFileSync(path.join(out, file))).toEqual(readFileSync(path.join(signed.out, file)));
		expect(siteManifest(out)).toBe(readFileSync(path.join(out, 'SHA256SUMS'), 'utf8'));
	});
});
