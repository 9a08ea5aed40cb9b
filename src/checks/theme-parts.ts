import type { Place, Problem } from '../core/values/problem.ts';
import { THEME_PARTS } from '../core/model/theme.ts';
import { suggestion } from '../core/values/reference.ts';
import { parseProse } from '../core/prose/parse.ts';
import { wordsIn } from '../core/prose/words.ts';

/** What the check needs of a file. */
interface Written {
	folder: string;
	file: string;
	/** The whole file. */
	source: string;
	/** Undefined where the file has problems of its own; it is then not looked at. */
	data: unknown;
}

const HEADINGS: readonly string[] = Object.values(THEME_PARTS);
const INDENT = /^\s*/;

/**
 * A theme’s text has fixed headings in a fixed order, so that readers find the same thing in the same place in every
 * theme. Each may be left out; none may be empty.
 */
export function checkThemeParts(files: readonly Written[]): Problem[] {
	return files
		.filter(({ folder, data }) => folder === 'themes' && data !== undefined)
		.flatMap(({ file, source }) =>
			faultsIn(source).map((fault) => ({ file, rule: 'theme-part', severity: 'error' as const, ...fault })),
		);
}

type Fault = Place & Pick<Problem, 'message' | 'advice'>;

function faultsIn(source: string): Fault[] {
	const { prose, problems } = parseProse(source);
	if (problems.length > 0) return [];
	const lines = source.split(/\r\n?|\n/);
	const faults: Fault[] = [];
	const report = (line: number, message: string, advice: string) => {
		const indent = INDENT.exec(lines[line - 1] ?? '')?.[0].length ?? 0;
		faults.push({ line, column: indent + 1, message, advice });
	};
	let last = -1;
	let empty: { line: number; words: string } | null = null;
	const refuseEmpty = () => {
		if (empty)
			report(
				empty.line,
				`No text under ${HEADINGS.includes(empty.words) ? `“${empty.words}”` : 'this heading'}`,
				'Remove the heading',
			);
	};
	let isBefore = true;
	let next = 0;
	for (const {
		kind,
		children,
		lines: [line],
	} of prose.blocks) {
		const depth = kind === 'heading' ? prose.headings[next++]?.depth : undefined;
		if (depth !== 2) {
			if (isBefore) report(line, 'Text before the first heading', `Put it under one of: ${LIST}`);
			isBefore = false;
			empty = null;
			continue;
		}
		isBefore = false;
		refuseEmpty();
		const words = wordsIn(children).trim();
		empty = { line, words };
		const place = HEADINGS.indexOf(words);
		if (place < 0)
			report(
				line,
				`This heading is not one of the parts of a theme${suggestion(words, HEADINGS)}`,
				`The parts are: ${LIST}`,
			);
		else if (place === last)
			report(line, `Duplicate heading “${words}”`, 'Put all of its text under one heading');
		else if (place < last)
			report(line, `“${words}” comes after “${HEADINGS[last]}”`, `The order is: ${LIST}`);
		last = Math.max(last, place);
	}
	refuseEmpty();
	return faults;
}

const LIST = HEADINGS.map((heading) => `## ${heading}`).join(' · ');
