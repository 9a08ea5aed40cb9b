import { countingOf } from '../archive/publish/counting.ts';
import { dateOf } from '../archive/publish/sorting.ts';
import type { Archive, ArchiveRecord, Entry } from '../archive/publish/view.ts';
import { type Counting, NOT_SHOWN, shownParts, type Tally, tallyOf } from '../checks/disclosure/counts.ts';
import type { Coverage } from '../core/model/coverage.ts';
import { dateBounds } from '../core/values/date.ts';
import type { Organisation } from '../core/model/organisation.ts';
import { coveredOrganisations } from './covered.ts';

/**
 * One place in a grid. An empty place must not be read as “nothing happened”: the archive may not have looked there, or
 * may not be free to say how many given accounts it holds.
 */
export type Cell =
	| { kind: 'count'; text: string }
	| { kind: 'none' }
	| { kind: 'not-collected'; reason: string }
	/** `text` is the number of records that are not given accounts, where there are any. */
	| { kind: 'withheld'; text: string | null };

export interface GridRow {
	organisation: Entry<Organisation>;
	cells: readonly Cell[];
}

/** Organisations against years or themes. */
export interface Grid {
	columns: readonly string[];
	/** Organisations with something to tell of. */
	rows: readonly GridRow[];
	/** Those whose every place is alike and empty: naming them once says the same. */
	alike: readonly { cell: Exclude<Cell, { kind: 'count' }>; organisations: readonly Entry<Organisation>[] }[];
}

/** Name of the column of records whose year is not known. */
export const NO_YEAR = 'No year';

/** For a theme: how many records there are about each organisation, by the year that they are from. */
export function gridOfYears(theme: string, archive: Archive): Grid | null {
	const { coverage } = archive.config;
	if (!coverage) return null;
	const records = archive.byTheme.get(theme) ?? [];
	const years = Array.from({ length: coverage.to - coverage.from + 1 }, (_, index) =>
		String(coverage.from + index),
	);
	const columnOf = (record: ArchiveRecord) => {
		const year = yearOf(record);
		return year !== null && years.includes(year) ? year : NO_YEAR;
	};
	const hasOthers = records.some((record) => columnOf(record) === NO_YEAR);
	const columns = hasOthers ? [...years, NO_YEAR] : years;
	return gridOf(
		archive,
		columns,
		(organisation, column) =>
			records.filter(
				(record) => record.data.organisations.includes(organisation) && columnOf(record) === column,
			),
		(organisation, column) =>
			gapAt(coverage, { organisation, theme, year: column === NO_YEAR ? null : Number(column) }),
	);
}

/** For the whole archive: how many records there are about each organisation, by theme. Columns are themes’ names. */
export function gridOfThemes(archive: Archive): Grid | null {
	const { coverage } = archive.config;
	if (!coverage) return null;
	return gridOf(
		archive,
		archive.themes.map(({ id }) => id),
		(organisation, theme) =>
			(archive.byTheme.get(theme) ?? []).filter((record) => record.data.organisations.includes(organisation)),
		(organisation, theme) => gapAt(coverage, { organisation, theme, year: null }),
	);
}

function gridOf(
	archive: Archive,
	columns: readonly string[],
	recordsAt: (organisation: string, column: string) => readonly ArchiveRecord[],
	gap: (organisation: string, column: string) => string | null,
): Grid {
	const counting = countingOf(archive);
	const rows = coveredOrganisations(archive).map((organisation): GridRow => {
		const tallies = columns.map((column) => tallyOf(recordsAt(organisation.id, column)));
		// One small number in a row could be had from the others and the row’s sum.
		const shown = shownParts(tallies, counting);
		return {
			organisation,
			cells: columns.map((column, place) =>
				cellOf(tallies[place] ?? NOTHING, shown[place] ?? '', gap(organisation.id, column), counting),
			),
		};
	});
	const isAlike = ({ cells: [first, ...rest] }: GridRow) =>
		first !== undefined && first.kind !== 'count' && rest.every((cell) => isSame(cell, first));
	const alike: { cell: Exclude<Cell, { kind: 'count' }>; organisations: Entry<Organisation>[] }[] = [];
	for (const { organisation, cells } of rows.filter(isAlike)) {
		const [cell] = cells;
		if (!cell || cell.kind === 'count') continue;
		const group = alike.find((other) => isSame(other.cell, cell));
		if (group) group.organisations.push(organisation);
		else alike.push({ cell, organisations: [organisation] });
	}
	return { columns, rows: rows.filter((row) => !isAlike(row)), alike };
}

const NOTHING: Tally = { exact: 0, given: 0 };

function cellOf(tally: Tally, shown: string, reason: string | null, counting: Counting): Cell {
	const isSmall = counting.anyGiven && tally.given < counting.smallCount;
	if (tally.exact === 0 && (tally.given === 0 || isSmall) && reason !== null)
		return { kind: 'not-collected', reason };
	// Where given accounts are kept, “none” would tell as much as “one”: both are withheld.
	if (isSmall || shown.endsWith(NOT_SHOWN))
		return { kind: 'withheld', text: tally.exact === 0 ? null : tally.exact.toLocaleString('en-GB') };
	if (tally.exact + tally.given === 0) return { kind: 'none' };
	return { kind: 'count', text: shown };
}

function isSame(one: Cell, other: Cell): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** Why the archive does not look in a place; null where it does. */
function gapAt(
	{ notCollected }: Coverage,
	{ organisation, theme, year }: { organisation: string; theme: string; year: number | null },
): string | null {
	const gap = notCollected.find(
		({ organisations, themes, from, to }) =>
			(organisations?.includes(organisation) ?? true) &&
			(themes?.includes(theme) ?? true) &&
			// A limit in time says nothing of a place that is not of one year.
			(year === null
				? from === undefined && to === undefined
				: year >= (from ?? -Infinity) && year <= (to ?? Infinity)),
	);
	return gap?.reason ?? null;
}

/** The year that a record is from: of its issue if it is official, else of its first source; null if not known. */
export function yearOf(record: ArchiveRecord): string | null {
	const date = dateOf(record);
	if (date === null) return null;
	const { first, last } = dateBounds(date);
	return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : null;
}
