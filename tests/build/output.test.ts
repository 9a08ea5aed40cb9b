import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { processName } from '../../src/output/processes.ts';
import { type Folder, temporaryFolder, writeArchive } from '../support/archive.ts';
import { digests } from '../support/digests.ts';
import { copyProject } from '../support/project.ts';
import { archive, cleanEnvironment, run } from '../support/run.ts';
import { builtSite } from '../support/sites.ts';

let folder: Folder;
let project: string;
let before: Record<string, string>;
const at = (name: string) => path.join(folder.path, name);
const env = () => ({ ARCHIVE_CONTENT: at('content'), ARCHIVE_OUT: at('dist'), ARCHIVE_SEARCH: 'off' });
const build = () => archive(['build', '--local'], env(), project);

beforeEach(() => {
	const { content, out } = builtSite('market');
	folder = temporaryFolder();
	project = copyProject(at('project'));
	cpSync(content, at('content'), { recursive: true });
	cpSync(out, at('dist'), { recursive: true });
	before = digests(at('dist'));
});
afterEach(() => folder[Symbol.dispose]());

/** Nothing is left in the way of the next build, nor of what was built. */
function expectTidy(): void {
	expect(readdirSync(folder.path).sort()).toEqual(['content', 'dist', 'project']);
	expect(readdirSync(path.join(project, '.astro')).filter((name) => name.startsWith('run-'))).toEqual([]);
}

test('a build that is killed leaves the last site, and the next one clears what it left', async () => {
	const child = spawn(process.execPath, [path.join(project, 'src/cli/main.ts'), 'build', '--local'], {
		cwd: project,
		env: { ...cleanEnvironment(), ...env() },
		stdio: 'ignore',
	});
	const ended = new Promise((resolve) => child.once('close', resolve));
	const work = path.join(project, '.astro');
	const isWriting = () =>
		existsSync(work) &&
		readdirSync(work).some((name) => existsSync(path.join(work, name, 'site/index.html')));
	await vi.waitFor(() => expect(isWriting()).toBe(true), { timeout: 120_000, interval: 5 });
	child.kill('SIGKILL');
	await ended;
	expect(digests(at('dist'))).toEqual(before);
	const { code, output } = await build();
	expect(code, output).toBe(0);
	expect(existsSync(at('dist/pagefind'))).toBe(false);
	expectTidy();
});

test('a site that holds what must not be published leaves the last one as it was', async () => {
	const page = at('content/pages/about.mdx');
	writeFileSync(page, `${readFileSync(page, 'utf8').trimEnd()}\n\nThe files are in ${project} here.\n`);
	const { code, output } = await build();
	expect(code).not.toBe(0);
	expect(output).toContain('about/index.html');
	expect(digests(at('dist'))).toEqual(before);
	expectTidy();
});

test('a second build at the same time says so and changes nothing', async () => {
	writeFileSync(at('.dist.lock'), processName());
	const { code, output } = await build();
	expect(code).toBe(1);
	expect(output).toContain(`process ${process.pid}`);
	expect(digests(at('dist'))).toEqual(before);
	expect(readFileSync(at('.dist.lock'), 'utf8')).toBe(processName());
});

describe('in one line it is said what to do', () => {
	const lines = (output: string) => output.trim().split('\n');

	test.each(['a%20b', 'a#b', 'a?b'])('where the project lies in a folder called %s', async (name) => {
		using content = writeArchive();
		const other = copyProject(at(`${name}/project`));
		const settings = { ARCHIVE_CONTENT: content.path, ARCHIVE_OUT: at('dist') };
		for (const command of [['build', '--local'], ['dev']]) {
			const { code, output } = await archive(command, settings, other);
			expect(code).toBe(1);
			expect(lines(output)).toHaveLength(1);
			expect(output).toContain(name);
		}
	});

	test.each(['yaml', 'astro', 'zod'])('where the package %s is missing', async (name) => {
		rmSync(path.join(project, 'node_modules', name));
		const { code, output } = await archive(['serve'], env(), project);
		expect(code).toBe(1);
		expect(lines(output).at(-1)).toContain('npm ci');
		expect(output).not.toMatch(/^\s+at /m);
		expect(digests(at('dist'))).toEqual(before);
	});

	test('where Node is too old for TypeScript', async () => {
		const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.19.0'}})`;
		const script = path.join(project, 'src/cli/start.mjs');
		const { code, output } = await run(process.execPath, ['--import', old, script, 'serve'], env(), project);
		expect(code).toBe(1);
		expect(lines(output)).toHaveLength(1);
		expect(output).toContain('npm ci');
	});
});
