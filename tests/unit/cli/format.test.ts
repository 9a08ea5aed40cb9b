import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatContent } from '../../../src/cli/format.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { filesIn } from '../../../src/integrity/site-reader.ts';
import { type Folder, REPORT, TESTIMONY, writeArchive } from '../../support/archive.ts';
import { releaseIn } from '../../support/integrity.ts';

const DRAFT = 'reports/x15w7xb9-draft.mdx';
const { log, error } = console;
let folder: Folder;
let lines: string[];
beforeEach(async () => {
	lines = [];
	console.log = console.error = (line) => lines.push(line);
	folder = writeArchive({ 'figures/paid.yaml': null });
	// Layouts that the common one is not.
	for (const file of [REPORT, TESTIMONY])
		writeFileSync(at(file), read(file).replace('title: A title', 'title:   "A title"  # ours'));
	await releaseIn(folder.path, undefined, '2031-12');
	writeFileSync(at(DRAFT), read(REPORT));
});
afterEach(() => {
	Object.assign(console, { log, error });
	process.exitCode = 0;
	folder[Symbol.dispose]();
});
const at = (file: string) => path.join(folder.path, file);
const read = (file: string) => readFileSync(at(file), 'utf8');
const all = () => Object.fromEntries(filesIn(folder.path).map((file) => [file, read(file)]));

test('released records, their versions and the releases keep every byte; others are laid out', async () => {
	const before = all();
	await formatContent(folder.path, false);
	for (const [file, text] of Object.entries(before))
		if (/^(?:versions|releases)\//.test(file) || [REPORT, TESTIMONY].includes(file))
			expect(read(file), file).toBe(text);
	expect(read(DRAFT)).toContain("title: 'A title' # ours");
	const { problems } = await readArchive(folder.path);
	expect(problems.filter(({ file }) => file !== DRAFT)).toEqual([]);
});

test('a check names what is not in the common layout, and changes nothing', async () => {
	const before = all();
	await formatContent(folder.path, true);
	expect(all()).toEqual(before);
	expect(process.exitCode).toBe(1);
	expect(lines.join('\n')).toContain(DRAFT);
	expect(lines.join('\n')).not.toContain(REPORT);
});

test('a file that cannot be read is left, and none of its words is printed', async () => {
	const file = 'organisations/bad.yaml';
	writeFileSync(at(file), 'name: "Anna\n');
	await formatContent(folder.path, false);
	expect(read(file)).toBe('name: "Anna\n');
	expect(process.exitCode).toBe(1);
	expect(lines.join('\n')).toContain(file);
	expect(lines.join('\n')).not.toContain('Anna');
});
