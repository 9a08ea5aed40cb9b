import type { RuleId } from '../../core/rules/rules.ts';
import type { ImageFormat } from '../../core/model/image.ts';

/** Widest and highest that a picture is published, in pixels: sharp on a large screen, light on a telephone. */
const WIDEST = 1600;
const HIGHEST = 3200;

/** Most pixels taken: what a good camera makes. More would fill the memory of the machine that builds. */
const MOST_PIXELS = 40_000_000;

/** The format of a picture by its first bytes, whatever its name says. */
export function formatOf(bytes: Buffer): ImageFormat | undefined {
	if (bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n') return 'png';
	if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
	const riff = bytes.subarray(0, 4).toString('latin1') === 'RIFF';
	return riff && bytes.subarray(8, 12).toString('latin1') === 'WEBP' ? 'webp' : undefined;
}

/** Why a picture cannot be published. */
export interface Unfit {
	rule: RuleId;
	message: string;
	advice: string;
}

/**
 * Makes a picture anew from its pixels, as WebP: turned as the camera was held, on white where it was transparent, so
 * that nothing stays under what was made invisible, and never wider than 1600 pixels. The same picture gives the same
 * bytes.
 *
 * @returns the new file, or why there is none
 */
export async function encode(bytes: Buffer): Promise<Buffer | Unfit> {
	const { default: sharp } = await import('sharp');
	try {
		const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
		if (width * height > MOST_PIXELS)
			return {
				rule: 'too-large',
				message: `Has ${width} × ${height} pixels; the most is ${MOST_PIXELS / 1_000_000} million`,
				advice: 'Save it smaller: it is shown at most 1600 pixels wide',
			};
		if (pages > 1 || isAnimatedPng(bytes))
			return {
				rule: 'animated-image',
				message: 'Is animated',
				advice: 'Save one picture of it: movement distracts, and some readers cannot bear it',
			};
		return await sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS })
			.autoOrient()
			.resize({ width: WIDEST, height: HIGHEST, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#ffffff' })
			.toColourspace('srgb')
			.webp({ quality: 82, smartSubsample: true })
			.toBuffer();
	} catch {
		return {
			rule: 'broken-image',
			message: 'Cannot be read as an image: it is damaged or cut off',
			advice: 'Save it anew from the program that made it',
		};
	}
}

/** An animated PNG says so before its first picture. */
function isAnimatedPng(bytes: Buffer): boolean {
	return formatOf(bytes) === 'png' && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL');
}

/**
 * What a published picture holds besides its pixels, each by name; nothing, if it is as it must be. Looked for twice:
 * by the form of the file, which has room for one thing only, and by a reader of metadata that did not write it.
 */
export async function leftIn(bytes: Buffer): Promise<string[]> {
	const isPlain =
		formatOf(bytes) === 'webp' &&
		bytes.readUInt32LE(4) + 8 === bytes.length &&
		bytes.subarray(12, 16).toString('latin1') === 'VP8 ' &&
		bytes.readUInt32LE(16) + (bytes.readUInt32LE(16) % 2) + 20 === bytes.length;
	if (!isPlain) return ['more than pixels'];
	return Object.keys(await metadataOf(bytes)).filter((group) => group !== 'file');
}

/** Width and height of a published picture, from its bytes. */
export function sizeOf(bytes: Buffer): { width: number; height: number } {
	return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

/** Groups of metadata whose every entry tells something of whoever made the picture. */
const TELLING = ['gps', 'iptc', 'xmp', 'makerNotes', 'photoshop', 'pngText'];
const TELLING_TAG =
	/Date|Time|Make|Model|Serial|Owner|Artist|Author|Copyright|Software|Comment|Description|Host|XP|Unique|Maker/i;

/** Whether a picture, as it lies in the archive, says where, when, by whom or with what it was made. */
export async function isTelling(bytes: Buffer): Promise<boolean> {
	const groups = await metadataOf(bytes);
	if (TELLING.some((group) => Object.hasOwn(groups, group))) return true;
	return Object.keys(groups['exif'] ?? {}).some((tag) => TELLING_TAG.test(tag));
}

async function metadataOf(bytes: Buffer): Promise<Record<string, object>> {
	const { default: reader } = await import('exifreader');
	try {
		return { ...reader.load(bytes, { expanded: true }) } as Record<string, object>;
	} catch {
		// It reads nothing from a file without metadata of a kind that it knows, or a broken one.
		return {};
	}
}
