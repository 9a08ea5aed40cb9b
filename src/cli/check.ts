import { existsSync } from 'node:fs';
import path from 'node:path';
import { getReading } from '../archive/load-archive.ts';
import { findFiles, VERSIONS_FOLDER } from '../archive/read/files.ts';
import { settings } from '../core/settings.ts';
import type { Archive } from '../archive/publish/view.ts';
import { checkRepository } from '../checks/public-repository.ts';
import { countProblems, formatProblem, formatRuleHelp } from '../checks/report.ts';
import { hitOf, type Problem } from '../core/values/problem.ts';
import { settledContent } from './content.ts';
import { withdrawn } from './edit/withdraw-file.ts';
import { forgottenCopies } from './edit/left-overs.ts';
import { readArguments, UsageError } from './usage.ts';

/**
 * `check`: reads the content and reports every problem. What could identify a person is reported by its place alone,
 * since logs are kept and shared; `--show-hits` prints the words to the editor’s own terminal. `--repository` is for the
 * publishing workflow: it gives the visibility of the repository, and a public one must not hold given accounts.
 *
 * With the identifier or the file of a record only its own problems are printed; the others are counted.
 */
export async function check(args: string[]): Promise<void> {
	const { words, values } = readArguments(args, 1, {
		'show-hits': { type: 'boolean' },
		repository: { type: 'string' },
	});
	const showHits = values['show-hits'] === true;
	if (showHits && isLogged())
		throw new UsageError(
			'--show-hits prints words that must not end up in a log. Run it in your own terminal',
		);
	const [wanted] = words;
	if (wanted !== undefined) return checkOne(wanted, showHits);
	const archive = await checkedArchive(showHits);
	const visibility = values['repository'];
	if (typeof visibility === 'string' && !(await isPrivateEnough(visibility))) return;
	await reportWithdrawnText();
	if (!archive) return;
	const { testimonies, reports, findings, themes, organisations, figures } = archive;
	console.log(
		`No problems found in ${testimonies.length} testimonies, ${reports.length} reports, ${findings.length} findings, ` +
			`${themes.length} themes, ${organisations.length} organisations, ${figures.length} figures.`,
	);
}

/** Reports records that were withdrawn by hand and whose files still hold their text, and forgotten copies. */
async function reportWithdrawnText(): Promise<void> {
	const { content } = settings();
	for (const file of existsSync(content) ? forgottenCopies(content) : [])
		console.error(`${file} may contain the text of a record, and nothing checks it. Delete it.`);
	const { files } = await getReading();
	const left = files.filter(
		({ source, withdrawn: month }) => month !== undefined && withdrawn(source, month) !== undefined,
	);
	for (const { file, id } of left)
		console.error(
			`${file} is withdrawn but still contains its text. Run “npm run archive -- withdraw ${id}” to remove it from every file.`,
		);
}

/**
 * Reads the archive and prints all of its problems to standard error.
 *
 * @param showHits prints the words that each problem is about
 * @returns the archive; undefined where an error stops it, with the exit code set to 1
 */
export async function checkedArchive(showHits = false): Promise<Archive | undefined> {
	const { content } = settings();
	if (existsSync(content)) settledContent();
	const { archive, problems } = await getReading();
	const folder = path.relative(process.cwd(), content);
	print(problems, folder, showHits);
	if (problems.length > 0) console.error(`\n${countProblems(problems)} in ${folder || '.'}/`);
	if (archive) return archive;
	process.exitCode = 1;
	return undefined;
}

/**
 * Checks the whole archive, and prints the problems of one record: those in its files, and those elsewhere that name its
 * identifier.
 *
 * @throws UsageError where there is no such record or file
 */
async function checkOne(wanted: string, showHits: boolean): Promise<void> {
	const content = settledContent();
	const { problems } = await getReading();
	const targets = filesOf(content, wanted, problems);
	const identifiers = new Set(targets.flatMap(({ id }) => id ?? []));
	const concerns = ({ file, message }: Problem) =>
		targets.some((one) => one.file === file) ||
		[...identifiers].some(
			(id) => file.startsWith(`${VERSIONS_FOLDER}/${id}/`) || new RegExp(`\\b${id}\\b`).test(message),
		);
	const shown = problems.filter(concerns);
	const folder = path.relative(process.cwd(), content);
	print(shown, folder, showHits);
	const rest = problems.filter((problem) => !concerns(problem));
	const names = targets.map(({ file }) => file).join(', ');
	console.log(
		shown.length === 0 ? `No problems found in ${names}.` : `\n${countProblems(shown)} in ${names}.`,
	);
	if (rest.length > 0) console.log(`Elsewhere in the archive: ${countProblems(rest)}, not shown.`);
	if (shown.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

/** The files with an identifier, or the one at a path. */
function filesOf(
	content: string,
	wanted: string,
	problems: readonly Problem[],
): { file: string; id?: string }[] {
	const { found } = findFiles(content);
	const byName = found.filter(({ id }) => id === wanted);
	if (byName.length > 0) return byName;
	const paths = [wanted, path.join(content, wanted)].map((one) =>
		path.relative(content, path.resolve(one)).replaceAll(path.sep, '/'),
	);
	const byPath = found.filter(({ file }) => paths.includes(file));
	if (byPath.length > 0) return byPath;
	const other = paths.find(
		(file) => problems.some((problem) => problem.file === file) || existsSync(path.join(content, file)),
	);
	if (other === undefined || other.startsWith('..') || other === '')
		throw new UsageError(`No record or file ${wanted} in ${content}`);
	return [{ file: other }];
}

function print(problems: readonly Problem[], folder: string, showHits: boolean): void {
	for (const problem of problems) {
		console.error(formatProblem(problem, folder, showHits));
		const hit = showHits ? hitOf(problem) : undefined;
		if (hit !== undefined) console.error(`    “${hit}”`);
	}
	for (const line of formatRuleHelp(problems)) console.error(line);
}

/** Whether the content may be in a repository of this visibility; prints why not, and sets the exit code to 1. */
async function isPrivateEnough(visibility: string): Promise<boolean> {
	const { files } = await getReading();
	const problems = checkRepository(files, visibility);
	const folder = path.relative(process.cwd(), settings().content);
	print(problems, folder, false);
	if (problems.length > 0) process.exitCode = 1;
	return problems.length === 0;
}

/** Whether output goes into the log of a build server. */
function isLogged(): boolean {
	const { CI } = process.env;
	return CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';
}
