import type { RuleId } from '../../core/rules/rules.ts';
import type { ImageFormat } from '../../core/model/image.ts';

/** Largest width and height of a published picture, in pixels: sharp on a large screen, light on a phone. */
const WIDEST = 1600;
const HIGHEST = 3200;

/** Most pixels accepted, those of a good camera. More would fill the memory of the build machine. */
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
 * Re-encodes a picture from its pixels as WebP: rotated as the camera was held, flattened onto white, so that nothing is left
 * under transparent areas, and at most 1600 pixels wide. The same picture gives the same bytes.
 *
 * @returns the new file, or why it is refused
 */
export async function encode(bytes: Buffer): Promise<Buffer | Unfit> {
	const { default: sharp } = await import('sharp');
	try {
		const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
		if (width * height > MOST_PIXELS)
			return {
				rule: 'too-large',
				message: `Too many pixels: ${width} × ${height}; the limit is ${MOST_PIXELS / 1_000_000} million`,
				advice: 'Save a smaller copy. Images are shown at most 1600 pixels wide',
			};
		if (pages > 1 || isAnimatedPng(bytes))
			return {
				rule: 'animated-image',
				message: 'Animated image',
				advice: 'Save a single frame. Animation distracts, and some readers cannot tolerate it',
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
			message: 'Unreadable image: damaged or truncated',
			advice: 'Save it again from the program that made it',
		};
	}
}

/** An animated PNG declares it before its first frame. */
function isAnimatedPng(bytes: Buffer): boolean {
	return formatOf(bytes) === 'png' && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL');
}

/**
 * The names of everything in a published picture besides its pixels; empty if it is clean. Checked twice: by the structure of
 * the file, which has room for one chunk, and by a metadata reader from another library.
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

/** Groups of metadata in which every entry can identify whoever made the picture. */
const TELLING = ['gps', 'iptc', 'xmp', 'makerNotes', 'photoshop', 'pngText'];
const TELLING_TAG =
	/Date|Time|Make|Model|Serial|Owner|Artist|Author|Copyright|Software|Comment|Description|Host|XP|Unique|Maker/i;

/** Whether the file of a picture says where, when, by whom or with what it was made. */
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
		// The reader throws where there is no metadata that it knows, and on a damaged file.
		return {};
	}
}
