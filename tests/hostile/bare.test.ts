import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeArchive } from '../support/archive.ts';
import { ROOT } from '../support/sites.ts';

/** Whether this machine lets a program be run without any network. */
const canUnshare = spawnSync('unshare', ['-rn', 'true']).status === 0;

/** Put before the program where it cannot: whatever asks for another machine fails, and leaves a note. */
const NO_NETWORK = `
import { appendFileSync } from 'node:fs';
import dns from 'node:dns';
import net from 'node:net';
const refuse = (what) => (...args) => {
	appendFileSync(process.env.NETWORK_NOTE, what + '\\n');
	throw new Error('no network: ' + what);
};
globalThis.fetch = refuse('fetch');
net.Socket.prototype.connect = refuse('connect');
dns.lookup = refuse('lookup');
dns.promises.lookup = refuse('lookup');
`;

test(
	'TH-1 a build needs no network and nothing of the environment, and tells nothing of it',
	{ timeout: 120_000 },
	() => {
		using content = writeArchive();
		using home = temporaryFolder();
		const out = path.join(home.path, 'site');
		const note = path.join(home.path, 'network');
		const preload = path.join(home.path, 'no-network.mjs');
		writeFileSync(preload, NO_NETWORK);
		const secret = 'secret-of-this-machine-4711';
		const environment = {
			PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`,
			HOME: home.path,
			ARCHIVE_CONTENT: content.path,
			ARCHIVE_OUT: out,
		};
		const program = [
			'env',
			'-i',
			...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
			...(canUnshare ? [] : [`NODE_OPTIONS=--import=${preload}`, `NETWORK_NOTE=${note}`]),
			process.execPath,
			path.join(ROOT, 'src/cli/main.ts'),
			'build',
		];
		const [command = '', ...args] = canUnshare ? ['unshare', '-rn', ...program] : program;
		const { status, stdout, stderr } = spawnSync(command, args, {
			cwd: ROOT,
			encoding: 'utf8',
			env: { PATH: process.env['PATH'] ?? '', AWS_SECRET_ACCESS_KEY: secret, GITHUB_TOKEN: secret },
		});
		expect(status, stdout + stderr).toBe(0);
		expect(existsSync(note) ? readFileSync(note, 'utf8') : '').toBe('');
		const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
			entry.isFile(),
		);
		expect(files.length).toBeGreaterThan(30);
		for (const { parentPath, name } of files) {
			const text = readFileSync(path.join(parentPath, name), 'latin1');
			for (const word of [secret, home.path, ROOT, content.path]) expect(text, name).not.toContain(word);
		}
	},
);
