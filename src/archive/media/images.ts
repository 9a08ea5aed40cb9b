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

/** Largest file taken, in bytes. */
const LARGEST = 10 * 1024 * 1024;

/** The pictures of an archive. */
interface Images {
	/** As they may be published, by the name of the file. */
	images: ReadonlyMap<string, Image>;
	/** Every file in the folder that has the name of a picture. */
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
		const tell = (unfit: Unfit, severity: Problem['severity'] = 'error') =>
			problems.push({ file, ...START, ...unfit, severity });
		if (kind === 'link') problems.push(linkProblem(file));
		const misplaced = kind === 'link' ? undefined : judgeName(name, kind);
		if (misplaced) tell(misplaced);
		if (kind === 'link' || misplaced) continue;
		names.push(name);
		const bytes = readBytes(path.join(folder, name));
		const unfit = Buffer.isBuffer(bytes) ? judgeBytes(name, bytes) : bytes;
		if (unfit) tell(unfit);
		if (unfit || !Buffer.isBuffer(bytes)) continue;
		if (await isTelling(bytes)) tell(METADATA, 'warning');
		const result = await reencode(bytes, cache);
		if ('rule' in result) tell(result);
		else images.set(name, { name, path: pathOf(result), ...sizeOf(result), bytes: result });
	}
	return { images, names, problems };
}

/** Every published text that may show pictures, those of released versions among them; accounts show none. */
export function textsWithImages(archive: Archive): TextEntry<unknown>[] {
	const { records, themes, complaints, pages, versions } = archive;
	const released = [...versions.values()].flatMap((list) => list.map(({ record }) => record));
	const shown = [...records, ...released].filter(({ collection }) => collection !== 'testimonies');
	return [...shown, ...themes, ...complaints, ...pages].filter(({ body }) => body.includes('!['));
}

/** What to tell of pictures that no text shows. It stops nothing: they are not published. */
export function unusedImages(archive: Archive): Problem[] {
	if (archive.images.size === 0) return [];
	const texts = textsWithImages(archive);
	return [...archive.images.keys()]
		.filter((name) => !texts.some(({ body }) => body.includes(name)))
		.map((name) => ({
			file: `${IMAGE_FOLDER}/${name}`,
			...START,
			rule: 'unused-image',
			message: 'No text shows this image',
			advice: 'Remove it: it is not published, but whoever gets this folder can see it',
			severity: 'warning',
		}));
}

const METADATA: Unfit = {
	rule: 'image-metadata',
	message: 'Contains metadata (such as location, time, device or author)',
	advice: 'Save it without metadata. The published copy is clean, but anyone with this folder can read it',
};

function judgeName(name: string, kind: string): Unfit | undefined {
	if (kind !== 'file' || !Object.hasOwn(IMAGE_ENDINGS, endingOf(name)))
		return {
			rule: 'unexpected-file',
			message: `Only PNG, JPEG and WebP files belong in ${IMAGE_FOLDER}/`,
			advice: adviceForStray(name, IMAGE_FOLDER) ?? 'Move it away',
		};
	if (isImageName(name)) return undefined;
	return {
		rule: 'bad-name',
		message: 'This name cannot stand in a text',
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
			message: `Is ${Math.ceil(size / 1024 / 1024)} MB; the most is ${LARGEST / 1024 / 1024} MB`,
			advice: 'Save it smaller: it is shown at most 1600 pixels wide',
		};
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return {
			rule: 'unreadable',
			message: `Cannot be read: ${code ?? 'the system refused'}`,
			advice: 'Check its permissions',
		};
	}
}

function judgeBytes(name: string, bytes: Buffer): Unfit | undefined {
	const format = formatOf(bytes);
	if (format === lookup(IMAGE_ENDINGS, endingOf(name))) return undefined;
	return {
		rule: 'wrong-format',
		message: format
			? `Is a ${format.toUpperCase()} file and is called .${endingOf(name)}`
			: 'Is not a PNG, JPEG or WebP file, whatever it is called',
		advice: format
			? `Give it the ending .${format}`
			: 'Save it as one of these from the program that made it',
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
