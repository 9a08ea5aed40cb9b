import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rulesFor, sweepFolder } from '../../src/site/integrations/output-scan.ts';
import { keyName } from '../../src/integrity/minisign.ts';
import {
	type Folder,
	FINDING,
	minimalArchive,
	REPORT,
	temporaryFolder,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../support/archive.ts';
import { PAGE, PDF, sha256, wacz } from '../support/captures.ts';
import { tagsOf, wordsOf } from '../support/html.ts';
import { edit, newKey, readSound, releaseIn } from '../support/integrity.ts';
import { build } from '../support/run.ts';
import {
	capture,
	custody,
	finding,
	givenTestimony,
	publishedTestimony,
	report,
	source,
} from '../support/samples.ts';

const ADDRESS = 'https://archive.example/sub/';
const CLOSING = 'This statement is made to assist nobody in particular.';
const key = newKey();
const held = (bytes: string | Uint8Array, changes: object) => ({
	...capture(),
	sha256: sha256(bytes),
	bytes: Buffer.byteLength(bytes),
	...changes,
});
const scanned = held(wacz(), {
	mediaType: 'application/wacz',
	custody: [
		{ ...custody(), after: sha256('before') },
		{
			...custody(),
			seq: 2,
			action: 'converted',
			before: sha256('before'),
			after: sha256(wacz()),
			note: 'From paper.',
		},
	],
});
const [PDF_FILE, PAGE_FILE] = [`captures/${sha256(PDF)}.pdf`, `captures/${sha256(PAGE)}.txt`];
const [REPORT_ID, FINDING_ID, ACCOUNT_ID, GIVEN_ID] = ['fbmgs2sv', 'wrk68wb5', '1vm1d7gn', 'x15w7xb9'];

let content: Folder;
let folder: Folder;
let out: string;
beforeAll(async () => {
	const past = { changes: [{ version: 1, date: '2021-03-04', kind: 'published', note: 'First published.' }] };
	const month = { changes: [{ version: 1, date: '2021-03', kind: 'published', note: 'First published.' }] };
	content = writeArchive({
		'archive.yaml': `${minimalArchive()['archive.yaml']}\nstatement: ${CLOSING}\n`,
		'figures/paid.yaml': null,
		[REPORT]: textFile(
			{
				...report(),
				...past,
				sources: [
					{
						...source(),
						archived: [{ url: 'https://web.example/2031/a', date: '2031-04-02' }],
						capture: held(PDF, { storage: 'public' }),
					},
					{ ...source(), capture: held(PAGE, { storage: 'public', mediaType: 'text/html' }) },
				],
			},
			'One.\n\nTwo of <Redacted what="name"/>.',
		),
		[FINDING]: textFile({ ...finding(), ...past, sources: [{ ...source(), capture: scanned }] }, 'Found.'),
		[TESTIMONY]: textFile({ ...publishedTestimony(), ...month }, 'She says so.'),
		[`testimonies/${GIVEN_ID}-given.mdx`]: textFile(
			{ ...givenTestimony(), ...month },
			'She told us what it cost.',
		),
		[`captures/public/${sha256(PDF)}.pdf`]: PDF,
		[`captures/public/${sha256(PAGE)}.html`]: PAGE,
		[`captures/sealed/${sha256(wacz())}.wacz`]: wacz(),
	});
	await releaseIn(content.path, key);
	// A second version that no release has, so that the first is superseded.
	edit(content.path, FINDING, (text) =>
		text
			.replace('version: 1\nchanges', 'version: 2\nchanges')
			.replace(
				'note: First published.\n',
				'note: First published.\n  - version: 2\n    date: 2021-05-01\n    kind: update\n    note: More of it.\n',
			),
	);
	folder = temporaryFolder();
	out = path.join(folder.path, 'site');
	const { code, output } = await build({ content: content.path, out, address: ADDRESS });
	if (code !== 0) throw new Error(output.slice(-4000));
});
afterAll(() => {
	content?.[Symbol.dispose]();
	folder?.[Symbol.dispose]();
});

const read = (file: string) => readFileSync(path.join(out, file), 'utf8');
const article = (page: string) => /<article[^]*<\/article>/.exec(read(`${page}index.html`))?.[0] ?? '';
const statement = (id: string) => article(`r/${id}/v1/statement/`);
const words = (id: string) => wordsOf(statement(id)).replace(/\s+/g, ' ');
const links = (html: string) => tagsOf(html).filter(({ attributes }) => attributes['href'] !== undefined);

describe('captures in the site', () => {
	test('public ones are there, byte for byte, and no other', () => {
		expect(readdirSync(path.join(out, 'captures')).sort()).toEqual(
			[PDF_FILE, PAGE_FILE].map((file) => path.basename(file)).sort(),
		);
		expect(read(PDF_FILE)).toBe(PDF);
		expect(read(PAGE_FILE)).toBe(PAGE);
		expect(read('SHA256SUMS')).toContain(`${sha256(PDF)}  ${PDF_FILE}\n`);
	});

	test('nothing of the sealed one but its hash is in any file', () => {
		const bytes = Buffer.from(wacz());
		const piece = bytes.subarray(40, 80);
		for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
			if (!entry.isFile()) continue;
			const file = readFileSync(path.join(entry.parentPath, entry.name));
			expect(file.includes(piece), entry.name).toBe(false);
		}
	});

	test.each(['captures/copy.bin', 'images/a.webp', 'r/letter.html', 'notes.txt'])(
		'a copy of it planted as %s is found',
		async (name) => {
			const { archive, withheld } = await readSound(content.path);
			const rules = rulesFor(archive, withheld);
			expect(sweepFolder(out, rules).found).toEqual([]);
			using copy = temporaryFolder();
			cpSync(out, copy.path, { recursive: true });
			const target = path.join(copy.path, name);
			cpSync(path.join(content.path, `captures/sealed/${sha256(wacz())}.wacz`), target);
			expect(sweepFolder(copy.path, rules).found.map(({ file, rule }) => `${file} ${rule}`)).toContain(
				`${name} sealed-capture`,
			);
		},
	);

	test('the same site is made where the sealed file is not at hand', async () => {
		using bare = temporaryFolder();
		const [without, site] = [path.join(bare.path, 'content'), path.join(bare.path, 'site')];
		cpSync(content.path, without, { recursive: true });
		rmSync(path.join(without, 'captures/sealed'), { recursive: true });
		const { code, output } = await build({ content: without, out: site, address: ADDRESS });
		expect(code, output.slice(-3000)).toBe(0);
		expect(readFileSync(path.join(site, 'SHA256SUMS'), 'utf8')).toBe(read('SHA256SUMS'));
	});

	test('hosts are told to have captures saved, and to let nothing in them run', () => {
		const rule = /^\/sub\/captures\/\*\n((?: {2}.*\n)+)/m.exec(read('_headers'))?.[1] ?? '';
		expect(rule).toContain('  Content-Disposition: attachment\n');
		expect(rule).toContain("  Content-Security-Policy: sandbox; default-src 'none'\n");
	});
});

