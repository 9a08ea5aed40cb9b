import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isId } from '../../../src/core/values/id.ts';
import { writeArchive } from '../../support/archive.ts';
import { runInProcess } from '../../support/in-process.ts';

describe.each([
	['testimony', 'testimonies'],
	['report', 'reports'],
	['finding', 'findings'],
])('new %s', (kind, folder) => {
	test('makes a file with a fresh identifier, and the check names what must be filled in', async () => {
		using content = writeArchive();
		const env = { ARCHIVE_CONTENT: content.path };
		const before = new Set(readdirSync(path.join(content.path, folder)));
		const made = await runInProcess(['new', kind, 'two-words'], env);
		expect(made.code, made.output).toBe(0);
		const [file = '', ...more] = readdirSync(path.join(content.path, folder)).filter(
			(name) => !before.has(name),
		);
		expect(more).toEqual([]);
		expect(file).toMatch(/^.{8}-two-words\.mdx$/);
		expect(isId(file.slice(0, 8))).toBe(true);
		expect(made.output).toContain(file);

		const { code, output } = await runInProcess(['check'], env);
		expect(code).toBe(1);
		const told = [...output.matchAll(/^(?:.*\/)?(\w+\/[\w.-]+):(\d+):\d+ error (.*)$/gm)];
		expect(told.length).toBeGreaterThan(5);
		expect(told.every(([, where]) => where === `${folder}/${file}`)).toBe(true);
		for (const field of ['title', 'summary', 'themes', 'kind', 'degree', 'verified', 'no text'])
			expect(
				told.some(([, , , message = '']) => message.includes(field)),
				field,
			).toBe(true);
	});

	test('offers the values that the archive declares', async () => {
		using content = writeArchive();
		await runInProcess(['new', kind], { ARCHIVE_CONTENT: content.path });
		const folderPath = path.join(content.path, folder);
		const text = readdirSync(folderPath)
			.filter((name) => /^.{8}\.mdx$/.test(name))
			.map((name) => readFileSync(path.join(folderPath, name), 'utf8'))
			.join();
		for (const value of ['big-complaint', 'charges', 'loss']) expect(text).toContain(value);
		expect(text).toContain(folder === 'findings' ? 'red, blue' : 'any, small');
	});
});

test.each([
	['an unknown command', ['frobnicate']],
	['an unknown kind of record', ['new', 'rumour']],
	['a name that climbs', ['new', 'report', '../../x']],
	['a name with capitals', ['new', 'report', 'My-Report']],
	['one word too many', ['check', 'everything']],
	['an unknown option', ['check', '--fast']],
	['a command of every object', ['constructor']],
])('%s is refused with how to call it, and changes nothing', async (_, args) => {
	using content = writeArchive();
	const files = () => readdirSync(content.path, { recursive: true }).sort();
	const before = files();
	const { code, output } = await runInProcess(args, { ARCHIVE_CONTENT: content.path });
	expect(code).toBe(2);
	expect(output).toMatch(/usage: npm run archive -- /);
	expect(output).not.toMatch(/^\s+at /m);
	expect(files()).toEqual(before);
});

test('check of sound content says so, and how much there is', async () => {
	using content = writeArchive();
	const { code, output } = await runInProcess(['check'], { ARCHIVE_CONTENT: content.path });
	expect(code, output).toBe(0);
	expect(output).toMatch(/No problems found in 1 testimon.*1 report.*1 finding.*5 themes/);
});
