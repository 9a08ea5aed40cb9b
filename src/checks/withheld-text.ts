import type { Problem } from '../core/values/problem.ts';
import { foldWord } from './pii/fold.ts';

/** How many words in a row count as a repetition (AN-12). */
const RUN = 8;

/** Words that were withdrawn or that consent does not cover. */
export interface Withheld {
	/** File that has them. */
	file: string;
	text: string;
	/** Independent texts: what they have in common with this one is not withheld. */
	unless?: readonly string[];
}

/** Eight-word runs of withheld texts, by which repetitions are found. */
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
		for (const run of runsOf(text)) if (!common?.has(run)) runs.set(run, file);
	}
	for (const text of open) for (const run of runsOf(text)) runs.delete(run);
	return runs;
}

/** Where a text repeats what is withheld: the offset of each repetition, and the file it repeats. */
export function findWithheld(text: string, runs: WithheldRuns): { offset: number; from: string }[] {
	return repetitions(text, runs).map(({ start, from }) => ({ offset: start, from }));
}

/**
 * The ranges of a text that repeat what is withheld, and the file they repeat. Words are compared by their folded letters,
 * so that accents, hyphens, quotation marks, zero-width characters and markup make no difference.
 */
export function repetitions(
	text: string,
	runs: WithheldRuns,
): { start: number; end: number; from: string }[] {
	if (runs.size === 0) return [];
	const index = indexOf(runs);
	const pieces: { start: number; offset: number; length: number }[] = [];
	let letters = '';
	for (const match of text.matchAll(PIECE)) {
		pieces.push({ start: letters.length, offset: match.index, length: match[0].length });
		letters += foldWord(match[0]);
	}
	const found: { offset: number; from: string; end: number }[] = [];
	for (const { start, offset } of pieces)
		for (const run of index.get(letters.slice(start, start + PREFIX)) ?? []) {
			const end = start + run.length;
			if (!letters.startsWith(run, start) || !isBoundary(pieces, end, letters.length)) continue;
			const from = runs.get(run) ?? '';
			const last = found.at(-1);
			// A longer repetition is one, not one for each of its runs.
			if (last && last.from === from && start <= last.end) last.end = Math.max(end, last.end);
			else found.push({ offset, from, end });
		}
	return found.map(({ offset, from, end }) => {
		const last = pieces[firstFrom(pieces, end) - 1];
		return { start: offset, end: last ? last.offset + last.length : text.length, from };
	});
}

/** Letters by which runs are looked up; a run of eight words has no fewer. */
const PREFIX = RUN;
const indexes = new WeakMap<WithheldRuns, ReadonlyMap<string, readonly string[]>>();

function indexOf(runs: WithheldRuns): ReadonlyMap<string, readonly string[]> {
	const known = indexes.get(runs);
	if (known) return known;
	const index = new Map<string, string[]>();
	for (const run of runs.keys()) {
		const alike = index.get(run.slice(0, PREFIX));
		if (alike) alike.push(run);
		else index.set(run.slice(0, PREFIX), [run]);
	}
	indexes.set(runs, index);
	return index;
}

/** Whether a word begins at a place among the letters, or the text ends there. */
function isBoundary(pieces: readonly { start: number }[], at: number, length: number): boolean {
	return at === length || pieces[firstFrom(pieces, at)]?.start === at;
}

/** Index of the first word that begins at a place among the letters or after it. */
function firstFrom(pieces: readonly { start: number }[], at: number): number {
	let [low, high] = [0, pieces.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((pieces[middle]?.start ?? 0) < at) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Replaces a text that may no longer be shown. */
const REPLACEMENT = 'No longer published';

/**
 * Data without the texts that repeat what is withheld: a title or summary written from an account must not remain when
 * the account is withdrawn, and a withdrawal must not wait for a new one.
 */
export function withoutWithheld<Data>(data: Data, runs: WithheldRuns): Data {
	if (runs.size === 0) return data;
	const open = (value: unknown): unknown => {
		if (typeof value === 'string') return findWithheld(value, runs).length > 0 ? REPLACEMENT : value;
		if (Array.isArray(value)) return value.map(open);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, open(inner)]));
	};
	return open(data) as Data;
}

/**
 * Reports the places that repeat what another file withholds.
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
					message: `Repeats at least ${RUN} consecutive words withheld in ${from}`,
					advice: 'The site leaves out whatever repeats them. Rewrite it',
					severity: 'warning' as const,
				};
			}),
	);
}

function runsIn(texts: readonly string[]): Set<string> {
	return new Set(texts.flatMap((text) => [...runsOf(text)]));
}

/** Letters and digits, including enclosed ones. */
const PIECE = /[\p{L}\p{M}\p{N}\u2460-\u24ff\u{1f130}-\u{1f189}]+/gu;
const WORD = new RegExp(`${PIECE.source}(?:['’\\p{Cf}-]${PIECE.source})*`, 'gu');

/** All runs of eight words of a text, each as the letters of its words. */
function* runsOf(text: string): Generator<string> {
	const words = [...text.matchAll(WORD)].map(([word]) => foldWord(word)).filter(Boolean);
	for (let at = 0; at + RUN <= words.length; at++) yield words.slice(at, at + RUN).join('');
}
