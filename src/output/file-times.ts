import { lutimesSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Archive } from '../archive/publish/view.ts';
import { MANIFEST_FILE } from '../integrity/releases/paths.ts';

/**
 * The single modification time of all files of a site. Hosts publish it as `Last-Modified`, and it must not reveal
 * when an account was added or removed, so it is midnight on the day of the archive’s last change; for accounts only
 * the month is known. A site that differs from the previous one is at least a second later, so that caches and
 * copying programs do not mistake an old page for the current one.
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

/** Sets the modification time of a folder and everything in it. */
export function setTimes(folder: string, time: Date): void {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const one = path.join(folder, entry.name);
		if (entry.isDirectory()) setTimes(one, time);
		else lutimesSync(one, time, time);
	}
	lutimesSync(folder, time, time);
}
