import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getArchive, getReading } from '../../archive/load-archive.ts';
import { leftIn } from '../../archive/media/image-bytes.ts';
import { settings } from '../../core/settings.ts';
import { imagesShown } from '../../archive/media/shown-images.ts';
import { IMAGE_FOLDER, type Image } from '../../core/model/image.ts';

/** Provides the pictures on pages: as files after a build, from memory in the development server. */
export function imagesIntegration(): AstroIntegration {
	return {
		name: 'archive-images',
		hooks: {
			async 'astro:build:done'({ dir }) {
				const folder = fileURLToPath(dir);
				const dirty = await writeImages(folder, imagesShown(await getArchive()));
				if (dirty.length === 0) return;
				rmSync(folder, { recursive: true, force: true });
				throw new Error(
					`Build output deleted: its images contain metadata. The previous site is unchanged.\n${dirty.join('\n')}`,
				);
			},
			'astro:server:setup'({ server, logger }) {
				const { base } = settings();
				server.middlewares.use((request, response, next) => {
					const { pathname } = new URL(request.url ?? '/', 'http://localhost');
					const asked = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
					if (!asked.startsWith(`/${IMAGE_FOLDER}/`)) return next();
					getReading()
						.then(({ archive }) => {
							const found = [...(archive?.images.values() ?? [])].find((image) => image.path === asked);
							if (!found) return next();
							response.setHeader('content-type', 'image/webp');
							response.setHeader('cache-control', 'no-cache');
							response.end(found.bytes);
						})
						.catch((error: unknown) => {
							logger.error(error instanceof Error ? error.message : String(error));
							next();
						});
				});
			},
		},
	};
}

/**
 * Writes the pictures of a site, and checks each written file.
 *
 * @param folder folder of the site
 * @returns the files in the folder of pictures that contain metadata, with what they contain
 */
export async function writeImages(folder: string, images: readonly Image[]): Promise<string[]> {
	const target = path.join(folder, IMAGE_FOLDER);
	const wanted = new Map(images.map((image) => [path.basename(image.path), image.bytes]));
	if (wanted.size > 0) mkdirSync(target, { recursive: true });
	for (const [name, bytes] of wanted) writeFileSync(path.join(target, name), bytes);
	const dirty: string[] = [];
	for (const name of wanted.keys()) {
		const left = await leftIn(readFileSync(path.join(target, name)));
		if (left.length > 0) dirty.push(`${IMAGE_FOLDER}/${name}: ${left.join(', ')}`);
	}
	return dirty;
}
