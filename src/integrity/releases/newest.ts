/** Checks whether a site is current. It cannot prove that by itself, since an old copy is consistent too. */
import type { Report } from '../verdict.ts';
import { folderName, LOG_FILE } from './log.ts';
import type { Chain } from './release-chain.ts';

/** A release that the reader knows of, by its number or the checksum of its `SHA256SUMS`. */
export type KnownRelease = { release: number } | { sum: string };

/** Parses user input: `2`, `0002` or a checksum. Undefined if it is neither. */
export function parseKnownRelease(typed: string): KnownRelease | undefined {
	const text = typed.trim().toLowerCase();
	if (/^[0-9a-f]{64}$/.test(text)) return { sum: text };
	return /^0*[1-9]\d{0,5}$/.test(text) ? { release: Number(text) } : undefined;
}

/** Reports the newest release of the site, its age, and whether it is older than the known one. */
export function reportNewest(
	{ releases }: Chain,
	known: KnownRelease | undefined,
	today: Date,
	report: Report,
): void {
	const last = releases.at(-1)?.entry;
	const newest = last
		? `${folderName(last.release)}, of ${last.month}, ${ageOf(last.month, today)}`
		: 'none at all';
	if (known && 'release' in known) {
		if ((last?.release ?? 0) < known.release)
			report(
				'fault',
				`${LOG_FILE} has no release ${folderName(known.release)}, which you know of; the newest here is ${newest}: this is an older copy of the site, or releases were removed`,
			);
		else report('match', `The newest release here is ${newest}: not older than the one that you know of.`);
		return;
	}
	const found = known && releases.find(({ entry }) => entry.sums === known.sum)?.entry;
	if (known && !found)
		report(
			'fault',
			`${LOG_FILE} has no release with the checksum that you know; the newest here is ${newest}: this is an older copy of the site, or another history`,
		);
	if (found) report('match', `Release ${folderName(found.release)} has the checksum that you know.`);
	if (!last || (known && !found)) return;
	report(
		'note',
		`The newest release here is ${newest}. An old copy of a whole site is consistent too, so compare this number with the newest that you know of.`,
	);
}

/** The age of a month, in words. */
function ageOf(month: string, today: Date): string {
	const [year = 0, number = 0] = month.split('-').map(Number);
	const months = (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() + 1 - number;
	if (months < 0) return 'in the future';
	if (months === 0) return 'this month';
	return months === 1 ? 'a month ago' : `${months} months ago`;
}
