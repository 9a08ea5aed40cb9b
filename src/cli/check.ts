import path from 'node:path';
import { getReading } from '../archive/current.ts';
import { settings } from '../archive/settings.ts';
import type { Archive } from '../archive/view.ts';
import { countOf, formatProblem } from '../checks/report.ts';
import { readArguments } from './usage.ts';

/** `check`: reads the content and tells everything that is wrong with it. */
export async function check(args: string[]): Promise<void> {
	readArguments(args, 0);
	const archive = await checkedArchive();
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
 * @returns the archive; undefined where a problem stops it, with the exit code set to 1
 */
export async function checkedArchive(): Promise<Archive | undefined> {
	const { content } = settings();
	const { archive, problems } = await getReading();
	const folder = path.relative(process.cwd(), content);
	for (const problem of problems) console.error(formatProblem(problem, folder));
	if (problems.length > 0) console.error(`\n${countOf(problems)} in ${folder || '.'}/`);
	if (archive) return archive;
	process.exitCode = 1;
	return undefined;
}
