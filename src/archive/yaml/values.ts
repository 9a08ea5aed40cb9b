import type { TextProblem } from '../../core/values/problem.ts';

/** What is wrong with a line of fields, and where in it, counted from 0. */
export type Mistake = Omit<TextProblem, 'line' | 'column'> & { at: number };

/** Header of a text in lines of its own: `>` or `|`, with signs that say how its ends are read. */
export const BLOCK_HEADER = /^[|>](?:[+-]?[1-9]?|[1-9][+-])(?:\s+#.*)?$/;

const QUOTE_IT = 'Put straight quotation marks around the whole text: "…"';

/**
 * What is wrong with a value that stands on the line of its field, as people write who do not know YAML.
 *
 * @param value the rest of the line, without spaces before it
 * @param at where it begins
 */
export function mistakeInValue(value: string, at: number): Mistake | undefined {
	const first = value.charAt(0);
	if (first === '"' || first === "'") return mistakeInQuoted(value, at);
	if (first === '>' || first === '|')
		return BLOCK_HEADER.test(value)
			? undefined
			: {
					at,
					rule: 'yaml-block',
					message: `Text stands on the same line as the sign ${first}`,
					advice: `Remove the ${first} and put the text in straight quotation marks, or begin the text on the next line, indented`,
				};
	if (first === '&' || first === '*')
		return {
			at,
			rule: 'yaml-alias',
			message: 'Anchors (&) and aliases (*) are not allowed',
			advice: `A text that begins with & or *: ${lowered(QUOTE_IT)}`,
		};
	if (first === '!')
		return {
			at,
			rule: 'yaml-tag',
			message: 'Tags (!) are not allowed',
			advice: `A text that begins with !: ${lowered(QUOTE_IT)}`,
		};
	if (/^[@`%]|^\?(?:\s|$)/.test(value))
		return {
			at,
			rule: 'yaml-sign',
			message: `A text cannot begin with ${first} unless it is in quotation marks`,
			advice: QUOTE_IT,
		};
	if (/^-(?:\s|$)/.test(value))
		return {
			at,
			rule: 'yaml-list',
			message: 'A list cannot begin on the line of its field',
			advice: `Begin each item on a line of its own below it, indented, with a dash and a space: - …. If it is no list: ${lowered(QUOTE_IT)}`,
		};
	if (first === '[' || first === '{') return mistakeInBrackets(value, at);
	return mistakeInPlain(value, at);
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function mistakeInPlain(value: string, at: number): Mistake | undefined {
	const comment = /\s#/.exec(value)?.index;
	const text = comment === undefined ? value : value.slice(0, comment);
	if (/:(?:\s|$)/.test(text))
		return {
			at,
			rule: 'yaml-colon',
			message: 'The text holds a colon, which begins a new field unless the text is in quotation marks',
			advice: QUOTE_IT,
		};
	return comment === undefined ? undefined : { at: at + comment + 1, ...CUT_OFF };
}

/** What follows `#` after a space is a comment, and would be gone without a word. */
export const CUT_OFF: Omit<TextProblem, 'line' | 'column'> = {
	rule: 'yaml-comment',
	message: 'What follows # is cut off: it is read as a comment, not as part of the text',
	advice: `If it belongs to the text: ${lowered(QUOTE_IT)}. If it is a comment, delete it, or put it on a line of its own above`,
};

function mistakeInQuoted(value: string, at: number): Mistake | undefined {
	const mark = value.charAt(0);
	const end = closingQuote(value, mark);
	if (end < 0)
		return {
			at,
			rule: 'yaml-quote-open',
			message: 'A quotation mark opens here and is never closed',
			advice: `Close it at the end of the text with ${mark}, or remove it`,
		};
	const stray =
		mark === '"'
			? /(?<!\\)(?:\\\\)*\\(?![0abtnvfre"/\\N_LP ]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})/i.exec(
					value.slice(0, end),
				)
			: null;
	if (stray)
		return {
			at: at + stray.index,
			rule: 'yaml-escape',
			message: 'A backslash stands in a text with double quotation marks',
			advice: "Put single quotation marks around the text, '…', or write the backslash twice",
		};
	if (/^\s*(?:#.*)?$/.test(value.slice(end + 1))) return undefined;
	return {
		at: at + end,
		rule: 'yaml-quote',
		message: 'The quotation mark here ends the text before it is over',
		advice:
			mark === "'"
				? 'Put double quotation marks around the whole text, "…"; then an apostrophe can stand in it'
				: "Put single marks around the whole text, '…'; or write \\\" for each mark inside",
	};
}

/** Where a quoted text ends; -1 where it does not. */
export function closingQuote(value: string, mark: string): number {
	for (let at = 1; at < value.length; at++) {
		if (mark === '"' && value[at] === '\\') at++;
		else if (value[at] === mark) {
			if (mark === "'" && value[at + 1] === mark) at++;
			else return at;
		}
	}
	return -1;
}

function mistakeInBrackets(value: string, at: number): Mistake | undefined {
	const close = value.startsWith('[') ? ']' : '}';
	const end = value.lastIndexOf(close);
	if (end < 0)
		return {
			at,
			rule: 'yaml-bracket-open',
			message: `A bracket opens here and is not closed with ${close} on this line`,
			advice: `Close it; or, if the text itself begins with a bracket: ${lowered(QUOTE_IT)}`,
		};
	if (/^\s*(?:#.*)?$/.test(value.slice(end + 1))) return undefined;
	return {
		at,
		rule: 'yaml-bracket',
		message: 'A text that begins with a bracket is read as a list',
		advice: QUOTE_IT,
	};
}