describe('sources on the page of a record', () => {
	test('link the source in the form of Robust Links, and its copy with the day', () => {
		const [first, copy] = links(article(`r/${REPORT_ID}/`)).filter(
			({ attributes }) => attributes['data-originalurl'] !== undefined,
		);
		const robust = {
			'data-originalurl': 'https://paper.example/a',
			'data-versionurl': 'https://web.example/2031/a',
			'data-versiondate': '2031-04-02',
		};
		expect(first?.attributes).toMatchObject({ href: 'https://paper.example/a', ...robust });
		expect(copy?.attributes).toMatchObject({ href: 'https://web.example/2031/a', ...robust });
		expect(wordsOf(article(`r/${REPORT_ID}/`))).toContain('Archived copy, 2 April 2031');
	});

	test('tell how each capture was made and where it is, with a short hash', () => {
		const page = article(`r/${REPORT_ID}/`);
		expect(wordsOf(page)).toContain(
			`Saved from a browser on 1 April 2031, 09:30:00 UTC, with Chromium 153.0, by the role caseworker. PDF, ${PDF.length} bytes. Published.`,
		);
		expect(wordsOf(page)).toContain('as plain text so that nothing in it can run');
		expect(page).toContain(`${sha256(PDF).slice(0, 16)}…`);
		const download = links(page).find(({ attributes }) => attributes['href'] === `/sub/${PDF_FILE}`);
		expect(download?.attributes).toHaveProperty('download');
		expect(wordsOf(article(`r/${FINDING_ID}/`))).toContain('Sealed: kept apart from what is published');
	});

	test('the list of versions leads to the statement and the text of each released one', () => {
		for (const page of [`r/${REPORT_ID}/`, `r/${REPORT_ID}/v1/`]) {
			const targets = links(article(page)).map(({ attributes }) => attributes['href']);
			expect(targets).toContain(`/sub/r/${REPORT_ID}/v1/statement/`);
			expect(targets).toContain(`/sub/r/${REPORT_ID}/v1.txt`);
		}
		const targets = links(article(`r/${FINDING_ID}/`)).map(({ attributes }) => attributes['href']);
		expect(targets).not.toContain(`/sub/r/${FINDING_ID}/v2/statement/`);
	});
});

