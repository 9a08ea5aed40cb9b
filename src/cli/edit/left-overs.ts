import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { findWithheld, type WithheldRuns } from '../../checks/withheld-text.ts';
import { placeAt } from '../../core/values/problem.ts';

/** Names of files that earlier versions of the software staged a record in. */
const STAGED = /^\.[^/]*\.mdx\.[0-9a-f]{12}$|^\.release-(?:ready|staging)$/;

/** Names of the copies that editors and file managers leave beside a file. */
const COPY = /\.(?:sw[a-p]|bak|orig|old|tmp|new)$|~$|^#.*#$/i;

/** Hidden files and copies in the archive that may hold the words of a record and that no check looks at. */
export function forgottenCopies(content: string): string[] {
	return entriesIn(content)
		.filter(({ name }) => STAGED.test(name) || COPY.test(name))
		.map(({ name, parentPath }) =>
			path.relative(content, path.join(parentPath, name)).replaceAll(path.sep, '/'),
		);
}

/**
 * Removes what a killed command of an earlier version left in the archive, and finds what look like copies of a
 * record's files: those whose name holds its identifier and is not that of a record or a version.
 *
 * @returns paths from the archive's folder
 */
export function leftOvers(content: string, id: string): { removed: string[]; copies: string[] } {
	const removed: string[] = [];
	const copies: string[] = [];
	for (const { name, parentPath, isFile } of entriesIn(content)) {
		const file = path.relative(content, path.join(parentPath, name)).replaceAll(path.sep, '/');
		if (STAGED.test(name)) {
			rmSync(path.join(content, file), { recursive: true, force: true });
			removed.push(file);
		} else if (isFile && name.includes(id) && !/^[a-z]+\/[0-9a-z]{8}(?:-[a-z0-9-]+)?\.mdx$/.test(file))
			copies.push(file);
	}
	return { removed, copies };
}

/** A file of more bytes than this, as a capture, holds no copied sentence that a person put there. */
const LARGEST = 4_000_000;

/**
 * Places, as `file:line`, where words stand in files of the archive's folder that are no records: its settings, the
 * register, notes, copies.
 *
 * @param known files that were looked through already
 */
export function placesElsewhere(content: string, known: ReadonlySet<string>, runs: WithheldRuns): string[] {
	return entriesIn(content).flatMap(({ name, parentPath, isFile }) => {
		const place = path.join(parentPath, name);
		const file = path.relative(content, place).replaceAll(path.sep, '/');
		if (!isFile || known.has(file)) return [];
		try {
			const status = statSync(place);
			if (!status.isFile() || status.size > LARGEST) return [];
			const text = readFileSync(place, 'utf8');
			return findWithheld(text, runs).map(({ offset }) => `${file}:${placeAt(text, offset).line}`);
		} catch {
			return [];
		}
	});
}

function entriesIn(content: string): { name: string; parentPath: string; isFile: boolean }[] {
	const read = (folder: string, depth: number): { name: string; parentPath: string; isFile: boolean }[] => {
		try {
			return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => [
				{ name: entry.name, parentPath: folder, isFile: entry.isFile() || entry.isSymbolicLink() },
				...(entry.isDirectory() && depth > 0 && entry.name !== '.git'
					? read(path.join(folder, entry.name), depth - 1)
					: []),
			]);
		} catch {
			// A folder that cannot be read was named already.
			return [];
		}
	};
	return read(content, 2);
}
