import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { endingOf, IMAGE_ENDINGS, IMAGE_FOLDER, type Image, isImageName } from '../../core/model/image.ts';
import { type Problem, START } from '../../core/values/problem.ts';
import { isFolder, linkProblem, list } from '../read/files.ts';
import { encode, formatOf, isTelling, leftIn, sizeOf, type Unfit } from './image-bytes.ts';
import { readCache, removeCache, writeCache } from '../cache/cache-file.ts';
import { softwareKey } from '../../core/software.ts';
import { adviceForStray } from '../read/unexpected-files.ts';
import type { Archive, TextEntry } from '../publish/view.ts';
import { lookup } from '../../core/values/lookup.ts';

/** Largest file taken, in bytes. */
const LARGEST = 10 * 1024 * 1024;

/** The pictures of an archive. */
export interface Images {
	/** As they may be published, by the name of the file. */
	images: ReadonlyMap<string, Image>;
	/** Every file in the folder that has the name of a picture. */
	names: readonly string[];
	problems: Problem[];
}

/** Published pictures by the digest of what they were made from, for as long as the program runs. */
const made = new Map<string, Buffer>();

/**
 * Reads the folder of pictures and makes each anew, without anything but its pixels. Costs nothing where there is no
 * such folder.
 *
 * @param keep folder that what was made is kept in for the next run
 */
export async function readImages(root: string, keep?: string): Promise<Images> {
	const images = new Map<string, Image>();
	const names: string[] = [];
	const problems: Problem[] = [];
	const folder = path.join(root, IMAGE_FOLDER);
	const store = new Store(keep);
	// A link was told when the folders were listed.
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
		const result = await makeAnew(bytes, store);
		if ('rule' in result) tell(result);
		else images.set(name, { name, path: pathOf(result), ...sizeOf(result), bytes: result });
	}
	store.prune();
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
	message: 'Holds what a camera or program wrote into it: perhaps a place, a time, a device or a name',
	advice: 'What is published is clean, but whoever gets this folder can read it: save it without metadata',
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

/** The picture as it is published, from an earlier time if it was made before. */
async function makeAnew(bytes: Buffer, store: Store): Promise<Buffer | Unfit> {
	const digest = createHash('sha256').update(bytes).digest('hex');
	const kept = await store.read(digest);
	const before = kept ?? made.get(digest);
	const result = before ?? (await encode(bytes));
	if ('rule' in result) return result;
	const left = before ? [] : await leftIn(result);
	if (left.length > 0)
		return {
			rule: 'image-metadata',
			message: `Cannot be made clean: ${left.join(', ')} stayed in it`,
			advice: 'Save it as PNG from another program, or leave it out',
		};
	made.set(digest, result);
	if (!kept) store.write(digest, result);
	return result;
}

function pathOf(bytes: Buffer): string {
	const digest = createHash('sha256').update(bytes).digest('hex');
	return `/${IMAGE_FOLDER}/${digest.slice(0, 16)}.webp`;
}

/** Published pictures kept from one run to the next. Nothing stays there longer than its picture in the archive. */
class Store {
	readonly #folder: string | undefined;
	readonly #current = new Set<string>();
	#code: string | undefined;

	constructor(folder: string | undefined) {
		this.#folder = folder;
	}

	/** What was kept, if it is whole and clean. */
	async read(digest: string): Promise<Buffer | undefined> {
		const file = this.#fileOf(digest);
		const bytes = file && readCache(file);
		return bytes && (await leftIn(bytes)).length === 0 ? bytes : undefined;
	}

	write(digest: string, bytes: Buffer): void {
		const file = this.#fileOf(digest);
		if (file) writeCache(file, bytes);
	}

	prune(): void {
		if (!this.#folder || !existsSync(this.#folder)) return;
		for (const name of readdirSync(this.#folder))
			if (!this.#current.has(name)) removeCache(path.join(this.#folder, name));
	}

	#fileOf(digest: string): string | undefined {
		if (!this.#folder) return undefined;
		this.#code ??= softwareKey();
		const name = `${createHash('sha256').update(this.#code).update(digest).digest('hex').slice(0, 32)}.webp`;
		this.#current.add(name);
		return path.join(this.#folder, name);
	}
}
