import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { findWithheld, repetitions, type WithheldRuns } from '../../checks/withheld-text.ts';
import { placeAt } from '../../core/values/problem.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';
import { parseProse } from '../../core/prose/parse.ts';
import { wordsIn } from '../../core/prose/words.ts';
import { MARKUP } from './phrases.ts';

/** The result of removing withdrawn words from another file. */
export interface RepeatRemoval {
	text: string;
	/** Lines, from 1, where words were removed. */
	taken: readonly number[];
	/** Lines where they remain: comments, addresses, a text that cannot be parsed. */
	left: readonly number[];
}

/** Replaces the words. */
const WORDS = '<Redacted what="words" />';
/** Replaces a paragraph that has markup between the words. */
const PARAGRAPH = '<Redacted what="paragraph" />';
/** Replaces the value of a field, as on the pages. */
const FIELD = 'No longer published';

/**
 * Removes withdrawn words from another file: only the words in plain text, otherwise the whole paragraph (its number
 * stays), and in fields the whole value.
 *
 * @param isText whether the file has fields followed by a text, or fields alone
 */
export function removeRepeats(source: string, runs: WithheldRuns, isText: boolean): RepeatRemoval {
	if (!mayRepeat(source, runs)) return { text: source, taken: [], left: [] };
	const end = isText ? (frontMatterOf(source)?.yaml ?? [0, 0]) : ([0, source.length] as const);
	const taken: number[] = [];
	let text = isText ? withoutParagraphs(withoutStretches(source, runs, taken), runs, taken) : source;
	const fields = withoutFields(text.slice(...end), runs);
	for (const offset of fields.offsets) taken.push(placeAt(source, end[0] + offset).line);
	text = text.slice(0, end[0]) + fields.yaml + text.slice(end[1]);
	const left = findWithheld(text, runs).map(({ offset }) => placeAt(text, offset).line);
	return { text, taken: [...new Set(taken)].sort((a, b) => a - b), left };
}

/** Quick check whether the words occur in a file, in its source or as rendered: most files have none. */
function mayRepeat(source: string, runs: WithheldRuns): boolean {
	if (findWithheld(source, runs).length > 0) return true;
	return /[&<[\\]/.test(source) && paragraphsWith(source, runs).length > 0;
}

function paragraphsWith(source: string, runs: WithheldRuns) {
	const { blocks } = parseProse(source).prose;
	return blocks.filter(({ children }) => findWithheld(wordsIn(children), runs).length > 0);
}

function withoutStretches(source: string, runs: WithheldRuns, taken: number[]): string {
	const body = frontMatterOf(source)?.body ?? 0;
	let [text, at] = [source.slice(0, body), body];
	for (const { start, end } of repetitions(source.slice(body), runs)) {
		const [from, to] = [body + start, body + end];
		const line = source.slice(source.lastIndexOf('\n', from - 1) + 1, from);
		// A tag, comment, link target, heading or table cannot contain a component.
		if (MARKUP.test(source.slice(from, to)) || /[<{(#|][^>})]*$/.test(line)) continue;
		text += source.slice(at, from) + WORDS;
		at = to;
		taken.push(placeAt(source, from).line);
	}
	return text + source.slice(at);
}

function withoutParagraphs(source: string, runs: WithheldRuns, taken: number[]): string {
	const newline = source.includes('\r\n') ? '\r\n' : '\n';
	const found = paragraphsWith(source, runs);
	const lines = source.split(/\r\n?|\n/);
	// From last to first, so that earlier lines keep their numbers.
	for (const { number, lines: at } of found.toReversed()) {
		const [first, last] = at;
		lines.splice(first - 1, last - first + 1, ...(number === null ? [''] : ['', PARAGRAPH, '']));
		taken.push(first);
	}
	return found.length === 0 ? source : lines.join(newline);
}

/** An address is not replaced, since the result would not be a valid address. */
const ADDRESS = /^\s*[a-z][a-z+.-]*:\/\/\S+\s*$/i;

function withoutFields(yaml: string, runs: WithheldRuns): { yaml: string; offsets: number[] } {
	const places: { start: number; end: number }[] = [];
	const walk = (node: unknown): void => {
		if (isMap(node)) for (const { value } of node.items) walk(value);
		else if (isSeq(node)) for (const item of node.items) walk(item);
		else if (isScalar(node) && typeof node.value === 'string' && node.range) {
			const isRepeat = !ADDRESS.test(node.value) && findWithheld(node.value, runs).length > 0;
			if (isRepeat) places.push({ start: node.range[0], end: node.range[1] });
		}
	};
	try {
		const document = parseDocument(yaml, { logLevel: 'silent' });
		if (document.errors.length === 0) walk(document.contents);
	} catch {
		// Nested too deeply for the parser, so it is reported as remaining.
	}
	let text = yaml;
	for (const { start, end } of places.toReversed()) {
		const lineEnd = /\r?\n$/.exec(yaml.slice(start, end))?.[0] ?? '';
		text = text.slice(0, start) + FIELD + lineEnd + text.slice(end);
	}
	return { yaml: text, offsets: places.map(({ start }) => start) };
}
