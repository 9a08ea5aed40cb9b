import path from 'node:path';
import { getReading, useReading } from '../../archive/load-archive.ts';
import { isWithdrawalPending, readRemainder, type Remainder, stops } from '../../archive/read/leave-out.ts';
import { settings } from '../../core/settings.ts';
import { formatProblem } from '../../checks/report.ts';

/**
 * Lets a build continue despite problems in the content if a withdrawal is waiting to be published: leaves out the
 * invalid files and prints them.
 *
 * @returns whether the build can continue; the exit code is then 0
 */
export async function withdrawalGoesOn(): Promise<boolean> {
	const { content } = settings();
	const { files } = await getReading();
	const withdrawn = files.flatMap(({ id, withdrawn: month }) => (month === undefined ? [] : [{ id, month }]));
	if (!isWithdrawalPending(content, withdrawn, new Date())) return false;
	const remainder = await readRemainder(content);
	reportRemainder(remainder);
	if (!remainder.archive) return false;
	useReading(remainder);
	process.exitCode = 0;
	return true;
}

/** Prints what the site is built without, or the problems that still block the build. */
export function reportRemainder({ archive, leftOut, problems }: Remainder): void {
	const folder = path.relative(process.cwd(), settings().content);
	if (!archive) {
		console.error(
			'\nA withdrawal is waiting to be published, but these problems block it. Fix them first. Until then, take the published page down by hand:',
		);
		for (const problem of problems.filter(stops)) console.error(formatProblem(problem, folder));
		return;
	}
	if (leftOut.size === 0) return;
	console.error(
		'\nA withdrawal is waiting to be published, so the site is built without the files that have problems. Fix them and build again:',
	);
	for (const [file, instead] of leftOut)
		console.error(instead ? `  ${file}: as it was released (${instead})` : `  ${file}: left out`);
}
