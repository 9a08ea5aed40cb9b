import { numberBetween } from '../../core/values/paragraph.ts';

/** A paragraph as versions are compared by it. */
export interface NumberedText {
	number: string;
	text: string;
}

/** From this likeness on, two texts are one paragraph that was reworded; below it, one went and another came. */
const ALIKE = 0.4;

/** Comparisons above which only what stands unchanged at both ends is recognised. */
const MOST = 1_000_000;

/**
 * Numbers for the paragraphs of a new version: what was kept or reworded keeps its number, what was inserted after 12
 * becomes 12a, what was added at the end takes the next whole number. No number is given again.
 *
 * @param before paragraphs of the version before
 * @param texts paragraphs of the new version
 * @param used numbers that any earlier version has or had
 */
export function numberParagraphs(
	before: readonly NumberedText[],
	texts: readonly string[],
	used: ReadonlySet<string>,
): string[] {
	const kept = keptOf(
		before.map(({ text }) => text),
		texts,
	);
	const given: (string | null)[] = texts.map((_, at) => before[kept[at] ?? -1]?.number ?? null);
	const taken = new Set([...used, ...before.map(({ number }) => number)]);
	for (const [at, number] of given.entries()) {
		if (number !== null) continue;
		const after = given[at - 1] ?? null;
		const next = given.slice(at).find((one) => one !== null) ?? null;
		const fresh = numberBetween(after, next, taken);
		taken.add(fresh);
		given[at] = fresh;
	}
	return given.filter((number) => number !== null);
}

/** For each new text, the place of the old one that it is, in order; undefined where it is none of them. */
function keptOf(before: readonly string[], after: readonly string[]): (number | undefined)[] {
	const kept: (number | undefined)[] = after.map(() => undefined);
	let start = 0;
	while (start < before.length && start < after.length && before[start] === after[start])
		kept[start] = start++;
	let [end, last] = [before.length, after.length];
	while (end > start && last > start && before[end - 1] === after[last - 1]) kept[--last] = --end;
	const [old, fresh] = [before.slice(start, end), after.slice(start, last)];
	if (old.length * fresh.length <= MOST) for (const [a, b] of likest(old, fresh)) kept[start + b] = start + a;
	return kept;
}

/** The pairs, both in order, that are most alike taken together. */
function likest(before: readonly string[], after: readonly string[]): [number, number][] {
	const [old, fresh] = [before.map(wordsOf), after.map(wordsOf)];
	const likeness = old.map((a, i) => fresh.map((b, j) => (before[i] === after[j] ? 1 : alike(a, b))));
	const width = fresh.length + 1;
	const best = new Float64Array((old.length + 1) * width);
	const worth = (i: number, j: number) => best[i * width + j] ?? 0;
	const pair = (i: number, j: number) => {
		const value = likeness[i]?.[j] ?? 0;
		return value < ALIKE ? -1 : value + worth(i + 1, j + 1);
	};
	for (let i = old.length - 1; i >= 0; i--)
		for (let j = fresh.length - 1; j >= 0; j--)
			best[i * width + j] = Math.max(worth(i + 1, j), worth(i, j + 1), pair(i, j));
	const pairs: [number, number][] = [];
	for (let [i, j] = [0, 0]; i < old.length && j < fresh.length;) {
		if (pair(i, j) >= Math.max(worth(i + 1, j), worth(i, j + 1))) pairs.push([i++, j++]);
		else if (worth(i + 1, j) >= worth(i, j + 1)) i++;
		else j++;
	}
	return pairs;
}

function wordsOf(text: string): Map<string, number> {
	const words = new Map<string, number>();
	for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
		words.set(word, (words.get(word) ?? 0) + 1);
	return words;
}

/** Share of the words that two texts have in common (Dice). */
function alike(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
	let [common, total] = [0, 0];
	for (const [word, count] of a) {
		common += Math.min(count, b.get(word) ?? 0);
		total += count;
	}
	for (const count of b.values()) total += count;
	return total === 0 ? 0 : (2 * common) / total;
}
