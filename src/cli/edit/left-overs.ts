import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { findWithheld, type WithheldRuns } from '../../checks/withheld-text.ts';
import { placeAt } from '../../core/values/problem.ts';

/** Names of staging files of earlier versions of the software. */
const STAGED = /^\.[^/]*\.mdx\.[0-9a-f]{12}$|^\.release-(?:ready|staging)$/;

/** Names of backup copies that editors and file managers create. */
const COPY = /\.(?:sw[a-p]|bak|orig|old|tmp|new)$|~$|^#.*#$/i;

/** Hidden files and copies in the archive that may contain the text of a record and that no check reads. */
export function forgottenCopies(content: string): string[] {
	return entriesIn(content)
		.filter(({ name }) => STAGED.test(name) || COPY.test(name))
		.map(({ name, parentPath }) =>
			path.relative(content, path.join(parentPath, name)).replaceAll(path.sep, '/'),
		);
}

/**
 * Removes staging files that a killed command of an earlier version left in the archive, and finds likely copies of a
 * record's files: those with its identifier in their name that are neither records nor versions.
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

/** Larger files, such as captures, contain no sentence that a person copied there. */
const LARGEST = 4_000_000;

/**
 * Finds words in the files of the archive's folder that are not records (settings, the register, notes, copies) and
 * returns their places as `file:line`.
 *
 * @param known files that were searched already
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
			// A folder that cannot be read has been reported already.
			return [];
		}
	};
	return read(content, 2);
}
