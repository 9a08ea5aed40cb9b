import {
	type Catalogue,
	CATALOGUE_FILE,
	INDEX_FOLDER,
	type IndexKeys,
	KEYS_FILE,
	WORDS_FILE,
} from './catalogue.ts';
import { leafKey } from './evaluate.ts';
import type { Fragment } from './excerpts.ts';
import { unzipped } from './pack.ts';
import type { Leaf } from './query.ts';
import { ask, HOST, type Source } from './source.ts';
import { nearest } from './edit-distance.ts';
import { asIndexed, bare, splitText, stemOf } from './words.ts';

/**
 * The text index in the browser: Pagefind, asked for one word or phrase at a time.
 *
 * What was found by trying Pagefind 1.6.0 (`tests/unit/search/engine.test.ts` holds it to that): a plain word also
 * finds every word that begins with its stem, and, if there is none, words that it begins with itself (“letterr”
 * finds “letter”, “offer” finds “of”); it ranks. Of the words that begin with it those are missed that lie in another
 * part of a large index, so that they are looked for one by one. A word in quotation marks finds its stem and nothing else, but at
 * its first place only, and with the same score everywhere. A phrase in quotation marks goes by stems, too. So the
 * words in quotation marks say what is found, the plain ones how well it fits, and the places are looked for here.
 */

/** Pagefind's own answer, as far as it is used. */
interface PagefindResult {
	id: string;
	score: number;
	/** Places of the words in the text; empty if only other data of the page matched. */
	words: readonly number[];
	matchedMetaFields?: readonly string[];
}
export interface Pagefind {
	/** Forgets the index that was opened before. */
	destroy(): Promise<void>;
	options(options: object): Promise<void>;
	init(): Promise<void>;
	search(term: string): Promise<{ results: readonly PagefindResult[] }>;
}

/** What the catalogue lists: records, and other pages. */
type PageKind = 'records' | 'pages';

/** What one word or phrase finds. */
export interface LeafHits {
	/** Records by their place in the catalogue, with scores. */
	records: ReadonlyMap<number, number>;
	/** Other pages by their place in the catalogue. */
	pages: ReadonlyMap<number, number>;
	/** The word itself occurs nowhere, so words that begin with it were taken. */
	widened: boolean;
}

export interface TextIndex {
	catalogue: Catalogue;
	find(leaf: Leaf): Promise<LeafHits>;
	/** Words of the texts that a misspelt one may stand for. */
	near(word: string): Promise<string[]>;
	/** The text of a record or page, by its place in the catalogue. */
	fragment(kind: PageKind, place: number): Promise<Fragment>;
}

/** Fields besides the text by which a page counts as found: its heading and the summary above its text. */
export const COUNTED_FIELDS: readonly string[] = ['title', 'summary'];

/** Of more words that begin alike the index is asked for the beginning alone. */
const MOST_BEGUN = 100;

/**
 * @param root address of the archive's own folder, with a closing slash
 * @param source where its files come from
 */
export async function openIndex(root: string, source: Source = HOST): Promise<TextIndex> {
	const [catalogue, keys, pagefind] = await Promise.all([
		readJson<Catalogue>(source, root + CATALOGUE_FILE),
		readJson<IndexKeys>(source, root + KEYS_FILE),
		start(root + INDEX_FOLDER, source),
	]);
	const places = new Map<string, { kind: PageKind; place: number }>();
	for (const kind of ['records', 'pages'] as const)
		for (const [place, key] of keys[kind].entries()) places.set(key, { kind, place });
	const variants = new Map<string, string[]>();
	for (const [stem, indexed] of keys.variants ?? [])
		variants.set(stem, [...(variants.get(stem) ?? []), indexed]);
	const answers = new Map<string, Promise<LeafHits>>();
	let words: Promise<readonly string[]> | undefined;
	const fragments = new Map<string, Promise<Fragment>>();

	const read = (key: string): Promise<Fragment> => {
		const reading =
			fragments.get(key) ?? readFragment(source, `${root}${INDEX_FOLDER}fragment/${key}.pf_fragment`);
		fragments.set(key, reading);
		// What failed once may succeed when it is asked for again.
		reading.catch(() => fragments.delete(key));
		return reading;
	};

	async function search(leaf: Leaf): Promise<LeafHits> {
		const text = askable(leaf.text);
		const [plain, ...exact] = await Promise.all([
			leaf.kind === 'word' ? pagefind.search(text) : { results: [] },
			...waysToWrite(text, variants).map((way) => pagefind.search(`"${way}"`)),
		]);
		const scores = new Map(plain.results.map(({ id, score }) => [id, score]));
		const scored = ({ id, score }: PagefindResult) => [id, scores.get(id) ?? score] as const;
		const certain = exact.flatMap(({ results }) => results.filter(isInText).map(scored));
		if (leaf.kind === 'phrase' || (certain.length > 0 && !leaf.beginning)) return sorted(certain, false);

		const begun = await wordsBeginning(bare(text));
		if (begun.length === 0) return sorted(certain, false);
		if (!leaf.beginning || begun.length > MOST_BEGUN)
			return sorted([...certain, ...plain.results.filter(isInText).map(scored)], !leaf.beginning);
		const each = await Promise.all(begun.map((word) => find({ kind: 'word', text: word, beginning: false })));
		const all = sorted(certain, false);
		for (const { records, pages } of each)
			for (const [from, to] of [[records, all.records] as const, [pages, all.pages] as const])
				for (const [place, score] of from) to.set(place, Math.max(score, to.get(place) ?? 0));
		return all;
	}

	/** One word for each stem of those that begin so. */
	async function wordsBeginning(beginning: string): Promise<string[]> {
		const begun = (await allWords()).filter((word) => word.startsWith(beginning));
		return [...new Map(begun.map((word) => [stemOf(word), word])).values()];
	}

	function allWords(): Promise<readonly string[]> {
		words ??= readJson<readonly string[]>(source, root + WORDS_FILE);
		words.catch(() => (words = undefined));
		return words;
	}

	function find(leaf: Leaf): Promise<LeafHits> {
		const key = leafKey(leaf);
		const answer = answers.get(key) ?? search(leaf);
		answers.set(key, answer);
		answer.catch(() => answers.delete(key));
		return answer;
	}

	function sorted(found: Iterable<readonly [key: string, score: number]>, widened: boolean) {
		const hits = { records: new Map<number, number>(), pages: new Map<number, number>() };
		for (const [key, score] of found) {
			const at = places.get(key);
			if (at) hits[at.kind].set(at.place, score);
		}
		return { ...hits, widened };
	}

	return {
		catalogue,
		find,
		async near(word) {
			return nearest(bare(word), await allWords());
		},
		fragment(kind, place) {
			return read(keys[kind][place] ?? '');
		},
	};
}

