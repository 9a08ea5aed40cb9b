import { settings } from '../archive/settings.ts';
import { buildSite } from './build.ts';
import { readArguments } from './usage.ts';

/** `serve`: builds the site and shows it at a local address until it is stopped. */
export async function serve(args: string[]): Promise<void> {
	const { port } = readArguments(args, 0);
	if (!(await buildSite())) {
		process.exitCode = 1;
		return;
	}
	const astro = await import('astro');
	const server = await astro.preview({
		logLevel: 'error',
		server: port === undefined ? {} : { port },
		// Else it answers no file whose name has no ending, as the lists of sums.
		trailingSlash: 'ignore',
	});
	console.log(`The archive is at http://localhost:${server.port}${settings().base} – stop it with Ctrl+C`);
}
