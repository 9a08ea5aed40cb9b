import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Found, findFiles, isRecordFolder, VERSIONS_FOLDER } from '../archive/files.ts';
import { readArchive } from '../archive/read.ts';
import { settings } from '../archive/settings.ts';
import { SALT } from '../archive/version-files.ts';
import { formatProblem } from '../checks/report.ts';
import { readArguments, UsageError } from './usage.ts';
import { withdrawn } from './withdrawn-file.ts';

/**
 * `withdraw`: takes a record back. From the next build on its address answers with a notice and nothing else; what
 * was written from it goes too. Nothing is asked and nothing else need be in order, so that it works at once.
 */
export async function withdraw(args: string[]): Promise<void> {
	const { words } = readArguments(args, 1);
	const [id = ''] = words;
	const { content } = settings();
	if (!existsSync(content)) throw new UsageError(`There is no folder ${content}`);
	// More than one file by a mistake: all of them are meant.
	const records = findFiles(content).found.filter((file) => isRecordFolder(file.folder) && file.id === id);
	if (records.length === 0) throw new UsageError(`There is no record ${id} in ${content}`);

	let changed = false;
	for (const record of records) changed = withdrawFile(content, record) || changed;
	removeSalt(content, id);
	if (changed) await tellWhatRemains(content, id);
}

/** Without its salt, the hashes that a release published of an account say nothing of its words (evidence.md AN-13). */
function removeSalt(content: string, id: string): void {
	const salt = path.join(content, VERSIONS_FOLDER, id, SALT);
	if (!existsSync(salt)) return;
	rmSync(salt);
	console.log(`The salt of its released versions is destroyed: ${VERSIONS_FOLDER}/${id}/${SALT}.`);
}

/** @returns whether the file was not withdrawn before */
function withdrawFile(content: string, { file, folder }: Found): boolean {
	const target = path.join(content, file);
	const now = new Date().toISOString().slice(0, 10);
	const text = withdrawn(readFileSync(target, 'utf8'), folder === 'testimonies' ? now.slice(0, 7) : now);
	if (text === undefined) {
		console.log(`${file} is withdrawn already.`);
		return false;
	}
	replaceFile(target, text);
	console.log(`${file} is withdrawn. Build and publish the site now: “npm run build”.`);
	return true;
}

/**
 * Written beside and moved into place, so that a power cut leaves the old file or the new one. The name is new and
 * hidden: nobody can have put a link there, and what a cut leaves behind is not taken for content.
 */
function replaceFile(target: string, text: string): void {
	const name = `.${path.basename(target)}.${randomBytes(6).toString('hex')}`;
	const beside = path.join(path.dirname(target), name);
	try {
		writeFileSync(beside, text, { flag: 'wx', mode: lstatSync(target).mode & 0o777 });
		renameSync(beside, target);
	} catch (error) {
		rmSync(beside, { force: true });
		throw error;
	}
}

/** Names the places that an editor may want to write anew; none of them keeps the withdrawal from taking effect. */
async function tellWhatRemains(content: string, id: string): Promise<void> {
	const { found } = findFiles(content);
	const mentions = found.filter(({ file, id: own }) => own !== id && mentioned(path.join(content, file), id));
	if (mentions.length > 0)
		console.log(
			`\nIt is referred to in ${mentions.map(({ file }) => file).join(', ')}. Paragraphs that cite it are left out ` +
				'from now on; write them anew when you can.',
		);
	const { problems } = await readArchive(content);
	for (const problem of problems.filter((one) => one.rule === 'AN-12'))
		console.log(`\n${formatProblem(problem)}`);
	const errors = problems.filter((one) => one.severity === 'error').length;
	if (errors > 0)
		console.log(
			'\nThe site cannot be built as the content stands: “npm run check” says why. Until then take the published page down by hand.',
		);
}

function mentioned(file: string, id: string): boolean {
	try {
		return readFileSync(file, 'utf8').includes(id);
	} catch {
		// A file that cannot be read is told by the check.
		return false;
	}
}
