import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getArchive } from '../../archive/load-archive.ts';
import { settings } from '../../core/settings.ts';
import { citationFiles } from '../../citations/site-files.ts';
import { permanent } from './permanent.ts';

/** Writes citation files for whole lists. Those of single records are on their pages. */
export function citationsIntegration(): AstroIntegration {
	return {
		name: 'archive-citations',
		hooks: {
			async 'astro:build:done'({ dir }) {
				for (const file of citationFiles(await getArchive(), permanent)) {
					const target = path.join(fileURLToPath(dir), file.path);
					mkdirSync(path.dirname(target), { recursive: true });
					writeFileSync(target, file.text());
				}
			},
			'astro:server:setup': ({ server }) => {
				server.middlewares.use((request, response, next) => {
					fileAt(request.url ?? '/')
						.then((file) => {
							if (!file) return next();
							response.setHeader('content-type', `${file.mediaType};charset=utf-8`);
							response.end(file.text());
						})
						.catch(next);
				});
			},
		},
	};
}

/** The citation file for a request to the development server. */
async function fileAt(url: string) {
	const { pathname } = new URL(url, 'http://localhost');
	const { base } = settings();
	const target = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
	if (!/\.\w+$/.test(target)) return undefined;
	return citationFiles(await getArchive(), permanent).find((file) => file.path === target);
}
