/** The maximum edit distance: one for a word of medium length, two for a long one. */
function maxEdits({ length }: string): number {
	return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * Candidates for a misspelt word: those at the smallest edit distance, if it is within the maximum. An edit is an
 * inserted, missing, substituted or transposed letter; the first letter is assumed to be right.
 *
 * @param words in lower case, without accents
 */
export function nearest(word: string, words: readonly string[]): string[] {
	const most = maxEdits(word);
	let best = most;
	let found: string[] = [];
	for (const other of words) {
		if (other[0] !== word[0] || Math.abs(other.length - word.length) > best) continue;
		const edits = distance(word, other);
		if (edits > best || edits === 0) continue;
		if (edits < best) found = [];
		best = edits;
		found.push(other);
	}
	return found;
}

/** The edit distance of two words: restricted Damerau–Levenshtein (optimal string alignment). */
function distance(one: string, other: string): number {
	let before: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let row = 1; row <= one.length; row++) {
		const next = [row];
		for (let at = 1; at <= other.length; at++) {
			const same = one[row - 1] === other[at - 1];
			let least = Math.min(
				(last[at] ?? 0) + 1,
				(next[at - 1] ?? 0) + 1,
				(last[at - 1] ?? 0) + (same ? 0 : 1),
			);
			if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
				least = Math.min(least, (before[at - 2] ?? 0) + 1);
			next.push(least);
		}
		[before, last] = [last, next];
	}
	return last[other.length] ?? 0;
}