/** Of more ways to write a text these are asked for. */
const MOST_WAYS = 12;

/**
 * The ways to write a word or phrase by which the index may know it: as it is, in plain letters, with words of the
 * texts in the place of those that are theirs in plain letters, and with a name in one piece that has an apostrophe.
 */
function waysToWrite(text: string, variants: ReadonlyMap<string, readonly string[]>): string[] {
	const pieces = splitText(text);
	const known = pieces.map((piece) => variants.get(stemOf(piece)) ?? []);
	let ways: string[][] = [[]];
	for (const [at, piece] of pieces.entries()) {
		const [own = [], next = []] = [known[at], known[at + 1]];
		// `o brien`: what both are parts of stands for both.
		const whole = bare(piece).length > 2 ? own : own.filter((one) => next.includes(one));
		const others = pieces.length === 1 ? own : whole;
		ways = ways
			.flatMap((way) =>
				[asIndexed(piece) === bare(piece) ? piece : bare(piece), ...others].map((one) =>
					own.includes(way.at(-1) ?? '') && one === way.at(-1) ? way : [...way, one],
				),
			)
			.slice(0, MOST_WAYS);
	}
	return [...new Set([text, ...ways.map((way) => way.join(' '))])];
}

function isInText({ words, matchedMetaFields = [] }: PagefindResult): boolean {
	return words.length > 0 || matchedMetaFields.some((field) => COUNTED_FIELDS.includes(field));
}

/** A text as Pagefind can be asked for it: signs that the index does not keep would make it miss the word. */
function askable(text: string): string {
	return text
		.replace(/[^\p{L}\p{N}\p{M}\s\p{P}]/gu, '')
		.replace(/["“”]/g, '')
		.trim();
}

/** A word in the heading or the summary says more of what a record is about than one in its text. */
const RANKING = { metaWeights: { title: 3, summary: 2 } };

async function start(folder: string, { load, worker }: Source): Promise<Pagefind> {
	const pagefind = await load(`${folder}pagefind.js`);
	// The script keeps what it was first opened with, and with it the thread, until it is told to forget that.
	await pagefind.destroy();
	await pagefind.options({ basePath: folder, ranking: RANKING, noWorker: !worker });
	await pagefind.init();
	return pagefind;
}

async function readJson<Data>(source: Source, address: string): Promise<Data> {
	return (await ask(source, address)).json() as Promise<Data>;
}

async function readFragment(source: Source, address: string): Promise<Fragment> {
	const bytes = new Uint8Array(await (await ask(source, address)).arrayBuffer());
	return fragmentOf(new TextDecoder().decode(await unzipped(bytes)));
}

const SIGNATURE = 'pagefind_dcd';

/**
 * A fragment from its unpacked text.
 *
 * @throws if it has not the form that the pinned version of Pagefind writes
 */
export function fragmentOf(text: string): Fragment {
	if (!text.startsWith(SIGNATURE))
		throw new Error('Not a fragment of the Pagefind version that this was made for');
	const data = JSON.parse(text.slice(SIGNATURE.length)) as Partial<Fragment>;
	if (typeof data.url !== 'string' || typeof data.content !== 'string' || !data.meta || !data.anchors)
		throw new Error('A Pagefind fragment lacks url, content, meta or anchors');
	return data as Fragment;
}
