import { plainText } from '../integrity/plain.ts';
import { placeAt } from '../model/problem.ts';
import { frontMatterOf } from '../prose/front-matter.ts';
import { parseProse } from '../prose/parse.ts';
import { wordsOfSegments } from '../prose/words.ts';

/** What became of a text from which words were taken out. */
export interface Redaction {
	text: string;
	/** How often they stood there. */
	count: number;
	/** Places where they still stand, and must be taken out by hand: fields, comments, links, attributes. */
	left: readonly { line: number; column: number }[];
}

/** Parts of a text in which no component can stand: tags, comments, and the targets of links and pictures. */
const CLOSED = /\{\/\*[^]*?\*\/\}|<[/A-Za-z][^>]*>|\]\([^)]*\)|<?https?:\/\/[^\s)>]+/g;

/**
 * Puts `<Redacted what="…"/>` in place of words, wherever they stand in the text of a file. Capital letters and the ends
 * of lines make no difference; a word is not found within a longer one.
 *
 * @param phrases words to take out, each as they follow one another
 * @param what what they were, as the reader is told: `name`
 */
export function redact(source: string, phrases: readonly string[], what: string): Redaction {
	const pattern = patternOf(phrases);
	const start = frontMatterOf(source)?.body ?? 0;
	let count = 0;
	const open = (text: string) =>
		text.replace(pattern, () => {
			count++;
			return `<Redacted what="${what}" />`;
		});
	const body = source.slice(start);
	let [text, at] = [source.slice(0, start), 0];
	for (const closed of body.matchAll(CLOSED)) {
		text += open(body.slice(at, closed.index)) + closed[0];
		at = closed.index + closed[0].length;
	}
	text += open(body.slice(at));
	return { text, count, left: placesLeft(text, pattern) };
}

/** Where words still stand: as such, or broken up by marks of emphasis so that only the page shows them. */
function placesLeft(text: string, pattern: RegExp): { line: number; column: number }[] {
	const places = [...text.matchAll(pattern)].map(({ index }) => placeAt(text, index));
	if (places.length > 0) return places;
	return parseProse(text)
		.prose.blocks.filter(({ segments }) =>
			[plainText(segments), wordsOfSegments(segments)].some((words) => words.search(pattern) >= 0),
		)
		.map(({ lines: [line] }) => ({ line, column: 1 }));
}

function patternOf(phrases: readonly string[]): RegExp {
	const words = phrases.map((phrase) =>
		phrase
			.trim()
			.split(/\s+/)
			.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]"))
			.join('\\s+'),
	);
	// The longest first, so that a name is not left half.
	words.sort((a, b) => b.length - a.length);
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
