import { createHash } from 'node:crypto';
import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TAKEN_NAMES } from '../../core/values/address.ts';
import { RECORD_COLLECTIONS } from '../../core/model/config.ts';
import { findHidden, HIDDEN_ADVICE } from '../../core/values/hidden.ts';
import { isId, isIdShaped } from '../../core/values/id.ts';
import { IMAGE_FOLDER } from '../../core/model/image.ts';
import type { Problem } from '../../core/values/problem.ts';
import { compare, fileProblem, placeAt } from '../../core/values/problem.ts';
import { adviceForStray } from './unexpected-files.ts';

/** The folders of an archive and the kind of file that each holds. */
export const FOLDERS = {
	complaints: '.mdx',
	testimonies: '.mdx',
	reports: '.mdx',
	findings: '.mdx',
	themes: '.mdx',
	organisations: '.yaml',
	figures: '.yaml',
	pages: '.mdx',
} as const;
export type Folder = keyof typeof FOLDERS;

/** Released versions of records, read by `readVersions`. */
export const VERSIONS_FOLDER = 'versions';
/** The record of each release. */
export const RELEASES_FOLDER = 'releases';

/** Copies of sources, read by `readCaptures`. */
export const CAPTURES_FOLDER = 'captures';

/** Folders of other files: pictures, what `release` writes, and copies of sources. */
const OTHER_FOLDERS: readonly string[] = [
	IMAGE_FOLDER,
	VERSIONS_FOLDER,
	RELEASES_FOLDER,
	'keys',
	CAPTURES_FOLDER,
];

/** Hidden folder in which changes are staged; it exists only while a command writes, or after it was interrupted. */
export const STAGING_FOLDER = '.writing';

export const CONFIG_FILE = 'archive.yaml';
export const REGISTER_FILE = 'register.yaml';
export const WAIVERS_FILE = 'waivers.yaml';

/** Files at the top of an archive. */
const TOP_FILES = new Set([CONFIG_FILE, REGISTER_FILE, WAIVERS_FILE]);

/** Largest file accepted, in bytes: a record of this size would run to a hundred pages. */
const LARGEST = 256 * 1024;

/** A file of the archive, found but not yet read. */
export interface Found {
	/** Path from the archive's folder, with forward slashes. */
	file: string;
	folder: Folder;
	id: string;
}

/** The contents of a file. */
export interface Contents {
	/** In NFC, with line feeds alone as line ends. */
	text: string;
	/** SHA-256 of that text, in hex: the same on every machine, whatever Git or an editor made of line ends. */
	digest: string;
}

/**
 * Lists the files of an archive in a fixed order. Links are not followed, and unexpected files are reported, so that no file
 * is silently ignored.
 */
export function findFiles(root: string): { found: Found[]; problems: Problem[] } {
	const found: Found[] = [];
	const problems: Problem[] = [];
	if (existsSync(path.join(root, STAGING_FOLDER)))
		problems.push(
			fileProblem(
				STAGING_FOLDER,
				'interrupted-write',
				'Interrupted or running command that writes',
				'Wait until it ends. “npm run check” then completes what was interrupted',
			),
		);
	for (const entry of list(root, '', problems)) {
		if (TOP_FILES.has(entry.name) && entry.kind === 'file') continue;
		if (OTHER_FOLDERS.includes(entry.name) && entry.kind === 'folder') continue;
		if (entry.kind === 'link') problems.push(linkProblem(entry.name));
		else if (entry.kind !== 'folder' || !Object.hasOwn(FOLDERS, entry.name))
			problems.push(
				fileProblem(
					entry.name,
					'unexpected-file',
					'Unexpected file in the content folder',
					adviceForStray(entry.name, '') ??
						`Move it away, or into one of ${[...Object.keys(FOLDERS), IMAGE_FOLDER].join(', ')}`,
				),
			);
		else findIn(root, entry.name as Folder, found, problems);
	}
	return { found, problems };
}

function findIn(root: string, folder: Folder, found: Found[], problems: Problem[]): void {
	const ending = FOLDERS[folder];
	for (const entry of list(root, folder, problems)) {
		const file = `${folder}/${entry.name}`;
		if (entry.kind === 'link') problems.push(linkProblem(file));
		else if (entry.kind !== 'file' || !entry.name.endsWith(ending))
			problems.push(
				fileProblem(
					file,
					'unexpected-file',
					`Only ${ending} files belong in ${folder}/`,
					adviceForStray(entry.name, folder) ?? `Move it away or give it the ending ${ending}`,
				),
			);
		else {
			const name = entry.name.slice(0, -ending.length);
			const problem = checkName(file, folder, name);
			if (problem) problems.push(problem);
			else found.push({ file, folder, id: isRecordFolder(folder) ? name.slice(0, 8) : name });
		}
	}
}

