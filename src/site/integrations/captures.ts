import { copyFileSync, createReadStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { HeldCapture } from '../../archive/media/captures.ts';
import { getArchive } from '../../archive/load-archive.ts';
import { fileHash } from '../../archive/read/file-hash.ts';
import { CAPTURES_FOLDER } from '../../archive/read/files.ts';
import { settings } from '../../core/settings.ts';
import type { Archive } from '../../archive/publish/view.ts';
import { CAPTURE_HEADERS } from '../security-headers.ts';
import { capturePath } from '../../core/model/capture.ts';

/** Copies public captures into the site, byte for byte; sealed ones are not copied. */
export function capturesIntegration(): AstroIntegration {
	return {
		name: 'archive-captures',
		hooks: {
			async 'astro:build:done'({ dir }) {
				writeCaptures(fileURLToPath(dir), publicCaptures(await getArchive()));
			},
			'astro:server:setup'({ server }) {
				const { base } = settings();
				server.middlewares.use((request, response, next) => {
					const { pathname } = new URL(request.url ?? '/', 'http://localhost');
					const asked = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
					if (!asked.startsWith(`/${CAPTURES_FOLDER}/`)) return next();
					getArchive()
						.then((archive) => {
							const found = publicCaptures(archive).get(path.basename(asked));
							if (!found?.file) return next();
							for (const [name, value] of Object.entries(CAPTURE_HEADERS)) response.setHeader(name, value);
							response.setHeader('content-type', 'application/octet-stream');
							createReadStream(found.file).pipe(response);
						})
						.catch(next);
				});
			},
		},
	};
}

/** Published captures, by file name in the site. */
function publicCaptures({ captures }: Archive): Map<string, HeldCapture> {
	const open = [...captures.values()].filter(({ storage, file }) => storage === 'public' && file !== null);
	return new Map(open.map((one) => [path.basename(capturePath(one.hash, one.mediaType)), one]));
}

/**
 * Writes the captures of a site.
 *
 * @throws if a file has changed since the archive was read
 */
function writeCaptures(site: string, captures: ReadonlyMap<string, HeldCapture>): void {
	const target = path.join(site, CAPTURES_FOLDER);
	if (captures.size > 0) mkdirSync(target, { recursive: true });
	for (const [name, { file, hash }] of captures) {
		copyFileSync(file ?? '', path.join(target, name));
		if (fileHash(path.join(target, name)) !== hash)
			throw new Error(`${name} changed during the build. Build again`);
	}
}
