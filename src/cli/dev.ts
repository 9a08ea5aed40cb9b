import { rmSync } from 'node:fs';
import { settings } from '../core/settings.ts';
import { scrubEnvironment } from '../output/environment.ts';
import { checkProjectFolder } from '../output/project.ts';
import { makeWorkFolder } from '../output/work-folder.ts';
import { checkedArchive } from './check.ts';
import { readArguments } from './usage.ts';

/**
 * `dev`: shows the site while its content is edited; every page that is opened is made from the files as they are. What
 * has problems is no obstacle: what is sound is shown, and the problems with it.
 */
export async function dev(args: string[]): Promise<void> {
	const { port } = readArguments(args, 0);
	checkProjectFolder();
	scrubEnvironment();
	process.env['ARCHIVE_LIVE'] = '1';
	const work = makeWorkFolder();
	process.env['ARCHIVE_WORK'] = work;
	process.once('exit', () => rmSync(work, { recursive: true, force: true }));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(0));
	await checkedArchive();
	process.exitCode = 0;
	const astro = await import('astro');
	const server = await astro.dev({ logLevel: 'warn', server: port === undefined ? {} : { port } });
	console.log(
		`The archive is at http://localhost:${server.address.port}${settings().base} – stop it with Ctrl+C`,
	);
}
