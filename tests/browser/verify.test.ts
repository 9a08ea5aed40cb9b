import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/integrity/hash.ts';
import { hostReader } from '../../src/integrity/host-reader.ts';
import { formatPublicKey, type SecretKey, sign } from '../../src/integrity/minisign.ts';
import { siteManifest } from '../../src/integrity/site-manifest.ts';
import { conclusionOf } from '../../src/integrity/verdict.ts';
import { verifySite } from '../../src/integrity/verify.ts';
import { type Signed, signedSite } from '../hostile/signed.ts';
import { type Folder, temporaryFolder } from '../support/archive.ts';
import { edit, newKey } from '../support/integrity.ts';
import { type Visit, visitServer } from '../support/pages.ts';
import { ACCOUNT_ID, GONE_ID, REPORT_ID } from '../support/released.ts';
import { serve } from '../support/server.ts';

let signed: Signed;
let folder: Folder;
/** A copy of the site, as a host has it in its hands. */
let out: string;
let site: Visit;
beforeAll(async () => {
	signed = signedSite();
	folder = temporaryFolder();
	out = path.join(folder.path, 'host');
	cpSync(signed.out, out, { recursive: true });
	site = await visitServer(await serve(out, '/sub/'));
}, 240_000);
afterAll(async () => {
	await site?.close();
	signed?.[Symbol.dispose]();
	folder?.[Symbol.dispose]();
});
beforeEach(() => cpSync(signed.out, out, { recursive: true }));
afterEach(() => {
	// What a test added must go too, but not the folder that is being served.
	for (const name of ['releases', 'keys', 'r', 'added'])
		rmSync(path.join(out, name), { recursive: true, force: true });
});

const at = (file: string) => path.join(out, file);
const TEXT = `r/${REPORT_ID}/v1.txt`;
const saved = (name: string, buffer: Buffer = readFileSync(path.join(signed.out, name))) => ({
	name: path.basename(name),
	mimeType: 'text/plain',
	buffer,
});

/** Opens the page, with what the reader knows from elsewhere. */
async function open(known: { key?: SecretKey | string; newest?: string } = {}) {
	const page = await site.open('/help/verify/');
	const { key, newest } = known;
	if (key) await page.locator('[name=key]').fill(typeof key === 'string' ? key : formatPublicKey(key));
	if (newest) await page.locator('[name=newest]').fill(newest);
	return page;
}

/** What the page answers: what it comes to, in a word and in a sentence, and the findings. */
async function answer(page: Page) {
	const headline = page.locator('[data-answer] .conclusion');
	await headline.waitFor({ timeout: 60_000 });
	return {
		conclusion: await headline.getAttribute('data-conclusion'),
		headline: await headline.innerText(),
		findings: await page.locator('[data-answer] li').allInnerTexts(),
	};
}

async function chosen(page: Page, ...files: ReturnType<typeof saved>[]) {
	await page.locator('[name=files]').setInputFiles(files);
	return answer(page);
}

async function whole(page: Page) {
	await page.getByRole('button', { name: 'Check the whole site' }).click();
	return answer(page);
}

/** Makes the manifest fit again, and signs it with a key of one’s own if there is one. */
function coverUp(key?: SecretKey): void {
	const manifest = siteManifest(out);
	writeFileSync(at('SHA256SUMS'), manifest);
	rmSync(at('SHA256SUMS.minisig'), { force: true });
	if (key) writeFileSync(at('SHA256SUMS.minisig'), sign(Buffer.from(manifest), key, siteComment()));
}
const month = () => /"month":"([^"]+)"/.exec(readFileSync(at('releases/log.jsonl'), 'utf8'))?.[1] ?? '';
const siteComment = () => `site of release 0002, ${month()}`;
const alterText = () => edit(out, TEXT, (text) => text.replace('forty pounds', 'thirty pounds'));

