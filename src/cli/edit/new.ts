import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Folder } from '../../archive/read/files.ts';
import { findFiles } from '../../archive/read/files.ts';
import { readVocabulary } from '../../archive/read/configuration.ts';
import { writeAll } from '../../integrity/atomic-write/write-all.ts';
import { mintId } from '../../core/values/id.ts';
import { settledContent } from '../content.ts';
import { template } from './new-file.ts';
import { readArguments, UsageError } from '../usage.ts';
import { lookup } from '../../core/values/lookup.ts';

const KINDS: Record<string, 'testimonies' | 'reports' | 'findings'> = {
	testimony: 'testimonies',
	report: 'reports',
	finding: 'findings',
};

/**
 * `new`: makes the file of a record with a fresh identifier. What must be filled in is left empty, so that the
 * check names each gap until it is filled.
 */
export async function create(args: string[]): Promise<void> {
	const { words } = readArguments(args, 2);
	const [kind = '', name = ''] = words;
	const folder = lookup(KINDS, kind);
	if (!folder) throw new UsageError(`Say what to make: ${Object.keys(KINDS).join(', ')}`);
	if (name !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
		throw new UsageError(
			`“${name}” cannot be part of a file name: use lower-case letters, digits and hyphens`,
		);

	const content = settledContent();
	if (!existsSync(path.join(content, 'archive.yaml')))
		throw new UsageError(`There is no archive in ${content}: archive.yaml is missing`);
	const id = mintId(takenIds(content));
	const made = `${folder}/${id}${name ? `-${name}` : ''}.mdx`;
	const file = path.join(content, made);
	writeAll(content, new Map([[made, template(folder, readVocabulary(content), new Date())]]));
	console.log(
		`${path.relative(process.cwd(), file)}\nFill in what is empty; “npm run check” names what is still missing.`,
	);
}

function takenIds(content: string): Set<string> {
	const records: Folder[] = ['testimonies', 'reports', 'findings'];
	const { found } = findFiles(content);
	return new Set(found.filter((file) => records.includes(file.folder)).map((file) => file.id));
}
