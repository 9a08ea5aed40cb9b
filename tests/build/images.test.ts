import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Folder, REPORT as MINIMAL_REPORT, temporaryFolder, writeArchive } from '../support/archive.ts';
import { start } from '../support/live.ts';
import { commentedPng, halves, PLANTED, photograph } from '../support/pictures.ts';
import { withBody } from '../support/refusal.ts';
import { build } from '../support/run.ts';
import { builtSite, CACHE } from '../support/sites.ts';

const REPORT = 'reports/k40kj6rh-the-plan-that-would-not-let-go.mdx';
const FINDING = 'findings/5kjm1cm8-where-the-money-is.mdx';
const SOURCES = ['counter.jpg', 'chart.png', 'spare.png'];

/** The picture that the second archive has of itself. */
let drawing: string;

let folder: Folder;
let content: string;
let out: string;
let output: string;

/** Builds the second archive, with more pictures in it, under a sub-path. */
async function rebuild(search = 'off'): Promise<void> {
	const env = { ARCHIVE_SEARCH: search };
	const outcome = await build({ content, out, address: 'https://market.example/sub/', env });
	expect(outcome.code, outcome.output).toBe(0);
	output = outcome.output;
}

const read = (file: string) => readFileSync(path.join(out, file));
const page = (file: string) => read(`${file}index.html`).toString();
const names = () => readdirSync(path.join(out, 'images')).sort();
const imagesOf = (html: string) => html.match(/<img\b[^>]*>/g) ?? [];
function add(file: string, text: string): void {
	writeFileSync(
		path.join(content, file),
		`${readFileSync(path.join(content, file), 'utf8').trimEnd()}\n\n${text}\n`,
	);
}

beforeAll(async () => {
	folder = temporaryFolder(CACHE);
	content = path.join(folder.path, 'content');
	out = path.join(folder.path, 'dist');
	cpSync(builtSite('market').content, content, { recursive: true });
	drawing = readdirSync(path.join(builtSite('market').out, 'images')).join();
	writeFileSync(path.join(content, 'images/counter.jpg'), await photograph(60, 40));
	writeFileSync(path.join(content, 'images/chart.png'), await commentedPng());
	writeFileSync(path.join(content, 'images/spare.png'), await halves(80, 20).png().toBuffer());
	add(REPORT, '![A counter & its "grille"](counter.jpg "The counter, from outside")');
	add('themes/cancellation.mdx', '![The chart again](chart.png)');
	add('pages/about.mdx', '![A chart of two halves](chart.png)');
	add('testimonies/1vm1d7gn-paid-twice.mdx', '<Excerpt record="k40kj6rh" para="4"/>');
	await rebuild('on');
});
afterAll(() => folder[Symbol.dispose]());

test('the site has each picture that a page shows, under a name that tells nothing, and no other', () => {
	expect(names()).toHaveLength(3);
	for (const name of names()) expect(name).toMatch(/^[0-9a-f]{16}\.webp$/);
	expect(output).toContain('unused-image');
});

test('nothing that was beside the pixels is anywhere in the site', async () => {
	const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	expect(files.map(({ name }) => name)).toContain(names()[0]);
	for (const entry of files) {
		const bytes = readFileSync(path.join(entry.parentPath, entry.name));
		expect(bytes.includes(PLANTED), entry.name).toBe(false);
		for (const source of SOURCES)
			expect(entry.name + bytes.toString('latin1'), entry.name).not.toContain(source);
	}
	for (const name of names()) {
		const bytes = read(`images/${name}`);
		expect(Object.keys(ExifReader.load(bytes, { expanded: true }))).toEqual(['file']);
		const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
		expect([exif, xmp, iptc, icc, orientation]).toEqual(Array(5).fill(undefined));
	}
});

test('a page shows it with its words, its size and its caption, as a paragraph that can be cited', () => {
	const html = page('r/k40kj6rh/');
	expect(imagesOf(html)).toHaveLength(1);
	const [, source = ''] = /<img src="\/sub\/images\/([0-9a-f]{16}\.webp)"/.exec(html) ?? [];
	expect(names()).toContain(source);
	// It lay on its side: the site has it upright.
	expect(imagesOf(html)[0]).toMatch(
		/ alt="A counter (?:&amp;|&#38;) its (?:&quot;|&#34;)grille(?:&quot;|&#34;)" width="40" height="60"/,
	);
	expect(html).toMatch(
		/<div class="para" id="p\d+"[^>]*>(?:(?!<\/div>)[^])*<figure class="picture"[^>]*>\s*<img[^>]*>\s*<figcaption>The counter, from outside<\/figcaption>\s*<\/figure>/,
	);
});

