import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkCharacter } from '../../src/core/values/id.ts';
import { type Folder, temporaryFolder, writeArchive } from '../support/archive.ts';
import { ATTACKS, CANARY } from '../support/attacks.ts';
import { BAD_FIELDS } from '../support/bad-fields.ts';
import { runInProcess } from '../support/in-process.ts';
import type { Outcome } from '../support/sites.ts';

/** Every text that must be refused, each in a record of its own, and one with wrong fields: all in one archive. */
const records = ATTACKS.map((attack, index) => {
	const body = String(index).padStart(7, '0');
	return { ...attack, file: `reports/${body}${checkCharacter(body)}-attack.mdx` };
});
const badFields = BAD_FIELDS.filter(({ rule }) => rule === 'unknown-value' || rule === 'yaml-alias');
const files = new Map<string, string>();
for (const { file, source } of [...records, ...badFields]) files.set(file, source);
const last = new Map(badFields.map((refusal) => [refusal.file, refusal]));
const expected = [...records, ...last.values()].flatMap(({ file, places, rule }) =>
	places.map(({ line, column }) => `${file}:${line}:${column} error [${rule}]`),
);

describe.each(['check', 'build'])('%s of an archive full of attacks', (command) => {
	let outcome: Outcome;
	let out: string;
	let canary: string;

	beforeAll(async () => {
		using folder: Folder = writeArchive(Object.fromEntries(files));
		using elsewhere = temporaryFolder();
		out = path.join(elsewhere.path, 'dist');
		canary = path.join(elsewhere.path, 'canary');
		outcome = await runInProcess([command], {
			ARCHIVE_CONTENT: folder.path,
			ARCHIVE_OUT: out,
			[CANARY]: canary,
		});
		expect(existsSync(canary), 'no code of the content may run').toBe(false);
		expect(existsSync(out), 'nothing may be published').toBe(false);
		expect(readdirSync(elsewhere.path)).toEqual([]);
	});

	test('ends with an exit code that is not 0', () => {
		expect(outcome.code).toBe(1);
	});

	test('tells every problem of every file in one run, with its place', () => {
		const told = [
			...outcome.output.matchAll(/^(?:.*\/)?(\w+\/[\w.-]+):(\d+):(\d+) error .*\[([\w-]+)\]$/gm),
		].map(([, file, line, column, rule]) => `${file}:${line}:${column} error [${rule}]`);
		expect(told.sort()).toEqual(expected.sort());
	});

	test('counts the problems', () => {
		expect(outcome.output).toContain(`${expected.length} problems`);
	});

	test('shows no stack of the program', () => {
		expect(outcome.output).not.toMatch(/^\s+at .*\(?(?:file:|node:|\/)/m);
	});
});

test('a build that is refused leaves the last site as it was', async () => {
	using folder = writeArchive({ 'reports/x15w7xb9-bad.mdx': 'No front matter.\n' });
	using elsewhere = temporaryFolder();
	const { code } = await runInProcess(['build'], {
		ARCHIVE_CONTENT: folder.path,
		ARCHIVE_OUT: elsewhere.path,
	});
	expect(code).toBe(1);
	expect(existsSync(elsewhere.path)).toBe(true);
});

test('a folder that no build made is never emptied', async () => {
	using folder = writeArchive();
	using elsewhere = temporaryFolder();
	writeFileSync(path.join(elsewhere.path, 'letter.txt'), 'words');
	for (const out of [elsewhere.path, folder.path]) {
		const { code, output } = await runInProcess(['build'], {
			ARCHIVE_CONTENT: folder.path,
			ARCHIVE_OUT: out,
		});
		expect(code).toBe(1);
		expect(output.trim().split('\n')).toHaveLength(1);
	}
	expect(readdirSync(elsewhere.path)).toEqual(['letter.txt']);
	expect(existsSync(path.join(folder.path, 'archive.yaml'))).toBe(true);
});
