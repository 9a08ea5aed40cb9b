import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { SOFTWARE } from '../../core/software.ts';

/**
 * Adds the gallery of components at `/gallery/`, for developers. Only the development server has it: a build never
 * injects the route, so no published archive can contain it.
 */
export function galleryIntegration(): AstroIntegration {
	return {
		name: 'archive-gallery',
		hooks: {
			'astro:config:setup'({ command, injectRoute }) {
				if (command !== 'dev') return;
				injectRoute({
					pattern: '/gallery/[...room]',
					entrypoint: path.join(SOFTWARE, 'site/gallery/gallery.astro'),
				});
			},
		},
	};
}
