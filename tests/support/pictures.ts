import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Words planted where a camera or a program writes beside the picture: they must reach no published file. */
export const PLANTED = 'planted-beside-the-pixels';

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="${PLANTED}"/></rdf:RDF></x:xmpmeta>`;

/** A picture of two halves, the left one red and the right one blue. */
export function halves(width = 40, height = 20): Sharp {
	const right = { width: width / 2, height, channels: 3, background: '#0000ff' } as const;
	return sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
		{ input: { create: right }, left: width / 2, top: 0 },
	]);
}

/** A photograph as a telephone takes it: with the place, the device and an author, lying on its side. */
export function photograph(width = 40, height = 20): Promise<Buffer> {
	return halves(width, height)
		.withExif({
			IFD0: { Artist: PLANTED, Make: PLANTED, Orientation: '6' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 37/1 48/1', GPSLongitude: '1/1 17/1 49/1' },
		})
		.withXmp(XMP)
		.withMetadata({ orientation: 6 })
		.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
		.toBuffer();
}

/** A PNG with a comment, which stands before its pixels as it is. */
export async function commentedPng(): Promise<Buffer> {
	const png = await halves().png().toBuffer();
	const end = png.indexOf('IDAT') - 4;
	return Buffer.concat([png.subarray(0, end), pngPart('tEXt', `Comment\0${PLANTED}`), png.subarray(end)]);
}

/** A PNG that says it is animated. */
export async function animatedPng(): Promise<Buffer> {
	const png = await halves().png().toBuffer();
	const end = png.indexOf('IDAT') - 4;
	return Buffer.concat([png.subarray(0, end), pngPart('acTL', '\0\0\0\u0001\0\0\0\0'), png.subarray(end)]);
}

/** A WebP of two pictures that take turns. */
export async function animatedWebp(): Promise<Buffer> {
	const frame = await sharp({ create: { width: 8, height: 16, channels: 3, background: '#ff0000' } })
		.composite([
			{ input: { create: { width: 8, height: 8, channels: 3, background: '#0000ff' } }, left: 0, top: 8 },
		])
		.raw()
		.toBuffer();
	return sharp(frame, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
		.webp({ loop: 0, delay: [100, 100] })
		.toBuffer();
}

/** One part of a PNG: its length, kind, content and sum. */
function pngPart(kind: string, content: string): Buffer {
	const body = Buffer.from(kind + content, 'latin1');
	const length = Buffer.alloc(4);
	length.writeUInt32BE(content.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}
