import { anchorOfRule, type RuleId, RULES_PAGE } from '../core/rules/rules.ts';
import { settings } from '../core/settings.ts';
import { ALPHABET } from '../core/values/alphabet.ts';
import { shown } from '../core/values/hidden.ts';
import { compare, type Problem } from '../core/values/problem.ts';
import { countNoun } from '../core/text/words.ts';

/** All problems of an archive, as one error. */
export class ContentError extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(`${countProblems(problems)} in the content:\n\n${formatProblems(problems)}`);
		this.name = 'ContentError';
		this.problems = problems;
		// The place that matters is in the content, not in this code.
		this.stack = this.message;
	}
}

/**
 * A problem as a line that editors and terminals turn into a link, and a second one with the advice.
 *
 * @param folder prefix of the file's path, so that it can be opened from the working directory
 * @param whole prints file names in full: only for a terminal that nobody else reads
 */
export function formatProblem(problem: Problem, folder = '', whole = false): string {
	const { line, column, severity, rule, message, advice } = problem;
	const file = [folder, whole ? problem.file : withoutWords(problem.file)].filter(Boolean).join('/');
	// A name or a value may come from anyone, and a terminal obeys control characters.
	return `${shown(file)}:${line}:${column} ${severity} ${cut(message)} [${rule}]\n    ${cut(advice)}.`;
}

/** Problems one below the other, and the help on each of their rules once at the end. */
export function formatProblems(problems: readonly Problem[]): string {
	return [...problems.map((one) => formatProblem(one)), ...formatRuleHelp(problems)].join('\n');
}

/** The help page's entry for a rule: its public address, or its path where the archive has none. */
function ruleAddress(rule: RuleId): string {
	const { hasAddress, site, prefix } = settings();
	return `${hasAddress ? site + prefix : ''}${RULES_PAGE}#${anchorOfRule(rule)}`;
}

/** A line for each rule that was broken, with the address of its help; nothing where none was. */
export function formatRuleHelp(problems: readonly { rule: RuleId }[]): string[] {
	const rules = [...new Set(problems.map(({ rule }) => rule))].sort(compare);
	if (rules.length === 0) return [];
	const width = Math.max(...rules.map(({ length }) => length));
	return ['', 'Rules:', ...rules.map((rule) => `  ${rule.padEnd(width)}  ${ruleAddress(rule)}`)];
}

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const ID = `[${ALPHABET}]{8}`;

/** Paths in the forms that the archive itself uses. */
const SAFE_PATH = new RegExp(
	`^(?:archive\\.yaml|register\\.yaml|waivers\\.yaml|(?:testimonies|reports|findings)/${ID}(?:-${SLUG})?\\.mdx|` +
		`(?:complaints|themes|pages)/${SLUG}\\.mdx|(?:organisations|figures)/${SLUG}\\.yaml|images/${SLUG}\\.(?:png|jpe?g|webp)|` +
		`versions/${ID}/(?:v\\d+\\.mdx|salt)|releases/(?:log\\.jsonl|\\d+/[A-Za-z0-9.]+)|keys/[a-z]+\\.pub|` +
		`captures/(?:public|sealed)/[0-9a-f]{64}\\.[a-z.]+|[a-z]+|(?:versions|releases|captures)/[0-9a-z]+)$`,
);

/**
 * A path without words that somebody chose: a misplaced file is often named after a person. Its folder, first two
 * letters and ending are enough to find it; `--show-hits` prints it in full.
 */
function withoutWords(file: string): string {
	if (SAFE_PATH.test(file)) return file;
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

/** More characters than any message needs, so that nothing can flood a log. */
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
