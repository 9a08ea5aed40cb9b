import { leafKey } from './evaluate.ts';
import type { Name } from './names.ts';
import { allLeaves, type Leaf, type Query, rewritten, wantedLeaves, type Word } from './query.ts';
import type { LeafHits, TextIndex } from './text-index.ts';
import { stemOf } from './words.ts';

/** A misspelt word, and the word that it was taken for. */
export interface Mended {
	leaf: Leaf;
	as: string;
}

/** What is found for each word and phrase of a query, by its key. */
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

/** Whether a word or phrase is nowhere. */
export function isNowhere({ records, pages }: LeafHits): boolean {
	return records.size === 0 && pages.size === 0;
}

/**
 * A query as it can be answered: in place of wanted words that are nowhere, neither in a text nor in a name, the parts
 * of one that is joined by a hyphen, or the word that a misspelt one most likely stands for.
 */
export async function mend(
	query: Query | null,
	index: TextIndex,
	names: readonly Name[],
): Promise<{ query: Query | null; mended: readonly Mended[] }> {
	if (!query) return { query, mended: [] };
	const named = new Set(names.flatMap(({ spellings }) => spellings.flat()));
	const parted = await replaced(query, ({ text }) => joined(text));
	const mended: Mended[] = [];
	const right = await replaced(parted, async (leaf) => {
		const near = (await index.near(leaf.text)).map(word);
		const sizes = await Promise.all(near.map(async (one) => (await index.find(one)).records.size));
		const best = near[sizes.indexOf(Math.max(...sizes))];
		if (best) mended.push({ leaf, as: best.text });
		return best;
	});
	return { query: right, mended };

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

/** The parts of a word that is joined by hyphens or strokes, or of a name with an apostrophe; nothing if it has none. */
function joined(text: string): Query | undefined {
	const parts = text.split(/[-‐‑–—/]|^(\p{L}{1,2})['’ʼ]/u).filter(Boolean);
	return parts.length > 1 ? { kind: 'and', parts: parts.map(word) } : undefined;
}
