import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { TESTIMONY, temporaryFolder, textFile, writeArchive } from '../support/archive.ts';
import { givenTestimony } from '../support/samples.ts';
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

/** The account of the minimal archive. */
const GIVEN = TESTIMONY.slice('testimonies/'.length, -'-second.mdx'.length);

const SECRET = 'secret-of-this-machine-4711';

/** Runs the archive's command with no network and no environment but where the content is. */
function bare(args: readonly string[], home: string, environment: Record<string, string>) {
	const note = path.join(home, 'network');
	const preload = path.join(home, 'no-network.mjs');
	writeFileSync(preload, NO_NETWORK);
	const own = { PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`, HOME: home, ...environment };
	const program = [
		'env',
		'-i',
		...Object.entries(own).map(([name, value]) => `${name}=${value}`),
		...(canUnshare ? [] : [`NODE_OPTIONS=--import=${preload}`, `NETWORK_NOTE=${note}`]),
		process.execPath,
		path.join(ROOT, 'src/cli/main.ts'),
		...args,
	];
	const [command = '', ...rest] = canUnshare ? ['unshare', '-rn', ...program] : program;
	const { status, stdout, stderr } = spawnSync(command, rest, {
		cwd: ROOT,
		encoding: 'utf8',
		env: { PATH: process.env['PATH'] ?? '', AWS_SECRET_ACCESS_KEY: SECRET, GITHUB_TOKEN: SECRET },
	});
	return { status, output: stdout + stderr, asked: existsSync(note) ? readFileSync(note, 'utf8') : '' };
}

test(
	'a build needs no network and nothing of the environment, and tells nothing of it',
	{ tags: ['TH-1'], timeout: 120_000 },
	() => {
		using content = writeArchive();
		using home = temporaryFolder();
		const out = path.join(home.path, 'site');
		const environment = { ARCHIVE_CONTENT: content.path, ARCHIVE_OUT: out };
		const { status, output, asked } = bare(['build', '--local'], home.path, environment);
		expect(status, output).toBe(0);
		expect(asked).toBe('');
		const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
			entry.isFile(),
		);
		expect(files.map(({ name }) => name)).toContain('index.html');
		for (const { parentPath, name } of files) {
			const text = readFileSync(path.join(parentPath, name), 'latin1');
			for (const word of [SECRET, home.path, ROOT, content.path]) expect(text, name).not.toContain(word);
		}
	},
);

// Whoever searches the web for the rarest words of a draft tells the search engine of it: no command does.
test.each([
	['check', []],
	['review', [GIVEN]],
	['review', [GIVEN, '--sign', 'reader-three', '--intruder-test']],
])('what a draft says is asked of nobody: %s %j', { tags: ['TH-8'] }, (command, args) => {
	const draft = 'The buyer told us of one rare kettle that sang, and of a letter about it.';
	using content = writeArchive({ [TESTIMONY]: textFile(givenTestimony(), draft) });
	using home = temporaryFolder();
	const environment = { ARCHIVE_CONTENT: content.path };
	const { status, output, asked } = bare([command, ...args], home.path, environment);
	expect(status, output).toBe(0);
	expect(asked).toBe('');
});
