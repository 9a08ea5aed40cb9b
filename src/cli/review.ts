import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Document, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { findFiles } from '../archive/files.ts';
import { type Reading, readArchive } from '../archive/read.ts';
import { splitFrontMatter } from '../archive/yaml.ts';
import { type Standing, standingOf } from '../checks/disclosure/standing.ts';
import { formatProblem } from '../checks/report.ts';
import { hitOf } from '../checks/text/check-texts.ts';
import { writeAll } from '../integrity/write-all.ts';
import type { Problem } from '../model/problem.ts';
import { settledContent } from './content.ts';
import { UsageError } from './usage.ts';

/** What no program can judge, and a reviewer must. */
const QUESTIONS = [
	'Would someone who was there recognise the story, and does the person know and accept that?',
	'Could a colleague, neighbour or journalist with one or two facts find the person? Search for the rarest details.',
	'Does the order of events, a date or a season place it? Could it be matched with a news report or a hearing?',
	'Are children, health, work or origin told more closely than the account needs?',
	'Is anyone named or described who did not agree to it, or against whom nothing was found?',
	'Are the words the person’s own habits of speech? Write them anew unless consent covers them.',
	'Does consent cover this use, in this scope, today?',
];

/**
 * `review`: shows a caseworker what the checks saw of an account, what others it is like, and what is left to human
 * judgement. With `--sign <role>` it records that a person in that role has reviewed it, `--intruder-test` that
 * they played the motivated intruder.
 */
export async function review(args: string[]): Promise<void> {
	const { id, role, intruderTest } = readCall(args);
	const content = settledContent();
	const found = findFiles(content).found.find((file) => file.folder === 'testimonies' && file.id === id);
	if (!found) throw new UsageError(`There is no testimony ${id} in ${content}`);
	const file = path.join(content, found.file);
	const source = readFileSync(file, 'utf8');

	const reading = await readAsIfSigned(content, found.file, source);
	const problems = reading.problems.filter((problem) => problem.file === found.file);
	const config = reading.archive?.config;
	show(found.file, problems, config && standingOf(reading.files, config, id));
	if (role === undefined) return;
	if (problems.some((problem) => problem.severity === 'error')) {
		console.error('\nNot signed: mend the problems above first.');
		process.exitCode = 1;
		return;
	}
	const signed = sign(source, { role, month: new Date().toISOString().slice(0, 7), intruderTest });
	writeAll(content, new Map([[found.file, signed]]));
	console.log(
		`\nSigned by ${role}${intruderTest ? ', with the motivated-intruder test' : ''}: ${found.file}`,
	);
}

function readCall(args: string[]): { id: string; role: string | undefined; intruderTest: boolean } {
	try {
		const { positionals, values } = parseArgs({
			args,
			allowPositionals: true,
			options: { sign: { type: 'string' }, 'intruder-test': { type: 'boolean', default: false } },
		});
		const [id, ...more] = positionals;
		if (id === undefined || more.length > 0) throw new Error('Name one testimony by its identifier');
		const role = values.sign;
		if (role !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(role))
			throw new Error(
				`“${role}” is not the code of a role: lower-case letters, digits and hyphens, never a name`,
			);
		return { id, role, intruderTest: values['intruder-test'] };
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}

/**
 * Reads the archive as it will be when two people have signed, so that everything else is checked before they do.
 * A copy is read, with the signatures in it, in a folder that only this user can open, and is removed at once.
 */
async function readAsIfSigned(content: string, file: string, source: string): Promise<Reading> {
	const copy = mkdtempSync(path.join(tmpdir(), 'archive-review-'));
	try {
		cpSync(content, copy, { recursive: true });
		const month = '2000-01';
		const first = sign(source, { role: 'first-reviewer', month, intruderTest: true });
		writeFileSync(path.join(copy, file), sign(first, { role: 'second-reviewer', month, intruderTest: true }));
		return await readArchive(copy);
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

/** A reviewer's signature under an account. */
export interface Signature {
	role: string;
	/** `YYYY-MM` */
	month: string;
	intruderTest: boolean;
}

/**
 * The text of an account's file with a signature; one by the same role before it is replaced. Accounts that others
 * published are not signed and stay as they are. Gaps that `new` left for signatures go.
 *
 * @throws if the file has no front matter
 */
export function sign(source: string, signature: Signature): string {
	const split = splitFrontMatter(source);
	if ('problem' in split) throw new Error(`${split.problem.message}: ${split.problem.advice}`);
	const fields: Document = parseDocument(split.yaml);
	if (fields.get('origin') !== 'given') return source;
	const before = (fields.get('review') as YAMLSeq<YAMLMap> | undefined)?.items ?? [];
	const kept = before.filter((entry) => entry.get('role') && entry.get('role') !== signature.role);
	fields.set('review', fields.createNode([...kept, signature]));
	return source.replace(split.yaml, () => fields.toString({ lineWidth: 0 }));
}

function show(file: string, problems: readonly Problem[], standing: Standing | undefined): void {
	console.log(`${file}\n`);
	console.log(problems.length === 0 ? 'The checks saw nothing.' : 'What the checks saw:');
	for (const problem of problems) {
		const hit = process.env['CI'] ? undefined : hitOf(problem);
		console.log(`  ${formatProblem(problem)}${hit === undefined ? '' : `\n    Here: “${hit}”`}`);
	}
	if (standing) {
		console.log(`\nWhat it says of the person, and how many accounts say the same:`);
		for (const { label, value, shared, identifying } of standing.values)
			console.log(`  ${label}: ${value} (${shared})${identifying ? ' – can help to identify' : ''}`);
		console.log(
			`Accounts alike in everything that can identify: ${standing.alike}, this one among them; ` +
				`at least ${standing.k} are needed.`,
		);
		for (const problem of standing.wording) console.log(`  ${formatProblem(problem)}`);
	}
	console.log('\nWhat remains for you to judge:');
	for (const question of QUESTIONS) console.log(`  – ${question}`);
}
