/** The folder that the archive is published under, without a closing slash: empty at the top of a host. */
const FOLDER = import.meta.env.BASE_URL.replace(/\/$/, '');

/** A link to a path of this archive: adds the folder that it is published under. */
export function href(path: string): string {
	return FOLDER + path;
}

/** The permanent address of a path of this archive, with its host. */
export function permanent(path: string): string {
	return new URL(FOLDER + path, import.meta.env.SITE).href;
}
