import { shown } from '../model/hidden.ts';
import type { Problem } from '../model/problem.ts';

/** All problems of a reading, as one error. */
export class ContentError extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(`${countOf(problems)} in the content:\n\n${problems.map((one) => formatProblem(one)).join('\n')}`);
		this.name = 'ContentError';
		this.problems = problems;
		// The place that matters is in the content, not in the code that read it.
		this.stack = this.message;
	}
}

/**
 * A problem as a line that editors and terminals turn into a link, and a second one with the advice.
 *
 * @param folder put before the file's path, so that it can be opened from where the command runs
 */
export function formatProblem(problem: Problem, folder = ''): string {
	const { line, column, severity, rule, message, advice } = problem;
	const file = folder ? `${folder}/${problem.file}` : problem.file;
	// A name or a value may come from anyone, and a terminal obeys what is printed on it.
	return `${shown(file)}:${line}:${column} ${severity} ${cut(message)} [${rule}]\n    ${cut(advice)}.`;
}

/** More than any message needs, in characters: whatever got into one, no log is flooded with it. */
const LONGEST = 600;

const cut = (text: string) => shown(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** `3 problems`, or `1 problem and 2 warnings`. */
export function countOf(problems: readonly Problem[]): string {
	const errors = problems.filter((problem) => problem.severity === 'error').length;
	const warnings = problems.length - errors;
	const say = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
	if (warnings === 0) return say(errors, 'problem');
	return errors === 0
		? say(warnings, 'warning')
		: `${say(errors, 'problem')} and ${say(warnings, 'warning')}`;
}
