import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { keepText, keptText, loadTexts, saveTexts } from '../../../src/archive/cache/texts.ts';
import { proseOf } from '../../../src/archive/publish/prose.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { parseProse } from '../../../src/core/prose/parse.ts';
import type { Prose } from '../../../src/core/prose/types.ts';
import { temporaryFolder, writeArchive } from '../../support/archive.ts';

const proseWith = (words: string) => parseProse(words, '', false).prose;

describe('parsed texts', () => {
	const ONE = proseWith('First words – with “quotation marks”.\n\n## A heading\n\nMore *words*.');
	const TWO = proseWith('Second words.');
	let index = '';

	/** One run: takes up what the last one left, keeps some, leaves them to the next. */
	const run = (texts: Readonly<Record<string, Prose>>) => {
		const parsed: string[] = [];
		loadTexts(index, 'a');
		for (const [digest, prose] of Object.entries(texts))
			keepText(digest, () => {
				parsed.push(digest);
				return prose;
			});
		saveTexts(index, 'a');
		return parsed;
	};
	beforeEach(() => {
		const folder = temporaryFolder();
		index = path.join(folder.path, 'texts.json');
		return () => folder[Symbol.dispose]();
	});

	test('are read again as they were, in the same run and in later ones', () => {
		expect(run({ one: ONE, two: TWO })).toEqual(['one', 'two']);
		expect([keptText('one'), keptText('two'), keptText('three')]).toEqual([ONE, TWO, undefined]);
		// Nothing is parsed a second time.
		expect(run({ one: ONE, two: TWO })).toEqual([]);
		expect([keptText('one'), keptText('two')]).toEqual([ONE, TWO]);
	});

	test('of files that are gone leave nothing behind', () => {
		run({ one: ONE, two: TWO });
		expect(run({ two: TWO, three: proseWith('Third words.') })).toEqual(['three']);
		expect([keptText('one'), keptText('two')]).toEqual([undefined, TWO]);
		const folder = path.dirname(index);
		const files = readdirSync(folder);
		expect(files).toHaveLength(2);
		for (const file of files)
			expect(readFileSync(path.join(folder, file), 'utf8')).not.toContain('First words');
	});

	test('that other code parsed are passed over', () => {
		run({ one: ONE });
		loadTexts(index, 'b');
		expect(keptText('one')).toBeUndefined();
	});

	test.each([
		['no index', (folder: string) => rmSync(path.join(folder, 'texts.json'))],
		['a broken index', (folder: string) => writeFileSync(path.join(folder, 'texts.json'), '{')],
		['no texts', (folder: string) => rmSync(path.join(folder, readdirSync(folder)[0] ?? ''))],
	])('are none where there is %s', (_, harm) => {
		run({ one: ONE });
		harm(path.dirname(index));
		loadTexts(index, 'a');
		expect(keptText('one')).toBeUndefined();
	});
});

test('of an archive, those of reports are kept and give the same, and those of accounts are in no file', async () => {
	using content = writeArchive();
	using caches = temporaryFolder();
	const fresh = await readArchive(content.path);
	const keep = path.join(caches.path, 'readings.json');
	for (let run = 0; run < 2; run++) {
		const { archive } = await readArchive(content.path, keep);
		if (!archive || !fresh.archive) throw new Error('The archive has problems');
		const [report] = archive.reports;
		if (!report) throw new Error('The archive has no report');
		expect(archive.keptText(report.digest)).toBeDefined();
		const trees = proseOf(report, archive).blocks.map(({ children }) => children);
		const parsedAnew = proseOf(report, { ...archive, keptText: () => undefined });
		expect(trees).toEqual(parsedAnew.blocks.map(({ children }) => children));
		for (const { digest, body } of archive.testimonies) {
			expect(archive.keptText(digest)).toBeUndefined();
			const words = body.trim().slice(0, 40);
			for (const file of readdirSync(caches.path, { recursive: true, encoding: 'utf8' }))
				if (/^(?:readings|texts)/.test(file))
					expect(readFileSync(path.join(caches.path, file), 'utf8')).not.toContain(words);
		}
		expect(archive.testimonies.length).toBeGreaterThan(0);
	}
});
