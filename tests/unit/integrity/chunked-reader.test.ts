import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SweepRules } from '../../../src/checks/output/scan.ts';
import { withheldRuns } from '../../../src/checks/withheld-text.ts';
import { sweepFolder } from '../../../src/site/integrations/output-scan.ts';
import { readChunks } from '../../../src/integrity/chunked-reader.ts';
import { siteSums } from '../../../src/integrity/site-manifest.ts';
import { type Folder, temporaryFolder } from '../../support/archive.ts';

const PIECE = 1 << 16;
const SHARED = 1 << 12;
const TEXT = 'the kettle boiled over twice while nobody in the house said a single word';
const RULES: SweepRules = {
	withheld: withheldRuns([{ file: 'testimonies/x.mdx', text: TEXT }]),
	paths: [],
	givenPages: new Set(),
	sealed: new Set(),
	inspection: () => undefined,
};

let scratch: Folder;
let folder = '';
beforeAll(() => {
	scratch = temporaryFolder();
	folder = scratch.path;
});
afterAll(() => scratch[Symbol.dispose]());

/** Bytes of which no two neighbours are alike, so that a piece in the wrong place shows. */
const bytesOf = (length: number) =>
	Buffer.from(Uint8Array.from({ length }, (_, n) => (n * 7 + (n >> 8)) % 251));

function readIn(file: string, content: Uint8Array) {
	writeFileSync(path.join(folder, file), content);
	// A piece is good only until the next is asked for.
	return Array.from(readChunks(path.join(folder, file)), ({ bytes, fresh }) => ({
		bytes: Buffer.from(bytes),
		fresh: Buffer.from(fresh),
	}));
}

describe('a file is read in pieces', () => {
	test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE - SHARED, 3 * PIECE])('of %i bytes', (length) => {
		const content = bytesOf(length);
		const pieces = readIn('table.csv', content);
		expect(Buffer.concat(pieces.map(({ fresh }) => fresh)).equals(content)).toBe(true);
		expect(Math.max(...pieces.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(PIECE);
		for (const [index, { bytes }] of pieces.entries()) {
			const before = pieces[index - 1];
			if (before) expect(bytes.subarray(0, SHARED).equals(before.bytes.subarray(-SHARED))).toBe(true);
		}
	});

	test.each([
		['a page', 'page.html', bytesOf(2 * PIECE)],
		['a file of any other kind', 'notes.txt', bytesOf(2 * PIECE)],
		['a packed file whatever its name', 'packed.json', gzipSync(bytesOf(4 * PIECE), { level: 0 })],
	])('%s is one piece', (_, file, content) => {
		const pieces = readIn(file, content);
		expect(pieces).toHaveLength(1);
		expect(pieces[0]?.bytes.equals(content)).toBe(true);
		expect(pieces[0]?.fresh.equals(content)).toBe(true);
	});

	test('and its sum is that of the whole', () => {
		const content = bytesOf(3 * PIECE + 5);
		readIn('table.csv', content);
		const sum = siteSums(folder).find(({ file }) => file === 'table.csv');
		expect(sum?.hash).toBe(createHash('sha256').update(content).digest('hex'));
	});
});

test.each([0, PIECE - 40, PIECE - SHARED - 40, 2 * PIECE + 7, 3 * PIECE])(
	'AN-12 withheld words are found in a long table, after %i bytes, and told once',
	(place) => {
		const content = Buffer.alloc(4 * PIECE, 'x ');
		content.write(`${TEXT} `, place);
		writeFileSync(path.join(folder, 'all.ndjson'), content);
		const told = sweepFolder(folder, RULES).found.filter(({ file }) => file === 'all.ndjson');
		expect(told.map(({ rule }) => rule)).toEqual(['AN-12']);
	},
);
