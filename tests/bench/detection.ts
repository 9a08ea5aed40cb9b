import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
	accountHits,
	type Labelled,
	labelled,
	overlap,
	recordHits,
	spansOf,
	typedAccountHits,
	typedHits,
} from '../support/detection.ts';
import { freshSet, outcomesOf } from '../support/fresh-set.ts';
import { namesInPlaces } from '../support/name-places.ts';
import { missedIn, OTHER_SURROUNDINGS, SURROUNDINGS, typedValues } from '../support/surroundings.ts';
import { printTable } from './print.ts';

/** A share of right answers, or flags by 1,000 words, with what is wrong. */
interface Result {
	value: number;
	/** Out of how many. */
	of: number;
	wrong: readonly string[];
}

/** One thing that is measured, with its goal. To add one, add an entry to `MEASURES`. */
interface Measure {
	name: string;
	/** The least value that is good enough; for flags the most. */
	goal: number;
	unit?: 'flags per 1,000 words';
	run(): Result | Promise<Result>;
}

const share = (right: number, of: number, wrong: readonly string[]): Result => ({
	value: of === 0 ? 1 : right / of,
	of,
	wrong,
});

type Finder = typeof accountHits;

/** How many labelled stretches a finder finds. */
function recall(set: readonly Labelled[], find: Finder): Result {
	const wrong: string[] = [];
	let of = 0;
	for (const sentence of set) {
		const { text, hits } = find(sentence.text);
		for (const span of spansOf(sentence, text)) {
			of++;
			if (!hits.some((hit) => overlap(hit, span)))
				wrong.push(`“${text.slice(span.start, span.end)}” in: ${text}`);
		}
	}
	return share(of - wrong.length, of, wrong);
}

/** How many of a finder's hits are labelled. */
function precision(set: readonly Labelled[], find: Finder): Result {
	const wrong: string[] = [];
	let of = 0;
	for (const sentence of set) {
		const { text, hits } = find(sentence.text);
		const spans = spansOf(sentence, text);
		of += hits.length;
		for (const hit of hits)
			if (!spans.some((span) => overlap(hit, span)))
				wrong.push(`${hit.rule} “${text.slice(hit.start, hit.end)}” in: ${text}`);
	}
	return share(of - wrong.length, of, wrong);
}

/** Hits by 1,000 words of a text in which nothing need go. */
function flags(set: readonly Labelled[], find: Finder): Result {
	const wrong: string[] = [];
	let words = 0;
	for (const sentence of set) {
		const { text, hits } = find(sentence.text);
		words += text.split(/\s+/).length;
		wrong.push(...hits.map((hit) => `${hit.rule} ${hit.type}: “${text.slice(hit.start, hit.end)}”`));
	}
	return { value: (1000 * wrong.length) / words, of: words, wrong };
}

/** Recall of each labelled identifier in each surrounding. */
function inSurroundings(find: Finder, surroundings = SURROUNDINGS, values = typedValues()): Result {
	const wrong = Object.entries(surroundings).flatMap(([name, put]) =>
		missedIn(put, values, find).map(({ rule, value }) => `${name}: ${rule} “${value}”`),
	);
	const of = values.length * Object.keys(surroundings).length;
	return share(of - wrong.length, of, wrong);
}

/** The same with surroundings and values that the rules were not made with. */
const inOtherSurroundings = (find: Finder) =>
	inSurroundings(find, OTHER_SURROUNDINGS, typedValues(['surrounded']));

/** A set that is labelled by kind, printed by class and kind. */
async function fresh(name: string): Promise<Result> {
	const outcomes = await outcomesOf(freshSet(name));
	const rows = new Map<string, { of: number; found: number }>();
	for (const { class: group, kind, found } of outcomes)
		for (const key of [`all ${group}`, `${group}: ${kind}`]) {
			const row = rows.get(key) ?? { of: 0, found: 0 };
			rows.set(key, { of: row.of + 1, found: row.found + (found ? 1 : 0) });
		}
	printTable([
		[`${name}.jsonl`, 'labelled', 'found', 'recall'],
		...[...rows]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, { of, found }]) => [key, String(of), String(found), (found / of).toFixed(2)]),
	]);
	const missed = outcomes.filter(({ found }) => !found);
	return share(
		outcomes.length - missed.length,
		outcomes.length,
		missed.map(({ id, kind, value, text }) => `${id} ${kind} ${JSON.stringify(value)} in: ${text}`),
	);
}

/** Sentences of reports in which a bare surname stands first. */
const SURNAME_FIRST: readonly ((name: string) => string)[] = [
	(name) => `${name} was jailed for six years.`,
	(name) => `${name}, 41, denied all the charges.`,
	(name) => `${name} had used force systems to look her up.`,
	(name) => `${name} admitted gross misconduct.`,
	(name) => `${name} resigned before the hearing.`,
	(name) => `${name}’s phone held the messages.`,
	(name) => `“${name} thought he was untouchable,” she said.`,
];

