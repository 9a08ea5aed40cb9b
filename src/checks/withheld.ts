import type { Problem } from '../model/problem.ts';

/** How many words in a row are taken for a repetition of a text (evidence.md AN-12). */
const RUN = 8;

/** Words that were withdrawn or that consent does not reach to. */
export interface Withheld {
	/** File that they stand in. */
	file: string;
	text: string;
	/** Texts that stand in their own right: what they have in common with this one is not withheld. */
	unless?: readonly string[];
}

/** Eight-word runs of withheld texts, by which they are found again elsewhere. */
export type WithheldRuns = ReadonlyMap<string, string>;

/**
 * @param withheld texts that must appear nowhere
 * @param open texts that may repeat: names and titles that the archive declares
 * @returns every run of eight words with the file it is withheld from
 */
export function withheldRuns(withheld: readonly Withheld[], open: readonly string[] = []): WithheldRuns {
	const runs = new Map<string, string>();
	const known = new Map<readonly string[], Set<string>>();
	for (const { file, text, unless } of withheld) {
		if (unless && !known.has(unless)) known.set(unless, runsIn(unless));
		const common = unless && known.get(unless);
		for (const { run } of runsOf(text)) if (!common?.has(run)) runs.set(run, file);
	}
	for (const text of open) for (const { run } of runsOf(text)) runs.delete(run);
	return runs;
}

/** Where a text repeats what is withheld: the first word of each repetition, as an offset, and whence it is. */
export function findWithheld(text: string, runs: WithheldRuns): { offset: number; from: string }[] {
	if (runs.size === 0) return [];
	const found: { offset: number; from: string }[] = [];
	let before: string | undefined;
	for (const { run, offset } of runsOf(text)) {
		const from = runs.get(run);
		// A longer repetition is one, not one for each of its runs.
		if (from !== undefined && from !== before) found.push({ offset, from });
		before = from;
	}
	return found;
}

/** What stands in place of a text that may no longer be shown. */
const GONE = 'No longer published';

/**
 * Data with every text left out that repeats what is withheld: a title or a summary written from an account must not
 * stay when the account is taken back, and a withdrawal must not wait until somebody has written another.
 */
export function withoutWithheld<Data>(data: Data, runs: WithheldRuns): Data {
	if (runs.size === 0) return data;
	const open = (value: unknown): unknown => {
		if (typeof value === 'string') return findWithheld(value, runs).length > 0 ? GONE : value;
		if (Array.isArray(value)) return value.map(open);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, open(inner)]));
	};
	return open(data) as Data;
}

/**
 * Tells which fields of the archive repeat what another file withholds.
 *
 * @param files files whose words are published
 */
export function checkWithheld(
	files: readonly { file: string; source: string }[],
	runs: WithheldRuns,
): Problem[] {
	return files.flatMap(({ file, source }) =>
		findWithheld(source, runs)
			.filter(({ from }) => from !== file)
			.map(({ offset, from }) => {
				const before = source.slice(0, offset).split('\n');
				return {
					file,
					line: before.length,
					column: (before.at(-1)?.length ?? 0) + 1,
					rule: 'AN-12',
					message: `Repeats ${RUN} words or more of ${from}, which are withheld`,
					advice: 'What holds them is left out of the site: write it anew',
					severity: 'warning' as const,
				};
			}),
	);
}

function runsIn(texts: readonly string[]): Set<string> {
	return new Set(texts.flatMap((text) => [...runsOf(text)].map(({ run }) => run)));
}

/** All runs of eight words of a text, in lower case, with the place of their first word. */
function* runsOf(text: string): Generator<{ run: string; offset: number }> {
	const words = [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)];
	for (let at = 0; at + RUN <= words.length; at++) {
		const run = words
			.slice(at, at + RUN)
			.map(([word]) => word.toLowerCase().replace('’', "'"))
			.join(' ');
		yield { run, offset: words[at]?.index ?? 0 };
	}
}
