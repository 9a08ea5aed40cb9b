import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatPublicKey, type PublicKey, type SecretKey } from '../../src/integrity/minisign.ts';
import { temporaryFolder } from '../support/archive.ts';
import { runInProcess } from '../support/in-process.ts';
import { copyReleased, releasedKeys, releasedSite } from '../support/released.ts';
import { archive } from '../support/run.ts';
import type { Outcome } from '../support/sites.ts';

/** A copy of the released archive and of its site, and the two keys, of which the first signed both releases. */
export interface Signed extends Disposable {
	content: string;
	out: string;
	first: SecretKey;
	second: SecretKey;
	/** Runs a command upon it. */
	run(...args: string[]): Promise<Outcome>;
	/** Writes a file somewhere else. @returns where */
	put(name: string, text: string): string;
	/** Checks a site as anybody does who keeps a key, if one is given. */
	verify(site: string, known?: PublicKey): Promise<Outcome>;
}

export function signedSite(): Signed {
	const { out: built, address } = releasedSite();
	const content = copyReleased();
	const elsewhere = temporaryFolder();
	const out = path.join(elsewhere.path, 'site');
	cpSync(built, out, { recursive: true, preserveTimestamps: true });
	const env = { ARCHIVE_CONTENT: content.path, ARCHIVE_OUT: out, ARCHIVE_ADDRESS: address };
	const put = (name: string, text: string) => {
		const file = path.join(elsewhere.path, name);
		writeFileSync(file, text);
		return file;
	};
	return {
		content: content.path,
		out,
		...releasedKeys(),
		// A build takes a process of its own.
		run: (...args) => (args[0] === 'verify' ? runInProcess(args, env) : archive(args, env)),
		put,
		verify: (site, known) =>
			runInProcess(
				['verify', site, ...(known ? ['--key', put('known.pub', formatPublicKey(known))] : [])],
				env,
			),
		[Symbol.dispose]() {
			content[Symbol.dispose]();
			elsewhere[Symbol.dispose]();
		},
	};
}
