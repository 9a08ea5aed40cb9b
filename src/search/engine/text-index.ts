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
import { gunzipped } from './pack.ts';
import type { Leaf } from './query.ts';
import { ask, HOST, type Source } from './source.ts';
import { nearest } from './edit-distance.ts';
import { asIndexed, bare, splitText, stemOf } from './words.ts';

/**
 * The text index in the browser: Pagefind, asked for one word or phrase at a time.
 *
 * Observed behaviour of Pagefind 1.6.0 (`tests/unit/search/engine.test.ts` asserts it): a plain word also finds every
 * word that begins with its stem or, if there is none, words that are prefixes of it (“letterr” finds “letter”,
 * “offer” finds “of”), and it ranks. It misses words with that prefix in other chunks of a large index, so these are
 * searched for one by one. A quoted word finds only its stem, but only its first position, and with the same score
 * everywhere. A quoted phrase matches by stems, too. So quoted words decide what is found, plain words rank it, and
 * the positions are computed here.
 */

/** The part of Pagefind's result that is used. */
interface PagefindResult {
	id: string;
	score: number;
	/** Positions of the words in the text; empty if only other data of the page matched. */
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

/** The entries of the catalogue: records and other pages. */
type PageKind = 'records' | 'pages';

/** The hits of one word or phrase. */
export interface LeafHits {
	/** Records by index in the catalogue, with scores. */
	records: ReadonlyMap<number, number>;
	/** Other pages by index in the catalogue. */
	pages: ReadonlyMap<number, number>;
	/** The word itself does not occur, so it was treated as a prefix. */
	widened: boolean;
}

export interface TextIndex {
	catalogue: Catalogue;
	find(leaf: Leaf): Promise<LeafHits>;
	/** Words of the texts that are candidates for a misspelt word. */
	near(word: string): Promise<string[]>;
	/** The text of a record or page, by index in the catalogue. */
	fragment(kind: PageKind, place: number): Promise<Fragment>;
}

/** Fields other than the text that also count as hits: the heading and the summary. */
export const COUNTED_FIELDS: readonly string[] = ['title', 'summary'];

/** If more words share a prefix, only the prefix is searched for. */
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
		// Do not cache a failure: a retry may succeed.
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

	/** One word for each stem with that prefix. */
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

/** The maximum number of spellings to search for. */
const MOST_WAYS = 12;

/**
 * The spellings under which the index may have a word or phrase: unchanged, without accents, with the accented words
 * of the texts, and with names with an apostrophe as one word.
 */
function waysToWrite(text: string, variants: ReadonlyMap<string, readonly string[]>): string[] {
	const pieces = splitText(text);
	const known = pieces.map((piece) => variants.get(stemOf(piece)) ?? []);
	let ways: string[][] = [[]];
	for (const [at, piece] of pieces.entries()) {
		const [own = [], next = []] = [known[at], known[at + 1]];
		// `o brien`: the joined name replaces both parts.
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

/** A text as a Pagefind query: characters that the index drops would make it miss the word. */
function askable(text: string): string {
	return text
		.replace(/[^\p{L}\p{N}\p{M}\s\p{P}]/gu, '')
		.replace(/["“”]/g, '')
		.trim();
}

/** A word in the heading or the summary says more about a record than one in its text. */
const RANKING = { metaWeights: { title: 3, summary: 2 } };

async function start(folder: string, { load, worker }: Source): Promise<Pagefind> {
	const pagefind = await load(`${folder}pagefind.js`);
	// The script keeps its first options, including the worker, until it is reset.
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
	return fragmentOf(new TextDecoder().decode(await gunzipped(bytes)));
}

const SIGNATURE = 'pagefind_dcd';

/**
 * Parses a decompressed fragment.
 *
 * @throws if it does not have the format of the pinned version of Pagefind
 */
export function fragmentOf(text: string): Fragment {
	if (!text.startsWith(SIGNATURE)) throw new Error('Not a fragment of the pinned Pagefind version');
	const data = JSON.parse(text.slice(SIGNATURE.length)) as Partial<Fragment>;
	if (typeof data.url !== 'string' || typeof data.content !== 'string' || !data.meta || !data.anchors)
		throw new Error('A Pagefind fragment lacks url, content, meta or anchors');
	return data as Fragment;
}
