import type { TextProblem } from '../../core/values/problem.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';

/** Splits a text file into its front matter and the rest. */
export function splitFrontMatter(text: string): { yaml: string } | { problem: TextProblem } {
	const found = frontMatterOf(text);
	return found ? { yaml: text.slice(...found.yaml) } : { problem: withoutFrontMatter(text.split(/\r?\n/)) };
}

/** A line that was meant to be `---`, or could have been. */
const NEARLY = /^\s*[-–—‐‑−_=]{1,12}(?:[ \t][-–—]+)*\s*$/;

/** Says why a file has no fields, as people who do not know the form come to write it. */
function withoutFrontMatter(lines: readonly string[]): TextProblem {
	const report = (message: string, line = 1): TextProblem => ({
		line,
		column: 1,
		rule: 'front-matter',
		message,
		advice: 'Begin the file with a line ---, then the fields, then another line --- and nothing else on it',
	});
	const isMark = (line: string) => line === '---';
	const near = lines.findIndex((line) => NEARLY.test(line) && !isMark(line));
	const marks = lines.flatMap((line, index) => (isMark(line) ? [index] : []));
	const isNear = (index: number) =>
		report('This line should be three hyphens, --- and nothing else', index + 1);
	if (lines[0] === '---') {
		if (near > 0) return isNear(near);
		return report('The front matter has no end: the line --- below the fields is missing');
	}
	if (near === 0) return isNear(near);
	if (marks.length >= 2) return report('Something stands above the fields: the first line must be ---');
	if (lines.some((line) => line.trim() !== ''))
		return report('There is no front matter: the line --- above the fields is missing, or there are none');
	return report('The file is empty: there is no front matter');
}
