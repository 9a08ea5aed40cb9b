import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getArchive } from '../../archive/load-archive.ts';
import { settings } from '../../core/settings.ts';
import { exportedOf, exportFolder, moveExports } from '../../exports/exported.ts';
import { DATA_FOLDER } from '../../exports/paths.ts';
import { lookup } from '../../core/values/lookup.ts';

const TYPES: Readonly<Record<string, string>> = {
	'.csv': 'text/csv;charset=utf-8;header=present',
	'.json': 'application/json',
	'.ndjson': 'application/x-ndjson',
};

/** Writes the open data into the site, before the pages, one of which lists its checksums. */
export function exportsIntegration(): AstroIntegration {
	return {
		name: 'archive-exports',
		hooks: {
			async 'astro:build:done'({ dir }) {
				await moveExports(await getArchive(), path.join(fileURLToPath(dir), DATA_FOLDER));
			},
			'astro:server:setup': ({ server }) => {
				server.middlewares.use((request, response, next) => {
					const file = asked(request.url ?? '/');
					if (file === undefined) return next();
					getArchive()
						.then(exportedOf)
						.then(() => {
							const target = path.join(exportFolder(), file);
							if (!statSync(target, { throwIfNoEntry: false })?.isFile()) return next();
							response.setHeader(
								'content-type',
								lookup(TYPES, path.extname(file)) ?? 'application/octet-stream',
							);
							createReadStream(target).pipe(response);
						})
						.catch(next);
				});
			},
		},
	};
}

/** The data file for a request to the development server. */
function asked(url: string): string | undefined {
	const { pathname } = new URL(url, 'http://localhost');
	const { base } = settings();
	const target = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
	// Normalised by URL and not decoded, so it cannot contain `..`.
	return target.startsWith(DATA_FOLDER) ? target.slice(DATA_FOLDER.length) : undefined;
}
