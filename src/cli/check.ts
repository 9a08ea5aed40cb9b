import { existsSync } from 'node:fs';
import path from 'node:path';
import { getReading } from '../archive/current.ts';
import { settings } from '../archive/settings.ts';
import type { Archive } from '../archive/view.ts';
import { checkRepository } from '../checks/public-repository.ts';
import { countOf, formatProblem } from '../checks/report.ts';
import { hitOf } from '../checks/text/check-texts.ts';
import { settledContent } from './content.ts';
import { readArguments, UsageError } from './usage.ts';

/**
 * `check`: reads the content and tells everything that is wrong with it. What could identify a person is told by its
 * place alone, since logs are kept and shared; `--show-hits` prints it to the editor’s own terminal. `--repository` is
 * for the publishing workflow: it says who can read the repository, and refuses given accounts in a public one.
 */
export async function check(args: string[]): Promise<void> {
	const { values } = readArguments(args, 0, {
		'show-hits': { type: 'boolean' },
		repository: { type: 'string' },
	});
	const showHits = values['show-hits'] === true;
	if (showHits && isLogged())
		throw new UsageError('--show-hits is for your own terminal: what it prints must not end in a log');
	const archive = await checkedArchive(showHits);
	const visibility = values['repository'];
	if (typeof visibility === 'string' && !(await isPrivateEnough(visibility))) return;
	if (!archive) return;
	const { testimonies, reports, findings, themes, organisations, figures } = archive;
	console.log(
		`The content is sound: ${testimonies.length} testimonies, ${reports.length} reports, ${findings.length} findings, ` +
			`${themes.length} themes, ${organisations.length} organisations, ${figures.length} figures.`,
	);
}

/**
 * Reads the archive and prints its problems, all of them, to standard error.
 *
 * @param showHits whether to print the words that a check stopped at
 * @returns the archive; undefined where a problem stops it, with the exit code set to 1
 */
export async function checkedArchive(showHits = false): Promise<Archive | undefined> {
	const { content } = settings();
	if (existsSync(content)) settledContent();
	const { archive, problems } = await getReading();
	const folder = path.relative(process.cwd(), content);
	for (const problem of problems) {
		console.error(formatProblem(problem, folder));
		const hit = showHits ? hitOf(problem) : undefined;
		if (hit !== undefined) console.error(`    “${hit}”`);
	}
	if (problems.length > 0) console.error(`\n${countOf(problems)} in ${folder || '.'}/`);
	if (archive) return archive;
	process.exitCode = 1;
	return undefined;
}

/** Whether the content may be in a repository of this visibility; prints why not, and sets the exit code to 1. */
async function isPrivateEnough(visibility: string): Promise<boolean> {
	const { files } = await getReading();
	const problems = checkRepository(files, visibility);
	const folder = path.relative(process.cwd(), settings().content);
	for (const problem of problems) console.error(formatProblem(problem, folder));
	if (problems.length > 0) process.exitCode = 1;
	return problems.length === 0;
}

/** Whether what is printed goes into the log of a build server. */
function isLogged(): boolean {
	const { CI } = process.env;
	return CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';
}
