import { isStopWord, type Name, namesFor } from './names.ts';
import { allLeaves, type Leaf, type Query, wantedLeaves } from './query.ts';
import { bare, splitText } from './words.ts';

/** A record that was found. */
export interface Hit {
	score: number;
	/** Name of the theme, organisation or publisher through which it was found, if its own text did not match. */
	via?: string;
	/** Words that it does not contain, if it has most of the words but not all. */
	lacks?: readonly Leaf[];
}

/** Found records, by index in the catalogue. */
export type Hits = ReadonlyMap<number, Hit>;

/** The text index’s hits for each word and phrase: indexes in the catalogue, with scores. */
type TextHits = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Words or phrases with the same key are searched for only once. */
export function leafKey(leaf: Leaf): string {
	if (leaf.kind === 'phrase') return `"${splitText(leaf.text).map(bare).filter(Boolean).join(' ')}"`;
	return bare(leaf.text) + (leaf.beginning ? '*' : '');
}

/** Score of a record that is found only through a name, relative to one whose text matches. */
const VIA_SCORE = 0.05;
/** Additional score of a record whose text matches as well as one of its names. */
const NAMED_SCORE = 2;
/** If fewer records than this contain all words, records with most of the words are added. */
const ENOUGH = 5;
/** Shorter queries must match completely. */
const SEVERAL = 3;
/** “Most of the words” means this share of their weight, and at least two words. */
const MOST = 0.4;

/** The input for evaluating a query. */
export interface Findings {
	texts: TextHits;
	names: readonly Name[];
	/** The number of records. */
	count: number;
}

/**
 * Combines the hits of all words and phrases. Required words also match through names: if the query contains a
 * complete name (a theme's synonym, an organisation's alias), its records count as containing all words of that name.
 * Phrases and exclusions only match the records' own text.
 *
 * @param query null matches all records
 */
export function evaluate(query: Query | null, findings: Findings): Hits {
	if (!query) return everything(findings.count);
	const find = finder(query, findings);
	const hits = find(query);
	const words = plainWords(query);
	if (words.length === 0 || hits.size >= ENOUGH) return hits;
	return new Map([...hits, ...nearly(words, find, hits, findings.count)]);
}

/** Finds any part of a query. */
function finder(query: Query, { texts, names, count }: Findings): (part: Query) => Hits {
	const through = namesFor(query, names);
	return (part) => found(part, through);

	function found(part: Query, through: ReadonlyMap<Leaf, readonly Name[]>): Hits {
		switch (part.kind) {
			case 'word':
			case 'phrase': {
				const hits = new Map<number, Hit>();
				for (const [place, score] of texts.get(leafKey(part)) ?? []) hits.set(place, { score });
				for (const { label, records } of through.get(part) ?? [])
					for (const place of records) {
						const hit = hits.get(place);
						if (hit) hits.set(place, { ...hit, score: hit.score + NAMED_SCORE });
						else hits.set(place, { score: VIA_SCORE, via: label });
					}
				return hits;
			}
			case 'not': {
				const excluded = found(part.part, new Map());
				return new Map([...everything(count)].filter(([place]) => !excluded.has(place)));
			}
			case 'or': {
				const hits = new Map<number, Hit>();
				for (const one of part.parts)
					for (const [place, hit] of found(one, through)) hits.set(place, merged(hits.get(place), hit, 'or'));
				return hits;
			}
			case 'and': {
				const [first, ...rest] = part.parts.map((one) => found(one, through)).sort((a, b) => a.size - b.size);
				const hits = new Map<number, Hit>();
				for (const [place, hit] of first ?? []) {
					let all: Hit | undefined = hit;
					for (const other of rest) {
						const more = other.get(place);
						all = all && more && merged(all, more, 'and');
					}
					if (all) hits.set(place, all);
				}
				return hits;
			}
		}
	}
}

/** The words of a query that consists of several plain words; otherwise none. */
function plainWords(query: Query): readonly Leaf[] {
	if (query.kind !== 'and' || query.strict || query.parts.length < SEVERAL) return [];
	const words = query.parts.filter((part): part is Leaf => part.kind === 'word' && !part.beginning);
	return words.length === query.parts.length ? words : [];
}

/** Records that contain most of the words. Rarer words weigh more. */
function nearly(words: readonly Leaf[], find: (part: Query) => Hits, all: Hits, count: number): Hits {
	const found = words.map((word) => find(word));
	const weights = found.map(({ size }) => (size === 0 ? 0 : Math.log(1 + count / size)));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const places = new Set(found.flatMap((hits) => [...hits.keys()]).filter((place) => !all.has(place)));
	const hits = new Map<number, Hit>();
	for (const place of places) {
		const here = found.map((one) => one.get(place));
		const share = here.reduce((sum, hit, at) => sum + (hit ? (weights[at] ?? 0) : 0), 0) / total;
		const own = here.filter((hit) => hit !== undefined);
		if (own.length < 2 || share < MOST) continue;
		const hit = own.reduce((one, other) => merged(one, other, 'and'));
		const lacks = words.filter((_, at) => here[at] === undefined);
		hits.set(place, { ...hit, score: hit.score * share, lacks });
	}
	return hits;
}

function everything(count: number): Map<number, Hit> {
	return new Map(Array.from({ length: count }, (_, place) => [place, { score: 0 }]));
}

function merged(one: Hit | undefined, other: Hit, how: 'and' | 'or'): Hit {
	if (!one) return other;
	const score = one.score + other.score;
	// With AND, the name is reported if any part was found through it; with OR, only if no part matched by itself.
	const via = how === 'and' ? (one.via ?? other.via) : one.via && other.via && one.via;
	return via === undefined ? { score } : { score, via };
}

/** Removes stop words from a query of several words, unless it has no other words. */
export function withoutStopWords(query: Query | null): { query: Query | null; left: readonly Leaf[] } {
	const left = allLeaves(query).filter(isStopWord);
	if (query?.kind !== 'and' || left.length === 0) return { query, left: [] };
	const small = query.parts.filter((part): part is Leaf => part.kind === 'word' && isStopWord(part));
	const parts = query.parts.filter((part) => !(part.kind === 'word' && isStopWord(part)));
	const [only] = parts;
	if (!only || wantedLeaves({ kind: 'and', parts }).length === 0) return { query, left: [] };
	return { query: parts.length === 1 ? only : { ...query, parts }, left: small };
}
