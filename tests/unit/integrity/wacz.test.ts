import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkWacz } from '../../../src/integrity/captures/wacz.ts';
import { temporaryFolder } from '../../support/archive.ts';
import {
	listed,
	oldList,
	oldResource,
	packedWarc,
	PAGE,
	resource,
	wacz,
	waczFiles,
	warcRecords,
	zip,
} from '../../support/captures.ts';

async function check(bytes: Uint8Array) {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'capture');
	writeFileSync(file, bytes);
	return await checkWacz(file);
}

/** A WACZ with some files other than its lists say. */
const tampered = (files: Record<string, Uint8Array>) => zip({ ...listed(), ...files });
const without = (name: string) => {
	const { [name]: _gone, ...files } = listed();
	return zip(files);
};
const text = (words: string) => Buffer.from(words);

describe('a valid WACZ', () => {
	test.each([0, 6] as const)('passes at compression level %i', async (level) => {
		const { faults, notes } = await check(zip(listed(), level));
		expect(faults).toEqual([]);
		expect(notes).toEqual(['Compared: 3 files with the list, 2 digests of WARC records.']);
	});

	test('without a digest of its list passes, with a note', async () => {
		const { faults, notes } = await check(without('datapackage-digest.json'));
		expect(faults).toEqual([]);
		expect(notes[0]).toContain('no datapackage-digest.json');
	});

	test('may have an uncompressed WARC file', async () => {
		const { 'archive/data.warc.gz': _gone, ...files } = waczFiles();
		const { faults, notes } = await check(
			zip(listed({ ...files, 'archive/data.warc': text(warcRecords().join('')) })),
		);
		expect(faults).toEqual([]);
		expect(notes[0]).toContain('2 digests');
	});

	test.each(['archive/data.warc', 'archive/data.gz', 'archive/deep/data.warc.gz'])(
		'may name its compressed WARC file %s',
		async (name) => {
			const { 'archive/data.warc.gz': warc = text(''), ...files } = waczFiles();
			const { faults, notes } = await check(zip(listed({ ...files, [name]: warc })));
			expect(faults).toEqual([]);
			expect(notes[0]).toContain('2 digests');
		},
	);

	test('may have sizes and hashes in the layout of version 1.0', async () => {
		const list = (change: object = {}) =>
			oldList(Object.entries(waczFiles()).map(([path, bytes]) => oldResource(path, bytes, change)));
		expect(await check(zip({ ...waczFiles(), 'datapackage.json': list() }))).toMatchObject({
			faults: [],
			notes: [
				expect.stringContaining('no datapackage-digest.json'),
				'Compared: 3 files with the list, 2 digests of WARC records.',
			],
		});
		const wrong = await check(
			zip({ ...waczFiles(), 'datapackage.json': list({ hash: 'a'.repeat(64), bytes: 3 }) }),
		);
		expect(wrong.faults).toHaveLength(6);
	});

	test('with a signature passes, with a note that the signature was not checked', async () => {
		const { 'datapackage-digest.json': digest = text(''), ...files } = listed();
		const stated = JSON.parse(Buffer.from(digest).toString()) as { hash: string };
		const signed = (hash: string) =>
			text(JSON.stringify({ ...stated, signedData: { hash, signature: 'AAAA', domain: 'paper.example' } }));
		const whole = await check(zip({ ...files, 'datapackage-digest.json': signed(stated.hash) }));
		expect(whole.faults).toEqual([]);
		expect(whole.notes.join()).toMatch(/signature was NOT checked/);
		const other = await check(zip({ ...files, 'datapackage-digest.json': signed('sha256:0') }));
		expect(other.faults).toEqual(['datapackage.json does not match the signed hash']);
	});

	test('a chunked payload is covered by the block digest alone', async () => {
		const [info = '', response = ''] = warcRecords();
		const chunked = response
			.replace('Content-Type: text/html\r\n\r\n', 'Transfer-Encoding: chunked\r\n\r\n')
			.replace(/WARC-Block-Digest: .*\r\n/, '')
			.replace(/Content-Length: (\d+)/, (_, length) => `Content-Length: ${Number(length) + 3}`);
		const warc = packedWarc([info, chunked]);
		expect((await check(zip(listed({ ...waczFiles(), 'archive/data.warc.gz': warc })))).faults).toEqual([]);
	});
});

