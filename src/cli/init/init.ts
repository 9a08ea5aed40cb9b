import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { PACKAGE } from '../../core/software.ts';
import { Failure } from '../../core/values/failure.ts';
import { checkProjectFolder } from '../../output/project.ts';
import { formatText } from '../format.ts';
import { readArguments, UsageError } from '../usage.ts';
import { ANSWER_OPTIONS, readAnswers } from './answers.ts';
import { contentFiles } from './content-files.ts';
import { projectFiles } from './project-files.ts';

/** `init`: makes a new archive in a folder of its own: its content, a configuration and one dependency. */
export async function init(args: string[]): Promise<void> {
	const { words, values } = readArguments(args, 1, { ...ANSWER_OPTIONS, package: { type: 'string' } });
	const [wanted] = words;
	if (wanted === undefined) throw new UsageError('Name the folder of the new archive');
	const folder = path.resolve(wanted);
	checkProjectFolder(folder);
	refuseOccupied(folder);
	const answers = await readAnswers(values);
	const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as {
		version: string;
	};
	const tarball = `evidence-archive-${version}.tgz`;
	const software = typeof values['package'] === 'string' ? values['package'] : `file:${tarball}`;
	const files = projectFiles(answers, software);
	const today = new Date().toISOString().slice(0, 10);
	for (const [file, text] of contentFiles(answers, today))
		files.set(`content/${file}`, await formatText(file, text));
	writeProject(folder, files);
	const name = path.relative(process.cwd(), folder) || '.';
	const copied =
		values['package'] === undefined ? `  cp …/${tarball} .    # “npm run package” makes it\n` : '';
	console.log(
		`The archive is in ${name}. What to do next:\n  cd ${name}\n${copied}  npm install\n  npm run check\n  npm run dev`,
	);
}

/** @throws Failure where something is there already */
function refuseOccupied(folder: string): void {
	if (!existsSync(folder)) return;
	let names: string[];
	try {
		names = readdirSync(folder);
	} catch {
		throw new Failure(`${folder} is not a folder that can be read: name another.`);
	}
	if (names.length > 0)
		throw new Failure(`${folder} is not empty (${names[0]}): name a new folder, or an empty one.`);
}

/** Writes all files into a folder beside the wanted one and renames it: a command that is killed leaves no part of them. */
function writeProject(folder: string, files: ReadonlyMap<string, string>): void {
	mkdirSync(path.dirname(folder), { recursive: true });
	const staging = mkdtempSync(path.join(path.dirname(folder), `.${path.basename(folder)}-`));
	try {
		const project = path.join(staging, 'project');
		for (const [file, text] of files) {
			const target = path.join(project, file);
			mkdirSync(path.dirname(target), { recursive: true });
			writeFileSync(target, text);
		}
		// An empty folder is replaced; one that was filled in the meantime is not.
		renameSync(project, folder);
	} finally {
		rmSync(staging, { recursive: true, force: true });
	}
}
