import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Folder, temporaryFolder, writeArchive } from '../support/archive.ts';
import { start } from '../support/live.ts';
import { copyProject } from '../support/project.ts';
import { run } from '../support/run.ts';
import { ROOT } from '../support/sites.ts';

const WATCHED = ['--import', path.join(ROOT, 'tests/support/network.mjs')];

let content: Folder;
let folder: Folder;
/** A checkout for this file alone: `withdraw` stops every build that runs in the same one. */
let project: string;
const at = (name: string) => path.join(folder.path, name);
const environment = (): Record<string, string> => ({
	ARCHIVE_CONTENT: content.path,
	ARCHIVE_OUT: at('dist'),
	ARCHIVE_ADDRESS: 'https://archive.example/',
	NETWORK_LOG: at('log'),
	// Nothing says that this is a build server, where Astro asks less.
	CI: '',
	HOME: at('home'),
	XDG_CONFIG_HOME: at('config'),
});

/** What was tried to reach, and which programs were started; the log begins anew. */
function tried(): string[] {
	const lines = existsSync(at('log')) ? readFileSync(at('log'), 'utf8').trim().split('\n') : [];
	writeFileSync(at('log'), '');
	return lines.filter((line) => line !== '');
}
/** Programs of packages that this one speaks with through a pipe: the index of search is made by one, scripts by the other. */
const isOurs = (line: string) => /^starts \S*(?:pagefind[\w.-]*|esbuild)$/.test(line);

beforeAll(() => {
	content = writeArchive();
	folder = temporaryFolder();
	project = copyProject(at('project'));
	writeFileSync(at('page.html'), '<!doctype html><title>A page</title><p>words</p>\n');
});
afterAll(() => {
	content[Symbol.dispose]();
	folder[Symbol.dispose]();
});

test('the watch sees what is tried: by name, by number, and by fetch', async () => {
	const script = `
		import dns from 'node:dns/promises';
		import net from 'node:net';
		await fetch('https://fetched.example/').catch(() => {});
		try { net.connect(80, '192.0.2.1'); } catch {}
		try { await dns.resolve('resolved.example'); } catch {}`;
	await run(process.execPath, [...WATCHED, '--input-type=module', '-e', script], environment());
	const lines = tried().join();
	for (const host of ['fetched.example', '192.0.2.1', 'resolved.example']) expect(lines).toContain(host);
});

test.each(['serve', 'dev'] as const)('%s reaches no other machine', async (command) => {
	using fresh = writeArchive();
	const env = { ...environment(), ARCHIVE_CONTENT: fresh.path };
	await using server = await start(command, env, WATCHED, project);
	for (const page of ['', 'search/', 'r/fbmgs2sv/']) await (await fetch(server.url + page)).text();
	expect(tried().filter((line) => !isOurs(line))).toEqual([]);
	expect(existsSync(at('home')) || existsSync(at('config'))).toBe(false);
});

// What `serve` built is verified and exported; bare.test.ts does the same with `build`.
test.each([
	['check', 0, []],
	['release', 0, []],
	['verify', 0, []],
	['export', 0, ['bag', 'bag-folder']],
	['new', 0, ['report', 'some-words']],
	['review', undefined, ['1vm1d7gn']],
	['waive', undefined, ['testimonies/1vm1d7gn-second.mdx:1:1', '--reason', 'words', '--reviewers', 'a,b']],
	[
		'capture',
		undefined,
		['page.html', '--record', 'fbmgs2sv', '--source', '1', '--sealed', '--method', 'browser'],
	],
	['revise', undefined, ['fbmgs2sv', '--kind', 'correction', '--note', 'words']],
	['withdraw', undefined, ['wrk68wb5']],
])('%s reaches no other machine', async (command, ended, args) => {
	const named = args.map((one) => (['page.html', 'bag-folder'].includes(one) ? at(one) : one));
	const program = [...WATCHED, path.join(project, 'src/cli/main.ts'), command, ...named];
	const { code, output } = await run(process.execPath, program, environment(), project);
	if (ended !== undefined) expect(code, output).toBe(ended);
	expect(output).toMatch(/\w/);
	expect(output).not.toMatch(/^\s+at /m);
	expect(tried().filter((line) => !isOurs(line))).toEqual([]);
	expect(existsSync(at('home')) || existsSync(at('config')), 'nothing is written into a home folder').toBe(
		false,
	);
});