/** Writes the text, the lists of both releases and the log anew, so that all of it fits. */
function rewriteReleases(key?: SecretKey): void {
	alterText();
	const hash = sha256(readFileSync(at(TEXT)));
	let before = '';
	let line = '0'.repeat(64);
	const lines = readFileSync(at('releases/log.jsonl'), 'utf8').trimEnd().split('\n');
	const log = lines.map((old, index) => {
		const file = `releases/000${index + 1}/SHA256SUMS`;
		const text = readFileSync(at(file), 'utf8')
			.replace(new RegExp(`^[0-9a-f]{64}(?=  ${TEXT}$)`, 'm'), hash)
			.replace(/^[0-9a-f]{64}(?= {2}releases\/)/, before);
		writeFileSync(at(file), text);
		before = sha256(text);
		const entry = { ...(JSON.parse(old) as object), previous: line, sums: before };
		const written = JSON.stringify(entry);
		line = sha256(written);
		if (key)
			writeFileSync(
				at(`${file}.minisig`),
				sign(Buffer.from(text), key, `release 000${index + 1}, ${month()}`),
			);
		else rmSync(at(`${file}.minisig`));
		return `${written}\n`;
	});
	writeFileSync(at('releases/log.jsonl'), log.join(''));
}

/** Puts the site back to its first release, as it is signed. */
function rollBack(): void {
	rmSync(at('releases/0002'), { recursive: true });
	edit(out, 'releases/log.jsonl', (text) => `${text.split('\n')[0]}\n`);
	rmSync(at('releases/since.txt'));
	const first = readFileSync(at('releases/0001/SHA256SUMS'), 'utf8');
	for (const file of readFileSync(at('releases/0001/SHA256SUMS'), 'utf8').match(/r\/\w+\/v\d+\.txt/g) ?? [])
		expect(first).toContain(file);
	coverUp(signed.first);
	writeFileSync(
		at('SHA256SUMS.minisig'),
		sign(readFileSync(at('SHA256SUMS')), signed.first, `site of release 0001, ${month()}`),
	);
}

describe('files that a reader saved', () => {
	test('with the key: a text is led back to a signed release, and nothing is sent anywhere', async () => {
		const page = await open({ key: signed.first, newest: '2' });
		const { conclusion, headline, findings } = await chosen(page, saved(TEXT));
		expect(findings[0]).toContain(`v1.txt is ${TEXT}, as release 0002`);
		expect(conclusion).toBe('proven');
		expect(headline).not.toContain('newest');
		expect(page.conduct.foreign).toEqual([]);
		// Keys are not revoked on every site; it is asked whether they are.
		expect(page.conduct.failed.filter((one) => !/\/keys\/revoked\.pub$/.test(one))).toEqual([]);
	});

	test('without the key, or with one that is pasted as a bare line: never proven without, proven with it', async () => {
		const without = await chosen(await open(), saved(TEXT));
		expect(without.conclusion).toBe('unproven');
		expect(without.headline).toContain('Not proven');
		const line = formatPublicKey(signed.first).split('\n')[1] ?? '';
		const withLine = await chosen(await open({ key: `  ${line} ` }), saved(TEXT));
		expect(withLine.conclusion).toBe('proven');
		expect(withLine.headline).toContain('Whether this is the newest state of the archive was not checked');
	});

	test('the true text of an earlier release is known as that', async () => {
		// The account was redacted by the second release; what the first published is kept by a reader.
		const text = 'record: earlier\n';
		edit(out, 'releases/0001/SHA256SUMS', (sums) =>
			sums.replace(new RegExp(`^[0-9a-f]{64}(?=  r/${ACCOUNT_ID}/v1.txt)`, 'm'), sha256(text)),
		);
		const { findings } = await chosen(await open(), saved('v1.txt', Buffer.from(text)));
		expect(findings[0]).toContain(`v1.txt is r/${ACCOUNT_ID}/v1.txt, as release 0001`);
		expect(findings[1]).toMatch(/Release 0002 has .* in another form/);
	});

	test('a text that was altered is called so; one that no list can know is not called false', async () => {
		const altered = readFileSync(at(TEXT), 'utf8').replace('forty', 'ninety');
		const page = await open({ key: signed.first });
		const { conclusion, findings } = await chosen(page, saved(TEXT, Buffer.from(altered)));
		expect(conclusion).toBe('fails');
		expect(findings[0]).toContain(`Does not match: v1.txt claims to be ${TEXT}`);
		const stranger = await chosen(page, saved('old-page.html', Buffer.from('<p>Old</p>')));
		expect(stranger.conclusion).toBe('unproven');
	});
});

