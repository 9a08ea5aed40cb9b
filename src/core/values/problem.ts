import type { RuleId } from '../rules/rules.ts';
/** An error stops the build, a warning does not. */
export type Severity = 'error' | 'warning';

/** One thing wrong with the content, described so that an editor can fix it without reading the code. */
export interface Problem {
	/** Path from the folder that the archive was read from. */
	file: string;
	/** 1-based; 1 where the problem is with the file as a whole. */
	line: number;
	/** 1-based, counted in UTF-16 units as editors do. */
	column: number;
	/** The declared rule that was broken. */
	rule: RuleId;
	/** What is wrong. */
	message: string;
	/** What to do about it. */
	advice: string;
	severity: Severity;
}

/** A problem whose file is not known yet. */
export type TextProblem = Omit<Problem, 'file' | 'severity'>;

/** The words that a problem is about. They are never part of it, so that no log or report can print them by accident. */
const hits = new WeakMap<object, string>();

/** Stores the words that a problem is about where only `hitOf` finds them. */
export function keepHit<P extends object>(problem: P, words: string): P {
	hits.set(problem, words);
	return problem;
}

/** The words that a problem is about. Only for a terminal that nobody else reads. */
export function hitOf(problem: object): string | undefined {
	return hits.get(problem);
}

/** Adds the file to a problem, as an error, and keeps the words that it is about. */
export function inFile(file: string, problem: TextProblem): Problem {
	const whole: Problem = { file, severity: 'error', ...problem };
	const words = hits.get(problem);
	return words === undefined ? whole : keepHit(whole, words);
}

/** A place in a file. */
export interface Place {
	line: number;
	column: number;
}

/** The start of a file, for problems without a better place. */
export const START: Place = { line: 1, column: 1 };

/** An error about a file as a whole. */
export function fileProblem(file: string, rule: RuleId, message: string, advice: string): Problem {
	return { file, ...START, rule, message, advice, severity: 'error' };
}

/** The place of an offset in a text. */
export function placeAt(text: string, offset: number): Place {
	const before = text.slice(0, Math.max(0, offset));
	return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** Puts problems in reading order: by file, then line, then column, then rule. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
	return [...problems].sort(
		(a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
	);
}

/** Compares by code unit, so that order never depends on the machine's locale. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
