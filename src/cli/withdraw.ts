import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, parseDocument, type YAMLSeq } from 'yaml';
import { findFiles, isRecordFolder } from '../archive/files.ts';
import { readArchive } from '../archive/read.ts';
import { settings } from '../archive/settings.ts';
import { splitFrontMatter } from '../archive/yaml.ts';
import { isWithdrawn } from '../model/withdrawn.ts';
import { readArguments, UsageError } from './usage.ts';

/**
 * `withdraw`: takes a record back. From the next build on its address answers with a notice and nothing else; what
 * was written from it goes too. Nothing is asked and nothing else need be in order, so that it works at once.
 */
export async function withdraw(args: string[]): Promise<void> {
	const { words } = readArguments(args, 1);
	const [id = ''] = words;
	const { content } = settings();
	const found = findFiles(content).found.find((file) => isRecordFolder(file.folder) && file.id === id);
	if (!found) throw new UsageError(`There is no record ${id} in ${content}`);

	const file = path.join(content, found.file);
	const now = new Date().toISOString().slice(0, 10);
	const month = found.folder === 'testimonies' ? now.slice(0, 7) : now;
	const changed = withdrawn(readFileSync(file, 'utf8'), month);
	if (changed === undefined) return console.log(`${found.file} is withdrawn already.`);
	// Written beside and moved into place, so that a power cut leaves the old file or the new one.
	writeFileSync(`${file}.new`, changed);
	renameSync(`${file}.new`, file);
	console.log(`${found.file} is withdrawn. Build and publish the site now: “npm run build”.`);
	await tellWhatRemains(content, id);
}

/**
 * The text of a record's file after withdrawal; undefined if it was withdrawn before.
 *
 * @param date of the withdrawal: a month for testimonies, a day for the rest
 * @throws if the file has no front matter to write it in
 */
export function withdrawn(source: string, date: string): string | undefined {
	const split = splitFrontMatter(source);
	if ('problem' in split) throw new Error(`${split.problem.message}: ${split.problem.advice}`);
	const fields: Document = parseDocument(split.yaml);
	if (isWithdrawn(fields.toJS())) return undefined;
	const version = Number(fields.get('version')) + 1 || 1;
	fields.set('status', 'withdrawn');
	fields.set('version', version);
	const change = fields.createNode({ version, date, kind: 'withdrawal', note: 'Withdrawn.' });
	const changes = fields.get('changes') as YAMLSeq | undefined;
	if (changes?.items) changes.items.push(change);
	else fields.set('changes', [change]);
	return source.replace(split.yaml, () => fields.toString({ lineWidth: 0 }));
}

/** Names the places that an editor may want to write anew; none of them keeps the withdrawal from taking effect. */
async function tellWhatRemains(content: string, id: string): Promise<void> {
	const { problems } = await readArchive(content);
	const { found } = findFiles(content);
	const mentions = found.filter(
		({ file, id: own }) => own !== id && readFileSync(path.join(content, file), 'utf8').includes(id),
	);
	if (mentions.length > 0)
		console.log(
			`\nIt is referred to in ${mentions.map(({ file }) => file).join(', ')}. Paragraphs that cite it are left out ` +
				'from now on; write them anew when you can.',
		);
	for (const problem of problems.filter((one) => one.rule === 'AN-12'))
		console.log(`\n${problem.file}:${problem.line}:${problem.column} ${problem.message}. ${problem.advice}.`);
}
