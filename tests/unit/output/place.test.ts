import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { putInPlace, settleOutput } from '../../../src/output/swap.ts';
import { type Folder, temporaryFolder } from '../../support/archive.ts';
import { ROOT } from '../../support/sites.ts';

const FILES = ['index.html', 'r/7k3m9qtw/index.html', '_headers'];

function writeSite(folder: string, word: string): void {
	for (const file of FILES) {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), word);
	}
}

/** The word of a site that is whole and all of one build; undefined if there is none. */
function wordOf(folder: string): string | undefined {
	if (!existsSync(folder)) return undefined;
	const words = new Set(FILES.map((file) => readFileSync(path.join(folder, file), 'utf8')));
	expect(words.size).toBe(1);
	return [...words][0];
}

function parts(folder: Folder) {
	return { site: path.join(folder.path, 'work/site'), outDir: path.join(folder.path, 'dist') };
}

/** Puts a new site in the place of an old one, in a process that ends or fails at a call. */
function interrupted(folder: Folder, at: number, how: string): number {
	const { site, outDir } = parts(folder);
	const log = path.join(folder.path, 'calls');
	spawnSync(
		process.execPath,
		[
			'--import',
			path.join(ROOT, 'tests/support/fault.mjs'),
			path.join(ROOT, 'tests/support/put-in-place.ts'),
			site,
			outDir,
		],
		{ env: { FAULT_ROOT: folder.path, FAULT_AT: String(at), FAULT_HOW: how, FAULT_LOG: log } },
	);
	return Number(readFileSync(log, 'utf8'));
}

describe.each(['kill', 'ENOSPC'])('at each change of a file, %s', (how) => {
	test.each(['a last site', 'no last site'])('leaves a whole site where there was %s', (before) => {
		let at = 0;
		for (let reached = true; reached;) {
			at++;
			using folder = temporaryFolder();
			const { site, outDir } = parts(folder);
			if (before === 'a last site') writeSite(outDir, 'old');
			writeSite(site, 'new');
			// Where there are fewer calls than that, the fault was not reached and all are tried.
			reached = interrupted(folder, at, how) >= at;
			settleOutput(outDir);
			const found = wordOf(outDir);
			if (before === 'a last site') expect(['old', 'new'], `call ${at}`).toContain(found);
			expect(readdirSync(folder.path).filter((name) => name.startsWith('.'))).toEqual([]);
			writeSite(site, 'newer');
			putInPlace(site, outDir);
			expect(wordOf(outDir)).toBe('newer');
		}
		expect(at).toBeGreaterThan(5);
	});
});

test('what a killed copy left beside is never published', () => {
	using folder = temporaryFolder();
	const { outDir } = parts(folder);
	mkdirSync(path.join(folder.path, '.dist.next'));
	settleOutput(outDir);
	expect(existsSync(outDir)).toBe(false);
	expect(readdirSync(folder.path)).toEqual([]);
});
