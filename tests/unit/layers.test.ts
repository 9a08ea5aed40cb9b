import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/sites.ts';

/**
 * Who may import whom: a room may use those on its own level and below. The commands, and what ties the archive to
 * Astro, are at the top. `site` has rooms of its own, in the same order: what runs in the browser is used by the
 * components that load it.
 */
const LEVELS: readonly (readonly string[])[] = [
	['index.ts'],
	['cli', 'site/integrations', 'site/content.config.ts'],
	['output'],
	['site'],
	['briefs'],
	['summaries'],
	['citations', 'exports', 'figures', 'integrity', 'search'],
	['archive'],
	['checks'],
	['core'],
];
const SRC = path.join(ROOT, 'src');
const level = (file: string) => {
	const parts = file.split(path.sep);
	const rooms = [parts.slice(0, 2).join('/'), parts[0] ?? ''];
	const room = rooms.find((name) => LEVELS.some((level) => level.includes(name)));
	return LEVELS.findIndex((level) => level.includes(room ?? ''));
};

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

describe('layers', () => {
	test('every room has a level', () => {
		expect(files.filter((file) => level(file) < 0 && !file.endsWith('.d.ts'))).toEqual([]);
	});

	test('nothing imports upwards', () => {
		const upwards = files.flatMap((file) =>
			importsOf(file)
				.filter((target) => level(target) < level(file))
				.map((target) => `${file} imports ${target}`),
		);
		expect(upwards).toEqual([]);
	});

	test('no folder holds more files than one can take in at a glance', () => {
		const sizes = Map.groupBy(files, (file) => path.dirname(file));
		expect([...sizes].filter(([, names]) => names.length > 22).map(([folder]) => folder)).toEqual([]);
	});

	test('the archive and all below it know nothing of Astro', () => {
		const below = files.filter((file) => level(file) >= level('archive'));
		const astro = below.filter((file) =>
			/from 'astro|import\.meta\.env/.test(readFileSync(path.join(SRC, file), 'utf8')),
		);
		expect(astro).toEqual([]);
		expect(below.length).toBeGreaterThan(40);
	});
});
