import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, headersFile } from '../../../src/site/security-headers.ts';
import { createStaticServer } from '../../../src/output/static-server.ts';
import { type Folder, temporaryFolder } from '../../support/archive.ts';

const PAGE = `<!doctype html>${'words '.repeat(500)}`;
let folder: Folder;
let server: Server;

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** Asks for a path as it stands, without making it plain. */
function ask(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
	const { port } = server.address() as AddressInfo;
	return new Promise((resolve, reject) => {
		const asking = request(
			{ host: '127.0.0.1', port, path: target, method, headers: { host: `localhost:${port}`, ...headers } },
			(response) => {
				const parts: Buffer[] = [];
				response.on('data', (part) => parts.push(part));
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						headers: response.headers,
						body: Buffer.concat(parts),
					}),
				);
			},
		);
		asking.on('error', reject);
		asking.end();
	});
}

beforeAll(async () => {
	folder = temporaryFolder();
	const write = (file: string, text: string) => {
		mkdirSync(path.dirname(path.join(folder.path, file)), { recursive: true });
		writeFileSync(path.join(folder.path, file), text);
	};
	write('secret/words.txt', 'secret');
	for (const file of ['index.html', 'r/7k3m9qtw/index.html', '404.html']) write(`dist/${file}`, PAGE);
	write('dist/captures/x.html', 'saved');
	write('dist/SHA256SUMS', 'sums');
	write('dist/_headers', headersFile('/sub/', 'allow'));
	symlinkSync(path.join(folder.path, 'secret'), path.join(folder.path, 'dist/linked'));
	symlinkSync(path.join(folder.path, 'secret/words.txt'), path.join(folder.path, 'dist/words.txt'));
	server = createStaticServer(path.join(folder.path, 'dist'), '/sub/');
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
	server.close();
	folder[Symbol.dispose]();
});

test('a page is sent with the headers that the site asks of hosts', async () => {
	const { status, headers, body } = await ask('/sub/r/7k3m9qtw/');
	expect([status, body.toString()]).toEqual([200, PAGE]);
	expect(headers['content-type']).toBe('text/html; charset=utf-8');
	expect(headers['content-security-policy']).toContain(CONTENT_SECURITY_POLICY);
	expect(headers).toMatchObject({
		'cache-control': 'no-store',
		'x-frame-options': 'DENY',
		'referrer-policy': 'no-referrer',
	});
	expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8,}$/);
	expect((await ask('/sub/')).headers['cache-control']).toBeUndefined();
	expect((await ask('/sub/captures/x.html')).headers['content-disposition']).toBe('attachment');
});

test.each([
	['gzip', 'gzip', gunzipSync],
	['gzip, deflate, br', 'br', brotliDecompressSync],
	['br;q=0, gzip', 'gzip', gunzipSync],
	['identity', undefined, (bytes: Buffer) => bytes],
])('to a browser that takes “%s” it is packed as %s', async (accepted, coding, unpack) => {
	const { headers, body } = await ask('/sub/', { 'accept-encoding': accepted });
	expect(headers['content-encoding']).toBe(coding);
	expect(headers['vary']).toBe('Accept-Encoding');
	expect(unpack(body).toString()).toBe(PAGE);
});

test('HEAD has the headers and no body; other methods are refused', async () => {
	const { status, headers, body } = await ask('/sub/', {}, 'HEAD');
	expect([status, Number(headers['content-length']), body.length]).toEqual([200, PAGE.length, 0]);
	expect((await ask('/sub/', {}, 'POST')).status).toBe(405);
});

test('a folder without its slash leads to the one with it; a file without an ending is sent', async () => {
	for (const [from, to] of [
		['/sub', '/sub/'],
		['/sub/r/7k3m9qtw', '/sub/r/7k3m9qtw/'],
	] as const) {
		const { status, headers } = await ask(from);
		expect([status, headers.location]).toEqual([301, to]);
	}
	expect((await ask('/sub/SHA256SUMS')).body.toString()).toBe('sums');
});

describe('nothing but the site is sent', () => {
	test.each(['/', '/r/7k3m9qtw/', '/sub/linked/words.txt', '/sub/words.txt', '/sub/none/', '/subway/'])(
		'%s is not found',
		async (target) => {
			const { status, body } = await ask(target);
			expect([status, body.toString()]).toEqual([404, PAGE]);
		},
	);

	test.each([
		'/sub/%',
		'/sub/%zz',
		'/sub/%ff',
		'/sub/%00',
		'/sub/../secret/words.txt',
		'/sub/%2e%2e/secret/words.txt',
		'/sub/..%2fsecret/words.txt',
		'/sub/..%5csecret',
		'/sub//evil.example',
		'//evil.example/',
		'http://localhost/sub/',
		'*',
	])('%s is no address', async (target) => {
		const { status, body } = await ask(target);
		expect(status).toBe(400);
		expect(body.toString()).toMatch(/\w/);
		expect(body.toString()).not.toMatch(/\bat\b.*:\d+|secret|\//);
	});

	test.each([
		'evil.example',
		'evil.example:4321',
		'localhost.evil.example',
		'localhost:x',
		'127.0.0.1.evil.example',
	])('a request for the host “%s” is refused', async (host) => {
		expect((await ask('/sub/', { host })).status).toBe(403);
	});
});
