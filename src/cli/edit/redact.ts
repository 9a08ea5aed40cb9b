import { readFields } from '../../archive/read/reading.ts';
import { plainText } from '../../integrity/canonical/plain-text.ts';
import { placeAt } from '../../core/values/problem.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';
import { textOf } from '../../core/prose/node.ts';
import { parseProse } from '../../core/prose/parse.ts';
import { wordsIn } from '../../core/prose/words.ts';
import { MARKUP, type Phrases, phraseSearch, type Stretch } from './phrases.ts';

/** The result of removing words from a text. */
export interface Redaction {
	text: string;
	/** Number of occurrences replaced. */
	count: number;
	/** Remaining occurrences that must be removed by hand: in fields, comments, links and attributes. */
	left: readonly { line: number; column: number }[];
}

/** Parts of a text that cannot contain a component: tags, comments, and the targets of links and images. */
const CLOSED = /\{\/\*[^]*?\*\/\}|<[/A-Za-z][^>]*>|\]\([^)]*\)|<?https?:\/\/[^\s)>]+/g;

/**
 * Replaces words with `<Redacted what="…"/>` wherever they occur in the text of a file, however they are typed.
 *
 * @param phrases phrases to remove, each with its words in order
 * @param what description of the words for the reader: `name`
 */
export function redact(source: string, phrases: readonly string[], what: string): Redaction {
	const search = phraseSearch(phrases);
	const start = frontMatterOf(source)?.body ?? 0;
	let count = 0;
	const open = (text: string) => {
		let [result, at] = ['', 0];
		for (const { start: from, end } of within(text, search)) {
			// This would break markup or join two paragraphs, so it is reported for removal by hand.
			if (MARKUP.test(text.slice(from, end))) continue;
			result += `${text.slice(at, from)}<Redacted what="${what}" />`;
			at = end;
			count++;
		}
		return result + text.slice(at);
	};
	const body = source.slice(start);
	let [text, at] = [source.slice(0, start), 0];
	for (const closed of body.matchAll(CLOSED)) {
		text += open(body.slice(at, closed.index)) + closed[0];
		at = closed.index + closed[0].length;
	}
	text += open(body.slice(at));
	return { text, count, left: placesWith(text, search, true) };
}

/**
 * Finds words in a file: literally, split by markup or entities so that only the rendered page shows them, in parsed
 * YAML values, and percent-encoded in addresses.
 *
 * @param isText whether the file has fields followed by a text, or fields alone
 */
export function placesWith(
	source: string,
	search: Phrases,
	isText: boolean,
): { line: number; column: number }[] {
	const places = within(source, search).map(({ start }) => placeAt(source, start));
	const lines = new Set(places.map(({ line }) => line));
	const add = (line: number) => {
		if (!lines.has(line)) places.push({ line, column: 1 });
		lines.add(line);
	};
	// A comment in the fields has a “#” on every line, and addresses may encode letters.
	for (const other of [source.replace(/\n[ \t]*#/g, '\n'), decoded(source)])
		if (other !== source) for (const { start } of search(other)) add(placeAt(other, start).line);
	if (fieldTexts(source, isText).some((text) => search(text).length > 0) && places.length === 0) add(1);
	if (!isText) return places;
	for (const { children, lines: at } of blocksOf(source)) {
		const [first, last] = at;
		const isKnown = places.some(({ line }) => line >= first && line <= last);
		const forms = [plainText(children), wordsIn(children), children.map(textOf).join('')];
		if (!isKnown && forms.some((words) => search(words).length > 0)) add(first);
	}
	return places.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Matches that do not cross a paragraph boundary. */
function within(text: string, search: Phrases): Stretch[] {
	return search(text).filter(({ start, end }) => !/\n[ \t]*\r?\n/.test(text.slice(start, end)));
}

/** Decodes percent-encoded letters, keeping line numbers. */
function decoded(source: string): string {
	return source.replace(/(?:%[0-9a-f]{2})+/gi, (signs) => {
		try {
			const letters = decodeURIComponent(signs);
			return /[\r\n]/.test(letters) ? ' ' : letters;
		} catch {
			return signs;
		}
	});
}

function fieldTexts(source: string, isText: boolean): string[] {
	const texts = (value: unknown): string[] => {
		if (typeof value === 'string') return [value];
		return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
	};
	try {
		return texts(readFields(source, isText).yaml?.data);
	} catch {
		return [];
	}
}

function blocksOf(source: string) {
	try {
		return parseProse(source).prose.blocks;
	} catch {
		return [];
	}
}
