import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Folder, REPORT, temporaryFolder, writeArchive } from '../support/archive.ts';
import { type Running, start } from '../support/live.ts';
import { CACHE } from '../support/sites.ts';

const textOf = async (url: string) => (await fetch(url)).text();

// `serve` is tried in network.test.ts and in hostile/tampering.test.ts.

test('dev shows an edit at once, tells what is wrong with a bad one, and goes on when it is mended', async () => {
	using content = writeArchive();
	using out = temporaryFolder(CACHE);
	await using server = await start('dev', {
		ARCHIVE_CONTENT: content.path,
		ARCHIVE_OUT: path.join(out.path, 'dist'),
		ARCHIVE_ADDRESS: 'http://localhost/',
	});
	const file = path.join(content.path, REPORT);
	const page = `${server.url}r/fbmgs2sv/`;
	const good = readFileSync(file, 'utf8');
	const eventually = (check: (html: string) => void) =>
		vi.waitFor(async () => check(await textOf(page)), { timeout: 20_000, interval: 200 });

	await eventually((html) => expect(html).toContain('Second paragraph.'));
	writeFileSync(file, good.replace('Second paragraph.', 'Edited paragraph.'));
	await eventually((html) => expect(html).toContain('Edited paragraph.'));
	writeFileSync(file, good.replace('Second paragraph.', 'Bad {1 + 1} paragraph.'));
	await eventually((html) => expect(html).not.toContain('Edited paragraph.'));
	await vi.waitFor(() => expect(server.output()).toContain('no-expression'), { timeout: 20_000 });
	writeFileSync(file, good.replace('Second paragraph.', 'Mended paragraph.'));
	await eventually((html) => expect(html).toContain('Mended paragraph.'));
});

describe('while the archive is edited', () => {
	let content: Folder;
	let out: Folder;
	let server: Running;
	const archiveFile = () => path.join(content.path, 'archive.yaml');
	const page = async (target: string) => {
		const answer = await fetch(server.url + target, { headers: { accept: 'text/html' } });
		return { status: answer.status, headers: answer.headers, html: await answer.text() };
	};

	beforeAll(async () => {
		content = writeArchive({
			'reports/x15w7xb9-bad.mdx': 'No front matter.\n',
			'reports/wrk68wb5-other.mdx': `---\ntitle: ?\n---\n\nSecret words.\n`,
			// What other files name, and is gone.
			'organisations/shop.yaml': 'name: [\n',
			'themes/calls.mdx': null,
			'complaints/big-complaint.mdx': '---\n---\n',
		});
		out = temporaryFolder(CACHE);
		server = await start('dev', {
			ARCHIVE_CONTENT: content.path,
			ARCHIVE_OUT: path.join(out.path, 'dist'),
			ARCHIVE_ADDRESS: 'http://localhost/',
		});
	});
	afterAll(async () => {
		await server[Symbol.asyncDispose]();
		content[Symbol.dispose]();
		out[Symbol.dispose]();
	});

	test('what is sound is shown though other files are not, and each page says what is wrong', async () => {
		for (const target of ['', 'reports/', 'themes/', 'organisations/', 'search/', 'about/', 'changes/']) {
			const { status, html } = await page(target);
			expect([target, status]).toEqual([target, 200]);
			expect(html).toContain('reports/x15w7xb9-bad.mdx');
		}
		const { status, html } = await page('r/x15w7xb9/');
		expect(status).toBe(404);
		expect(html).toContain('reports/x15w7xb9-bad.mdx');
	});

	test('where nothing can be shown, a page says why, until it is mended', async () => {
		const good = readFileSync(archiveFile(), 'utf8');
		writeFileSync(archiveFile(), 'name: [\n');
		await vi.waitFor(async () => expect((await page('')).status).toBe(500), { timeout: 20_000 });
		expect((await page('about/')).html).toContain('archive.yaml');
		writeFileSync(archiveFile(), good);
		await vi.waitFor(async () => expect((await page('')).status).toBe(200), { timeout: 20_000 });
	});

	test.each([
		'@fs{content}/archive.yaml',
		'@fs{content}/archive.yaml?raw',
		'@fs{content}/archive.yaml?import&raw',
		'@fs{content}/archive.yaml?url',
		'@fs{content}/archive.yaml?inline',
		'@fs{content}/reports/wrk68wb5-other.mdx?raw',
		'@fs{content}/reports/wrk68wb5-other.mdx?import',
		'@id/@fs{content}/archive.yaml?raw',
		'@fs/etc/passwd',
		'content/archive.yaml',
		'content/archive.yaml?raw',
		'tests/fixtures/market/archive.yaml?raw',
		'package.json',
		'package.json?raw',
		'.git/HEAD',
		'.git?raw',
		'__open-in-editor?file=package.json',
	])('nobody is given a file of the content or of the project: %s', async (target) => {
		const answer = await fetch(server.url + target.replace('{content}', content.path));
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(await answer.text()).not.toMatch(/tagline|Secret words|evidence-archive"|root:|refs\//);
	});

	test('a page of another site can neither read nor hold what is sent', async () => {
		const { headers } = await page('');
		expect(headers.get('access-control-allow-origin')).toBeNull();
		expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
		expect(headers.get('x-frame-options')).toBe('DENY');
		const { port } = new URL(server.url);
		const status = await new Promise((resolve, reject) => {
			const asking = request({ host: '127.0.0.1', port, path: '/', headers: { host: 'evil.example' } });
			asking.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
			asking.end();
		});
		expect(status).toBe(403);
	});
});
