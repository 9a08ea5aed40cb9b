import { lutimesSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Archive } from '../archive/publish/view.ts';
import { MANIFEST_FILE } from '../integrity/releases/paths.ts';

/**
 * The one time that all files of a site get. Hosts publish the time of a file as `Last-Modified`: it must not tell when
 * an account was put in or taken out, so it is the first moment of the day of the archive’s last change; of accounts
 * only the month is known. A site that differs from the last one is later than that by a second at least, so that no
 * cache and no copying program takes an old page for the present one.
 *
 * @param site folder of the new site, with its manifest
 * @param outDir folder of the last site, if there is one
 */
export function timeOfSite(archive: Archive, site: string, outDir: string): Date {
	const changed = [...archive.records, ...archive.themes].flatMap(
		({ data }) => data.changes.at(-1)?.date ?? [],
	);
	const withdrawn = archive.tombstones.map(({ month }) => month);
	const days = [...changed, ...withdrawn].map((date) => Date.parse(date)).filter(Number.isFinite);
	const day = days.reduce((latest, one) => Math.max(latest, one), 0);
	const before = statSync(path.join(outDir, MANIFEST_FILE), { throwIfNoEntry: false })?.mtimeMs;
	if (before === undefined || before < day) return new Date(day);
	const manifest = (folder: string) => readFileSync(path.join(folder, MANIFEST_FILE));
	return new Date(manifest(site).equals(manifest(outDir)) ? before : before + 1000);
}

/** Gives a folder and all that is in it one time. */
export function setTimes(folder: string, time: Date): void {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const one = path.join(folder, entry.name);
		if (entry.isDirectory()) setTimes(one, time);
		else lutimesSync(one, time, time);
	}
	lutimesSync(folder, time, time);
}
