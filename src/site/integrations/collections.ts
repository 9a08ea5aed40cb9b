import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Loader } from 'astro/loaders';
import { getReading } from '../../archive/load-archive.ts';
import type { Folder } from '../../archive/read/files.ts';
import { CONFIG_FILE } from '../../archive/read/files.ts';
import { settings } from '../../core/settings.ts';
import { ContentError } from '../../checks/report.ts';

/**
 * Loads a collection of the archive into Astro. Only fields and digests are stored: texts are parsed when their page
 * is rendered.
 */
export function archiveLoader(collection: Folder | 'archive'): Loader {
	return {
		name: 'archive',
		async load({ store, config, generateDigest }) {
			const { archive, problems } = await getReading();
			store.clear();
			// An archive that is being edited may have no valid records: pages say so (problems.ts).
			if (!archive && settings().live) return;
			if (!archive) throw new ContentError(problems);
			const root = path.relative(fileURLToPath(config.root), archive.folder);
			if (collection === 'archive') {
				const data = archive.config as unknown as Record<string, unknown>;
				const digest = generateDigest(data);
				return void store.set({ id: 'archive', data, filePath: path.join(root, CONFIG_FILE), digest });
			}
			for (const { id, data, file, digest } of archive[collection])
				store.set({ id, data: { ...data }, filePath: path.join(root, file), digest });
		},
	};
}

/** Reloads the page when the content changes, and invalidates cached readings of the archive. */
export function archiveIntegration(): AstroIntegration {
	return {
		name: 'archive',
		hooks: {
			'astro:config:setup'({ command }) {
				if (command === 'dev') process.env['ARCHIVE_LIVE'] = '1';
			},
			'astro:server:setup'({ server }) {
				const { content } = settings();
				server.watcher.add(content);
				server.watcher.on('all', (_event, file) => {
					if (file.startsWith(content)) server.ws.send({ type: 'full-reload' });
				});
			},
		},
	};
}
