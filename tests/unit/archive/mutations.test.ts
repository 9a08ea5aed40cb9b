import fs, { mkdirSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import {
	type Files,
	minimalArchive,
	REPORT,
	temporaryFolder,
	textFile,
	writeArchive,
} from '../../support/archive.ts';
import { mutilated, randomFrom, wholeArchive } from '../../support/mutations.ts';
import { faultsOf } from '../../support/reading-faults.ts';
import { report } from '../../support/samples.ts';

/** Many more are tried by `npm run bench -- --mutations 20000`. */
const MUTATIONS = 500;

test('the archive that is mutilated is sound, and the same seed makes the same of it', async () => {
	using folder = writeArchive(wholeArchive());
	expect((await readArchive(folder.path)).problems).toEqual([]);
	expect(mutilated(wholeArchive(), randomFrom(7))).toEqual(mutilated(wholeArchive(), randomFrom(7)));
});

test(
	'whatever is done to files, the check ends in problems with their places',
	{ timeout: 240_000 },
	async () => {
		const archive = wholeArchive();
		using folder = writeArchive(archive);
		const faults: string[] = [];
		for (let seed = 1_000_000; seed < 1_000_000 + MUTATIONS; seed++) {
			const files = mutilated(archive, randomFrom(seed));
			const changed = Object.keys(files).filter((file) => files[file] !== archive[file]);
			for (const file of changed) writeFileSync(path.join(folder.path, file), files[file] ?? '');
			for (const fault of await faultsOf(() => readArchive(folder.path), files))
				faults.push(`seed ${seed}: ${fault}`);
			for (const file of changed) writeFileSync(path.join(folder.path, file), archive[file] ?? '');
		}
		expect(faults).toEqual([]);
	},
);

const source = minimalArchive()[REPORT] ?? '';
const fields = (text: string) => source.replace('version: 1\n', () => `${text}\nversion: 1\n`);

test.each<[what: string, files: Files]>([
	['questions without end', { [REPORT]: fields('? '.repeat(5000)) }],
	['dashes without end', { [REPORT]: fields(`themes: ${'- '.repeat(5000)}`) }],
	['dashes without end on a line of their own', { [REPORT]: fields('- '.repeat(5000)) }],
	['colons without end', { [REPORT]: fields('a: '.repeat(5000)) }],
	['brackets without end', { [REPORT]: fields(`themes: ${'[{'.repeat(5000)}`) }],
	['tags without end', { [REPORT]: fields(`themes: ${'!a '.repeat(5000)}`) }],
	[
		'levels without end',
		{ [REPORT]: fields(Array.from({ length: 400 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')) },
	],
	['the same in archive.yaml', { 'archive.yaml': '? '.repeat(5000) }],
	['the same in register.yaml', { 'register.yaml': '- '.repeat(5000) }],
	[
		'an object in place of a name',
		{ [REPORT]: source.replace('complaint: big-complaint', 'complaint: {toString: 1}') },
	],
	[
		'an object in place of each value',
		{ [REPORT]: source.replace(/^(\w+): \S.*$/gm, '$1: {toString: 1, valueOf: 2, constructor: 3}') },
	],
	['lists in place of values', { [REPORT]: source.replace(/^(\w+): \S.*$/gm, '$1: [[1], {a: b}]') }],
	['a file in place of a folder of versions', { versions: 'x' }],
	['a file in place of the releases', { releases: 'x' }],
	['a file in place of the captures', { captures: 'x' }],
	['a file in place of the images', { images: 'x' }],
	['a file in place of the reports', { [REPORT]: null, reports: 'x' }],
	['a folder in place of archive.yaml', { 'archive.yaml': null, 'archive.yaml/a': 'x' }],
	['a folder in place of register.yaml', { 'register.yaml/a': 'x' }],
	[
		'a folder in place of a salt',
		{ 'versions/fbmgs2sv/salt/a': 'x', 'versions/fbmgs2sv/v1.mdx': textFile(report(), 'A.\n\nB.') },
	],
	['a folder in place of a version', { 'versions/fbmgs2sv/v1.mdx/a': 'x' }],
	['a folder in place of sums', { 'releases/0001/SHA256SUMS/a': 'x' }],
	['a folder in place of a picture', { 'images/a.png/a': 'x' }],
])('%s end in a problem', async (_, files) => {
	using folder = writeArchive(files);
	const reading = await readArchive(folder.path);
	expect(await faultsOf(() => Promise.resolve(reading), {})).toEqual([]);
	expect(reading.archive).toBeNull();
});

test('a folder that cannot be read is told, and nothing else ends', async () => {
	using folder = temporaryFolder();
	for (const [file, text] of Object.entries(minimalArchive())) {
		mkdirSync(path.dirname(path.join(folder.path, file)), { recursive: true });
		writeFileSync(path.join(folder.path, file), text);
	}
	for (const unreadable of ['', '/reports', '/versions', '/releases', '/images', '/captures', '/themes']) {
		mkdirSync(`${folder.path}${unreadable}`, { recursive: true });
		const whole = fs.readdirSync;
		fs.readdirSync = ((place: string, ...rest: never[]) => {
			if (path.resolve(String(place)) !== `${folder.path}${unreadable}`) return whole(place, ...rest);
			throw Object.assign(new Error(`EACCES: permission denied, scandir '${place}'`), { code: 'EACCES' });
		}) as never;
		syncBuiltinESMExports();
		try {
			const { archive, problems } = await readArchive(folder.path);
			expect(archive, unreadable).toBeNull();
			expect(
				problems.map(({ rule }) => rule),
				unreadable,
			).toContain('unreadable');
		} finally {
			fs.readdirSync = whole;
			syncBuiltinESMExports();
		}
	}
});
