import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import {
	CATALOGUE_FILE,
	type IndexKeys,
	KEYS_FILE,
	LOADING_FILE,
	WHOLE_FILE,
} from '../../../src/search/engine/catalogue.ts';
import { DevIndex } from '../../../src/search/build/dev-index.ts';
import { unpackFiles } from '../../../src/search/engine/pack.ts';
import { temporaryFolder } from '../../support/archive.ts';

/** A development server with as many records as are wanted, that counts how often its pages are asked for. */
function serveRecords(
	count: number,
): Promise<{ url: string; server: Server; asked: string[]; words: string[] }> {
	const asked: string[] = [];
	const words = ['first'];
	const records = Array.from({ length: count }, (_, place) => [`r${place}`, 0, 0, -1, []]);
	const server = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.end(
			request.url?.endsWith('.json')
				? JSON.stringify({ records, pages: [['/about/', 'Archive']] })
				: request.url === '/about/'
					? '<html><body>Not to be searched</body></html>'
					: `<html lang="en"><body><main data-pagefind-body><p>${words.join(' ')}</p></main></body></html>`,
		);
	});
	return new Promise((resolve) =>
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			resolve({ url: `http://127.0.0.1:${port}/`, server, asked, words });
		}),
	);
}

let stop: (() => Promise<unknown>) | undefined;
afterEach(() => stop?.());

describe('search while the archive is edited', () => {
	test('is made from the pages as they are, once for each change', async () => {
		const { url, server, asked, words } = await serveRecords(3);
		const index = new DevIndex('/nowhere', () => {});
		stop = () => index.close().finally(() => server.close());
		const keys = async () => {
			const whole = unpackFiles(new Uint8Array(gunzipSync((await index.read(WHOLE_FILE, url)) ?? '')));
			return JSON.parse(new TextDecoder().decode(whole.get(KEYS_FILE))) as IndexKeys;
		};

		const before = await keys();
		expect(before.records).toHaveLength(3);
		expect(before.pages).toEqual(['']);
		expect(await index.read('pagefind/pagefind.js', url)).toBeDefined();
		expect(await index.read(LOADING_FILE, url)).toBeDefined();
		expect(await index.read('pagefind/pagefind-ui.js', url)).toBeUndefined();
		expect(asked.filter((page) => page === '/r/r0/')).toHaveLength(1);

		words.push('second');
		index.forget();
		expect((await keys()).records).not.toEqual(before.records);
		expect(asked.filter((page) => page === '/r/r0/')).toHaveLength(2);
	});

	test('is the last build’s for a big archive, which is told once', async () => {
		const { url, server } = await serveRecords(501);
		using folder = temporaryFolder();
		await mkdir(path.join(folder.path, 'search'));
		await writeFile(path.join(folder.path, CATALOGUE_FILE), '{}');
		const warnings: string[] = [];
		const index = new DevIndex(folder.path, (message) => warnings.push(message));
		stop = () => index.close().finally(() => server.close());

		expect(new TextDecoder().decode(await index.read(CATALOGUE_FILE, url))).toBe('{}');
		expect(await index.read(KEYS_FILE, url)).toBeUndefined();
		index.forget();
		await index.read(CATALOGUE_FILE, url);
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatch(/last build/);
	});

	test('is tried again after the server could not answer', async () => {
		const index = new DevIndex('/nowhere', () => {});
		await expect(index.read(KEYS_FILE, 'http://127.0.0.1:9/')).rejects.toThrow();
		const { url, server } = await serveRecords(1);
		stop = () => index.close().finally(() => server.close());
		expect(await index.read(WHOLE_FILE, url)).toBeDefined();
	});
});
