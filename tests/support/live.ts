import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { cleanEnvironment } from './run.ts';
import { ROOT } from './sites.ts';

/** A command that goes on until it is stopped. */
export interface Running extends AsyncDisposable {
	/** Address that it said the site is at. */
	url: string;
	/** All that it printed so far. */
	output(): string;
}

/**
 * Starts `serve` or `dev` and waits until it names its address.
 *
 * @param node options of Node
 * @param project folder of the checkout to run
 */
export async function start(
	command: 'serve' | 'dev',
	env: Record<string, string>,
	node: readonly string[] = [],
	project = ROOT,
): Promise<Running> {
	const child = spawn(
		process.execPath,
		[...node, path.join(project, 'src/cli/main.ts'), command, '--port', String(await freePort())],
		{ cwd: project, env: { ...cleanEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
	);
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	let output = '';
	const url = await new Promise<string>((resolve, reject) => {
		const keep = (data: Buffer) => {
			output += data;
			const [address] = /http:\/\/localhost:\d+\/\S*/.exec(output) ?? [];
			if (address) resolve(address);
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.once('close', (code) => reject(new Error(`${command} ended with ${code}:\n${output}`)));
	});
	return {
		url,
		output: () => output,
		async [Symbol.asyncDispose]() {
			child.kill('SIGTERM');
			await ended;
		},
	};
}

/** A port that nothing listens at. */
async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise<void>((resolve) => server.close(() => resolve()));
	return port;
}
