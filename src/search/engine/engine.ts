import type { Tally } from '../../checks/disclosure/counts.ts';
import { figurePath } from '../../core/values/address.ts';
import type { Catalogue } from './catalogue.ts';
import { listedPlaces, tallyPlaces } from './counts.ts';
import { evaluate, type Hit, type Hits, withoutStopWords } from './evaluate.ts';
import { type ParagraphHit, paragraphHits, wantedOf } from './excerpts.ts';
import { filter, inOrder } from './facets.ts';
import { foundFor, isNowhere, correct, type Correction } from './corrections.ts';
import { type Name, namesOf, pageNamesOf } from './names.ts';
import { formatQuery, type Leaf, broaderQueries, parseQuery, type Query, wantedLeaves } from './query.ts';
import type { SearchState, Sort } from './state.ts';
import { type LeafHits, openIndex, type TextIndex } from './text-index.ts';
import type { Wanted } from './words.ts';

/** The answer to a search. */
export interface Outcome {
	/** The query as searched, without stop words. Null matches everything. */
	query: Query | null;
	/** Whether the input contains no words, only punctuation. It then finds nothing. */
	isMeaningless: boolean;
	/** Stop words that were left out. */
	left: readonly Leaf[];
	/** Words without hits of their own, which were searched for as prefixes. */
	widened: readonly Leaf[];
	/** Misspelt words, each with the word searched for in its place. */
	corrections: readonly Correction[];
	/** Words and phrases without hits. */
	missing: readonly Leaf[];
	/** Indexes, in the catalogue, of the listed records, in order. */
	places: readonly number[];
	/** Whether matching given accounts, if any, are too few to be listed (`counts.ts`). */
	withholds: boolean;
	hits: Hits;
	/** How many records match the words, regardless of the chosen facets. */
	matching: number;
	/** Records by value of a facet (see `filter`). */
	counts: readonly number[];
	/** The accounts given to the archive among them. */
	given: readonly number[];
	sort: Sort;
	/** Other pages of the archive that match the words, best first; figures are separate. */
	pages: readonly number[];
	figures: readonly number[];
	/** What to highlight in texts. */
	wanted: readonly Wanted[];
}

/** A record of the answer, with what is shown of it. */
export interface ResultRow {
	place: number;
	title: string;
	summary: string;
	paragraphs: readonly ParagraphHit[];
	via?: string;
	/** Words that it does not contain. */
	lacks: readonly Leaf[];
}

/** A broader search to try after a search without results: the search with one part left out, and its count. */
export interface BroaderSearch {
	state: SearchState;
	/** What is left out. */
	without: { query: Query } | { group: string };
	count: number;
	/** The same, with given accounts counted separately. */
	tally: Tally;
}

export class Engine {
	readonly catalogue: Catalogue;
	readonly #index: TextIndex;
	readonly #names;
	readonly #pageNames;

	private constructor(index: TextIndex) {
		this.#index = index;
		this.catalogue = index.catalogue;
		this.#names = namesOf(index.catalogue);
		this.#pageNames = pageNamesOf(index.catalogue);
	}

	/** Takes the arguments of `openIndex`. */
	static async open(...from: Parameters<typeof openIndex>): Promise<Engine> {
		return new Engine(await openIndex(...from));
	}

