import { type Counting, isGivenRecord, shownTally, tallyOf } from '../../checks/disclosure/counts.ts';
import type { RecordCollection } from '../../core/model/config.ts';
import type { Archive, ArchiveRecord } from './view.ts';

const kept = new WeakMap<Archive, Counting>();

/** How an archive shows counts in which given accounts may be. */
export function countingOf(archive: Archive): Counting {
	const known = kept.get(archive);
	if (known) return known;
	const { smallCount, roundTo } = archive.config.disclosure;
	const isExact = smallCount <= 1 && roundTo <= 1;
	const counting = { smallCount, roundTo, anyGiven: !isExact && archive.testimonies.some(isGivenRecord) };
	kept.set(archive, counting);
	return counting;
}

/**
 * How many records there are, as readers may see it.
 *
 * @param only the collection that all of them are of by their nature, if they are: reports are never given accounts
 */
export function shownCountOf(
	records: readonly ArchiveRecord[],
	archive: Archive,
	only?: RecordCollection,
): string {
	const counting = countingOf(archive);
	// Lists are long: where no count is to be hidden, none of their records needs to be looked at.
	if (!counting.anyGiven) return shownTally({ exact: records.length, given: 0 }, counting);
	return shownTally(tallyOf(records, only !== undefined && only !== 'testimonies'), counting);
}

/**
 * The records that a list by theme or organisation names: without given accounts where they are too few to be counted,
 * or the rows would tell the number that is not told. All of them stand in the list of their collection.
 */
export function listedRecords(
	records: readonly ArchiveRecord[],
	archive: Archive,
): { records: readonly ArchiveRecord[]; withholds: boolean } {
	if (!isSmall(records, archive)) return { records, withholds: false };
	return { records: records.filter((record) => !isGivenRecord(record)), withholds: true };
}

/** Whether the number of these records may not be told because given accounts among them are too few. */
export function isSmall(records: readonly ArchiveRecord[], archive: Archive): boolean {
	const { anyGiven, smallCount } = countingOf(archive);
	return anyGiven && tallyOf(records).given < smallCount;
}

/** Why given accounts may be missing from a list. */
export function withheldSentence(archive: Archive): string {
	const { smallCount } = countingOf(archive);
	return `Accounts given to this archive are listed here only where there are at least ${smallCount} of them; all of them stand in one list.`;
}

/** What counts of volunteered material can and cannot show. It stands wherever such counts are given. */
export function baseSentence(archive: Archive): string {
	const { anyGiven, roundTo } = countingOf(archive);
	const base =
		'These are counts of what this archive holds. People chose to speak, editors chose what to print, and the archive chose what to include: accounts that people volunteer do not measure how common anything is. One event may be behind several records.';
	if (!anyGiven) return base;
	return `${base} What was given to this archive is counted apart: small numbers are not told, others are rounded to ${roundTo}, each by itself.`;
}
