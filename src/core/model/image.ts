/** Folder of an archive with the pictures that its texts show. */
export const IMAGE_FOLDER = 'images';

/** Kinds of picture that are taken, by the ending of the file. */
export const IMAGE_ENDINGS: Readonly<Record<string, ImageFormat>> = {
	png: 'png',
	jpg: 'jpeg',
	jpeg: 'jpeg',
	webp: 'webp',
};
export type ImageFormat = 'png' | 'jpeg' | 'webp';

/** What stands after the last dot of a file's name, in small letters. */
export function endingOf(name: string): string {
	return /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Whether a picture may have this name: it tells nothing that was not chosen, and stands in a text as it is. */
export function isImageName(name: string): boolean {
	return /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpe?g|webp)$/.test(name);
}

/** A picture as it is published: made anew from that of the archive, with nothing but its pixels. */
export interface Image {
	/** Name of its file in the archive, by which texts show it. */
	name: string;
	/** Path in the site, from the digest of the bytes, so that it tells nothing: `/images/0123456789abcdef.webp`. */
	path: string;
	width: number;
	height: number;
	/** The file: WebP. */
	bytes: Uint8Array;
}
