import { describe, expect, test } from 'vitest';
import type { listedRecords } from '../../../src/archive/publish/counting.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import type { Archive } from '../../../src/archive/publish/view.ts';
import { citationFiles } from '../../../src/citations/site-files.ts';
import { isGivenRecord } from '../../../src/checks/disclosure/counts.ts';
import { organisationSections, themeSections } from '../../../src/site/components/lists/sections.ts';
import { writeArchive } from '../../support/archive.ts';
import { givenArchive, mended, rawAccounts } from '../../support/given.ts';

const SAFE = mended(rawAccounts()).accounts;

async function archiveWith(smallCount: number): Promise<Archive> {
	using folder = writeArchive(givenArchive(SAFE, { smallCount }));
	const { archive, problems } = await readArchive(folder.path);
	if (!archive) throw new Error(problems.map(({ message }) => message).join('\n'));
	return archive;
}

/** Lists of a part of the records, with how many of them are given accounts in truth and in the list. */
function lists(archive: Archive): { smallest: number; listed: number[]; files: string } {
	const sections = [
		...archive.themes.flatMap((theme) => themeSections(theme, archive)),
		...archive.organisations.flatMap((one) => organisationSections(one, archive)),
	];
	const given = (records: Parameters<typeof listedRecords>[0]) => records.filter(isGivenRecord).length;
	return {
		smallest: Math.min(...sections.map(({ all }) => given(all)).filter(Boolean)),
		listed: sections.map(({ records }) => given(records)),
		files: [...citationFiles(archive, (path) => `https://archive.example${path}`)]
			.filter(({ path }) => path.startsWith('/themes/'))
			.map((file) => file.text())
			.join('\n'),
	};
}

describe('rows do not tell what a count does not', () => {
	test('given accounts too few to be counted are in no list by theme or organisation, and in none of its files', async () => {
		const archive = await archiveWith(SAFE.length + 1);
		const { listed, files, smallest } = lists(archive);
		expect(smallest).toBeGreaterThan(0);
		expect(files).not.toBe('');
		expect(new Set(listed)).toEqual(new Set([0]));
		for (const { id } of SAFE) expect(files).not.toContain(id);
	});

	test('enough of them are listed, all of them', async () => {
		const { listed, files } = lists(await archiveWith(2));
		expect(Math.max(...listed)).toBeGreaterThan(2);
		for (const { id } of SAFE) expect(files).toContain(id);
	});

	test('a list is cut exactly where its count is', async () => {
		const archive = await archiveWith(10);
		for (const theme of archive.themes)
			for (const { all, records, withholds } of themeSections(theme, archive)) {
				const [before, after] = [all, records].map((list) => list.filter(isGivenRecord).length);
				expect(after).toBe(before !== undefined && before < 10 ? 0 : before);
				if (after === 0 && all.some(({ collection }) => collection === 'testimonies'))
					expect(withholds).toBe(true);
			}
	});
});
