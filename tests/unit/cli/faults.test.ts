import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetReading } from '../../../src/archive/load-archive.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { capture } from '../../../src/cli/edit/capture.ts';
import { settledContent } from '../../../src/cli/content.ts';
import { formatContent } from '../../../src/cli/format.ts';
import { create } from '../../../src/cli/edit/new.ts';
import { release } from '../../../src/cli/release.ts';
import { review } from '../../../src/cli/edit/review.ts';
import { revise } from '../../../src/cli/edit/revise.ts';
import { waive } from '../../../src/cli/edit/waive.ts';
import { withdraw } from '../../../src/cli/edit/withdraw.ts';
import { compare } from '../../../src/core/values/problem.ts';
import { filesIn } from '../../../src/integrity/site-reader.ts';
import {
	type Folder,
	REPORT,
	temporaryFolder,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../../support/archive.ts';
import { type Fault, withFault } from '../../support/faults.ts';
import { projectFolder } from '../../support/in-process.ts';
import { releaseIn } from '../../support/integrity.ts';
import { givenTestimony, publishedTestimony, report } from '../../support/samples.ts';

const [REPORT_ID, ACCOUNT_ID, DRAFT_ID, FRESH_ID] = ['fbmgs2sv', '1vm1d7gn', 'x15w7xb9', 'mxdk6r5v'];
const WORDS = 'the kettle boiled over twice while nobody in the house said a single word';
const DRAFT = `testimonies/${DRAFT_ID}-draft.mdx`;
const past = <Fields extends { changes: object[] }>(fields: Fields, date: string) => ({
	...fields,
	changes: [{ version: 1, date, kind: 'published', note: 'First published.' }],
});

/** A released archive, besides which stand a report and an account that are not. */
let base: Folder;
/** The folder that commands work in: always the same, so that files that stay the same are not checked again. */
let folder: Folder;
let elsewhere: Folder;
const { log, error } = console;

const cwd = process.cwd();

beforeAll(async () => {
	// `withdraw` clears the caches of the project.
	process.chdir(projectFolder());
	base = writeArchive({
		'figures/paid.yaml': null,
		[REPORT]: textFile(past(report(), '2021-03-04'), 'The corner was sold.\n\nIt cost forty pounds.'),
		[TESTIMONY]: textFile(past(publishedTestimony(), '2021-03'), `She says that ${WORDS} at the corner.`),
	});
	await releaseIn(base.path, undefined, '2021-04');
	writeFileSync(
		path.join(base.path, `reports/${FRESH_ID}-new.mdx`),
		textFile(past(report(), '2021-05-06'), `A new one: ${WORDS}.`),
	);
	writeFileSync(path.join(base.path, DRAFT), textFile(givenTestimony(), 'What happened to the zorvath.'));
	folder = temporaryFolder();
	elsewhere = writeArchive({
		words: 'corner\n',
		'page.html': '<!DOCTYPE html><title>A page</title><p>words</p>',
	});
});
afterAll(() => {
	process.chdir(cwd);
	for (const one of [base, folder, elsewhere]) one?.[Symbol.dispose]();
});
beforeEach(() => {
	console.log = console.error = () => {};
	process.env['ARCHIVE_CONTENT'] = folder.path;
	process.env['ARCHIVE_LOCAL'] = '1';
	restore();
});
afterEach(() => {
	Object.assign(console, { log, error });
	delete process.env['ARCHIVE_CONTENT'];
	delete process.env['ARCHIVE_LOCAL'];
	process.exitCode = 0;
});

function restore(): void {
	for (const name of readdirSync(folder.path)) rmSync(path.join(folder.path, name), { recursive: true });
	cpSync(base.path, folder.path, { recursive: true });
	forgetReading();
}

const NAMES = new RegExp(
	`(?<=^[a-z]+/)(?!${[REPORT_ID, ACCOUNT_ID, DRAFT_ID, FRESH_ID, 'wrk68wb5'].join('|')})[0-9a-z]{8}(?=[-.])`,
);
/** Every file, hidden ones among them; what is drawn by lot is the same in all. */
function snapshot(): Record<string, string> {
	const all = filesIn(folder.path).map((file) => [
		file.replace(NAMES, 'identifier'),
		readFileSync(path.join(folder.path, file), 'latin1').replace(/\b[0-9a-f]{64}\b/g, 'digest'),
	]);
	return Object.fromEntries(all.sort(([a = ''], [b = '']) => compare(a, b)));
}

const at = (file: string) => path.join(elsewhere.path, file);
const redaction = ['--kind', 'redaction', '--note', 'A place.', '--words-from'];
const COMMANDS: [name: string, run: () => Promise<void>][] = [
	['new', () => create(['report', 'some-words'])],
	['revise --kind correction', () => revise([REPORT_ID, '--kind', 'correction', '--note', 'x'])],
	['revise --kind update', () => revise([ACCOUNT_ID, '--kind', 'update', '--note', 'x'])],
	['revise --kind redaction', () => revise([ACCOUNT_ID, ...redaction, at('words')])],
	['withdraw', () => withdraw([ACCOUNT_ID])],
	['waive', async () => waive([await placeOfHit(), '--reason', 'no-person', '--reviewers', 'a,b'])],
	['review --sign', () => review([DRAFT_ID, '--sign', 'caseworker', '--intruder-test'])],
	['release', () => release([])],
	['format', () => formatContent(folder.path, false)],
	['capture', () => capture([at('page.html'), ...CAPTURE])],
];
const CAPTURE = ['--record', FRESH_ID, '--source', '1', '--sealed', '--method', 'browser'].concat([
	'--at',
	'2021-05-06T10:15:00Z',
	'--url',
	'https://paper.example/a',
	'--role',
	'caseworker',
]);

async function placeOfHit(): Promise<string> {
	const { problems } = await readArchive(folder.path);
	const hit = problems.find(({ rule }) => /^DT-/.test(rule));
	return `${hit?.file}:${hit?.line}:${hit?.column}`;
}

/** Some commands need an archive without problems, or with one. */
function prepare(name: string): void {
	restore();
	if (name === 'format')
		for (const id of [FRESH_ID, DRAFT_ID]) {
			const file = path.join(folder.path, id === DRAFT_ID ? DRAFT : `reports/${id}-new.mdx`);
			writeFileSync(file, readFileSync(file, 'utf8').replace('title: A title', 'title:   A title'));
		}
	if (name === 'release' || name === 'review --sign')
		writeFileSync(path.join(folder.path, DRAFT), textFile(givenTestimony(), 'What happened.'));
}

describe.each(COMMANDS)('%s', (name, run) => {
	test('is as before or complete after every fault, once the next command settled it', async () => {
		prepare(name);
		const before = snapshot();
		const { calls, error: failed } = await withFault(folder.path, run);
		expect(failed).toBeUndefined();
		expect(process.exitCode ?? 0).toBe(0);
		const after = snapshot();
		expect(after).not.toEqual(before);
		const states = new Set<string>();
		for (const [index, call] of calls.entries())
			for (const fault of FAULTS) {
				if (isRepeated(fault, call, index)) continue;
				prepare(name);
				const outcome = await withFault(folder.path, run, index + 1, fault);
				// What is half-written is told until it is settled.
				const isStaged = existsSync(path.join(folder.path, '.writing'));
				if (isStaged && index === calls.length - 1)
					expect((await readArchive(folder.path)).problems[0]?.rule).toBe('interrupted-write');
				forgetReading();
				settledContent();
				const state = snapshot();
				const where = `${call}, ${fault}`;
				if (JSON.stringify(state) === JSON.stringify(after)) states.add('after');
				else {
					expect(state, where).toEqual(before);
					expect(outcome.error, where).toBeDefined();
					states.add('before');
				}
			}
		expect(states).toEqual(new Set(['before', 'after']));
	}, 120_000);
});
const FAULTS: readonly Fault[] = ['kill-before', 'kill-half', 'kill-after', 'ENOSPC', 'EACCES'];

/**
 * Whether a fault leaves the disk as another one does: a kill before a call as the kill after the last one, a full disk
 * as a refusal where the call writes no bytes.
 */
function isRepeated(fault: Fault, call: string, index: number): boolean {
	if (fault === 'kill-before') return index > 0;
	return (fault === 'kill-half' || fault === 'ENOSPC') && !/^(?:write|copy)/.test(call);
}

describe('a withdrawal after an interrupted redaction', () => {
	test('stands whatever comes next: neither text nor salt comes back', async () => {
		restore();
		const { calls } = await withFault(folder.path, () => revise([ACCOUNT_ID, ...redaction, at('words')]));
		for (const [index, call] of calls.entries()) {
			restore();
			await withFault(
				folder.path,
				() => revise([ACCOUNT_ID, ...redaction, at('words')]),
				index + 1,
				'kill-after',
			);
			await withdraw([ACCOUNT_ID]);
			await revise([REPORT_ID, '--kind', 'update', '--note', 'x']);
			const files = filesIn(folder.path).map((file) => [
				file,
				readFileSync(path.join(folder.path, file), 'latin1'),
			]);
			expect(
				files.filter(([, text]) => text?.includes('kettle')).map(([file]) => file),
				call,
			).toEqual([]);
			expect(existsSync(path.join(folder.path, `versions/${ACCOUNT_ID}/salt`)), call).toBe(false);
			expect(readFileSync(path.join(folder.path, TESTIMONY), 'utf8')).toContain('status: withdrawn');
		}
	}, 120_000);

	test('works where the interrupted command can neither be finished nor undone', async () => {
		const { calls } = await withFault(folder.path, () => revise([ACCOUNT_ID, ...redaction, at('words')]));
		restore();
		const decided = calls.findIndex((call) => /^rename.*journal/.test(call));
		await withFault(
			folder.path,
			() => revise([ACCOUNT_ID, ...redaction, at('words')]),
			decided + 1,
			'kill-after',
		);
		const file = path.join(folder.path, TESTIMONY);
		writeFileSync(file, `${readFileSync(file, 'utf8')}\nSomething that was typed since.\n`);
		await expect(revise([REPORT_ID, '--kind', 'update', '--note', 'x'])).rejects.toThrow(TESTIMONY);
		await withdraw([ACCOUNT_ID]);
		expect(snapshot()).not.toHaveProperty('.writing/journal.json');
		expect(snapshot()).toHaveProperty([TESTIMONY]);
		for (const text of Object.values(snapshot())) expect(text).not.toMatch(/kettle|typed since/);
	});
});
