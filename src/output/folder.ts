import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import { isManifest, MANIFEST_FILE } from '../integrity/releases/paths.ts';
import { filesIn } from '../integrity/site-reader.ts';
import { parseSums } from '../integrity/checksums.ts';
import { Failure } from '../core/values/failure.ts';

/** Project folders that can neither be nor contain the output. Caches may contain it. */
const PROJECT_FOLDERS = [
	'.astro',
	'.ci',
	'.git',
	'.github',
	'.vscode',
	'content',
	'docs',
	'node_modules',
	'package',
	'public',
	'src',
	'tests',
];
const CACHES = path.join('node_modules', '.cache');

/** Folders that must not overlap with the output folder. */
export interface Surroundings {
	project: string;
	content: string;
	homes: readonly string[];
}

export function surroundings(content: string): Surroundings {
	return { project: process.cwd(), content, homes: [homedir(), userInfo().homedir] };
}

/**
 * The folder that a build may replace, with links resolved.
 *
 * @param outDir absolute path; the folder need not exist
 * @throws Failure if it is, contains or lies in a protected folder, or contains files that this software did not
 *   write
 */
export function outputFolder(outDir: string, { project, content, homes }: Surroundings): string {
	const folder = resolved(outDir);
	const refuse = (why: string): never => {
		throw new Failure(
			`The site cannot be written to ${outDir}: ${why}. Name another folder with ARCHIVE_OUT, or leave it out for “dist”.`,
		);
	};
	const archive = resolved(content);
	const root = resolved(project);
	if (holds(folder, archive) || holds(archive, folder)) refuse('the content is there');
	if (holds(folder, root)) refuse('the project is there');
	if (homes.some((home) => holds(folder, resolved(home)))) refuse('a home folder is there');
	const isInProject = PROJECT_FOLDERS.some((name) => holds(path.join(root, name), folder));
	if (isInProject && !holds(path.join(root, CACHES), path.dirname(folder)))
		refuse('it is part of the project');
	const status = lstatSync(folder, { throwIfNoEntry: false });
	if (!status) return folder;
	if (!status.isDirectory()) refuse('it is a file');
	const parent = statSync(path.dirname(folder));
	if (status.dev !== parent.dev)
		refuse(
			`something is mounted there, which cannot be replaced; a folder in it can (${path.join(outDir, 'site')})`,
		);
	const foreign = foreignFile(folder);
	if (foreign !== undefined)
		refuse(
			`it holds what this software did not write, and is never emptied (${foreign}). Move it away first`,
		);
	return folder;
}

/** Resolves every symbolic link in the part of a path that exists. */
function resolved(folder: string): string {
	try {
		return realpathSync.native(folder);
	} catch {
		const link = lstatSync(folder, { throwIfNoEntry: false });
		if (link?.isSymbolicLink()) throw new Failure(`${folder} is a broken symbolic link: remove it.`);
		const above = path.dirname(folder);
		return above === folder ? folder : path.join(resolved(above), path.basename(folder));
	}
}

/** Whether `folder` is the other folder or contains it. Compares without case, since some file systems ignore it. */
function holds(above: string, below: string): boolean {
	const fold = (name: string) => name.normalize('NFC').toLowerCase();
	const relative = path.relative(fold(above), fold(below));
	return (
		relative === '' ||
		!(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
	);
}

/** Files that hosts and file managers add to a site: derived from its files, or worthless. */
const DERIVED = /\.(?:gz|br|zst)$|(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/;

/** The first file in a folder that its checksums do not list, so that no build wrote it; undefined if there is none. */
function foreignFile(folder: string): string | undefined {
	if (readdirSync(folder).length === 0) return undefined;
	let listed: Set<string>;
	try {
		listed = new Set(
			parseSums(readFileSync(path.join(folder, MANIFEST_FILE), 'utf8')).map(({ file }) => file),
		);
	} catch {
		listed = new Set();
	}
	const isSite = listed.has('index.html') && listed.has('_headers');
	return (
		filesIn(folder).find(
			(file) => !isSite || !(listed.has(file) || isManifest(file) || DERIVED.test(file)),
		) ?? (isSite ? undefined : readdirSync(folder)[0])
	);
}