function checkName(file: string, folder: Folder, name: string): Problem | undefined {
	if (!isRecordFolder(folder)) {
		if (folder === 'pages' && TAKEN_NAMES.has(name))
			return fileProblem(
				file,
				'taken-name',
				`The address /${name}/ is reserved`,
				'Give the file another name, which becomes the address of the page',
			);
		if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return undefined;
		return fileProblem(
			file,
			'bad-name',
			'Invalid identifier as a file name',
			'Use lower-case letters, digits and single hyphens',
		);
	}
	const [, id = '', words] = /^([^-]*)(-[a-z0-9]+(?:-[a-z0-9]+)*)?$/.exec(name) ?? [];
	if (!isIdShaped(id) || name.length !== id.length + (words?.length ?? 0))
		return fileProblem(
			file,
			'bad-id',
			'File name without a record identifier',
			'Name it <identifier>-some-words.mdx; “npm run archive -- new” makes the file with a fresh identifier',
		);
	if (!isId(id))
		return fileProblem(
			file,
			'check-character',
			`Wrong check character in the identifier ${id}: mistyped or made up`,
			'Correct it, or take a fresh one from “npm run archive -- new”',
		);
	return undefined;
}

export function linkProblem(file: string): Problem {
	return fileProblem(
		file,
		'symbolic-link',
		'Symbolic link, which could lead out of the content folder',
		'Replace it with the file itself',
	);
}

/** Reads a file as UTF-8, or reports why it is not accepted. */
export function readContents(root: string, file: string, largest = LARGEST): Contents | Problem {
	let bytes: Buffer;
	try {
		const status = lstatSync(path.join(root, file));
		const { size } = status;
		// A link could lead anywhere, and a pipe may never end.
		if (!status.isFile()) return linkProblem(file);
		if (size > largest)
			return fileProblem(
				file,
				'too-large',
				`File too large: ${Math.ceil(size / 1024)} kB; the limit is ${largest / 1024} kB`,
				'Split it, or remove what was pasted by mistake',
			);
		bytes = readFileSync(path.join(root, file));
	} catch {
		return fileProblem(file, 'unreadable', 'Unreadable file', 'Check its permissions');
	}
	if (bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
		return fileProblem(
			file,
			'byte-order-mark',
			'Byte order mark at the start',
			'Save it as UTF-8 without byte order mark',
		);
	try {
		const text = withPlainEnds(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).normalize('NFC');
		const hidden = findHidden(text);
		if (hidden)
			return {
				...fileProblem(file, hidden.rule, hidden.message, HIDDEN_ADVICE),
				...placeAt(text, hidden.index),
			};
		return { text, digest: createHash('sha256').update(text).digest('hex') };
	} catch {
		return {
			...fileProblem(file, 'not-utf-8', 'Not UTF-8 text', 'Save it as UTF-8'),
			line: 1 + countLinesOfValidText(bytes),
		};
	}
}

/** Converts line ends to line feeds: a clone may have converted them. */
function withPlainEnds(text: string): string {
	return text.replaceAll('\r\n', '\n');
}

/** The number of line ends before the first byte that is not UTF-8. */
function countLinesOfValidText(bytes: Buffer): number {
	const text = new TextDecoder('utf-8').decode(bytes);
	return text.slice(0, text.indexOf('\ufffd')).split('\n').length - 1;
}

export function isRecordFolder(folder: Folder): folder is (typeof RECORD_COLLECTIONS)[number] {
	return (RECORD_COLLECTIONS as readonly string[]).includes(folder);
}

/** Whether this is a folder; a link or file in its place is reported when the folders are listed. */
export function isFolder(root: string, folder: string): boolean {
	return lstatSync(path.join(root, folder), { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * The names in a folder without hidden ones, in an order that does not depend on the locale.
 *
 * @param folder path from the archive's folder; empty for that itself
 * @param problems receives a problem where the folder cannot be read
 */
export function list(
	root: string,
	folder: string,
	problems: Problem[],
): { name: string; kind: 'file' | 'folder' | 'link' | 'other' }[] {
	let entries: Dirent[];
	try {
		entries = readdirSync(path.join(root, folder), { withFileTypes: true });
	} catch {
		problems.push(fileProblem(folder || '.', 'unreadable', 'Unreadable folder', 'Check its permissions'));
		return [];
	}
	return entries
		.filter((entry) => !entry.name.startsWith('.'))
		.map((entry) => ({
			name: entry.name,
			kind: entry.isSymbolicLink()
				? ('link' as const)
				: entry.isFile()
					? ('file' as const)
					: entry.isDirectory()
						? ('folder' as const)
						: ('other' as const),
		}))
		.sort((a, b) => compare(a.name, b.name));
}
