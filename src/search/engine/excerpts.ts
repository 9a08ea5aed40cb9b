import type { Leaf } from './query.ts';
import { bare, findMarks, type Mark, splitText, stemOf, type Wanted } from './words.ts';

/** The part of the text index's entry for a page (Pagefind's fragment) that search uses. */
export interface Fragment {
	url: string;
	content: string;
	meta: Readonly<Record<string, string>>;
	anchors: readonly { id: string; location: number; text?: string }[];
}

/** A run of text, highlighted or not. */
export interface Run {
	text: string;
	marked: boolean;
}

/** A paragraph with hits. */
export interface ParagraphHit {
	/** Number of the paragraph: `2a`. */
	number: string;
	/** The excerpt that shows the hits best. */
	excerpt: readonly Run[];
	/** How many different words and phrases of the query it contains. */
	different: number;
	/** The matched words, as spelt in the text. */
	found: readonly string[];
}

const PARAGRAPH = /^p(\d+[a-z]*)$/;
const LONGEST_EXCERPT = 32;
const MOST_FOUND = 12;

/** What a word or phrase matches in a text. */
export function wantedOf(leaf: Leaf): Wanted {
	if (leaf.kind === 'phrase') return { stems: splitText(leaf.text).map(stemOf).filter(Boolean) };
	return leaf.beginning
		? { stems: [stemOf(leaf.text)], beginning: bare(leaf.text) }
		: { stems: [stemOf(leaf.text)] };
}

/** The paragraphs of a page that contain any of the search terms, best first. */
export function paragraphHits(
	{ content, anchors }: Pick<Fragment, 'content' | 'anchors'>,
	wanted: readonly Wanted[],
): ParagraphHit[] {
	if (wanted.length === 0) return [];
	const pieces = splitText(content);
	const starts = [...anchors].sort((a, b) => a.location - b.location);
	const hits = starts.flatMap((anchor, place): (ParagraphHit & { count: number })[] => {
		const number = PARAGRAPH.exec(anchor.id)?.[1];
		if (number === undefined) return [];
		const end = starts.slice(place + 1).find(({ location }) => location > anchor.location)?.location;
		const marks = findMarks(pieces, wanted, anchor.location, end ?? pieces.length);
		if (marks.length === 0) return [];
		return [
			{
				number,
				excerpt: excerpt(pieces, marks, anchor.location, end ?? pieces.length),
				different: new Set(marks.map((mark) => mark.wanted)).size,
				found: foundForms(pieces, marks),
				count: marks.length,
			},
		];
	});
	return hits
		.sort((a, b) => b.different - a.different || b.count - a.count)
		.map(({ number, excerpt, different, found }) => ({ number, excerpt, different, found }));
}

/** A short text with the search terms highlighted. */
export function marked(text: string, wanted: readonly Wanted[]): Run[] {
	const pieces = splitText(text);
	return runs(pieces, findMarks(pieces, wanted), 0, pieces.length);
}

/** The window with the most different highlights, then the most highlights, with a little context before them. */
function excerpt(pieces: readonly string[], marks: readonly Mark[], from: number, to: number): Run[] {
	let best = marks[0]?.from ?? from;
	let most = -1;
	for (const { from: start } of marks) {
		const inside = marks.filter((mark) => mark.from >= start && mark.to <= start + LONGEST_EXCERPT - 6);
		const worth = new Set(inside.map((mark) => mark.wanted)).size * 1000 + inside.length;
		if (worth > most) [best, most] = [start, worth];
	}
	const start = Math.max(from, Math.min(best - 6, to - LONGEST_EXCERPT));
	const end = Math.min(to, start + LONGEST_EXCERPT);
	const middle = runs(pieces, marks, start, end);
	return [
		...(start > from ? [{ text: '… ', marked: false }] : []),
		...middle,
		...(end < to ? [{ text: ' …', marked: false }] : []),
	];
}

function runs(pieces: readonly string[], marks: readonly Mark[], from: number, to: number): Run[] {
	const isMarked = new Set<number>();
	const joined = new Set<number>();
	for (const mark of marks)
		for (let at = mark.from; at < mark.to; at++) {
			isMarked.add(at);
			if (at > mark.from) joined.add(at);
		}
	const result: Run[] = [];
	const add = (text: string, marked: boolean) => {
		const last = result.at(-1);
		if (last && last.marked === marked) last.text += text;
		else if (text) result.push({ text, marked });
	};
	for (let at = from; at < to; at++) {
		const piece = pieces[at] ?? '';
		if (at > from) add(' ', joined.has(at));
		if (!isMarked.has(at)) add(piece, false);
		else {
			// Highlights exclude the punctuation around a word.
			const [, before = '', word = '', after = ''] =
				/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(piece) ?? [];
			const inside = joined.has(at);
			add(before, inside);
			add(word, true);
			add(after, joined.has(at + 1) && isMarked.has(at + 1));
		}
	}
	return result;
}

/** The highlighted words, each once, as spelt but without surrounding punctuation. */
function foundForms(pieces: readonly string[], marks: readonly Mark[]): string[] {
	const forms = marks.map((mark) =>
		pieces
			.slice(mark.from, mark.to)
			.map((piece) => piece.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
			.join(' '),
	);
	return [...new Set(forms)].slice(0, MOST_FOUND);
}
