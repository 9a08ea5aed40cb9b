import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { hostReader } from '../../../src/integrity/host-reader.ts';

const closing: (() => void)[] = [];
afterEach(() => {
	for (const close of closing.splice(0)) close();
});

/** Address of a host that answers so. */
async function host(answer: RequestListener): Promise<URL> {
	const server = createServer(answer);
	closing.push(() => {
		server.close();
		server.closeAllConnections();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sub/`);
}

test('a file, and one that is not there', async () => {
	const address = await host(({ url }, response) => {
		response.writeHead(url === '/sub/r/a%20b.txt' ? 200 : 404).end('text');
	});
	const reader = hostReader(address);
	expect(Buffer.from((await reader.read('r/a b.txt')) ?? '').toString()).toBe('text');
	expect(await reader.read('r/c.txt')).toBeNull();
});

test.each<[string, RequestListener]>([
	['fails', (_, response) => response.writeHead(503).end()],
	['never answers', () => undefined],
	[
		'stops in the middle',
		(_, response) => {
			response.writeHead(200, { 'content-length': '100' }).write('half');
		},
	],
])('a host that %s is given up, and the file is named', async (_, answer) => {
	const address = await host(answer);
	await expect(hostReader(address, 100).read('SHA256SUMS')).rejects.toThrow(`${address.href}SHA256SUMS`);
});
