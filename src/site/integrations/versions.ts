import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getArchive } from '../../archive/load-archive.ts';
import { versionList } from '../components/version/version-view.ts';

/** Path, in the site, of a record's list of versions. */
const listFile = (id: string): string => `r/${id}/versions.json`;

/**
 * Writes the list of released versions of each record, with fingerprints of the words of each paragraph. An Astro
 * route took four times as long, which matters with ten thousand records.
 */
export function versionsIntegration(): AstroIntegration {
	return {
		name: 'archive-versions',
		hooks: {
			async 'astro:build:done'({ dir }) {
				const archive = await getArchive();
				const folder = fileURLToPath(dir);
				for (const id of archive.versions.keys()) {
					const target = path.join(folder, listFile(id));
					mkdirSync(path.dirname(target), { recursive: true });
					writeFileSync(target, `${JSON.stringify(versionList(id, archive))}\n`);
				}
			},
			'astro:server:setup': ({ server }) => {
				server.middlewares.use((request, response, next) => {
					const id = /\/r\/([^/?]+)\/versions\.json$/.exec(request.url ?? '')?.[1];
					if (id === undefined) return next();
					getArchive()
						.then((archive) => {
							if (!archive.versions.has(id)) return next();
							response.setHeader('content-type', 'application/json');
							response.end(JSON.stringify(versionList(id, archive)));
						})
						.catch(next);
				});
			},
		},
	};
}
