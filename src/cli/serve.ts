import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
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
		vite: { plugins: [listsOfSums()] },
	});
	console.log(`The archive is at http://localhost:${server.port}${settings().base} – stop it with Ctrl+C`);
}

/** Lists of sums have no ending to their name, and Astro's server answers no such address. Any other host does. */
function listsOfSums(): Plugin {
	const { outDir, base } = settings();
	return {
		name: 'archive-lists-of-sums',
		enforce: 'pre',
		configurePreviewServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const address = request.url?.replace(/[?#].*/, '') ?? '';
				const name = address.startsWith(base) ? address.slice(base.length) : '';
				const file = path.join(outDir, name);
				if (!/^(?:releases\/\d{4,}\/)?SHA256SUMS$/.test(name) || !existsSync(file)) return next();
				response.setHeader('Content-Type', 'text/plain; charset=utf-8');
				response.end(readFileSync(file));
			});
		},
	};
}
