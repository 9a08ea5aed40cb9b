import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { readChain } from '../../../src/integrity/releases/release-chain.ts';
import { publishedReleases } from '../../../src/integrity/releases/publish.ts';
import { contentReader, filesIn } from '../../../src/integrity/site-reader.ts';
import { TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import { newKey, readSound, releaseIn } from '../../support/integrity.ts';
import { publishedTestimony } from '../../support/samples.ts';

/** An archive with a signed release, an account with its salt among it. */
async function released() {
	const folder = writeArchive({ [TESTIMONY]: textFile(publishedTestimony(), 'What happened.\n\nAnd then.') });
	await releaseIn(folder.path, newKey());
	return folder;
}

test('what was released is the same after every line end was converted', async () => {
	using folder = await released();
	const before = await publishedReleases((await readSound(folder.path)).archive);
	for (const file of filesIn(folder.path)) {
		const place = path.join(folder.path, file);
		writeFileSync(place, readFileSync(place, 'utf8').replace(/\r?\n/g, '\r\n'));
	}
	const { problems } = await readArchive(folder.path);
	expect(problems).toEqual([]);
	const chain = await readChain(contentReader(folder.path));
	expect(chain.faults).toEqual([]);
	expect(chain.releases.map(({ signed }) => signed)).toEqual([true]);
	expect(await publishedReleases((await readSound(folder.path)).archive)).toEqual(before);
	// The next release sees that nothing changed, instead of freezing everything anew.
	await expect(releaseIn(folder.path)).rejects.toThrow('Nothing to release');
});

test('Git leaves the line ends of an archive alone, also where it is set to convert them', async () => {
	using folder = await released();
	using clone = writeArchive();
	const git = (cwd: string, ...args: string[]) =>
		execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
			cwd,
			stdio: 'pipe',
			encoding: 'utf8',
		});
	writeFileSync(path.join(folder.path, '.gitattributes'), readFileSync('.gitattributes'));
	git(folder.path, 'init', '-q');
	git(folder.path, '-c', 'core.autocrlf=true', 'add', '-A');
	git(folder.path, 'commit', '-qm', 'Release');
	const target = path.join(clone.path, 'clone');
	git(clone.path, '-c', 'core.autocrlf=true', 'clone', '-q', folder.path, target);
	for (const file of filesIn(folder.path))
		if (!file.startsWith('.git/'))
			expect(readFileSync(path.join(target, file)), file).toEqual(readFileSync(path.join(folder.path, file)));
});
