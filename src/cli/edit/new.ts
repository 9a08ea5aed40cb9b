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
 * `new`: creates the file of a record with a new identifier. Required fields are left empty, so that the check reports
 * each one until it is filled in.
 */
export async function create(args: string[]): Promise<void> {
	const { words } = readArguments(args, 2);
	const [kind = '', name = ''] = words;
	const folder = lookup(KINDS, kind);
	if (!folder) throw new UsageError('Give a record type: testimony, report or finding');
	if (name !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
		throw new UsageError(
			`“${name}” cannot be part of a file name. Use lower-case letters, digits and hyphens`,
		);

	const content = settledContent();
	if (!existsSync(path.join(content, 'archive.yaml')))
		throw new UsageError(`No archive in ${content}: archive.yaml is missing`);
	const id = mintId(takenIds(content));
	const created = `${folder}/${id}${name ? `-${name}` : ''}.mdx`;
	const file = path.join(content, created);
	writeAll(content, new Map([[created, template(folder, readVocabulary(content), new Date())]]));
	console.log(
		`${path.relative(process.cwd(), file)}\nFill in the empty fields. “npm run check” reports those still missing.`,
	);
}

function takenIds(content: string): Set<string> {
	const records: Folder[] = ['testimonies', 'reports', 'findings'];
	const { found } = findFiles(content);
	return new Set(found.filter((file) => records.includes(file.folder)).map((file) => file.id));
}