function surnames(list: 'common' | 'others', find: Finder): Result {
	const file = path.join(import.meta.dirname, '../detection/surnames.json');
	const names = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>)[list] ?? [];
	return recall(
		names.flatMap((name) => {
			const surname = name.slice(0, 1).toUpperCase() + name.slice(1);
			return SURNAME_FIRST.map((put) => ({
				text: put(surname),
				spans: [['name', surname]] as [string, string][],
			}));
		}),
		find,
	);
}

const SETS = ['typed', 'names', 'names-2', 'holdout', 'holdout-2'] as const;
const DEVELOPMENT = SETS.flatMap(labelled);
const TYPED = ['typed', 'negatives', 'negatives-2', 'negatives-3'].flatMap(labelled);

/** Everything that is promised of the checks of texts. */
const MEASURES: readonly Measure[] = [
	{ name: 'Development sets, all rules: recall', goal: 0.98, run: () => recall(DEVELOPMENT, accountHits) },
	{ name: 'Typed rules: recall', goal: 0.99, run: () => recall(labelled('typed'), typedHits) },
	{ name: 'Typed rules: precision', goal: 0.97, run: () => precision(TYPED, typedHits) },
	{ name: 'Surroundings, any rule: recall', goal: 0.99, run: () => inSurroundings(accountHits) },
	// Nobody can waive a typed rule; what only a closed-world rule stops, two reviewers can.
	{ name: 'Surroundings, typed rules, accounts', goal: 0.99, run: () => inSurroundings(typedAccountHits) },
	{ name: 'Surroundings, typed rules, reports', goal: 0.99, run: () => inSurroundings(typedHits) },
	{
		name: 'Other surroundings, typed rules, accounts',
		goal: 0.99,
		run: () => inOtherSurroundings(typedAccountHits),
	},
	{
		name: 'Other surroundings, typed rules, reports',
		goal: 0.98,
		run: () => inOtherSurroundings(typedHits),
	},
	{ name: 'Fresh set, open half: recall', goal: 0.95, run: () => fresh('open') },
	{ name: 'Details by kind, development: recall', goal: 0.95, run: () => fresh('details') },
	...[1, 2, 3, 4].map((batch) => ({
		name: `Voices, batch ${batch}: recall`,
		goal: 0.95,
		run: () => fresh(`voices-${batch}`),
	})),
	...(['common', 'others'] as const).flatMap((list) => [
		{ name: `Bare surnames in reports, ${list}: recall`, goal: 0.95, run: () => surnames(list, recordHits) },
		{
			name: `Bare surnames in accounts, ${list}: recall`,
			goal: 0.95,
			run: () => surnames(list, accountHits),
		},
	]),
	{
		name: 'Words as names, in 19 places: recall',
		goal: 0.95,
		run: () => recall(namesInPlaces(), accountHits),
	},
	{
		name: 'Names in news sentences, in reports: recall',
		goal: 0.97,
		run: () => recall(['news', 'news-2'].flatMap(labelled), recordHits),
	},
	{
		name: 'Clean accounts',
		goal: 15,
		unit: 'flags per 1,000 words',
		run: () => flags(['clean', 'plain', 'clean-accounts'].flatMap(labelled), accountHits),
	},
	{
		name: 'Clean sentences with words that are names',
		goal: 15,
		unit: 'flags per 1,000 words',
		run: () => flags(labelled('names-clean'), accountHits),
	},
	{
		name: 'Clean news, in reports',
		goal: 15,
		unit: 'flags per 1,000 words',
		run: () => flags(['news-clean', 'clean-reports'].flatMap(labelled), recordHits),
	},
];

/**
 * Measures the de-identification checks on the labelled sets of `tests/detection` and prints each figure, its goal and
 * whether it is met.
 *
 * @param verbose whether to list what was missed or flagged in error
 */
export async function measureDetection(verbose: boolean): Promise<void> {
	const rows: string[][] = [];
	const lists: string[] = [];
	for (const { name, goal, unit, run } of MEASURES) {
		const { value, of, wrong } = await run();
		const isMet = unit ? value <= goal : value >= goal;
		rows.push([
			name,
			unit ? `${value.toFixed(1)} ${unit}` : value.toFixed(3),
			String(of),
			`${unit ? '≤' : '≥'} ${goal}`,
			isMet ? 'met' : 'NOT MET',
		]);
		if (verbose && wrong.length > 0) lists.push(`\n${name}:\n${wrong.map((one) => `  ${one}`).join('\n')}`);
	}
	printTable([['measure', 'result', 'of', 'goal', ''], ...rows]);
	for (const list of lists) console.log(list);
}
