import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFiles } from '../../archive/read/files.ts';
import { type Reading, readArchive } from '../../archive/read/read.ts';
import { type AccountRisk, accountRiskOf } from '../../checks/disclosure/account-risk.ts';
import { formatProblem } from '../../checks/report.ts';
import { hitOf } from '../../checks/pii/check-texts.ts';
import { writeAll } from '../../integrity/atomic-write/write-all.ts';
import { shown } from '../../core/values/hidden.ts';
import type { Problem } from '../../core/values/problem.ts';
import { isSameRole } from '../../core/values/role.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';
import { settledContent } from '../content.ts';
import { asIfSigned, type Reviews, reviewsOf, type Signed, sign } from './review-file.ts';
import { readArguments, UsageError } from '../usage.ts';

/** Questions that no program can answer and a reviewer must. */
const QUESTIONS = [
	'Would someone who was there recognise the story, and does the person know and accept that?',
	'Could a colleague, neighbour or journalist with one or two facts find the person? Search for the rarest details.',
	'Does the order of events, a date or a season place it? Could it be matched with a news report or a hearing?',
	'Are children, health, work or origin described in more detail than the account needs?',
	'Is anyone named or described who did not agree to it, or against whom nothing was found?',
	'Are the words the person’s own habits of speech? Paraphrase them unless consent covers them.',
	'Does consent cover this use, in this scope, today?',
];

/**
 * `review`: shows a caseworker what the checks found in an account, its disclosure risk, and what is left to human
 * judgement. `--sign <role>` records that a person in that role has reviewed it, `--intruder-test` that they played the
 * motivated intruder.
 */
export async function review(args: string[]): Promise<void> {
	const { id, role, intruderTest } = readCall(args);
	const content = settledContent();
	const found = findFiles(content).found.find((file) => file.folder === 'testimonies' && file.id === id);
	if (!found) throw new UsageError(`No testimony ${id} in ${content}`);
	const source = readFileSync(path.join(content, found.file), 'utf8');
	if (frontMatterOf(source) === undefined) throw new UsageError(`The fields of ${found.file} cannot be read`);

	const reading = await readAsIfSigned(content, found.file, source);
	const problems = reading.problems.filter((problem) => problem.file === found.file);
	const config = reading.archive?.config;
	const risk = config && accountRiskOf(reading.files, config, id);
	if (risk) moveUp(risk.wording, source, asIfSigned(source).shift);
	show(found.file, problems, risk);
	const reviews = reviewsOf(source);
	showReviews(reviews);
	if (role === undefined) return;
	checkRole(role, reviews);
	if (problems.some((problem) => problem.severity === 'error')) {
		console.error('\nNot signed. Fix the problems above first.');
		process.exitCode = 1;
		return;
	}
	const month = new Date().toISOString().slice(0, 7);
	writeAll(content, new Map([[found.file, sign(source, { role, month, intruderTest })]]));
	console.log(
		`\nSigned by ${role}${intruderTest ? ', with the motivated-intruder test' : ''}: ${found.file}. ` +
			'The review covers the current text and fields: any change to them invalidates it.',
	);
}

/**
 * Rejects a role that is evidently not another person.
 *
 * @throws UsageError if the role wrote the account or has signed it already
 */
function checkRole(role: string, { current, writer }: Reviews): void {
	if (writer !== undefined && isSameRole(role, writer))
		throw new UsageError(
			`${role} wrote the account (its field “writer”) and cannot review it. Sign in another role`,
		);
	const same = current.find((one) => one.role !== role && isSameRole(one.role ?? '', role));
	if (same)
		throw new UsageError(
			`${same.role} has signed, and ${role} counts as the same role: digits and hyphens make no difference`,
		);
}

function showReviews({ current, stale, isGiven }: Reviews): void {
	if (!isGiven) return;
	const line = ({ role, month, intruderTest }: Signed) =>
		`  ${shown(`${role}, ${month}`)}${intruderTest ? ', with the motivated-intruder test' : ''}`;
	console.log('\nReviews of the current text:');
	console.log(current.length === 0 ? '  none' : current.map(line).join('\n'));
	if (stale.length === 0) return;
	console.log('Reviews of an earlier text, removed by the next signature:');
	console.log(stale.map(line).join('\n'));
}

function readCall(args: string[]): { id: string; role: string | undefined; intruderTest: boolean } {
	const { words, values } = readArguments(args, 1, {
		sign: { type: 'string' },
		'intruder-test': { type: 'boolean', default: false },
	});
	const [id] = words;
	if (id === undefined) throw new UsageError('Give the identifier of one testimony');
	const role = values['sign'] as string | undefined;
	if (role !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(role))
		throw new UsageError(
			`“${role}” is not a role code. Use lower-case letters, digits and hyphens, never a name`,
		);
	if (role === undefined && values['intruder-test'])
		throw new UsageError('--intruder-test needs a signature. Add --sign <role>');
	return { id, role, intruderTest: values['intruder-test'] === true };
}

/**
 * Reads the archive as if two people had signed, so that everything else is checked before they do. It reads a copy
 * with the signatures, in a folder that only this user can open, and removes it at once.
 */
async function readAsIfSigned(content: string, file: string, source: string): Promise<Reading> {
	const copy = mkdtempSync(path.join(tmpdir(), 'archive-review-'));
	const { text, shift } = asIfSigned(source);
	try {
		cpSync(content, copy, { recursive: true });
		writeFileSync(path.join(copy, file), text);
		const reading = await readArchive(copy);
		moveUp(
			reading.problems.filter((problem) => problem.file === file),
			source,
			shift,
		);
		return reading;
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

/** Maps the lines of problems in the copy to the file. Mutates the objects, since hits are keyed by them. */
function moveUp(problems: readonly Problem[], source: string, shift: number): void {
	const lastField = source.slice(0, frontMatterOf(source)?.yaml[1] ?? 0).split('\n').length;
	for (const problem of problems) if (problem.line > lastField) problem.line -= shift;
}

function show(file: string, problems: readonly Problem[], risk: AccountRisk | undefined): void {
	console.log(`${file}\n`);
	console.log(problems.length === 0 ? 'No problems found.' : 'Problems found:');
	for (const problem of problems) {
		const hit = process.env['CI'] ? undefined : hitOf(problem);
		console.log(`  ${formatProblem(problem)}${hit === undefined ? '' : `\n    Here: “${hit}”`}`);
	}
	if (risk) {
		console.log(`\nValues that describe the person, and how many accounts share each:`);
		for (const { label, value, shared, identifying } of risk.values)
			console.log(`  ${label}: ${value} (${shared})${identifying ? ' – quasi-identifier' : ''}`);
		console.log(
			`Accounts that share all quasi-identifiers: ${risk.alike}, including this one; at least ${risk.k} are needed.`,
		);
		for (const problem of risk.wording) console.log(`  ${formatProblem(problem)}`);
	}
	console.log('\nQuestions for the reviewer:');
	for (const question of QUESTIONS) console.log(`  – ${question}`);
}