/** What whoever has the host can do; none of it may end green. */
const TAMPERINGS: readonly (readonly [what: string, how: () => void])[] = [
	['a text altered', alterText],
	[
		'a text altered together with the sums of the site',
		() => {
			alterText();
			coverUp();
		},
	],
	[
		'a text altered, excused by what was taken out since',
		() => {
			alterText();
			writeFileSync(at('releases/since.txt'), `redacted ${TEXT}\n`);
			coverUp();
		},
	],
	[
		'a text removed, excused by what was taken out since',
		() => {
			rmSync(at(TEXT));
			writeFileSync(at('releases/since.txt'), 'withdrawn 9\n');
			coverUp();
		},
	],
	[
		'the releases written anew without signatures',
		() => {
			rewriteReleases();
			coverUp();
		},
	],
	[
		'the releases written anew with the old signatures',
		() => {
			const old = [1, 2].map((one) => readFileSync(at(`releases/000${one}/SHA256SUMS.minisig`)));
			rewriteReleases();
			for (const [index, text] of old.entries())
				writeFileSync(at(`releases/000${index + 1}/SHA256SUMS.minisig`), text);
			coverUp();
		},
	],
	[
		'all of it signed by another key',
		() => {
			const own = newKey();
			rewriteReleases(own);
			writeFileSync(at('keys/archive.pub'), formatPublicKey(own));
			coverUp(own);
		},
	],
	[
		'all of it signed by another key of the same number',
		() => {
			const own = { ...newKey(), id: signed.first.id };
			rewriteReleases(own);
			writeFileSync(at('keys/archive.pub'), formatPublicKey(own));
			coverUp(own);
		},
	],
	[
		'no key and no signature left',
		() => {
			rewriteReleases();
			rmSync(at('keys'), { recursive: true });
			coverUp();
		},
	],
	['the signature of the site removed', () => rmSync(at('SHA256SUMS.minisig'))],
	[
		'the log cut, with its release left',
		() => edit(out, 'releases/log.jsonl', (text) => `${text.split('\n')[0]}\n`),
	],
	['a page altered', () => edit(out, 'about/index.html', (html) => html.replace('<h1', '<h1 id="x"'))],
	['a page removed', () => rmSync(at('changes/index.html'))],
	[
		'the key revoked',
		() => {
			writeFileSync(at('keys/revoked.pub'), formatPublicKey(signed.first));
			coverUp(signed.first);
		},
	],
];

describe('a site that was tampered with', () => {
	test.each(TAMPERINGS)('%s: the page finds what the command finds, and says so', async (_, how) => {
		how();
		const { conclusion, findings } = await whole(await open({ key: signed.first }));
		expect(conclusion).toBe('fails');
		const verdicts = await verifySite(hostReader(new URL(site.server.url)), [signed.first]);
		expect(conclusionOf(verdicts, true)).toBe('fails');
		expect(findings.map((text) => text.replace(/^[^:]+: /, '').replace(/\.$/, ''))).toEqual(
			verdicts.map(({ text }) => text.replace(/\.$/, '')),
		);
		// Without a key from elsewhere it may look sound, but never proven.
		expect((await whole(await open())).conclusion).not.toBe('proven');
	});

	test.each(TAMPERINGS.filter(([what]) => /text altered|written anew|all of it/.test(what)))(
		'%s: the altered text as it was saved from there is not proven',
		async (_, how) => {
			how();
			const altered = readFileSync(at(TEXT));
			expect((await chosen(await open({ key: signed.first }), saved(TEXT, altered))).conclusion).toBe(
				'fails',
			);
			expect((await chosen(await open(), saved(TEXT, altered))).conclusion).not.toBe('proven');
		},
	);

	test('a site as it was made is proven with the key alone; what was taken out since is a note', async () => {
		const { conclusion, findings } = await whole(await open({ key: signed.first }));
		expect(conclusion, findings.join('\n')).toBe('proven');
		expect(findings.join('\n')).toContain(`Note: r/${GONE_ID}/v1.txt is no longer published`);
	});
});

