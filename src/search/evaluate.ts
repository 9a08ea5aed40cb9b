import type { Catalogue } from './catalogue.ts';
import { allLeaves, type Leaf, type Query, wantedLeaves } from './query.ts';
import { bare, splitText, stemOf } from './words.ts';

/** A record that was found. */
export interface Hit {
	score: number;
	/** Name of the theme, organisation or publisher through which it was found, if its words alone did not do it. */
	via?: string;
}

/** Found records, by their place in the catalogue. */
export type Hits = ReadonlyMap<number, Hit>;

/** What the text index found for each word and phrase: places in the catalogue, with scores. */
export type TextHits = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Two words or phrases with the same key are one search. */
export function leafKey(leaf: Leaf): string {
	if (leaf.kind === 'phrase') return `"${splitText(leaf.text).map(bare).filter(Boolean).join(' ')}"`;
	return bare(leaf.text) + (leaf.beginning ? '*' : '');
}

/** A name by which records can be found besides their text, and the records it stands for. */
export interface Name {
	label: string;
	/** Stems of the words of each of its spellings. */
	spellings: readonly (readonly string[])[];
	records: readonly number[];
}

/** Words too small to count in a name, or in a question put in plain speech. */
const SMALL = new Set(
	'a about an and are as at be been by did do does for from had has have he her his how i in is it its me my of on or our she so that the their them they this to was we were what when which who with you your'.split(
		' ',
	),
);

/** Whether a word says so little that a query of several words goes without it. */
export function isSmall(leaf: Leaf): boolean {
	return leaf.kind === 'word' && !leaf.beginning && SMALL.has(bare(leaf.text));
}

/** The names that find records: themes with their synonyms, organisations and publishers with their aliases. */
export function namesOf({ groups, publishers, records }: Catalogue): Name[] {
	const names: { label: string; words: readonly string[]; records: number[] }[] = [];
	const byValue = new Map<number, number[]>();
	let ordinal = 0;
	for (const group of groups)
		for (const value of group.values) {
			if (value.also) {
				const found: number[] = [];
				byValue.set(ordinal, found);
				names.push({
					label: `${group.label.toLowerCase()}: ${value.label}`,
					words: [value.label, ...value.also],
					records: found,
				});
			}
			ordinal++;
		}
	const byPublisher = publishers.map(({ label, also }) => {
		const found: number[] = [];
		names.push({ label: `publisher: ${label}`, words: [label, ...also], records: found });
		return found;
	});
	for (const [place, [, , , publisher, values]] of records.entries()) {
		for (const value of values) byValue.get(value)?.push(place);
		byPublisher[publisher]?.push(place);
	}
	return names.map(({ label, words, records }) => ({ label, spellings: words.map(stems), records }));
}

function stems(text: string): string[] {
	return splitText(text)
		.map(bare)
		.filter((word) => word && !SMALL.has(word))
		.map(stemOf);
}

/** What a record counts for that is found only through a name, beside one whose words were found. */
const VIA_SCORE = 0.05;

/**
 * Puts together what was found for each word and phrase. Words that are asked for are also found through names: a
 * record counts as having all words of a name (a theme's synonym, an organisation's alias) that the query gives in
 * full. Phrases and exclusions go by the records' own words alone.
 *
 * @param query null asks for nothing in particular: all records
 * @param count how many records there are
 */
export function evaluate(
	query: Query | null,
	{ texts, names, count }: { texts: TextHits; names: readonly Name[]; count: number },
): Hits {
	if (!query) return everything(count);
	return found(query, namesFor(query, names));

	function found(part: Query, through: ReadonlyMap<Leaf, readonly Name[]>): Hits {
		switch (part.kind) {
			case 'word':
			case 'phrase': {
				const hits = new Map<number, Hit>();
				for (const [place, score] of texts.get(leafKey(part)) ?? []) hits.set(place, { score });
				for (const { label, records } of through.get(part) ?? [])
					for (const place of records)
						if (!hits.has(place)) hits.set(place, { score: VIA_SCORE, via: label });
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

function everything(count: number): Map<number, Hit> {
	return new Map(Array.from({ length: count }, (_, place) => [place, { score: 0 }]));
}

function merged(one: Hit | undefined, other: Hit, how: 'and' | 'or'): Hit {
	if (!one) return other;
	const score = one.score + other.score;
	// With AND, one part found through a name is enough to need telling; with OR, one part found by itself is not.
	const via = how === 'and' ? (one.via ?? other.via) : one.via && other.via && one.via;
	return via === undefined ? { score } : { score, via };
}

/** Which names each wanted word of a query spells out, alone or with others that go with it. */
function namesFor(query: Query, names: readonly Name[]): ReadonlyMap<Leaf, readonly Name[]> {
	const through = new Map<Leaf, Name[]>();
	const visit = (part: Query): void => {
		if (part.kind === 'not') return;
		const parts = part.kind === 'and' ? part.parts : [part];
		const words = parts.filter((one) => one.kind === 'word' && !one.beginning) as Leaf[];
		const given = new Map(words.map((leaf) => [stemOf(leaf.text), leaf]));
		for (const name of names)
			for (const spelling of name.spellings) {
				if (spelling.length === 0) continue;
				if (spelling.every((stem) => given.has(stem)))
					for (const stem of spelling) add(given.get(stem), name);
			}
		if (part.kind === 'or') part.parts.forEach(visit);
		if (part.kind === 'and') for (const one of parts) if ('parts' in one) visit(one);
	};
	const add = (leaf: Leaf | undefined, name: Name) => {
		if (!leaf) return;
		const known = through.get(leaf) ?? [];
		if (!known.includes(name)) through.set(leaf, [...known, name]);
	};
	visit(query);
	return through;
}

/** Takes the small words out of a query of several words, unless nothing else would be left. */
export function withoutSmallWords(query: Query | null): { query: Query | null; left: readonly Leaf[] } {
	const left = allLeaves(query).filter(isSmall);
	if (query?.kind !== 'and' || left.length === 0) return { query, left: [] };
	const small = query.parts.filter((part): part is Leaf => part.kind === 'word' && isSmall(part));
	const parts = query.parts.filter((part) => !(part.kind === 'word' && isSmall(part)));
	const [only] = parts;
	if (!only || wantedLeaves({ kind: 'and', parts }).length === 0) return { query, left: [] };
	return { query: parts.length === 1 ? only : { kind: 'and', parts }, left: small };
}
