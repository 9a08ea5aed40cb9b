import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { REPORT, temporaryFolder, writeArchive } from '../support/archive.ts';
import { start } from '../support/live.ts';
import { CACHE, SITES } from '../support/sites.ts';

const textOf = async (url: string) => (await fetch(url)).text();

test('serve builds the site and shows it under its folder', async () => {
	using out = temporaryFolder(CACHE);
	await using server = await start('serve', {
		ARCHIVE_CONTENT: SITES.market.content,
		ARCHIVE_OUT: path.join(out.path, 'dist'),
		ARCHIVE_ADDRESS: 'https://archive.example/sub/',
	});
	expect(server.url).toMatch(/\/sub\/$/);
	expect(await textOf(server.url)).toContain('Prepaid Funeral Plans');
	expect(await textOf(`${server.url}r/fbmgs2sv/`)).toContain('Charged for leaving a plan');
	expect((await fetch(`${server.url}r/00000000/`)).status).toBe(404);
});

test('dev shows an edit at once, tells what is wrong with a bad one, and goes on when it is mended', async () => {
	using content = writeArchive();
	using out = temporaryFolder(CACHE);
	await using server = await start('dev', {
		ARCHIVE_CONTENT: content.path,
		ARCHIVE_OUT: path.join(out.path, 'dist'),
		ARCHIVE_ADDRESS: 'http://localhost/',
	});
	const file = path.join(content.path, REPORT);
	const page = `${server.url}r/fbmgs2sv/`;
	const good = readFileSync(file, 'utf8');
	const eventually = (check: (html: string) => void) =>
		vi.waitFor(async () => check(await textOf(page)), { timeout: 20_000, interval: 200 });

	await eventually((html) => expect(html).toContain('Second paragraph.'));
	writeFileSync(file, good.replace('Second paragraph.', 'Edited paragraph.'));
	await eventually((html) => expect(html).toContain('Edited paragraph.'));
	writeFileSync(file, good.replace('Second paragraph.', 'Bad {1 + 1} paragraph.'));
	await eventually((html) => expect(html).not.toContain('Edited paragraph.'));
	await vi.waitFor(() => expect(server.output()).toContain('no-expression'), { timeout: 20_000 });
	writeFileSync(file, good.replace('Second paragraph.', 'Mended paragraph.'));
	await eventually((html) => expect(html).toContain('Mended paragraph.'));
});
