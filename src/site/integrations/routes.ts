import { readdirSync } from 'node:fs';
import path from 'node:path';
import { SOFTWARE } from '../../core/software.ts';

const ROUTES = path.join(SOFTWARE, 'site/routes');

/** A page or endpoint. */
export interface Route {
	/** Its route pattern, with parameters in square brackets. */
	pattern: string;
	/** Absolute path of its source file. */
	entrypoint: string;
}

/** The routes of the site: each file in `site/routes` has the address that Astro gives a file in `pages`. */
export function siteRoutes(): Route[] {
	return readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(?:astro|[jt]s)$/.test(file) && !file.endsWith('.d.ts'))
		.sort()
		.map((file) => ({ pattern: patternOf(file), entrypoint: path.join(ROUTES, file) }));
}

function patternOf(file: string): string {
	const parts = file.replace(/\.\w+$/, '').split(path.sep);
	return `/${(parts.at(-1) === 'index' ? parts.slice(0, -1) : parts).join('/')}`;
}
