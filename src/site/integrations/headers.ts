import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { getArchive } from '../../archive/load-archive.ts';
import { settings } from '../../core/settings.ts';
import { headersFile } from '../security-headers.ts';

/**
 * Writes the `_headers` file, from which some hosts read response headers. It depends on the archive and its base
 * path.
 */
export function headersIntegration(): AstroIntegration {
	return {
		name: 'archive-headers',
		hooks: {
			async 'astro:build:done'({ dir }) {
				const { config } = await getArchive();
				await writeFile(new URL('_headers', dir), headersFile(settings().base, config.indexing));
			},
		},
	};
}
