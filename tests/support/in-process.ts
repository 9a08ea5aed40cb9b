import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { forgetReading } from '../../src/archive/load-archive.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { PROJECT_FILES } from './project.ts';
import { type Outcome, ROOT } from './sites.ts';

const METHODS = ['log', 'info', 'warn', 'error'] as const;

/**
 * Runs one of the archive's commands in this process, which takes milliseconds where a process takes seconds.
 * `archive` in `run.ts` starts it as a process: for `build`, `serve` and `dev`, and once for each other command.
 */
export async function runInProcess(
	args: readonly string[],
	env: Record<string, string> = {},
): Promise<Outcome> {
	const before = { env: { ...process.env }, exitCode: process.exitCode, cwd: process.cwd() };
	const printed: string[] = [];
	const original = Object.fromEntries(METHODS.map((name) => [name, console[name]]));
	for (const name of Object.keys(process.env)) if (/^ARCHIVE_/.test(name)) delete process.env[name];
	Object.assign(process.env, { ARCHIVE_LOCAL: '1', ...env });
	for (const name of METHODS)
		console[name] = (...words: unknown[]) => void printed.push(`${format(...words)}\n`);
	process.exitCode = undefined;
	process.chdir(projectFolder());
	try {
		forgetReading();
		await runCommand(args);
	} catch (error) {
		// As Node ends: a fault of the software prints its stack.
		console.error(error);
		process.exitCode = 1;
	} finally {
		Object.assign(console, original);
		process.chdir(before.cwd);
	}
	const code = Number(process.exitCode ?? 0);
	forgetReading();
	for (const name of Object.keys(process.env)) if (!(name in before.env)) delete process.env[name];
	Object.assign(process.env, before.env);
	process.exitCode = before.exitCode;
	return { code, output: printed.join('') };
}

let folder: string | undefined;
/**
 * A project folder for this process alone, without packages: tests that call `withdraw` go there, since it removes the
 * caches and work folders of the project that it runs in.
 */
export function projectFolder(): string {
	if (folder !== undefined) return folder;
	const made = mkdtempSync(path.join(tmpdir(), 'archive-commands-'));
	process.once('exit', () => rmSync(made, { recursive: true, force: true }));
	for (const name of PROJECT_FILES) symlinkSync(path.join(ROOT, name), path.join(made, name));
	folder = made;
	return made;
}
