import { countingOf } from '../archive/publish/counting.ts';
import { dateOf } from '../archive/publish/sorting.ts';
import type { Archive, ArchiveRecord, Entry } from '../archive/publish/view.ts';
import { type Counting, NOT_SHOWN, shownParts, type Tally, tallyOf } from '../checks/disclosure/counts.ts';
import type { Coverage } from '../core/model/coverage.ts';
import { dateBounds } from '../core/values/date.ts';
import type { Organisation } from '../core/model/organisation.ts';
import { formatNumber } from '../core/text/words.ts';
import { coveredOrganisations } from './covered-organisations.ts';

/**
 * One cell of a coverage grid. An empty cell does not mean “nothing happened”: the archive may not collect there, or may
 * not be free to say how many given accounts it holds.
 */
export type Cell =
	| { kind: 'count'; text: string }
	| { kind: 'none' }
	| { kind: 'not-collected'; reason: string }
	/** `text` is the number of records other than given accounts, if there are any. */
	| { kind: 'withheld'; text: string | null };

interface GridRow {
	organisation: Entry<Organisation>;
	cells: readonly Cell[];
}

/** Organisations against years or themes. */
export interface Grid {
	columns: readonly string[];
	/** Organisations with at least one count. */
	rows: readonly GridRow[];
	/** Organisations whose cells are all the same and empty, grouped so that they are named once. */
	uniform: readonly {
		cell: Exclude<Cell, { kind: 'count' }>;
		organisations: readonly Entry<Organisation>[];
	}[];
}

/** Name of the column of records whose year is not known. */
export const NO_YEAR = 'No year';

/** For one theme: records about each organisation, by year. */
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
			reasonAt(coverage, { organisation, theme, year: column === NO_YEAR ? null : Number(column) }),
	);
}

/** For the whole archive: records about each organisation, by theme. Columns are identifiers of themes. */
export function gridOfThemes(archive: Archive): Grid | null {
	const { coverage } = archive.config;
	if (!coverage) return null;
	return gridOf(
		archive,
		archive.themes.map(({ id }) => id),
		(organisation, theme) =>
			(archive.byTheme.get(theme) ?? []).filter((record) => record.data.organisations.includes(organisation)),
		(organisation, theme) => reasonAt(coverage, { organisation, theme, year: null }),
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
		// A single small number could be computed from the others and the row’s total.
		const shown = shownParts(tallies, counting);
		return {
			organisation,
			cells: columns.map((column, place) =>
				cellOf(tallies[place] ?? NOTHING, shown[place] ?? '', gap(organisation.id, column), counting),
			),
		};
	});
	const isUniform = ({ cells: [first, ...rest] }: GridRow) =>
		first !== undefined && first.kind !== 'count' && rest.every((cell) => isSame(cell, first));
	const uniform: { cell: Exclude<Cell, { kind: 'count' }>; organisations: Entry<Organisation>[] }[] = [];
	for (const { organisation, cells } of rows.filter(isUniform)) {
		const [cell] = cells;
		if (!cell || cell.kind === 'count') continue;
		const group = uniform.find((other) => isSame(other.cell, cell));
		if (group) group.organisations.push(organisation);
		else uniform.push({ cell, organisations: [organisation] });
	}
	return { columns, rows: rows.filter((row) => !isUniform(row)), uniform };
}

const NOTHING: Tally = { exact: 0, given: 0 };

function cellOf(tally: Tally, shown: string, reason: string | null, counting: Counting): Cell {
	const isSmall = counting.anyGiven && tally.given < counting.smallCount;
	if (tally.exact === 0 && (tally.given === 0 || isSmall) && reason !== null)
		return { kind: 'not-collected', reason };
	// Where the archive holds given accounts, “none” would reveal as much as “one”: both are withheld.
	if (isSmall || shown.endsWith(NOT_SHOWN))
		return { kind: 'withheld', text: tally.exact === 0 ? null : formatNumber(tally.exact) };
	if (tally.exact + tally.given === 0) return { kind: 'none' };
	return { kind: 'count', text: shown };
}

function isSame(one: Cell, other: Cell): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** The reason why the archive does not collect for a cell; null where it does. */
function reasonAt(
	{ notCollected }: Coverage,
	{ organisation, theme, year }: { organisation: string; theme: string; year: number | null },
): string | null {
	const gap = notCollected.find(
		({ organisations, themes, from, to }) =>
			(organisations?.includes(organisation) ?? true) &&
			(themes?.includes(theme) ?? true) &&
			// A limit in time does not apply to a cell without a year.
			(year === null
				? from === undefined && to === undefined
				: year >= (from ?? -Infinity) && year <= (to ?? Infinity)),
	);
	return gap?.reason ?? null;
}

/** The year of a record: of its issue if it is official, otherwise of its first source; null if unknown. */
export function yearOf(record: ArchiveRecord): string | null {
	const date = dateOf(record);
	if (date === null) return null;
	const { first, last } = dateBounds(date);
	return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : null;
}
