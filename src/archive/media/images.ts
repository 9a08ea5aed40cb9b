import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { endingOf, IMAGE_ENDINGS, IMAGE_FOLDER, type Image, isImageName } from '../../core/model/image.ts';
import { type Problem, START } from '../../core/values/problem.ts';
import { isFolder, linkProblem, list } from '../read/files.ts';
import { encode, formatOf, isTelling, leftIn, sizeOf, type Unfit } from './image-bytes.ts';
import { ArchiveCache } from '../cache.ts';
import { adviceForStray } from '../read/unexpected-files.ts';
import type { Archive, TextEntry } from '../publish/view.ts';
import { lookup } from '../../core/values/lookup.ts';

/** Largest file accepted, in bytes. */
const LARGEST = 10 * 1024 * 1024;

/** The pictures of an archive. */
interface Images {
	/** As they may be published, by the name of the file. */
	images: ReadonlyMap<string, Image>;
	/** Every file in the folder with a valid name. */
	names: readonly string[];
	problems: Problem[];
}

/** Published pictures by the digest of the file that they were made from. */
const encoded = new Map<string, Buffer>();

/**
 * Reads the folder of pictures and re-encodes each, without anything but its pixels. Costs nothing where there is no such
 * folder.
 */
export async function readImages(root: string, cache = new ArchiveCache()): Promise<Images> {
	const images = new Map<string, Image>();
	const names: string[] = [];
	const problems: Problem[] = [];
	const folder = path.join(root, IMAGE_FOLDER);
	// A link was reported when the folders were listed.
	const there = isFolder(root, IMAGE_FOLDER);
	for (const { name, kind } of there ? list(root, IMAGE_FOLDER, problems) : []) {
		const file = `${IMAGE_FOLDER}/${name}`;
		const report = (unfit: Unfit, severity: Problem['severity'] = 'error') =>
			problems.push({ file, ...START, ...unfit, severity });
		if (kind === 'link') problems.push(linkProblem(file));
		const misplaced = kind === 'link' ? undefined : checkName(name, kind);
		if (misplaced) report(misplaced);
		if (kind === 'link' || misplaced) continue;
		names.push(name);
		const bytes = readBytes(path.join(folder, name));
		const unfit = Buffer.isBuffer(bytes) ? checkBytes(name, bytes) : bytes;
		if (unfit) report(unfit);
		if (unfit || !Buffer.isBuffer(bytes)) continue;
		if (await isTelling(bytes)) report(METADATA, 'warning');
		const result = await reencode(bytes, cache);
		if ('rule' in result) report(result);
		else images.set(name, { name, path: pathOf(result), ...sizeOf(result), bytes: result });
	}
	return { images, names, problems };
}

/** All published texts that may show pictures, including released versions; accounts show none. */
export function textsWithImages(archive: Archive): TextEntry<unknown>[] {
	const { records, themes, complaints, pages, versions } = archive;
	const released = [...versions.values()].flatMap((list) => list.map(({ record }) => record));
	const shown = [...records, ...released].filter(({ collection }) => collection !== 'testimonies');
	return [...shown, ...themes, ...complaints, ...pages].filter(({ body }) => body.includes('!['));
}

/** Warnings for pictures that no text shows; they are not published. */
export function unusedImages(archive: Archive): Problem[] {
	if (archive.images.size === 0) return [];
	const texts = textsWithImages(archive);
	return [...archive.images.keys()]
		.filter((name) => !texts.some(({ body }) => body.includes(name)))
		.map((name) => ({
			file: `${IMAGE_FOLDER}/${name}`,
			...START,
			rule: 'unused-image',
			message: 'Unused image',
			advice: 'Remove it, or show it in a text. It is not published, but anyone with this folder can see it',
			severity: 'warning',
		}));
}

const METADATA: Unfit = {
	rule: 'image-metadata',
	message: 'Contains metadata (such as location, time, device or author)',
	advice: 'Save it without metadata. The published copy is clean, but anyone with this folder can read it',
};

function checkName(name: string, kind: string): Unfit | undefined {
	if (kind !== 'file' || !Object.hasOwn(IMAGE_ENDINGS, endingOf(name)))
		return {
			rule: 'unexpected-file',
			message: `Only PNG, JPEG and WebP files belong in ${IMAGE_FOLDER}/`,
			advice: adviceForStray(name, IMAGE_FOLDER) ?? 'Move it away',
		};
	if (isImageName(name)) return undefined;
	return {
		rule: 'bad-name',
		message: 'Invalid image file name',
		advice:
			'Use lower-case letters, digits and single hyphens, and words that say what it shows, not who, when or where',
	};
}

function readBytes(file: string): Buffer | Unfit {
	try {
		const { size } = lstatSync(file);
		if (size <= LARGEST) return readFileSync(file);
		return {
			rule: 'too-large',
			message: `File too large: ${Math.ceil(size / 1024 / 1024)} MB; the limit is ${LARGEST / 1024 / 1024} MB`,
			advice: 'Save a smaller copy. Images are shown at most 1600 pixels wide',
		};
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return {
			rule: 'unreadable',
			message: `Unreadable file: ${code ?? 'the system refused'}`,
			advice: 'Check its permissions',
		};
	}
}

function checkBytes(name: string, bytes: Buffer): Unfit | undefined {
	const format = formatOf(bytes);
	if (format === lookup(IMAGE_ENDINGS, endingOf(name))) return undefined;
	return {
		rule: 'wrong-format',
		message: format
			? `${format.toUpperCase()} file with the ending .${endingOf(name)}`
			: 'Not a PNG, JPEG or WebP file',
		advice: format
			? `Give it the ending .${format}`
			: 'Save it as PNG, JPEG or WebP from the program that made it',
	};
}

/** The picture as it is published, from the cache if it is there and clean. */
async function reencode(bytes: Buffer, cache: ArchiveCache): Promise<Buffer | Unfit> {
	const digest = createHash('sha256').update(bytes).digest('hex');
	const cached = cache.image(digest);
	const isClean = cached && (await leftIn(cached)).length === 0;
	const before = isClean ? cached : encoded.get(digest);
	const result = before ?? (await encode(bytes));
	if ('rule' in result) return result;
	const left = before ? [] : await leftIn(result);
	if (left.length > 0)
		return {
			rule: 'image-metadata',
			message: `Metadata could not be removed: ${left.join(', ')}`,
			advice: 'Save it as PNG from another program, or leave it out',
		};
	encoded.set(digest, result);
	if (!isClean) cache.setImage(digest, result);
	return result;
}

function pathOf(bytes: Buffer): string {
	const digest = createHash('sha256').update(bytes).digest('hex');
	return `/${IMAGE_FOLDER}/${digest.slice(0, 16)}.webp`;
}
