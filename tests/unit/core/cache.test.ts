import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Cache } from '../../../src/core/cache.ts';
import { temporaryFolder } from '../../support/archive.ts';

describe('a cache file', () => {
	let file = '';

	/** One run: uses some entries, makes those that are missing, and saves. Gives the keys of the misses. */
	const run = (entries: Readonly<Record<string, string>>, version = 'a') => {
		const cache = new Cache(file, version);
		const misses: string[] = [];
		for (const [key, content] of Object.entries(entries)) {
			if (cache.get(key)?.toString() === content) continue;
			misses.push(key);
			cache.set(key, content);
		}
		cache.save();
		return misses;
	};
	const entry = (key: string) => new Cache(file, 'a').get(key)?.toString();

	beforeEach(() => {
		const folder = temporaryFolder();
		file = path.join(folder.path, 'deep/archive.cache');
		return () => folder[Symbol.dispose]();
	});

	test('gives the next run what this one made', () => {
		expect(run({ one: 'First – words', two: '' })).toEqual(['one', 'two']);
		expect(run({ one: 'First – words', two: '' })).toEqual([]);
		expect([entry('one'), entry('two'), entry('three')]).toEqual(['First – words', '', undefined]);
	});

	test('still reads its entries after it was saved', () => {
		run({ one: 'First' });
		const cache = new Cache(file, 'a');
		cache.set('two', 'Second');
		cache.get('one');
		cache.save();
		expect(['one', 'two'].map((key) => String(cache.get(key)))).toEqual(['First', 'Second']);
	});

	test('drops entries that a run did not use, and leaves no other file behind', () => {
		run({ one: 'First words', two: 'Second' });
		expect(run({ two: 'Second', three: 'Third' })).toEqual(['three']);
		expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
		expect(readFileSync(file, 'utf8')).not.toContain('First words');
		expect([entry('two'), entry('three')]).toEqual(['Second', 'Third']);
	});

	test('does not use the entries of other software', () => {
		run({ one: 'First' });
		expect(run({ one: 'First' }, 'b')).toEqual(['one']);
	});

	test.each([
		['is empty', () => Buffer.alloc(0)],
		['is truncated', (bytes: Buffer) => bytes.subarray(0, -20)],
		[
			'has a damaged index',
			(bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('"one"', '"eno"')),
		],
		[
			'has a damaged entry',
			(bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('First', 'Worst')),
		],
	])('has a miss where it %s', (_, harm) => {
		run({ one: 'First' });
		writeFileSync(file, harm(readFileSync(file)));
		expect(entry('one')).toBeUndefined();
		expect(run({ one: 'First' })).toEqual(['one']);
		expect(entry('one')).toBe('First');
	});

	test('is done without where it cannot be written', () => {
		mkdirSync(path.dirname(path.dirname(file)), { recursive: true });
		writeFileSync(path.dirname(file), 'A file where a folder is needed.');
		expect(run({ one: 'First' })).toEqual(['one']);
		expect(existsSync(file)).toBe(false);
	});
});
