import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { findWithheld, repetitions, type WithheldRuns } from '../../checks/withheld-text.ts';
import { placeAt } from '../../core/values/problem.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';
import { parseProse } from '../../core/prose/parse.ts';
import { wordsIn } from '../../core/prose/words.ts';
import { MARKUP } from './phrases.ts';

/** What became of a file that repeats words which are withdrawn. */
export interface TakenOut {
	text: string;
	/** Lines, from 1, where words were taken out. */
	taken: readonly number[];
	/** Lines where they still stand: comments, addresses, a text that cannot be parsed. */
	left: readonly number[];
}

/** Stands in place of the words. */
const WORDS = '<Redacted what="words" />';
/** Stands in place of a paragraph whose markup stands between the words. */
const PARAGRAPH = '<Redacted what="paragraph" />';
/** Stands in place of a field's words, as the pages have them. */
const FIELD = 'No longer published';

/**
 * Takes repetitions of withdrawn words out of another file: the words alone where they stand in plain text, else the
 * whole paragraph, whose number stays; of fields the whole field.
 *
 * @param isText whether the file has fields and then a text, or fields alone
 */
export function takeOutRepeats(source: string, runs: WithheldRuns, isText: boolean): TakenOut {
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

/** Whether a file has anything of the words, in its source or as it reads: most have not. */
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
		// Within a tag, a comment or the target of a link no component can stand, nor in a heading or a table.
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
	// From the last to the first, so that the lines before keep their numbers.
	for (const { number, lines: at } of found.toReversed()) {
		const [first, last] = at;
		lines.splice(first - 1, last - first + 1, ...(number === null ? [''] : ['', PARAGRAPH, '']));
		taken.push(first);
	}
	return found.length === 0 ? source : lines.join(newline);
}

/** Only what a reader reads is replaced: an address or an identifier would no longer be one. */
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
		// Nested too deeply for the parser: told as a place that is left.
	}
	let text = yaml;
	for (const { start, end } of places.toReversed()) {
		const lineEnd = /\r?\n$/.exec(yaml.slice(start, end))?.[0] ?? '';
		text = text.slice(0, start) + FIELD + lineEnd + text.slice(end);
	}
	return { yaml: text, offsets: places.map(({ start }) => start) };
}
