import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { getArchive } from '../archive/load-archive.ts';
import { settings } from '../core/settings.ts';
import { scrubEnvironment } from '../output/environment.ts';
import { setTimes, timeOfSite } from '../output/file-times.ts';
import { outputFolder, surroundings } from '../output/folder.ts';
import { lockOutput } from '../output/lock.ts';
import { putInPlace, settleOutput } from '../output/swap.ts';
import { checkProjectFolder } from '../output/project.ts';
import { makeWorkFolder } from '../output/work-folder.ts';
import { checkedArchive } from './check.ts';
import { EDITION_OPTIONS, needAddress } from './edition.ts';
import { withdrawalGoesOn } from './edit/remainder.ts';
import { readArguments } from './usage.ts';

/** `build`: checks the content and writes the whole site. Content with a problem leaves the last site as it is. */
export async function build(args: string[]): Promise<void> {
	const { values } = readArguments(args, 0, EDITION_OPTIONS);
	await needAddress(values);
	if (!(await buildSite())) process.exitCode = 1;
}

/**
 * Builds the site in this process, so that the archive is read once. It is made and swept in a folder of its own and
 * takes the place of the last one only then: whatever stops a build, the last site stays as it was.
 *
 * @returns whether a site was written
 * @throws Failure where the output folder must not be written, or another build is writing it
 */
export async function buildSite(): Promise<boolean> {
	const { content, outDir: wanted } = settings();
	checkProjectFolder();
	const outDir = outputFolder(wanted, surroundings(content));
	if (!(await checkedArchive()) && !(await withdrawalGoesOn())) return false;
	mkdirSync(path.dirname(outDir), { recursive: true });
	const unlock = lockOutput(outDir);
	const work = makeWorkFolder();
	try {
		settleOutput(outDir);
		scrubEnvironment();
		process.env['ARCHIVE_WORK'] = work;
		const site = path.join(work, 'site');
		const astro = await import('astro');
		await astro.build({
			logLevel: process.env['ARCHIVE_LOG'] === 'info' ? 'info' : 'warn',
			outDir: site,
		});
		setTimes(site, timeOfSite(await getArchive(), site, outDir));
		putInPlace(site, outDir);
	} finally {
		rmSync(work, { recursive: true, force: true });
		unlock();
	}
	console.log(`The site is in ${wanted}`);
	return true;
}
