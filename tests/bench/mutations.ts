import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArchive } from '../../src/archive/read/read.ts';
import { mutilated, randomFrom, wholeArchive } from '../support/mutations.ts';
import { faultsOf } from '../support/reading-faults.ts';

/**
 * Checks archives that were mutilated, and prints every seed for which the check ended, took long, or told a problem
 * without its place.
 *
 * @param folder that the archives are written to
 * @param slow after how many seconds of CPU a check is told
 */
export async function measureMutations(folder: string, count: number, slow = 2): Promise<void> {
	const archive = wholeArchive();
	let faults = 0;
	let longest = 0;
	for (let seed = 1; seed <= count; seed++) {
		const files = mutilated(archive, randomFrom(seed));
		for (const [file, text] of Object.entries(files)) {
			const place = path.join(folder, file);
			mkdirSync(path.dirname(place), { recursive: true });
			writeFileSync(place, text);
		}
		const before = process.cpuUsage();
		const told = await faultsOf(() => readArchive(folder), files);
		const { user, system } = process.cpuUsage(before);
		const seconds = (user + system) / 1e6;
		longest = Math.max(longest, seconds);
		if (seconds > slow) told.push(`took ${seconds.toFixed(1)} s of CPU`);
		if (told.length > 0) console.log(`seed ${seed}: ${told.join('; ')}`);
		faults += told.length > 0 ? 1 : 0;
	}
	rmSync(folder, { recursive: true, force: true });
	console.log(
		`${count} mutilated archives: ${faults} with faults; the longest check took ${longest.toFixed(1)} s of CPU`,
	);
	if (faults > 0) process.exitCode = 1;
}
