import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isId } from '../../core/values/id.ts';
import { fileProblem, type Problem } from '../../core/values/problem.ts';
import { isFolder, linkProblem, list, RELEASES_FOLDER, VERSIONS_FOLDER } from '../read/files.ts';

/** The files that a release left of a record. */
export interface VersionFiles {
	id: string;
	/** Ascending. */
	versions: readonly { version: number; file: string }[];
	/** What the hashes of a testimony are salted with; null if there is none. */
	salt: string | null;
}

/** Lists the released versions of all records. An archive that was never released has no such folder. */
export function findVersions(root: string): { found: VersionFiles[]; problems: Problem[] } {
	const found: VersionFiles[] = [];
	const problems: Problem[] = [];
	// A file or link in its place was told when the folders were listed.
	if (!isFolder(root, VERSIONS_FOLDER)) return { found, problems };
	for (const { name, kind } of list(root, VERSIONS_FOLDER, problems)) {
		const folder = `${VERSIONS_FOLDER}/${name}`;
		if (kind === 'link') problems.push(linkProblem(folder));
		else if (kind !== 'folder' || !isId(name))
			problems.push(stray(folder, 'Only folders named by a record’s identifier belong here'));
		else found.push(findIn(root, name, problems));
	}
	return { found, problems };
}

function findIn(root: string, id: string, problems: Problem[]): VersionFiles {
	const versions: { version: number; file: string }[] = [];
	let salt: string | null = null;
	for (const { name, kind } of list(root, `${VERSIONS_FOLDER}/${id}`, problems)) {
		const file = `${VERSIONS_FOLDER}/${id}/${name}`;
		const version = /^v([1-9]\d{0,5})\.mdx$/.exec(name)?.[1];
		if (kind === 'link') problems.push(linkProblem(file));
		else if (kind === 'file' && version) versions.push({ version: Number(version), file });
		else if (kind === 'file' && name === SALT) salt = readSalt(root, file, problems);
		else problems.push(stray(file, `Only v1.mdx, v2.mdx … and ${SALT} belong here`));
	}
	versions.sort((a, b) => a.version - b.version);
	return { id, versions, salt };
}

/** Name of the file that a testimony's salt is in. */
export const SALT = 'salt';

function readSalt(root: string, file: string, problems: Problem[]): string | null {
	const [, salt = null] =
		/^([0-9a-f]{64})(?:\r?\n)?$/.exec(readFileSync(path.join(root, file), 'latin1')) ?? [];
	if (salt === null)
		problems.push(
			fileProblem(
				file,
				'bad-salt',
				'Salt of other than 64 hexadecimal digits',
				'Take it from the copy that was released',
			),
		);
	return salt;
}

function stray(file: string, message: string): Problem {
	return fileProblem(file, 'unexpected-file', message, 'Move it away. Only “release” writes in this folder');
}

/** A version that a release names. */
interface ReleasedName {
	id: string;
	version: number;
	file: string;
	line: number;
}

/** Every version that any release ever named: their addresses must answer for good. */
export function releasedNames(root: string): ReleasedName[] {
	if (!isFolder(root, RELEASES_FOLDER)) return [];
	// Where the folder cannot be read, that is told with the last release.
	return list(root, RELEASES_FOLDER, []).flatMap((entry) => {
		// The log of the releases lies beside them.
		if (entry.kind !== 'folder') return [];
		const file = `${RELEASES_FOLDER}/${entry.name}/SHA256SUMS`;
		const place = path.join(root, file);
		if (!lstatSync(place, { throwIfNoEntry: false })?.isFile()) return [];
		return readFileSync(place, 'utf8')
			.split(/\r?\n/)
			.flatMap((text, index) => {
				const [, id, version] = /^[0-9a-f]{64} [ *]r\/([^/]+)\/v(\d+)\.txt$/.exec(text) ?? [];
				return id && version ? [{ id, version: Number(version), file, line: index + 1 }] : [];
			});
	});
}
