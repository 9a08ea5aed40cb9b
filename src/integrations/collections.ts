import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Loader } from 'astro/loaders';
import { getArchive } from '../archive/current.ts';
import type { Folder } from '../archive/files.ts';
import { CONFIG_FILE } from '../archive/files.ts';
import { settings } from '../archive/settings.ts';

/**
 * Hands one collection of the archive to Astro. Only fields and digests are stored: texts are parsed when their
 * page is rendered.
 */
export function archiveLoader(collection: Folder | 'archive'): Loader {
	return {
		name: 'archive',
		async load({ store, config, generateDigest }) {
			const archive = await getArchive();
			const root = path.relative(new URL(config.root).pathname, archive.folder);
			store.clear();
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

/** Shows the page anew when the content changes, and says so to everything that keeps a reading of it. */
export function archiveIntegration(): AstroIntegration {
	return {
		name: 'archive',
		hooks: {
			'astro:config:setup'({ command }) {
				if (command === 'dev') process.env['ARCHIVE_LIVE'] = '1';
			},
			'astro:build:done'({ dir, pages }) {
				if (settings().incremental)
					removeOthers(fileURLToPath(dir), new Set(pages.map(({ pathname }) => pathname)));
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

/** Files of records that are not pages: the integrations after this one write them anew in every build. */
const WRITTEN_ANEW = /^r\/[^/]+\/(?:versions\.json|v\d+\.txt)$/;

/**
 * Removes what an earlier build left: pages that this one did not make, and files that are written anew after it. An
 * incremental build does not empty its folder, and what was withdrawn or renamed must not stay there.
 *
 * @param made paths of the pages of this build, as Astro names them: `r/7k3m9qtw/`
 */
function removeOthers(folder: string, made: ReadonlySet<string>): void {
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const file = name.split(path.sep).join('/');
		const isPage = path.posix.basename(file) === 'index.html';
		const isLeft = isPage ? !made.has(file.slice(0, -'index.html'.length)) : WRITTEN_ANEW.test(file);
		if (!isLeft) continue;
		rmSync(path.join(folder, name));
		const parent = path.dirname(path.join(folder, name));
		if (readdirSync(parent).length === 0) rmdirSync(parent);
	}
}
