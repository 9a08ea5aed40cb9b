import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runInProcess } from '../support/in-process.ts';
import { ROOT } from '../support/sites.ts';

const DOCUMENTS = [
	'README.md',
	...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.md'))
		.map((file) => path.join('docs', file)),
];

const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** The anchors of a document’s headings, as hosting sites make them. */
const anchorsOf = (file: string) =>
	[...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-'),
	);

/** All matches of a pattern’s first group in the documents, each with where it is. */
const mentions = (pattern: RegExp) =>
	DOCUMENTS.flatMap((file) => [...textOf(file).matchAll(pattern)].map(([, word = '']) => ({ file, word })));

describe('the documents', () => {
	test('link only to files and headings that exist', () => {
		const links = mentions(/\]\((?![a-z]+:)([^)\s]+)\)/g);
		expect(links.length).toBeGreaterThan(40);
		const dead = links.filter(({ file, word }) => {
			const [target = '', anchor] = word.split('#');
			const linked = target === '' ? file : path.join(path.dirname(file), target);
			if (!existsSync(path.join(ROOT, linked))) return true;
			return anchor !== undefined && !anchorsOf(linked).includes(anchor);
		});
		expect(dead).toEqual([]);
	});

	test('name only files and folders of the software that exist', () => {
		const paths = mentions(/(?<![\w/.-])((?:src|tests|docs|\.ci|\.github)\/[\w./-]*\w)/g);
		expect(paths.length).toBeGreaterThan(20);
		expect(paths.filter(({ word }) => !existsSync(path.join(ROOT, word)))).toEqual([]);
	});

	test('name only scripts of package.json', () => {
		const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
		const named = mentions(/\bnpm run ([\w:-]+)/g);
		expect(named.length).toBeGreaterThan(20);
		expect(named.filter(({ word }) => !Object.hasOwn(scripts, word))).toEqual([]);
	});

	test('name only commands of the archive', async () => {
		const { output } = await runInProcess(['--help']);
		const commands = [...output.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
		const named = mentions(/\barchive -- ([a-z]+)/g);
		expect(named.length).toBeGreaterThan(10);
		expect(named.filter(({ word }) => !commands.includes(word))).toEqual([]);
	});

	test('run only tests that exist', () => {
		const tests = readdirSync(path.join(ROOT, 'tests/unit'), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.test.ts'))
			.map((file) => textOf(path.join('tests/unit', file)));
		const named = mentions(/vitest run .* -t '([^']+)'/g);
		expect(named.length).toBeGreaterThan(0);
		for (const { word } of named)
			expect(
				tests.some((text) => text.includes(`'${word}`)),
				word,
			).toBe(true);
	});

	test('never say to pack with “npm pack”, which .npmrc keeps from compiling', () => {
		expect(textOf('.npmrc')).toContain('ignore-scripts=true');
		expect(mentions(/(\bnpm pack\b)/g)).toEqual([]);
	});
});
