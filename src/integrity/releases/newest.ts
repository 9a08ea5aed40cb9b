/** Whether a site is the newest that there is: it cannot show that by itself, since an old copy matches itself. */
import type { Chain } from './release-chain.ts';
import { LOG_FILE } from './release-chain.ts';
import { folderName } from './log.ts';
import type { Tell } from '../verdict.ts';

/** A release that a reader knows of: by its number, or by the sum of its `SHA256SUMS`. */
export type KnownRelease = { release: number } | { sum: string };

/** Reads what a person typed: `2`, `0002`, or a sum. Undefined where it is neither. */
export function parseKnownRelease(typed: string): KnownRelease | undefined {
	const text = typed.trim().toLowerCase();
	if (/^[0-9a-f]{64}$/.test(text)) return { sum: text };
	return /^0*[1-9]\d{0,5}$/.test(text) ? { release: Number(text) } : undefined;
}

/**
 * Tells which release is the newest here and how old it is, and whether it is older than the one that is known.
 *
 * @param today the day on which it is looked at
 */
export function tellNewest(
	{ releases }: Chain,
	known: KnownRelease | undefined,
	today: Date,
	tell: Tell,
): void {
	const last = releases.at(-1)?.entry;
	const newest = last
		? `${folderName(last.release)}, of ${last.month}, ${ageOf(last.month, today)}`
		: 'none at all';
	if (known && 'release' in known) {
		if ((last?.release ?? 0) < known.release)
			tell(
				'fault',
				`${LOG_FILE} has no release ${folderName(known.release)}, which you know of; the newest here is ${newest}: this is an older copy of the site, or releases were taken away`,
			);
		else tell('match', `The newest release here is ${newest}: not older than the one that you know of.`);
		return;
	}
	const found = known && releases.find(({ entry }) => entry.sums === known.sum)?.entry;
	if (known && !found)
		tell(
			'fault',
			`${LOG_FILE} has no release with the sum that you know; the newest here is ${newest}: this is an older copy of the site, or another history`,
		);
	if (found) tell('match', `Release ${folderName(found.release)} has the sum that you know.`);
	if (!last || (known && !found)) return;
	tell(
		'note',
		`The newest release here is ${newest}. An old copy of a whole site matches itself: compare this number with the newest that you know of.`,
	);
}

/** How long ago a month was, in months. */
function ageOf(month: string, today: Date): string {
	const [year = 0, number = 0] = month.split('-').map(Number);
	const months = (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() + 1 - number;
	if (months < 0) return 'a month that has not come yet';
	if (months === 0) return 'this month';
	return months === 1 ? 'a month ago' : `${months} months ago`;
}
