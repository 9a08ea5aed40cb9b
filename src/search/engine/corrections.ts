import { leafKey } from './evaluate.ts';
import type { Name } from './names.ts';
import { allLeaves, type Leaf, type Query, rewritten, wantedLeaves, type Word } from './query.ts';
import type { LeafHits, TextIndex } from './text-index.ts';
import { stemOf } from './words.ts';

/** A misspelt word and its correction. */
export interface Correction {
	from: Leaf;
	to: string;
}

/** The hits of each word and phrase of a query, by key. */
export async function foundFor(
	query: Query | null,
	index: TextIndex,
): Promise<ReadonlyMap<string, { leaf: Leaf; hits: LeafHits }>> {
	const leaves = new Map(allLeaves(query).map((leaf) => [leafKey(leaf), leaf]));
	return new Map(
		await Promise.all(
			[...leaves].map(async ([key, leaf]) => [key, { leaf, hits: await index.find(leaf) }] as const),
		),
	);
}

/** Whether a word or phrase has no hits. */
export function isNowhere({ records, pages }: LeafHits): boolean {
	return records.size === 0 && pages.size === 0;
}

/**
 * Corrects a query. A required word without hits in texts or names is replaced by its parts, if it is hyphenated, or
 * else by the most frequent word with similar spelling.
 */
export async function correct(
	query: Query | null,
	index: TextIndex,
	names: readonly Name[],
): Promise<{ query: Query | null; corrections: readonly Correction[] }> {
	if (!query) return { query, corrections: [] };
	const named = new Set(names.flatMap(({ spellings }) => spellings.flat()));
	const split = await replaced(query, ({ text }) => partsOfCompound(text));
	const corrections: Correction[] = [];
	const corrected = await replaced(split, async (leaf) => {
		const near = (await index.near(leaf.text)).map(word);
		const sizes = await Promise.all(near.map(async (one) => (await index.find(one)).records.size));
		const best = near[sizes.indexOf(Math.max(...sizes))];
		if (best) corrections.push({ from: leaf, to: best.text });
		return best;
	});
	return { query: corrected, corrections };

	async function replaced(whole: Query, by: (leaf: Leaf) => Query | undefined | Promise<Query | undefined>) {
		const found = await foundFor(whole, index);
		const others = new Map<Leaf, Query | undefined>();
		for (const leaf of wantedLeaves(whole)) {
			const hits = found.get(leafKey(leaf))?.hits;
			if (leaf.kind === 'word' && !leaf.beginning && hits && isNowhere(hits) && !named.has(stemOf(leaf.text)))
				others.set(leaf, await by(leaf));
		}
		return rewritten(whole, (leaf) => others.get(leaf));
	}
}

function word(text: string): Word {
	return { kind: 'word', text, beginning: false };
}

/** The parts of a word with hyphens or slashes, or of a name with an apostrophe; undefined for other words. */
function partsOfCompound(text: string): Query | undefined {
	const parts = text.split(/[-‐‑–—/]|^(\p{L}{1,2})['’ʼ]/u).filter(Boolean);
	return parts.length > 1 ? { kind: 'and', parts: parts.map(word) } : undefined;
}
