import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { getArchive } from '../archive/load-archive.ts';
import { settings } from '../core/settings.ts';
import { writeBag } from '../integrity/bag.ts';
import { readChain } from '../integrity/releases/release-chain.ts';
import { folderName } from '../integrity/releases/log.ts';
import { folderReader } from '../integrity/site-reader.ts';
import { verifySite } from '../integrity/verify.ts';
import { recoverOutput } from '../output/swap.ts';
import { checkedArchive } from './check.ts';
import { readArguments, UsageError } from './usage.ts';

/** `export bag`: writes the built site as a BagIt bag, which libraries and archives take in and can check. */
export async function exportBag(args: string[]): Promise<void> {
	const { words } = readArguments(args, 2);
	const [kind, where] = words;
	if (kind !== 'bag') throw new UsageError(kind ? `“${kind}” is nothing to export` : 'Say what to export');
	if (!where) throw new UsageError('Name the folder to write');
	const bag = path.resolve(where);
	const { outDir, content, site, base, hasAddress } = settings();
	recoverOutput(outDir);
	if (existsSync(bag)) throw new UsageError(`${bag} is there already: name a folder that is not`);
	if (!existsSync(path.dirname(bag))) throw new UsageError(`There is no folder ${path.dirname(bag)}`);
	if (!existsSync(outDir)) throw new UsageError(`There is no folder ${outDir}: build the site first`);
	const parent = realpathSync(path.dirname(bag));
	for (const folder of [outDir, content])
		if (`${parent}/`.startsWith(`${realpathSync(folder)}/`))
			throw new UsageError(`${bag} lies in ${folder}: name a folder elsewhere`);

	if (!(await checkedArchive())) return;
	const reader = folderReader(outDir);
	const faults = (await verifySite(reader)).filter((verdict) => verdict.kind === 'fault');
	if (faults.length > 0) {
		for (const fault of faults) console.error(`${fault.text}.`);
		console.error(`\nThe site in ${outDir} is not as it was built: build it anew.`);
		process.exitCode = 1;
		return;
	}
	const { config } = await getArchive();
	const last = (await readChain(reader)).releases.at(-1)?.entry;
	const count = writeBag(outDir, bag, {
		title: config.name,
		description: config.description,
		publisher: config.publisher,
		address: hasAddress ? site + base : undefined,
		release: last ? { name: folderName(last.release), month: last.month } : null,
	});
	console.log(`The bag with ${count} files is in ${bag}`);
}
