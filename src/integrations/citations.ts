import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getArchive } from '../archive/current.ts';
import { settings } from '../archive/settings.ts';
import { FORMATS } from '../citation/exports.ts';
import type { CitationFile } from '../citation/files.ts';
import { citationFolders, isCitationFile } from '../citation/site.ts';

/**
 * Writes the citations of every page that can be cited, beside the page. They are many small files: written here they
 * cost a tenth of what endpoints of their own would.
 */
export function citationsIntegration(): AstroIntegration {
	return {
		name: 'archive-citations',
		hooks: {
			async 'astro:build:done'({ dir }) {
				const out = fileURLToPath(dir);
				const written = new Set<string>();
				for (const { path: folder, files } of citationFolders(await getArchive(), permanent)) {
					mkdirSync(path.join(out, folder), { recursive: true });
					for (const { name, text } of files()) {
						writeFileSync(path.join(out, folder, name), text);
						written.add(path.join(folder, name));
					}
				}
				if (settings().incremental) removeOthers(out, written);
			},
			'astro:server:setup': ({ server }) => {
				server.middlewares.use((request, response, next) => {
					fileAt(request.url ?? '/')
						.then((file) => {
							if (!file) return next();
							response.setHeader('content-type', `${typeOf(file.name)};charset=utf-8`);
							response.end(file.text);
						})
						.catch(next);
				});
			},
		},
	};
}

/** Removes citations of an earlier build: those of a record that was withdrawn must not stay. */
function removeOthers(out: string, written: ReadonlySet<string>): void {
	for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
		if (!isCitationFile(path.basename(name)) || written.has(path.sep + name)) continue;
		rmSync(path.join(out, name));
		const parent = path.dirname(path.join(out, name));
		if (readdirSync(parent).length === 0) rmdirSync(parent);
	}
}

/** Full address of a path of the archive, by how this run is set up. */
function permanent(target: string): string {
	const { site, base } = settings();
	return new URL(base.replace(/\/$/, '') + target, site).href;
}

/** The citation file that the development server is asked for. */
async function fileAt(url: string): Promise<CitationFile | undefined> {
	const { pathname } = new URL(url, 'http://localhost');
	const { base } = settings();
	const target = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
	const [, folder, name] = /^(.*\/)([^/]*\.[^/]*)$/.exec(target) ?? [];
	if (!folder || !name) return undefined;
	for (const one of citationFolders(await getArchive(), permanent))
		if (one.path === folder) return one.files().find((file) => file.name === name);
	return undefined;
}

function typeOf(name: string): string {
	const format = Object.values(FORMATS).find(({ ending }) => name.endsWith(`.${ending}`));
	if (format) return format.mediaType;
	return name.endsWith('.json') ? 'application/json' : 'text/plain';
}
