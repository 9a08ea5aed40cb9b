import { ALPHABET } from '../core/values/alphabet.ts';
import { shown } from '../core/values/hidden.ts';
import type { Problem } from '../core/values/problem.ts';
import { countNoun } from '../core/text/words.ts';

/** All problems of a reading, as one error. */
export class ContentError extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(
			`${countProblems(problems)} in the content:\n\n${problems.map((one) => formatProblem(one)).join('\n')}`,
		);
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
 * @param whole whether a name that somebody chose is printed: on a terminal that nobody else reads
 */
export function formatProblem(problem: Problem, folder = '', whole = false): string {
	const { line, column, severity, rule, message, advice } = problem;
	const file = [folder, whole ? problem.file : withoutWords(problem.file)].filter(Boolean).join('/');
	// A name or a value may come from anyone, and a terminal obeys what is printed on it.
	return `${shown(file)}:${line}:${column} ${severity} ${cut(message)} [${rule}]\n    ${cut(advice)}.`;
}

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const ID = `[${ALPHABET}]{8}`;

/** Paths of the form that the archive itself gives, or asks for. */
const OWN_PATH = new RegExp(
	`^(?:archive\\.yaml|register\\.yaml|waivers\\.yaml|(?:testimonies|reports|findings)/${ID}(?:-${SLUG})?\\.mdx|` +
		`(?:complaints|themes|pages)/${SLUG}\\.mdx|(?:organisations|figures)/${SLUG}\\.yaml|images/${SLUG}\\.(?:png|jpe?g|webp)|` +
		`versions/${ID}/(?:v\\d+\\.mdx|salt)|releases/(?:log\\.jsonl|\\d+/[A-Za-z0-9.]+)|keys/[a-z]+\\.pub|` +
		`captures/(?:public|sealed)/[0-9a-f]{64}\\.[a-z.]+|[a-z]+|(?:versions|releases|captures)/[0-9a-z]+)$`,
);

/**
 * A path without words that somebody chose: a file that was put where it does not belong is often named after a person.
 * Its folder, its first two letters and its ending are enough to find it by; `--show-hits` prints the whole.
 */
export function withoutWords(file: string): string {
	if (OWN_PATH.test(file)) return file;
	const names = file.split('/');
	const [top = ''] = names;
	return names
		.map((name, index) => {
			if (index === 0 && names.length > 1 && /^[a-z]+$/.test(top)) return name;
			const ending = /\.[a-z]{1,5}$/i.exec(name)?.[0] ?? '';
			return `${[...name].slice(0, 2).join('')}…${ending}`;
		})
		.join('/');
}

/** More than any message needs, in characters: whatever got into one, no log is flooded with it. */
const LONGEST = 600;

const cut = (text: string) => shown(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** `3 problems`, or `1 problem and 2 warnings`. */
export function countProblems(problems: readonly Problem[]): string {
	const errors = problems.filter((problem) => problem.severity === 'error').length;
	const warnings = problems.length - errors;
	if (warnings === 0) return countNoun(errors, 'problem');
	return errors === 0
		? countNoun(warnings, 'warning')
		: `${countNoun(errors, 'problem')} and ${countNoun(warnings, 'warning')}`;
}