describe('an invalid WACZ', () => {
	const list = listed();
	const changed = text(
		Buffer.from(list['indexes/index.cdx'] ?? '')
			.toString()
			.replace('a 2031', 'a 2032'),
	);
	test.each<[string, Uint8Array, string[]]>([
		[
			'a changed file of the same size',
			tampered({ 'indexes/index.cdx': changed }),
			['indexes/index.cdx does not match its listed hash'],
		],
		[
			'a file of another size',
			tampered({ 'pages/pages.jsonl': text('{}\n') }),
			[
				'pages/pages.jsonl has 3 bytes, but 28 are listed',
				'pages/pages.jsonl does not match its listed hash',
			],
		],
		['an unlisted file', tampered({ 'pages/more.jsonl': text('{}') }), ['pages/more.jsonl is not listed']],
		['a missing file', without('indexes/index.cdx'), ['indexes/index.cdx is listed but missing']],
		[
			'a list that its digest does not match',
			zip({ ...list, 'datapackage.json': Buffer.concat([list['datapackage.json'] ?? text(''), text('\n')]) }),
			['datapackage.json does not match the hash in datapackage-digest.json'],
		],
		[
			'a list without a hash',
			zip(
				listed(
					waczFiles(),
					Object.entries(waczFiles()).map(([name, bytes]) => ({
						...resource(name, bytes),
						...(name.startsWith('pages') && { hash: 'none' }),
					})),
				),
			),
			['pages/pages.jsonl is listed without a SHA-256 or MD5 hash'],
		],
		[
			'a file listed twice',
			zip(
				listed(
					waczFiles(),
					[...Object.entries(waczFiles()), ...Object.entries(waczFiles()).slice(1, 2)].map(([name, bytes]) =>
						resource(name, bytes),
					),
				),
			),
			['indexes/index.cdx is listed twice'],
		],
		[
			'an invalid list',
			zip({ ...list, 'datapackage.json': text('[]') }),
			['datapackage.json is not a WACZ data package'],
		],
		['no list', without('datapackage.json'), ['datapackage.json is missing: this zip file is not a WACZ']],
		[
			'nothing captured',
			zip(listed({ 'pages/pages.jsonl': text('{}\n') })),
			['There is no WARC file in the package: nothing was captured'],
		],
		[
			'a path that leads out',
			zip(listed({ ...waczFiles(), '../evil': text('x') })),
			['../evil has a path outside the package'],
		],
		[
			'a page changed in the WARC file, with matching lists',
			zip(
				listed({
					...waczFiles(),
					'archive/data.warc.gz': packedWarc(
						warcRecords().map((one) => one.replace('title = 1', 'title = 2')),
					),
				}),
			),
			[
				'archive/data.warc.gz does not match the block digest of record 2 (https://paper.example/a)',
				'archive/data.warc.gz does not match the payload digest of record 2 (https://paper.example/a)',
			],
		],
		[
			'a truncated WARC file',
			zip(
				listed({
					...waczFiles(),
					'archive/data.warc.gz': packedWarc(warcRecords().map((one) => one.slice(0, -20))),
				}),
			),
			['archive/data.warc.gz has no blank line after record 1'],
		],
		[
			'a WARC file that is something else',
			zip(listed({ ...waczFiles(), 'archive/data.warc.gz': text(PAGE) })),
			['archive/data.warc.gz cannot be decompressed: incorrect header check'],
		],
		[
			'a truncated zip file',
			wacz().slice(0, -30),
			['capture is truncated or has trailing data (no end-of-central-directory record)'],
		],
		[
			'trailing data after the zip file',
			Buffer.concat([wacz(), text('more')]),
			['capture is truncated or has trailing data (no end-of-central-directory record)'],
		],
	])('%s', async (_, bytes, faults) => {
		expect((await check(bytes)).faults).toEqual(faults);
	});

	test('a flipped bit anywhere in the captured data is reported', async () => {
		const sound = Buffer.from(wacz());
		const start = sound.indexOf('archive/data.warc.gz') + 'archive/data.warc.gz'.length;
		for (const at of [start + 12, start + 60, start + 200]) {
			const bytes = Buffer.from(sound);
			bytes[at] = (bytes[at] ?? 0) ^ 1;
			expect((await check(bytes)).faults.join()).toMatch(/archive\/data\.warc\.gz has a wrong CRC-32/);
		}
	});

	test('a file with another name in its local header is rejected', async () => {
		const bytes = Buffer.from(wacz());
		bytes.write('X', bytes.indexOf('pages/pages.jsonl'));
		expect((await check(bytes)).faults).toEqual(['pages/pages.jsonl has another name in its local header']);
	});

	test('a corrupt central directory gives a readable message, wherever it is corrupt', async () => {
		const sound = Buffer.from(wacz());
		const directory = sound.indexOf('PK\x01\x02');
		for (let at = directory; at < sound.length - 4; at += 3) {
			const bytes = Buffer.from(sound);
			bytes.fill(0xff, at, at + 3);
			const { faults } = await check(bytes);
			for (const fault of faults) expect(fault).not.toMatch(/undefined|NaN|ERR_/);
		}
	});
});
