import type { Reading } from '../../src/archive/read/read.ts';
import { formatProblem } from '../../src/checks/report.ts';

/**
 * What is wrong with a reading of an archive, whatever is in its files: it must end in an archive or in problems, each
 * with a file, a line and a column that are there, and in words.
 *
 * @param files the archive by its paths
 */
export async function faultsOf(
	read: () => Promise<Reading>,
	files: Readonly<Record<string, string>>,
): Promise<string[]> {
	let reading: Reading;
	try {
		reading = await read();
	} catch (error) {
		return [
			`threw ${String(error).slice(0, 200)}\n${(error as Error).stack?.split('\n').slice(1, 4).join('\n')}`,
		];
	}
	const { archive, problems } = reading;
	const faults: string[] = [];
	if (!archive && !problems.some(({ severity }) => severity === 'error'))
		faults.push('gave nothing, and no error');
	for (const problem of problems) {
		const { file, line, column, rule, message, advice } = problem;
		const lines = files[file]?.split(/\r\n?|\n/);
		const isThere =
			Number.isInteger(line) &&
			Number.isInteger(column) &&
			line >= 1 &&
			column >= 1 &&
			(!lines || line <= lines.length);
		if (!isThere) faults.push(`${rule} at ${file}:${line}:${column}`);
		if (
			!/\S{3}/.test(message) ||
			!/\S{3}/.test(advice) ||
			/undefined|\[object|NaN|native code/.test(message + advice)
		)
			faults.push(`${rule} says ${(message + advice).slice(0, 100)}`);
		if (formatProblem(problem).length > 2000) faults.push(`${rule} is too long`);
	}
	return faults;
}
