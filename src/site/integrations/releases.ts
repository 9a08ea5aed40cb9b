import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getArchive } from '../../archive/load-archive.ts';
import { settings } from '../../core/settings.ts';
import { MANIFEST_FILE, MANIFEST_SIGNATURE } from '../../integrity/releases/paths.ts';
import { publishedReleases, siteSignature } from '../../integrity/releases/publish.ts';

/**
 * Publishes the releases: the canonical texts of released versions, the sums, the signatures, the log and the key.
 * Invalid releases fail the build.
 */
export function releasesIntegration(): AstroIntegration {
	let published: ReadonlyMap<string, string> = new Map();
	return {
		name: 'archive-releases',
		hooks: {
			async 'astro:build:start'() {
				published = await publishedReleases(await getArchive());
			},
			'astro:build:done'({ dir }) {
				const folder = fileURLToPath(dir);
				for (const [file, text] of published) {
					mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
					writeFileSync(path.join(folder, file), text);
				}
				published = new Map();
			},
		},
	};
}

/** Writes the manifest of the site, and its signature if it is valid for these files. */
export async function writeManifest(folder: string, manifest: string): Promise<void> {
	writeFileSync(path.join(folder, MANIFEST_FILE), manifest);
	const signature = await siteSignature(manifest, settings().content);
	if (signature !== null) writeFileSync(path.join(folder, MANIFEST_SIGNATURE), signature);
}
