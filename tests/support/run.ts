import { spawn } from 'node:child_process';
import path from 'node:path';
import { type Outcome, ROOT } from './sites.ts';

/** Environment variables that a build understands, without their prefix. */
export interface BuildOptions {
	/** Folder of the content. */
	content: string;
	/** Folder to write. */
	out: string;
	/** Public address, with a closing slash. */
	address?: string;
	/** Further environment variables. */
	env?: Record<string, string>;
}

/** Runs the archive's command in a process of its own, as `npm run archive -- …` does in the folder of a project. */
export function archive(
	args: readonly string[],
	env: Record<string, string> = {},
	project = ROOT,
): Promise<Outcome> {
	return run(process.execPath, [path.join(project, 'src/cli/main.ts'), ...args], env, project);
}

/** Builds an archive as `npm run build` does. */
export function build({ content, out, address, env }: BuildOptions): Promise<Outcome> {
	return archive(['build'], {
		ARCHIVE_CONTENT: content,
		ARCHIVE_OUT: out,
		...(address && { ARCHIVE_ADDRESS: address }),
		...env,
	});
}

/** Runs a program to its end and gives its exit code and everything that it printed. */
export function run(
	program: string,
	args: readonly string[],
	env: Record<string, string>,
	cwd = ROOT,
): Promise<Outcome> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd,
			env: { ...cleanEnvironment(), ARCHIVE_LOCAL: '1', ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		child.stdout.on('data', (data) => (output += data));
		child.stderr.on('data', (data) => (output += data));
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, output }));
	});
}

/** The environment without what Vitest adds to it, which would change how Astro and Vite behave. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
	const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1' };
	for (const name of Object.keys(env)) if (ADDED.test(name)) delete env[name];
	return env;
}
const ADDED =
	/^(?:VITEST.*|VITE_.*|ARCHIVE_.*|TEST|MODE|DEV|PROD|SSR|BASE_URL|NODE_ENV|NODE_OPTIONS|FORCE_COLOR)$/;
