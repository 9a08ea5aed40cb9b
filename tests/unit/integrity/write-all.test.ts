import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, afterEach, expect, test } from 'vitest';
import { finishWriting, writeAll } from '../../../src/integrity/write-all.ts';
import { filesIn } from '../../../src/integrity/reader.ts';
import { type Folder, temporaryFolder } from '../../support/archive.ts';

let folder: Folder;
beforeEach(() => {
	folder = temporaryFolder();
	writeFileSync(path.join(folder.path, 'log'), 'one\n');
});
afterEach(() => folder[Symbol.dispose]());

const contents = () =>
	Object.fromEntries(
		filesIn(folder.path).map((file) => [file, readFileSync(path.join(folder.path, file), 'utf8')]),
	);
const NEW = new Map([
	['log', 'one\ntwo\n'],
	['releases/0002/sums', 'sums\n'],
	['versions/a/v1', 'text\n'],
]);

test('writes all, leaves nothing beside, and can be undone', () => {
	const undo = writeAll(folder.path, NEW);
	expect(contents()).toEqual(Object.fromEntries(NEW));
	undo();
	expect(contents()).toEqual({ log: 'one\n' });
	expect(readdirSync(folder.path)).toEqual(['log']);
});

test('where one file cannot be written, none is', () => {
	// A folder in the place of the last file.
	mkdirSync(path.join(folder.path, 'versions/a/v1'), { recursive: true });
	writeFileSync(path.join(folder.path, 'versions/a/v1/x'), '');
	expect(() => writeAll(folder.path, NEW)).toThrow();
	expect(contents()).toEqual({ log: 'one\n', 'versions/a/v1/x': '' });
	expect(readdirSync(folder.path).sort()).toEqual(['log', 'versions']);
});

test('what was cut short after it was ready is finished', () => {
	writeAll(folder.path, NEW)();
	mkdirSync(path.join(folder.path, '.release-ready/releases/0002'), { recursive: true });
	writeFileSync(path.join(folder.path, '.release-ready/releases/0002/sums'), 'sums\n');
	expect(finishWriting(folder.path)).toBe(true);
	expect(contents()).toEqual({ log: 'one\n', 'releases/0002/sums': 'sums\n' });
	expect(finishWriting(folder.path)).toBe(false);
});

test('what was cut short before is cleared away', () => {
	mkdirSync(path.join(folder.path, '.release-staging'));
	writeFileSync(path.join(folder.path, '.release-staging/log'), 'half');
	expect(finishWriting(folder.path)).toBe(false);
	expect(contents()).toEqual({ log: 'one\n' });
	expect(existsSync(path.join(folder.path, '.release-staging'))).toBe(false);
});
