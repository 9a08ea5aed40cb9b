import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { recordPath } from '../../src/core/values/address.ts';
import { INDEX_FOLDER } from '../../src/search/engine/catalogue.ts';
import { Engine } from '../../src/search/engine/engine.ts';
import { loadWhole, type Source } from '../../src/search/engine/source.ts';
import { EMPTY_STATE } from '../../src/search/engine/state.ts';
import type { Pagefind } from '../../src/search/engine/text-index.ts';
import { printTable } from './print.ts';

export const USERS = ['researcher', 'adviser', 'lawyer'] as const;

const FILE = z.strictObject({
	seed: z.int(),
	questions: z.array(
		z.strictObject({
			user: z.enum(USERS),
			text: z.string().min(1),
			records: z.array(z.string()).min(1).max(10),
			pages: z.array(z.string()).default([]),
		}),
	),
});

/** A question, with what ought to come first. */
export type Question = z.infer<typeof FILE>['questions'][number] & { set: 'tune' | 'held out' };

/** Other pages that the results name. */
const SHOWN_PAGES = 5;

/** Questions on which search may be tuned; the others are only measured. */
const TUNED = 24;

/** Reads the questions. The file's seed draws those to tune on. */
export function readQuestions(): Question[] {
	const file = path.join(import.meta.dirname, 'questions.yaml');
	const { seed, questions } = FILE.parse(parse(readFileSync(file, 'utf8')));
	const lot = ({ text }: { text: string }) => createHash('sha256').update(`${seed} ${text}`).digest('hex');
	const drawn = new Set(questions.map(lot).sort().slice(0, TUNED));
	return questions.map((question) => ({
		...question,
		set: drawn.has(lot(question)) ? 'tune' : 'held out',
	}));
}

/** How a question was answered. */
export interface Answered {
	question: Question;
	/** Records that were found. */
	found: number;
	/** Place at which each of the wanted records came, counted from one; null for one that was not found. */
	ranks: readonly (number | null)[];
	/** The same for the wanted pages, among the other pages or the figures. */
	pageRanks: readonly (number | null)[];
}

/**
 * Paths of the records and pages that questions ask for and an archive does not have: its content has changed since
 * the questions were judged.
 *
 * @param known paths of everything that the archive’s search can find
 */
export function missingFrom(questions: readonly Question[], known: ReadonlySet<string>): string[] {
	const wanted = questions.flatMap(({ records, pages }) => [
		...records.map((id) => recordPath(id)),
		...pages,
	]);
	return [...new Set(wanted)].filter((path) => !known.has(path));
}

/**
 * Puts the questions to the search of a built site.
 *
 * @throws if the site lacks a record or page that a question asks for
 */
export async function answer(folder: string, questions: readonly Question[]): Promise<Answered[]> {
	const engine = await openBuilt(folder);
	const { records, pages } = engine.catalogue;
	const known = new Set([...records.map(([id]) => recordPath(id)), ...pages.map(([path]) => path)]);
	const missing = missingFrom(questions, known);
	if (missing.length > 0)
		throw new Error(`The questions ask for what the archive lacks:\n${missing.join('\n')}`);
	const answered: Answered[] = [];
	for (const question of questions) {
		const outcome = await engine.search({ ...EMPTY_STATE, text: question.text });
		const paths = outcome.places.map((place) => recordPath(records[place]?.[0] ?? ''));
		const [others, figures] = [outcome.pages, outcome.figures].map((places) =>
			places.map((place) => pages[place]?.[0] ?? ''),
		);
		answered.push({
			question,
			found: paths.length,
			ranks: question.records.map((id) => rankIn(paths, recordPath(id))),
			pageRanks: question.pages.map((page) => rankIn(page.startsWith('/figures/') ? figures : others, page)),
		});
	}
	return answered;
}

function rankIn(list: readonly string[] = [], one: string): number | null {
	const place = list.indexOf(one);
	return place < 0 ? null : place + 1;
}

/** Opens the search of a built site as the search page does, without a server. */
async function openBuilt(folder: string): Promise<Engine> {
	const root = 'http://localhost/';
	const script = pathToFileURL(path.join(folder, INDEX_FOLDER, 'pagefind.js')).href;
	const disk: Source = {
		get: async (address) =>
			new Response(new Uint8Array(await readFile(path.join(folder, new URL(address).pathname)))),
		load: () => import(script) as Promise<Pagefind>,
		worker: true,
	};
	const whole = await loadWhole(root, disk);
	// Pagefind asks for its files by itself; here they come from memory, too.
	globalThis.fetch = (input) => whole.get(String(input));
	return Engine.open(root, whole);
}

/** Share of the wanted that came among the first ten. */
export function recallAt10(ranks: readonly (number | null)[]): number {
	return ranks.filter((rank) => rank !== null && rank <= 10).length / ranks.length;
}

/** One divided by the rank of the first that is wanted. */
export function reciprocalRank(ranks: readonly (number | null)[]): number {
	return 1 / Math.min(...ranks.map((rank) => rank ?? Number.POSITIVE_INFINITY));
}

/**
 * Puts all questions to the search of a built site and prints how well it answers: recall at 10 (the share of what
 * is wanted that is among the first ten), the mean reciprocal rank of the first that is wanted, and the share of the
 * wanted pages that are among the five that the results name.
 *
 * @throws if not every question was answered
 */
export async function measureQuestions(folder: string): Promise<void> {
	const questions = readQuestions();
	const answered = await answer(folder, questions);
	if (answered.length !== questions.length) throw new Error('not all questions were put');
	printTable([
		['question', 'user', 'set', 'found', 'ranks of records', 'ranks of pages'],
		...answered.map(({ question: { user, text, set }, found, ranks, pageRanks }) => [
			text,
			user,
			set,
			String(found),
			ranksInWords(ranks),
			ranksInWords(pageRanks),
		]),
	]);
	const line = (name: string, part: readonly Answered[]) => [
		name,
		String(part.length),
		mean(part.map(({ ranks }) => recallAt10(ranks))),
		mean(part.map(({ ranks }) => reciprocalRank(ranks))),
		mean(
			part.flatMap(({ pageRanks }) => pageRanks.map((rank) => Number(rank !== null && rank <= SHOWN_PAGES))),
		),
	];
	printTable([
		['', 'questions', 'recall at 10', 'MRR', `pages in first ${SHOWN_PAGES}`],
		line('all', answered),
		...(['tune', 'held out'] as const).map((set) =>
			line(
				set,
				answered.filter(({ question }) => question.set === set),
			),
		),
		...USERS.map((user) =>
			line(
				user,
				answered.filter(({ question }) => question.user === user),
			),
		),
	]);
}

function ranksInWords(ranks: readonly (number | null)[]): string {
	return ranks.map((rank) => rank ?? '–').join(' ');
}

function mean(values: readonly number[]): string {
	return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
}