	/** Answers a search. */
	async search(state: SearchState): Promise<Outcome> {
		const asked = withoutStopWords(parseQuery(state.text));
		const isMeaningless = asked.query === null && state.text.trim() !== '';
		const { query, corrections } = await correct(asked.query, this.#index, this.#names);
		const [found, together] = await Promise.all([foundFor(query, this.#index), this.#together(query)]);
		const of = (kind: 'records' | 'pages', count: number, names: readonly Name[]) =>
			closer(
				evaluate(query, {
					texts: new Map([...found].map(([key, { hits }]) => [key, hits[kind]])),
					names,
					count,
				}),
				together?.[kind],
			);
		const hits: Hits = isMeaningless ? new Map() : of('records', this.catalogue.records.length, this.#names);
		const { places: all, counts, given } = filter(this.catalogue, hits, state.chosen);
		const { places, withholds } = listedPlaces(this.catalogue, all, state.chosen);
		const wantedHere = wantedLeaves(query);
		const sort = state.sort ?? (wantedHere.length > 0 ? 'relevance' : 'newest');
		const others =
			wantedHere.length > 0
				? of('pages', this.catalogue.pages.length, this.#pageNames)
				: new Map<number, Hit>();
		const lacking = ({ lacks }: Hit) => Number(lacks !== undefined);
		const pages = [...others]
			.sort(([, a], [, b]) => lacking(a) - lacking(b) || b.score - a.score)
			.map(([place]) => place);
		return {
			query,
			isMeaningless,
			left: asked.left,
			widened: [...found.values()].filter(({ hits }) => hits.widened).map(({ leaf }) => leaf),
			corrections,
			missing: [...found.values()].filter(({ hits }) => this.#isNowhere(hits)).map(({ leaf }) => leaf),
			withholds,
			places: inOrder(this.catalogue, hits, places, sort),
			hits,
			matching: hits.size,
			counts,
			given,
			sort,
			pages: pages.filter((place) => !this.#isFigure(place)),
			figures: pages.filter((place) => this.#isFigure(place)),
			wanted: wantedHere.map(wantedOf),
		};
	}

	/** What is shown of one record of an answer. */
	async row(place: number, { wanted, hits }: Outcome): Promise<ResultRow> {
		const fragment = await this.#index.fragment('records', place);
		const { via, lacks = [] } = hits.get(place) ?? {};
		return {
			place,
			title: fragment.meta['title'] ?? '',
			summary: fragment.meta['summary'] ?? '',
			paragraphs: paragraphHits(fragment, wanted),
			lacks,
			...(via === undefined ? {} : { via }),
		};
	}

	/** Title of another page of the archive. */
	async pageTitle(place: number): Promise<string> {
		return (await this.#index.fragment('pages', place)).meta['title'] ?? '';
	}

	/** Broader searches to try after a search without results, those with most results first. */
	async broaderSearches(state: SearchState): Promise<BroaderSearch[]> {
		const { query } = withoutStopWords(parseQuery(state.text));
		const ways = [
			...[...state.chosen.keys()].map((group) => {
				const chosen = new Map(state.chosen);
				chosen.delete(group);
				return { state: { ...state, chosen, page: 1 }, without: { group } };
			}),
			...(query ? broaderQueries(query) : []).map((one) => ({
				state: { ...state, text: formatQuery(one.query), page: 1 },
				without: { query: one.without },
			})),
		];
		const counted = await Promise.all(
			ways.map(async (way) => {
				const { places } = await this.search(way.state);
				return { ...way, count: places.length, tally: tallyPlaces(this.catalogue, places) };
			}),
		);
		return counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
	}

	/** Whether no listable record contains a word. */
	#isNowhere(hits: LeafHits): boolean {
		const { places } = listedPlaces(this.catalogue, [...hits.records.keys()], new Map());
		return isNowhere({ ...hits, records: new Map(places.map((place) => [place, 0])) });
	}

	#isFigure(place: number): boolean {
		return this.catalogue.pages[place]?.[0].startsWith(figurePath('').slice(0, -1)) ?? false;
	}

	/** For several plain words: hits of the words as a phrase, which rank higher. */
	async #together(query: Query | null): Promise<LeafHits | null> {
		if (query?.kind !== 'and') return null;
		const words = query.parts.filter((part): part is Leaf => part.kind === 'word' && !part.beginning);
		if (words.length < 2) return null;
		return this.#index.find({ kind: 'phrase', text: words.map(({ text }) => text).join(' ') });
	}
}

/** Raises the score of records that contain the words as a phrase. */
function closer(hits: Hits, together: ReadonlyMap<number, number> | undefined): Hits {
	if (!together || together.size === 0) return hits;
	return new Map(
		[...hits].map(([place, hit]) => [
			place,
			together.has(place) ? { ...hit, score: hit.score * 2 + 1 } : hit,
		]),
	);
}
