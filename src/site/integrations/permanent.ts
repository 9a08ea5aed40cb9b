import { settings } from '../../core/settings.ts';

/** Full address of a path of the archive, by how this run is set up. */
export function permanent(target: string): string {
	const { site, prefix } = settings();
	return new URL(prefix + target, site).href;
}
