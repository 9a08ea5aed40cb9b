/** The base path of the site, without a trailing slash; empty at the root of a host. */
const FOLDER = import.meta.env.BASE_URL.replace(/\/$/, '');

/** A link to a path of this archive: prefixes the base path. */
export function href(path: string): string {
	return FOLDER + path;
}

/** The permanent address of a path of this archive, with its host. */
export function permanent(path: string): string {
	return new URL(FOLDER + path, import.meta.env.SITE).href;
}
