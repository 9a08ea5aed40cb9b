import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packFiles, unpackFiles, gunzipped } from '../../../src/search/engine/pack.ts';
import { loadWhole } from '../../../src/search/engine/source.ts';
import { wholeIndex } from '../../../src/search/build/text-index-files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('files in one', () => {
	test('come out as they went in', async () => {
		await fc.assert(
			fc.asyncProperty(fc.dictionary(fc.string(), fc.uint8Array()), async (given) => {
				const files = new Map(Object.entries(given));
				const packed = packFiles(files);
				const zipped = new Uint8Array(gzipSync(packed));
				for (const form of [packed, await gunzipped(zipped)])
					expect([...unpackFiles(form)].map(([path, content]) => [path, [...content]])).toEqual(
						[...files].map(([path, content]) => [path, [...content]]),
					);
			}),
			{ numRuns: 50 },
		);
	});

	test('that were cut short are refused', () => {
		const packed = packFiles(new Map([['a', bytes('long enough')]]));
		expect(() => unpackFiles(packed.slice(0, -1))).toThrow('truncated');
	});
});

describe('the whole index', () => {
	const files = new Map([
		['pagefind/pagefind.js', bytes('script')],
		['pagefind/fragment/en_1.pf_fragment', new Uint8Array(gzipSync('text'))],
		['search/keys.json', bytes('{}')],
	]);

	test('holds everything but scripts, unpacked, and is the same each time', () => {
		const { whole } = wholeIndex(files);
		const inside = unpackFiles(new Uint8Array(gunzipSync(whole)));
		expect([...inside].map(([path, content]) => [path, new TextDecoder().decode(content)])).toEqual([
			['pagefind/fragment/en_1.pf_fragment', 'text'],
			['search/keys.json', '{}'],
		]);
		expect(wholeIndex(new Map([...files].reverse())).whole).toEqual(whole);
	});

	test('is always loaded up to a size, and by choice above it', () => {
		const { rule } = wholeIndex(files);
		expect(rule.always).toBe(true);
		expect(wholeIndex(files, rule.bytes).rule.always).toBe(true);
		expect(wholeIndex(files, rule.bytes - 1).rule).toEqual({ bytes: rule.bytes, always: false });
	});

	test('answers under the folder that the archive is published in, and nothing else', async () => {
		const { whole } = wholeIndex(files);
		const source = await loadWhole('/sub/', {
			get: async () => new Response(new Uint8Array(whole)),
			load: () => Promise.reject(new Error('not asked for')),
			worker: true,
		});
		expect(source.worker).toBe(false);
		expect(await (await source.get('/sub/search/keys.json?ts=1')).text()).toBe('{}');
		expect(await (await source.get('http://host.example/sub/search/keys.json')).text()).toBe('{}');
		for (const other of ['/search/keys.json', '/sub/search/none.json', '/sub/../sub', 'https://x.example/'])
			expect((await source.get(other)).status, other).toBe(404);
	});
});
