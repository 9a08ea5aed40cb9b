import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { proseOf } from '../../../src/archive/publish/prose.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { prepareCacheFolder } from '../../../src/core/caches.ts';
import { TESTIMONY, temporaryFolder, textFile, writeArchive } from '../../support/archive.ts';
import { givenTestimony } from '../../support/samples.ts';

test('texts of reports are cached as they are parsed, and nothing of an account is', async () => {
	using content = writeArchive({
		[TESTIMONY]: textFile(
			{ ...givenTestimony(), title: 'A kettle', summary: 'It boiled.' },
			'The kettle boiled over.',
		),
	});
	using caches = temporaryFolder();
	const file = path.join(caches.path, 'archive.cache');
	for (let run = 0; run < 2; run++) {
		const { archive } = await readArchive(content.path, file);
		if (!archive) throw new Error('The archive has problems');
		const [report] = archive.reports;
		const [account] = archive.testimonies;
		if (!report || !account) throw new Error('The archive has no report or no account');
		expect(archive.cachedText(report.digest)).toBeDefined();
		const trees = proseOf(report, archive).blocks.map(({ children }) => children);
		const parsedAnew = proseOf(report, { ...archive, cachedText: () => undefined });
		expect(trees).toEqual(parsedAnew.blocks.map(({ children }) => children));
		expect(archive.cachedText(account.digest)).toBeUndefined();
		const cached = readFileSync(file, 'utf8');
		expect(cached).toContain(report.data.title);
		for (const words of ['kettle', 'boiled', '"consent"', '"review"']) expect(cached).not.toContain(words);
	}
});

test('what earlier versions of the software cached is removed', () => {
	using folder = temporaryFolder();
	for (const name of ['readings.json', 'texts.json', 'texts-0123456789ab.json', 'citations.json'])
		writeFileSync(path.join(folder.path, name), 'Words of an account');
	prepareCacheFolder(folder.path, '/archive');
	for (const name of readdirSync(folder.path))
		expect(readFileSync(path.join(folder.path, name), 'utf8')).not.toContain('account');
});
