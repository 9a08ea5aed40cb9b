import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/archive.ts';
import { build } from '../support/run.ts';
import { builtSite, CACHE } from '../support/sites.ts';

// Astro keeps what it needs during a build beside the output, if that is within the project, else in a place that all
// builds share. Tests that may run at the same time therefore write within the project.

/** The SHA-256 of every file in a folder, by path. */
function digests(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile(),
	);
	const pairs = files.map((entry) => {
		const file = path.join(entry.parentPath, entry.name);
		return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
	});
	return Object.fromEntries(pairs.sort());
}

test('another build of the same content, elsewhere and in another time zone and language, gives the same bytes', async () => {
	const { out, content, address } = builtSite('first');
	using folder = temporaryFolder(CACHE);
	const second = path.join(folder.path, 'another', 'place');
	const { code, output } = await build({
		content,
		out: second,
		address,
		env: { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
	});
	expect(code, output).toBe(0);
	expect(digests(second)).toEqual(digests(out));
	expect(Object.keys(digests(out)).length).toBeGreaterThan(100);
});

test('a build leaves nothing of the last one', async () => {
	const { content } = builtSite('market');
	using folder = temporaryFolder(CACHE);
	const out = path.join(folder.path, 'dist');
	for (const stale of ['t', 'r/00000000', 'themes/gone']) {
		mkdirSync(path.join(out, stale), { recursive: true });
		writeFileSync(path.join(out, stale, 'index.html'), 'stale');
	}
	const { code, output } = await build({ content, out, env: { ARCHIVE_SEARCH: 'off' } });
	expect(code, output).toBe(0);
	for (const stale of ['t', 'r/00000000', 'themes/gone'])
		expect(existsSync(path.join(out, stale))).toBe(false);
	expect(existsSync(path.join(out, 'index.html'))).toBe(true);
});