test('a picture that two pages show is one file', () => {
	const [about = ''] = imagesOf(page('about/'));
	const [theme = ''] = imagesOf(page('themes/cancellation/'));
	const [source] = /\/sub\/images\/[0-9a-f]{16}\.webp/.exec(about) ?? ['none'];
	expect(theme).toContain(`src="${source}"`);
	expect(about).toContain('alt="A chart of two halves"');
});

test('an account that quotes a picture has its words and not the picture', () => {
	const html = page('r/1vm1d7gn/');
	expect(imagesOf(html)).toEqual([]);
	expect(html).toContain('[Picture: A counter');
});

test('what is replaced or no longer shown leaves the site', async () => {
	const shown = () => /\/sub\/images\/([0-9a-f]{16}\.webp)" alt=/.exec(page('r/k40kj6rh/'))?.[1];
	const before = shown();
	expect(names()).toContain(before);
	writeFileSync(path.join(content, 'images/counter.jpg'), await photograph(80, 40));
	const about = path.join(content, 'pages/about.mdx');
	const theme = path.join(content, 'themes/cancellation.mdx');
	for (const file of [about, theme]) writeFileSync(file, readFileSync(file, 'utf8').replace(/!\[.*\n/, ''));
	await rebuild();
	const after = shown();
	expect(after).not.toBe(before);
	expect(names()).toEqual([after, drawing].sort());
	expect(page('r/k40kj6rh/')).toContain('width="40" height="80"');
	for (const source of SOURCES) rmSync(path.join(content, 'images', source));
	writeFileSync(
		path.join(content, REPORT),
		readFileSync(path.join(content, REPORT), 'utf8').replace(/!\[.*\n/, 'No picture.\n'),
	);
	await rebuild();
	expect(names()).toEqual([drawing]);
});

test('a picture that cannot be read stops the build', async () => {
	writeFileSync(path.join(content, 'images/broken.png'), (await commentedPng()).subarray(0, 120));
	add(FINDING, '![Half a picture](broken.png)');
	const { code, output: told } = await build({ content, out, env: { ARCHIVE_SEARCH: 'off' } });
	expect(code).toBe(1);
	expect(told).toContain('images/broken.png');
	expect(told).toContain('broken-image');
	expect(told).not.toContain(PLANTED);
});

test('while the archive is edited, a picture is shown as it will be published', async () => {
	using live = writeArchive({
		[MINIMAL_REPORT]: withBody(MINIMAL_REPORT, '![Two halves](dot.jpg)', '').source,
		'images/dot.jpg': await photograph(),
	});
	using target = temporaryFolder(CACHE);
	await using server = await start('dev', {
		ARCHIVE_CONTENT: live.path,
		ARCHIVE_OUT: path.join(target.path, 'dist'),
		ARCHIVE_ADDRESS: 'http://localhost/sub/',
	});
	const sourceOn = async () => {
		const html = await (await fetch(`${server.url}r/fbmgs2sv/`)).text();
		return /src="(\/sub\/images\/[0-9a-f]{16}\.webp)" alt="Two halves" width="(\d+)"/.exec(html) ?? [];
	};
	const [, source = '', width] = await sourceOn();
	expect(width).toBe('20');
	const answer = await fetch(new URL(source, server.url));
	expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
	const bytes = Buffer.from(await answer.arrayBuffer());
	expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 20, height: 40 });
	expect(bytes.includes(PLANTED)).toBe(false);
	expect((await fetch(new URL('/sub/images/dot.jpg', server.url))).status).toBe(404);

	writeFileSync(path.join(live.path, 'images/dot.jpg'), await photograph(60, 20));
	await vi.waitFor(async () => expect((await sourceOn())[1]).toMatch(/webp/), { timeout: 20_000 });
	await vi.waitFor(async () => expect((await sourceOn())[1]).not.toBe(source), { timeout: 20_000 });
});
