import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { settings } from '../core/settings.ts';
import { hostReader, type Reader } from '../integrity/host-reader.ts';
import { parsePublicKeys, type PublicKey } from '../integrity/minisign.ts';
import { folderReader, isLocal } from '../integrity/site-reader.ts';
import { IntegrityError } from '../integrity/integrity-error.ts';
import { conclusionOf, type Verdict } from '../integrity/verdict.ts';
import { verifySite } from '../integrity/verify.ts';
import { shown } from '../core/values/hidden.ts';
import { recoverOutput } from '../output/swap.ts';
import { readArguments, UsageError } from './usage.ts';

const WORDS = {
	match: 'matches',
	note: 'note',
	unproven: 'UNPROVEN',
	unsigned: 'FAILS',
	fault: 'FAILS',
} as const;

/** Verdicts that make the command exit with 1. */
const BAD: ReadonlySet<Verdict['kind']> = new Set(['unproven', 'unsigned', 'fault']);

/**
 * `verify`: checks a built site, in a folder or at a local address, and reports in plain words what matches and what does
 * not. Exits with 1 where anything fails or is unproven.
 */
export async function verify(args: string[]): Promise<void> {
	const { words, values } = readArguments(args, 1, { key: { type: 'string' } });
	const { key } = values as { key?: string };
	const reader = readerOf(words[0]);
	const known = key === undefined ? [] : readPublicKeys(key);
	const verdicts = await verifySite(reader, known);
	for (const { kind, text } of verdicts) {
		// File names may come from anyone, and a terminal obeys control characters.
		const sentence = shown(text.endsWith('.') ? text : `${text}.`);
		(BAD.has(kind) ? console.error : console.log)(`${WORDS[kind].padEnd(8)} ${sentence}`);
	}
	const faults = verdicts.filter(({ kind }) => WORDS[kind] === 'FAILS').length;
	if (faults > 0) console.error(`\n${faults === 1 ? 'One check' : `${faults} checks`} failed.`);
	else if (verdicts.some(({ kind }) => BAD.has(kind)))
		console.error(
			'\nNo contradiction found, but what is marked UNPROVEN is not signed. Compare it with a copy from elsewhere.',
		);
	else if (conclusionOf(verdicts, known.length > 0) === 'proven')
		console.log('\nEverything that can be checked here matches, and the key is the one that you gave.');
	else
		console.log(
			'\nEverything that can be checked here matches. Whoever could replace the whole site could replace its key with it: compare the key, or the sum of a release, with one that you know from elsewhere (--key <file>).',
		);
	if (verdicts.some(({ kind }) => BAD.has(kind))) process.exitCode = 1;
}

function readerOf(where: string | undefined): Reader {
	if (where !== undefined && /^https?:/.test(where)) {
		if (!URL.canParse(where)) throw new UsageError(`Invalid address “${where}”`);
		const address = new URL(where.replace(/\/?(?:[?#].*)?$/, '/'));
		if (!isLocal(address))
			throw new UsageError('Give an address on this machine, or copy the site into a folder first');
		return hostReader(address);
	}
	if (where === undefined) recoverOutput(settings().outDir);
	const folder = path.resolve(where ?? settings().outDir);
	if (!existsSync(folder))
		throw new UsageError(`No folder ${folder}. Build the site, or give another folder`);
	return folderReader(folder);
}

function readPublicKeys(file: string): PublicKey[] {
	if (!existsSync(file)) throw new UsageError(`No key at ${file}`);
	try {
		return parsePublicKeys(readFileSync(file, 'utf8'));
	} catch (error) {
		if (error instanceof IntegrityError) throw new UsageError(error.describe(file));
		throw error;
	}
}
