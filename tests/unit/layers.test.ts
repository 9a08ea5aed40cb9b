import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/sites.ts';

/**
 * Who may import whom, downwards only: a folder may use those on its own level and below. The commands and what ties
 * the archive to Astro stand above all.
 */
const LEVELS: readonly (readonly string[])[] = [
	['cli', 'integrations', 'content.config.ts'],
	['output'],
	['pages'],
	['layouts'],
	['components'],
	['briefs'],
	['summaries'],
	['charts', 'citation', 'exports', 'figures', 'integrity', 'search'],
	['archive'],
	['checks', 'prose'],
	['model'],
];
const SRC = path.join(ROOT, 'src');
const level = (folder: string) => LEVELS.findIndex((folders) => folders.includes(folder));

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
	/\.(?:ts|astro|mdx)$/.test(file),
);

/** Files of the project that a file imports, as paths from `src`. */
function importsOf(file: string): string[] {
	const source = readFileSync(path.join(SRC, file), 'utf8');
	return [...source.matchAll(/(?:from|import\()\s*['"](\.{1,2}\/[^'"]+)['"]/g)].map(([, target = '']) =>
		path.join(path.dirname(file), target),
	);
}

const folderOf = (file: string) => file.split(path.sep)[0] ?? '';

describe('layers', () => {
	test('every folder of the software has its level', () => {
		const folders = new Set(files.map(folderOf).filter((folder) => !folder.endsWith('.d.ts')));
		expect([...folders].filter((folder) => level(folder) < 0)).toEqual([]);
	});

	test('nothing imports upwards', () => {
		const upwards = files.flatMap((file) =>
			importsOf(file)
				.filter((target) => level(folderOf(target)) < level(folderOf(file)))
				.map((target) => `${file} imports ${target}`),
		);
		expect(upwards).toEqual([]);
	});

	test('the archive and all below it know nothing of Astro', () => {
		const below = files.filter((file) => level(folderOf(file)) >= level('archive'));
		const astro = below.filter((file) =>
			/from 'astro|import\.meta\.env/.test(readFileSync(path.join(SRC, file), 'utf8')),
		);
		expect(astro).toEqual([]);
		expect(below.length).toBeGreaterThan(40);
	});
});
