import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { settings } from '../core/settings.ts';
import { type Chain, KEYS_FILE, REVOKED_FILE } from '../integrity/releases/release-chain.ts';
import { formatPublicKey, isSame, type SecretKey } from '../integrity/minisign.ts';
import { openSecretKey } from '../integrity/secret-key.ts';
import { Unsound } from '../integrity/checksums.ts';
import { UsageError } from './usage.ts';

/**
 * Opens the key to sign with. It must lie where it cannot be published by mistake.
 *
 * @throws UsageError where there is no such file, or it lies in the project, the archive, the site or a repository
 * @throws Unsound where it is no key, or does not open
 */
export async function readSecretKey(file: string): Promise<SecretKey> {
	const place = placeOf(file);
	refusePublished(place);
	// A link that lies in the repository leads everybody who has it to the key.
	refusePublished(path.join(placeOf(path.dirname(path.resolve(file))), path.basename(file)));
	try {
		return await openSecretKey(readFileSync(place, 'utf8'), askPassword);
	} catch (error) {
		throw error instanceof Unsound ? new Unsound(`${file} ${error.message}`) : error;
	}
}

/**
 * What is to be written so that the archive has the public key of a secret one: nothing where it has it already.
 *
 * @throws Unsound where it has others, so that nobody could check the signature, or has revoked this one
 */
export function publishKey(
	key: SecretKey,
	{ keys: known, revoked }: Pick<Chain, 'keys' | 'revoked'>,
): [file: string, text: string][] {
	if (revoked.some((one) => isSame(one.key, key.key)))
		throw new Unsound(`This key is revoked by ${REVOKED_FILE}: sign with another`);
	if (known.length === 0) return [[KEYS_FILE, formatPublicKey(key)]];
	if (known.some((one) => isSame(one.key, key.key))) return [];
	throw new Unsound(
		`This key is not in ${KEYS_FILE}: add its public key there, and tell those who keep the other`,
	);
}

/** Refuses a place that is published or goes wherever a repository is copied to. */
function refusePublished(place: string): void {
	const { content, outDir } = settings();
	const found =
		[content, outDir, process.cwd()].find((folder) => isWithin(place, folder)) ?? repositoryOf(place);
	if (found !== undefined)
		throw new UsageError(
			`The secret key lies in ${found}, which is published, or is copied with the repository: keep it elsewhere`,
		);
}

/** The folder under version control that a file lies in; undefined where there is none. */
function repositoryOf(place: string): string | undefined {
	for (let folder = path.dirname(place); ; folder = path.dirname(folder)) {
		if (['.git', '.hg', '.svn'].some((name) => existsSync(path.join(folder, name)))) return folder;
		if (folder === path.dirname(folder)) return undefined;
	}
}

function placeOf(file: string): string {
	try {
		return realpathSync(file);
	} catch {
		throw new UsageError(`There is no key at ${file}`);
	}
}

function isWithin(place: string, folder: string): boolean {
	const real = (() => {
		try {
			return realpathSync(folder);
		} catch {
			return folder;
		}
	})();
	const way = path.relative(real, place);
	return way === '' || !(way.startsWith('..') || path.isAbsolute(way));
}

/** The password, from the terminal without showing it, or the first line of what is piped in. */
function askPassword(): Promise<string> {
	const { stdin } = process;
	if (stdin.isTTY) process.stderr.write('Password of the key: ');
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY });
	return new Promise((resolve) => {
		let answer = '';
		lines.once('line', (line) => {
			answer = line;
			lines.close();
		});
		lines.once('close', () => {
			if (stdin.isTTY) process.stderr.write('\n');
			resolve(answer);
		});
	});
}
