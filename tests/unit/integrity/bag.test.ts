import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeBag } from '../../../src/integrity/bag.ts';
import { filesIn } from '../../../src/integrity/site-reader.ts';
import { type Folder, temporaryFolder } from '../../support/archive.ts';
import { bagProblems } from '../../support/bag.ts';

const INFO = {
	title: 'An archive',
	description: 'What it\nholds.',
	publisher: 'Its keeper',
	address: 'https://archive.example/',
	release: { name: '0002', month: '2032-02' },
};

let folder: Folder;
let site: string;
let bag: string;
beforeEach(() => {
	folder = temporaryFolder();
	site = path.join(folder.path, 'site');
	bag = path.join(folder.path, 'bag');
	mkdirSync(path.join(site, 'r/fbmgs2sv'), { recursive: true });
	for (const [file, text] of [
		['index.html', 'A page'],
		['r/fbmgs2sv/index.html', 'Another page, café'],
		['100% odd name.txt', 'Odd'],
		['empty', ''],
	] as const)
		writeFileSync(path.join(site, file), text);
});
afterEach(() => folder[Symbol.dispose]());

test('the bag is valid and holds every file', () => {
	expect(writeBag(site, bag, INFO)).toBe(4);
	expect(bagProblems(bag)).toEqual([]);
	for (const file of filesIn(site))
		expect(readFileSync(path.join(bag, 'data', file))).toEqual(readFileSync(path.join(site, file)));
	const info = readFileSync(path.join(bag, 'bag-info.txt'), 'utf8');
	expect(info).toContain('External-Description: An archive: What it holds.\n');
	expect(info).toContain('Bagging-Date: 2032-02-01\n');
	expect(readFileSync(path.join(bag, 'manifest-sha256.txt'), 'utf8')).toContain(
		'  data/100%25 odd name.txt\n',
	);
});

test('the same site gives the same bag', () => {
	writeBag(site, bag, INFO);
	const second = path.join(folder.path, 'second');
	writeBag(site, second, INFO);
	expect(filesIn(second)).toEqual(filesIn(bag));
	for (const file of filesIn(bag))
		expect(readFileSync(path.join(second, file))).toEqual(readFileSync(path.join(bag, file)));
});

test.skipIf(spawnSync('sha256sum', ['--version']).error)('sha256sum reads its manifests', () => {
	rmSync(path.join(site, '100% odd name.txt'));
	writeBag(site, bag, INFO);
	const { status, stdout } = spawnSync(
		'sha256sum',
		['--strict', '-c', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'],
		{
			cwd: bag,
			encoding: 'utf8',
		},
	);
	expect(status, stdout).toBe(0);
});

test('what was not released and has no address says nothing of either', () => {
	writeBag(site, bag, { ...INFO, address: undefined, release: null });
	expect(bagProblems(bag)).toEqual([]);
	expect(readFileSync(path.join(bag, 'bag-info.txt'), 'utf8')).not.toMatch(
		/Bagging-Date|External-Identifier|undefined|null/,
	);
});

test('where it cannot be written whole, nothing is left', () => {
	mkdirSync(bag);
	writeFileSync(path.join(bag, 'mine'), '');
	expect(() => writeBag(site, bag, INFO)).toThrow();
	expect(filesIn(folder.path).filter((file) => !file.startsWith('site/'))).toEqual(['bag/mine']);
});

describe('the validator sees', () => {
	beforeEach(() => void writeBag(site, bag, INFO));
	const at = (file: string) => path.join(bag, file);
	test.each<[string, () => void, string]>([
		['a changed byte', () => appendFileSync(at('data/index.html'), 'x'), 'data/index.html has another sum'],
		[
			'an added file',
			() => writeFileSync(at('data/more'), ''),
			'data/more is in the payload, but not listed',
		],
		['a removed file', () => rmSync(at('data/empty')), 'data/empty is listed, but missing'],
		[
			'a changed tag file',
			() => appendFileSync(at('bag-info.txt'), 'X: y\n'),
			'bag-info.txt has another sum',
		],
		['no declaration', () => rmSync(at('bagit.txt')), 'bagit.txt is missing'],
		[
			'a wrong count',
			() => writeFileSync(at('bag-info.txt'), 'Payload-Oxum: 1.1\n'),
			'Payload-Oxum is wrong',
		],
	])('%s', (_, how, problem) => {
		expect(existsSync(at('bagit.txt'))).toBe(true);
		how();
		expect(bagProblems(bag)).toContain(problem);
	});
});
