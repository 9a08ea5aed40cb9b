import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatPublicKey, type PublicKey, type SecretKey } from '../../src/integrity/minisign.ts';
import { type Folder, temporaryFolder } from '../support/archive.ts';
import { newKey, secretFile } from '../support/integrity.ts';
import { writeReleased } from '../support/released.ts';
import { archive } from '../support/run.ts';
import type { Outcome } from '../support/sites.ts';

/** An archive of two releases, its site, and two keys, of which the first signed both. */
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

export async function signedSite(): Promise<Signed> {
	const content: Folder = await writeReleased();
	const elsewhere = temporaryFolder();
	const out = path.join(elsewhere.path, 'site');
	const [first, second] = [newKey(), newKey()];
	const env = {
		ARCHIVE_CONTENT: content.path,
		ARCHIVE_OUT: out,
		ARCHIVE_ADDRESS: 'https://archive.example/sub/',
	};
	const run = (...args: string[]) => archive(args, env);
	const put = (name: string, text: string) => {
		const file = path.join(elsewhere.path, name);
		writeFileSync(file, text);
		return file;
	};
	const key = put('first.key', secretFile(first));
	// The second key is made with the first, and kept somewhere else, for the day on which the first is lost.
	await run('release', '--sign', '1', '--key', key);
	writeFileSync(
		path.join(content.path, 'keys/archive.pub'),
		formatPublicKey(first) + formatPublicKey(second),
	);
	const { code, output } = await run('release', '--sign', '2', '--key', key);
	if (code !== 0) throw new Error(output.slice(-3000));
	return {
		content: content.path,
		out,
		first,
		second,
		run,
		put,
		verify: (site, known) =>
			run('verify', site, ...(known ? ['--key', put('known.pub', formatPublicKey(known))] : [])),
		[Symbol.dispose]() {
			content[Symbol.dispose]();
			elsewhere[Symbol.dispose]();
		},
	};
}
