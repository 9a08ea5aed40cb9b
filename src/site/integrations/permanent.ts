import { settings } from '../../core/settings.ts';

/** The absolute address of a path, by the configuration of this run. */
export function permanent(target: string): string {
	const { site, prefix } = settings();
	return new URL(prefix + target, site).href;
}