describe('PV-2 the statement of provenance', () => {
	test('names what is held, with the hash of its canonical text and the release that lists it', () => {
		const said = words(REPORT_ID);
		const hash = sha256(read(`r/${REPORT_ID}/v1.txt`));
		expect(read('releases/0001/SHA256SUMS')).toContain(`${hash}  r/${REPORT_ID}/v1.txt\n`);
		expect(said).toContain(hash);
		expect(said).toContain(sha256(read('releases/0001/SHA256SUMS')));
		expect(said).toContain('Release 0001 , January 2032, signed: lists this text.');
		expect(said).toContain(keyName(key));
		expect(said).toContain('the present version');
		expect(said).toContain(`${ADDRESS}r/${REPORT_ID}/v1/`);
		expect(said).toContain('First published , 4 March 2021. First published.');
		expect(said).toContain('Withheld words are marked in the text: 1 place.');
		expect(said).toContain(CLOSING);
	});

	test('tells of each source how far it is from the events, where it was read, and all of its capture', () => {
		const said = words(REPORT_ID);
		expect(said).toContain('Reported: the source tells what others said or found');
		expect(said).toContain('Read in the source itself');
		expect(said).toContain(`Address captured https://paper.example/a SHA-256 ${sha256(PDF)}`);
		expect(said).toContain(`sha256sum ${PDF_FILE}`);
	});

	test('tells what was done with a capture, and that an earlier version is one', () => {
		const said = words(FINDING_ID);
		expect(said).toContain('superseded by version 2');
		expect(said).toContain(
			`Captured, 1 April 2031, 09:30:00 UTC, by the role caseworker. SHA-256 ${sha256('before')}`,
		);
		expect(said).toContain('Converted to another format: From paper.');
		expect(said).toContain(`${sha256('before')} became ${sha256(wacz())}`);
		expect(said).toContain('A sealed capture is kept apart from this site');
		expect(said).not.toContain('More of it.');
	});

	test.each([ACCOUNT_ID, GIVEN_ID])(
		'of the account %s nothing finer than months, and no title',
		(id = '') => {
			const said = words(id);
			expect(said).toContain('This sum is a salted commitment');
			expect(said).toContain(sha256(read(`r/${id}/v1.txt`)));
			expect(said).toContain('First published , March 2021. First published.');
			expect(said).not.toMatch(/captured|the role|A title/i);
			if (id === GIVEN_ID)
				expect(said).not.toMatch(/\b\d{1,2} (?:March|January|April) \d{4}|\d{4}-\d\d-\d\d/);
		},
	);

	test('is kept out of search engines, the sitemap and the search of the site', () => {
		expect(read(`r/${REPORT_ID}/v1/statement/index.html`)).toContain('<meta name="robots" content="noindex');
		expect(read('sitemap-0.xml')).not.toContain('statement');
		const shown = article(`r/${REPORT_ID}/v1/statement/`);
		expect(shown).toContain('<h1');
		expect(shown).not.toContain('data-pagefind-body');
		const [title] = /<title>[^<]*<\/title>/.exec(read(`r/${ACCOUNT_ID}/v1/statement/index.html`)) ?? [];
		expect(title).toContain(ACCOUNT_ID);
		expect(title).not.toContain('A title');
	});

	test.skipIf(spawnSync('sha256sum', ['--version']).error !== undefined)(
		'its commands for Linux run as they stand, and print what it says',
		() => {
			const [, block = ''] = /<h3>Linux<\/h3>\s*<pre[^>]*><code>([^<]*)/.exec(statement(REPORT_ID)) ?? [];
			const lines = block.split('\n').filter((line) => !line.startsWith('minisign'));
			expect(lines).toHaveLength(3);
			for (const line of lines) {
				const [program = '', ...args] = line.split(' ');
				const { stdout } = spawnSync(program, args, { cwd: out, encoding: 'utf8' });
				expect(words(REPORT_ID)).toContain(stdout.slice(0, 64));
			}
		},
	);

	test.skipIf(spawnSync('minisign', ['-v']).error !== undefined)(
		'so does the one that checks the signature',
		() => {
			const line = /^minisign [^<\n]*/m.exec(statement(REPORT_ID))?.[0] ?? '';
			const { stdout } = spawnSync('minisign', line.split(' ').slice(1), { cwd: out, encoding: 'utf8' });
			expect(stdout).toContain('release 0001, 2032-01');
		},
	);
});

test('after a withdrawal the address of the statement answers with the notice, and a public capture is gone', async () => {
	using gone = temporaryFolder();
	const [copy, site] = [path.join(gone.path, 'content'), path.join(gone.path, 'site')];
	cpSync(content.path, copy, { recursive: true });
	edit(copy, REPORT, (text) =>
		text.replace(/(?:status: published\n)?version: 1\n/, 'status: withdrawn\nversion: 1\n'),
	);
	const env = { ARCHIVE_SEARCH: 'off' };
	const { code, output } = await build({ content: copy, out: site, address: ADDRESS, env });
	expect(code, output.slice(-3000)).toBe(0);
	const page = readFileSync(path.join(site, `r/${REPORT_ID}/v1/statement/index.html`), 'utf8');
	expect(page).toContain('This record was withdrawn');
	expect(page).not.toContain(sha256(PDF));
	expect(existsSync(path.join(site, 'captures'))).toBe(false);
});
