import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { settings } from '../core/settings.ts';
import type { Chain } from '../integrity/releases/release-chain.ts';
import { KEYS_FILE, REVOKED_FILE } from '../integrity/releases/paths.ts';
import { equalBytes, formatPublicKey, type SecretKey } from '../integrity/minisign.ts';
import { openSecretKey } from '../integrity/secret-key.ts';
import { IntegrityError } from '../integrity/integrity-error.ts';
import { Failure } from '../core/values/failure.ts';
import { UsageError } from './usage.ts';

/**
 * Opens the key to sign with. It must lie where it cannot be published by mistake.
 *
 * @throws UsageError where there is no such file, or it lies in the project, the archive, the site or a repository
 * @throws IntegrityError where it is no key, or does not open
 */
export async function readSecretKey(file: string): Promise<SecretKey> {
	const place = placeOf(file);
	refusePublished(place);
	// A link inside the repository would lead everybody who has it to the key.
	refusePublished(path.join(placeOf(path.dirname(path.resolve(file))), path.basename(file)));
	try {
		return await openSecretKey(readFileSync(place, 'utf8'), askPassword);
	} catch (error) {
		throw error instanceof IntegrityError ? new IntegrityError(error.message, file) : error;
	}
}

/**
 * The files to write so that the archive has the public key of a secret one; none where it has it already.
 *
 * @throws Failure where it has others, so that nobody could check the signature, or has revoked this one
 */
export function publishKey(
	key: SecretKey,
	{ keys: known, revoked }: Pick<Chain, 'keys' | 'revoked'>,
): [file: string, text: string][] {
	if (revoked.some((one) => equalBytes(one.key, key.key)))
		throw new Failure(`This key is revoked by ${REVOKED_FILE}. Sign with another.`);
	if (known.length === 0) return [[KEYS_FILE, formatPublicKey(key)]];
	if (known.some((one) => equalBytes(one.key, key.key))) return [];
	throw new Failure(
		`This key is not in ${KEYS_FILE}. Add its public key there, and inform those who hold the other.`,
	);
}

/** Refuses a place that is published or goes wherever a repository is copied to. */
function refusePublished(place: string): void {
	const { content, outDir } = settings();
	const found =
		[content, outDir, process.cwd()].find((folder) => isWithin(place, folder)) ?? repositoryOf(place);
	if (found !== undefined)
		throw new UsageError(
			`The secret key is inside ${found}, which is published or copied with the repository. Move it elsewhere`,
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
		throw new UsageError(`No key at ${file}`);
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
