import { keepHit, START, type TextProblem } from '../values/problem.ts';
import { COMPONENTS } from './components.ts';

/** What the parser says where it gives up, and what that means to somebody who writes a text. */
const MEANINGS: readonly (readonly [said: RegExp, message: string, advice: string])[] = [
	[
		/in expression|Could not parse/,
		'A brace opens here, and what follows cannot be read',
		'For a literal brace write \\{; a comment is written {/* … */}',
	],
	[
		/^Expected a closing tag/,
		'A tag opens here and is not closed in the same paragraph, list or quotation',
		'Close it with </…>, or, where it takes no words, with /> at its end; write &lt; for a less-than sign',
	],
	[
		/^Unexpected closing tag/,
		'A tag is closed here that is not the one that was opened last',
		'Close each tag with its own name, the inner ones first',
	],
	[
		/create a comment in MDX/,
		'Comments and declarations of HTML are not allowed',
		'Write a comment as {/* … */}; HTML and code are not allowed',
	],
];

/**
 * The problem of a text that cannot be parsed. Messages of the parser hold what was typed, so none of them is passed on.
 *
 * @param said the parser's message, with the place before it
 */
export function syntaxProblem(said: string): TextProblem {
	const [, line, column, text = said] = /^(\d+):(\d+): ([^]*)$/.exec(said) ?? [];
	const [, message, advice] = MEANINGS.find(([pattern]) => pattern.test(text)) ?? [
		undefined,
		'The sign < begins a tag, and this is none that can be read',
		'Write &lt; for a less-than sign; a tag is written <Name attribute="…">, a link [words](https://…)',
	];
	const tag = /`<\/?([^>`]*)>`/.exec(text)?.[1];
	const isKnown = tag !== undefined && Object.hasOwn(COMPONENTS, tag);
	const problem: TextProblem = {
		line: line ? Number(line) : START.line,
		column: column ? Number(column) : START.column,
		rule: 'syntax',
		message: isKnown ? `${message} (${tag})` : message,
		advice,
	};
	return tag && !isKnown ? keepHit(problem, tag) : problem;
}
