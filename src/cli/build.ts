import { rmSync } from 'node:fs';
import { settings } from '../archive/settings.ts';
import { checkedArchive } from './check.ts';
import { readArguments } from './usage.ts';

/** `build`: checks the content and writes the whole site. Content with a problem leaves the last site as it is. */
export async function build(args: string[]): Promise<void> {
	readArguments(args, 0);
	if (!(await buildSite())) process.exitCode = 1;
}

/**
 * Builds the site in this process, so that the archive is read once.
 *
 * @returns whether a site was written
 */
export async function buildSite(): Promise<boolean> {
	if (!(await checkedArchive())) return false;
	const { outDir } = settings();
	// Astro leaves some folders of the last build in place.
	rmSync(outDir, { recursive: true, force: true });
	const astro = await import('astro');
	await astro.build({ logLevel: process.env['ARCHIVE_LOG'] === 'info' ? 'info' : 'warn' });
	console.log(`The site is in ${outDir}`);
	return true;
}
