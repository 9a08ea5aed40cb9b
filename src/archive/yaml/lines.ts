import type { TextProblem } from '../../core/values/problem.ts';
import { BLOCK_HEADER, closingQuote, type Mistake, mistakeInValue } from './values.ts';

/** A field on a line: its name, the colon, and what follows. */
const FIELD = /^("[^"]*"|'[^']*'|[^\s#:'"[\]{}][^:#]*?)\s*:(?:(\s+)(.*)|)$/;
const INDENT = 'Indent fields of one level alike: two spaces for each level, none before the first';

/**
 * Looks for mistakes that people make who do not know YAML, line by line, in fields that cannot be read. A parser tells
 * where it gave up; this tells what was probably meant. No message holds words of the file.
 *
 * @returns the mistakes found, at most one on a line, with lines counted from 1
 */
export function mistakesIn(text: string): TextProblem[] {
	const reader = new LineReader(text.split(/\r?\n/));
	return reader.read();
}

class LineReader {
	readonly #lines: readonly string[];
	readonly #problems: TextProblem[] = [];
	/** Columns of the fields and dashes that are open. */
	#levels: number[] = [];
	/** What stood after the colon or dash of the last line that had one; undefined before the first. */
	#value: string | undefined;
	#at = 0;

	constructor(lines: readonly string[]) {
		this.#lines = lines;
	}

	read(): TextProblem[] {
		for (; this.#at < this.#lines.length; this.#at++) {
			const mistake = this.#readLine(this.#lines[this.#at] ?? '');
			if (!mistake) continue;
			const { at, ...told } = mistake;
			this.#problems.push({ line: this.#at + 1, column: at + 1, ...told });
		}
		return this.#problems;
	}

	#readLine(line: string): Mistake | undefined {
		if (/^\s*(?:#.*)?$/.test(line)) return undefined;
		const space = /^[ ]*([\s\u00a0])/.exec(line);
		if (space?.[1] === '\t')
			return {
				at: line.indexOf('\t'),
				rule: 'yaml-tab',
				message: 'The line is indented with a tab',
				advice: 'Use spaces, two for each level',
			};
		const odd = /^(?:[^:#]*:)?[ ]*([\u00a0\u2000-\u200a\u202f\u205f\u3000])/.exec(line);
		if (odd)
			return {
				at: odd[0].length - 1,
				rule: 'yaml-space',
				message: 'A space of another kind than the space bar makes stands here',
				advice: 'Delete it and type a space',
			};
		if (/^(?:---|\.\.\.)\s*$/.test(line))
			return {
				at: 0,
				rule: 'yaml-end',
				message: 'A line of --- or ... ends the fields, and more follow',
				advice: 'Remove the line: all fields of a file stand together',
			};
		const dashes = /^(?: *- +)+|^ *-$/.exec(line)?.[0] ?? '';
		const indent = dashes.length || (/^ */.exec(line)?.[0].length ?? 0);
		const rest = line.slice(indent);
		const shift = this.#enter(line, dashes, indent, rest);
		if (shift) return shift;
		if (rest === '') return this.#open('');
		const [, , gap, value = ''] = FIELD.exec(rest) ?? [];
		const isField = FIELD.test(rest);
		if (isField) return this.#readValue(value.trimEnd(), line.length - value.length, indent, gap);
		if (dashes) return this.#readValue(rest.trimEnd(), indent, indent, ' ');
		return this.#readWords(rest, indent);
	}

	/** Goes to the level of a line; tells where it belongs to none. */
	#enter(line: string, dashes: string, indent: number, rest: string): Mistake | undefined {
		if (!dashes && !FIELD.test(rest)) return undefined;
		const start = dashes ? line.indexOf('-') : indent;
		const top = this.#levels.at(-1) ?? -1;
		if (start > top && this.#value !== undefined && this.#value !== '') {
			const isEmpty = /^(?:\{\s*\}|\[\s*\])/.test(this.#value);
			// Words in quotation marks or of several lines may go on like this.
			if (!isEmpty && !dashes && /^["'|>]/.test(this.#value)) return undefined;
			return isEmpty
				? {
						at: start,
						rule: 'yaml-braces',
						message: 'The field above is closed with brackets, and more is indented under it',
						advice: 'Remove the {} or [] from the line of the field',
					}
				: { at: start, rule: 'yaml-indent', message: 'The line is indented too far', advice: INDENT };
		}
		const open = this.#levels.filter((level) => level <= start);
		const isKnown = open.at(-1) === start;
		if (start < top && !isKnown) {
			this.#levels = open;
			return {
				at: start,
				rule: 'yaml-indent',
				message: 'The line is indented like none of the fields above',
				advice: INDENT,
			};
		}
		this.#levels = isKnown ? open : [...open, start];
		if (dashes && indent > start && FIELD.test(rest)) this.#levels.push(indent);
		return undefined;
	}

	#open(value: string): undefined {
		this.#value = value;
		return undefined;
	}

	#readValue(value: string, at: number, indent: number, gap: string | undefined): Mistake | undefined {
		this.#open(value.startsWith('#') ? '' : value);
		if (value === '' || value.startsWith('#') || gap === undefined) return undefined;
		if (BLOCK_HEADER.test(value)) return this.#skip((line) => indentOf(line) > indent || line.trim() === '');
		const mark = value.charAt(0);
		const isOpenQuote = /["']/.test(mark) && closingQuote(value, mark) < 0;
		const isOpenBracket = /[[{]/.test(mark) && !/[\]}]/.test(value);
		if ((isOpenQuote || isOpenBracket) && this.#closesLater(isOpenQuote ? mark : mark === '[' ? ']' : '}'))
			return undefined;
		const mistake = mistakeInValue(value, at);
		// Its items are then those of a list.
		if (mistake?.rule === 'yaml-list') this.#open('');
		return mistake;
	}

	/** Passes over lines that belong to the value of the present one. */
	#skip(isPart: (line: string) => boolean): undefined {
		while (this.#at + 1 < this.#lines.length && isPart(this.#lines[this.#at + 1] ?? '')) this.#at++;
	}

	/** Whether a quotation or bracket is closed before the next field; if so, its lines are passed over. */
	#closesLater(close: string): boolean {
		for (let at = this.#at + 1; at < this.#lines.length; at++) {
			const line = this.#lines[at] ?? '';
			if (/^[\w-]+:(?:\s|$)/.test(line)) return false;
			if (new RegExp(`\\${close},?\\s*(?:#.*)?$`).test(line)) {
				this.#at = at;
				return true;
			}
		}
		return false;
	}

	/** A line that is neither a field nor an item of a list. */
	#readWords(rest: string, indent: number): Mistake | undefined {
		if (/^-[^\s-]/.test(rest) || /^[•·–—*] ?\S/.test(rest))
			return {
				at: indent,
				rule: 'yaml-dash',
				message: 'An item of a list begins with a dash and a space',
				advice: 'Write “- ” before it: a dash from the keyboard and a space',
			};
		if (/^[A-Za-z][\w-]*：/.test(rest) || /^[A-Za-z][\w-]*\s*=/.test(rest))
			return {
				at: indent,
				rule: 'yaml-no-colon',
				message: 'The name of a field is followed by another sign than a colon',
				advice: 'Write the name, a colon and a space before the value',
			};
		if (/^[A-Za-z][\w-]*:(?!\/\/)\S/.test(rest))
			return {
				at: indent,
				rule: 'yaml-colon-space',
				message: 'There is no space after the colon',
				advice: 'Put a space between the colon and the value',
			};
		const top = this.#levels.at(-1) ?? -1;
		// Words that are indented further than their field go on with its text.
		if (indent > top && this.#value) return /:(?:\s|$)/.test(rest) ? mistakeInValue(rest, indent) : undefined;
		return {
			at: indent,
			rule: 'yaml-no-field',
			message: 'The line belongs to no field',
			advice:
				'Begin it with the name of a field and a colon; text that goes on from the line above is put on that line, in quotation marks',
		};
	}
}

const indentOf = (line: string) => line.length - line.trimStart().length;