describe('an older copy of the whole site', () => {
	test('says how old it is, and does not hold against what the reader knows', async () => {
		const newest = sha256(readFileSync(at('releases/0002/SHA256SUMS')));
		rollBack();
		const page = await open({ key: signed.first });
		await page.locator('[name=page]').fill('/sub/about/');
		await page.getByRole('button', { name: 'Check', exact: true }).click();
		const alone = await answer(page);
		expect(alone.findings.join('\n')).toMatch(/The newest release here is 0001, of \d{4}-\d{2}, /);
		expect(alone.headline).toContain('Whether this is the newest state');
		for (const known of ['2', '0002', newest]) {
			const told = await open({ key: signed.first, newest: known });
			await told.locator('[name=page]').fill('/sub/about/');
			await told.getByRole('button', { name: 'Check', exact: true }).click();
			const { conclusion, findings } = await answer(told);
			expect(conclusion, known).toBe('fails');
			expect(findings.join('\n')).toContain('the newest here is 0001');
		}
	});
});

describe('a page of the site', () => {
	test.each([
		['/sub/about/', /about\/index\.html came to you just now as SHA256SUMS lists it\./],
		['/sub/', /: index\.html came to you just now as SHA256SUMS/],
		['/sub/about#top', /: about\/index\.html came to you just now as SHA256SUMS/],
		[`/sub/${TEXT}`, /\.txt came to you just now as SHA256SUMS/],
		['/sub/added/', /: added\/index\.html is not listed by SHA256SUMS/],
		['/sub/themes/', /: themes\/index\.html is missing, but SHA256SUMS lists it/],
	])('%s', async (address, said) => {
		mkdirSync(at('added'), { recursive: true });
		writeFileSync(at('added/index.html'), 'A page that was added.');
		rmSync(at('themes/index.html'));
		const page = await open({ key: signed.first });
		await page.locator('[name=page]').fill(address);
		await page.getByRole('button', { name: 'Check', exact: true }).click();
		expect((await answer(page)).findings[0]).toMatch(said);
		expect(page.conduct.foreign).toEqual([]);
	});

	test('what cannot be read is said: an address elsewhere, no key, no release', async () => {
		for (const [known, address, said] of [
			[{}, 'https://elsewhere.example/', 'not an address of this site'],
			[{}, '/sub/no-such-page/', 'no page at that address'],
			[{}, '/sub/%E0%A4%A', 'that is not an address'],
			[{ key: 'not a key' }, '/sub/', 'not a minisign public key'],
			[{ newest: 'the last one' }, '/sub/', 'must be a number, or a checksum'],
		] as const) {
			const page = await open(known);
			await page.locator('[name=page]').fill(address);
			await page.getByRole('button', { name: 'Check', exact: true }).click();
			const { conclusion, headline } = await answer(page);
			expect(conclusion).toBe('unproven');
			expect(headline).toContain(said);
			expect(page.conduct.foreign).toEqual([]);
		}
	});
});

test('without JavaScript the commands stand there alone', async () => {
	const page = await site.open('/help/verify/', { javaScriptEnabled: false });
	expect(await page.locator('input').count()).toBeGreaterThan(0);
	expect(await page.locator('input:visible, textarea:visible').count()).toBe(0);
	expect(await page.locator('main').innerText()).toContain('sha256sum -c SHA256SUMS');
});
