import path from 'node:path';
import { getReading, useReading } from '../../archive/load-archive.ts';
import { isWithdrawalPending, readRemainder, type Remainder, stops } from '../../archive/read/leave-out.ts';
import { settings } from '../../core/settings.ts';
import { formatProblem } from '../../checks/report.ts';

/**
 * Where content with problems would stop a build, but a withdrawal waits to be published: takes the archive without
 * what is not in order, and says what that is.
 *
 * @returns whether the build can go on; the exit code is then 0
 */
export async function withdrawalGoesOn(): Promise<boolean> {
	const { content } = settings();
	const { files } = await getReading();
	const withdrawn = files.flatMap(({ id, withdrawn: month }) => (month === undefined ? [] : [{ id, month }]));
	if (!isWithdrawalPending(content, withdrawn, new Date())) return false;
	const remainder = await readRemainder(content);
	tellRemainder(remainder);
	if (!remainder.archive) return false;
	useReading(remainder);
	process.exitCode = 0;
	return true;
}

/** Prints what the site is built without, or what stands in the way even so. */
export function tellRemainder({ archive, leftOut, problems }: Remainder): void {
	const folder = path.relative(process.cwd(), settings().content);
	if (!archive) {
		console.error(
			'\nA withdrawal waits to be published, and these problems stand in its way. Mend them first; until then take the published page down by hand:',
		);
		for (const problem of problems.filter(stops)) console.error(formatProblem(problem, folder));
		return;
	}
	if (leftOut.size === 0) return;
	console.error(
		'\nA withdrawal waits to be published, so the site is built without what has problems. Mend it and build again:',
	);
	for (const [file, instead] of leftOut)
		console.error(instead ? `  ${file}: as it was released (${instead})` : `  ${file}: left out`);
}
