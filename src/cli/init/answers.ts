import { createInterface } from 'node:readline/promises';
import { line, slug } from '../../core/values/text.ts';
import { UsageError } from '../usage.ts';

/** What a new archive is made of. */
export interface Answers {
	name: string;
	complaint: string;
	submittedBy: string;
	submittedTo: string;
	organisationKinds: readonly Term[];
	themes: readonly Term[];
}

/** An identifier, which is part of file names and addresses, and what readers see. */
export interface Term {
	id: string;
	label: string;
}

/** The questions, by the option that answers each. Lists are separated by commas. */
const QUESTIONS = {
	name: 'Name of the archive',
	complaint: 'Title of the complaint',
	'submitted-by': 'Organisation that made it',
	'submitted-to': 'Organisation that it was made to',
	'organisation-kinds': 'Kinds of organisations that it is about, separated by commas (Shops, Insurers)',
	themes: 'First themes, separated by commas (Charges, Delays)',
} as const;

type Option = keyof typeof QUESTIONS;
const OPTIONS = Object.keys(QUESTIONS) as Option[];
const LISTS: readonly Option[] = ['organisation-kinds', 'themes'];

/** Options of the command, for its arguments. */
export const ANSWER_OPTIONS = Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' as const }]));

/**
 * The answers, from the options; what they leave open is asked for on a terminal.
 *
 * @throws UsageError with every answer that is missing or cannot be used
 */
export async function readAnswers(values: Readonly<Record<string, unknown>>): Promise<Answers> {
	const given = new Map(
		OPTIONS.flatMap((name) => (typeof values[name] === 'string' ? [[name, values[name]]] : [])),
	);
	if (given.size < OPTIONS.length && process.stdin.isTTY) await askFor(given);
	const faults = [...OPTIONS.flatMap((name) => faultsOf(name, given.get(name))), ...sharedIdentifier(given)];
	if (faults.length > 0) throw new UsageError(faults.join('\n'));
	const text = (name: Option) => given.get(name)?.trim() ?? '';
	return {
		name: text('name'),
		complaint: text('complaint'),
		submittedBy: text('submitted-by'),
		submittedTo: text('submitted-to'),
		organisationKinds: termsOf(text('organisation-kinds')),
		themes: termsOf(text('themes')),
	};
}

async function askFor(given: Map<string, string>): Promise<void> {
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	try {
		for (const name of OPTIONS)
			while (!given.has(name)) {
				const answer = await terminal.question(`${QUESTIONS[name]}: `);
				const faults = faultsOf(name, answer);
				for (const fault of faults) console.error(fault);
				if (faults.length === 0) given.set(name, answer);
			}
	} finally {
		terminal.close();
	}
}

function faultsOf(name: Option, answer: string | undefined): string[] {
	if (answer === undefined) return [`--${name} is missing: ${QUESTIONS[name]}`];
	if (!LISTS.includes(name)) {
		const { error } = line.safeParse(answer.trim());
		const faults = error?.issues.map(({ message }) => `--${name}: ${message}`) ?? [];
		return faults.length > 0 || idOf(answer) !== '' ? faults : [noIdentifier(name, answer)];
	}
	const terms = termsOf(answer);
	if (terms.length === 0) return [`--${name}: Must not be empty`];
	const invalid = terms.filter(
		({ id, label }) => !slug.safeParse(id).success || !line.safeParse(label).success,
	);
	const duplicates = terms.filter(
		({ id }, index) => id !== '' && terms.findIndex((term) => term.id === id) !== index,
	);
	return [
		...invalid.map(({ label }) => noIdentifier(name, label)),
		...duplicates.map(({ label }) => `--${name}: “${label}” is listed twice`),
	];
}

/** Two organisations would be one file, and the second replace the first; one that complains to itself is one. */
function sharedIdentifier(given: ReadonlyMap<string, string>): string[] {
	const [by, to] = [given.get('submitted-by')?.trim(), given.get('submitted-to')?.trim()];
	if (!by || !to || by === to || idOf(by) !== idOf(to) || idOf(by) === '') return [];
	return [
		`--submitted-to: “${to}” has the same identifier as “${by}” (${idOf(to)}): word one of them differently`,
	];
}

const noIdentifier = (name: Option, label: string) =>
	`--${name}: “${label}” has no letters or digits for an identifier`;

function termsOf(list: string): Term[] {
	const labels = list.split(',').map((label) => label.trim());
	return labels.filter((label) => label !== '').map((label) => ({ id: idOf(label), label }));
}

/** Length of an identifier, in characters: file systems, npm and addresses have limits that a title can exceed. */
const LONGEST_ID = 60;

/**
 * The identifier for a label: its letters without accents, and digits, with hyphens between words. A long one is cut
 * between two words.
 */
export function idOf(label: string): string {
	const plain = label.normalize('NFKD').replace(/\p{M}|['’]/gu, '');
	const whole = plain
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	if (whole.length <= LONGEST_ID) return whole;
	const cut = whole.slice(0, LONGEST_ID + 1);
	return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : whole.slice(0, LONGEST_ID);
}
