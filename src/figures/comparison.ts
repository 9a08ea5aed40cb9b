import type { Archive, Entry } from '../archive/publish/view.ts';
import { type Figure, ORIGINS } from '../core/model/figure.ts';
import { compareFigures, type Comparison, type Field, FIELDS } from './compare.ts';
import { FIELD_WORDS } from './explain.ts';
import { figureInWords, measureLabel, periodInWords } from './words.ts';

export type FigureEntry = Entry<Figure>;

/** A table that compares figures: a row for each, a column for each field in which any two differ. */
export interface ComparisonTable {
	columns: readonly string[];
	rows: readonly { figure: FigureEntry; cells: readonly string[] }[];
	/** Reasons why they may differ, computed from their fields. */
	reasons: readonly string[];
	/** The same reasons without the values. */
	differences: readonly string[];
	/** Whether any two count the same thing and cannot both be right. */
	contradicted: boolean;
}

/** Compares a figure with those that a reader would compare it with; null where there are none. */
export function comparisonTableFor(entry: FigureEntry, archive: Archive): ComparisonTable | null {
	const others = comparableFigures(entry, archive);
	if (others.length === 0) return null;
	const comparisons = others.map((other) => compareFigures(entry.data, other.data));
	return tableOf([entry, ...others], comparisons, archive);
}

/** Compares each of several figures with all others. */
export function comparisonTable(figures: readonly FigureEntry[], archive: Archive): ComparisonTable {
	const comparisons = figures.flatMap((one, place) =>
		figures.slice(place + 1).map((other) => compareFigures(one.data, other.data)),
	);
	return tableOf(figures, comparisons, archive);
}

function tableOf(
	all: readonly FigureEntry[],
	comparisons: readonly Comparison[],
	archive: Archive,
): ComparisonTable {
	const differing = new Set(comparisons.flatMap(({ differences }) => differences.map(({ field }) => field)));
	const fields = FIELDS.filter((field) => differing.has(field) && field !== 'organisations');
	return {
		columns: fields.map((field) => FIELD_WORDS[field]),
		rows: all.map((figure) => ({ figure, cells: fields.map((field) => cell(figure.data, field, archive)) })),
		reasons: [...differing].map((field) => reason(field, all, archive)),
		differences: [...differing].map((field) => REASONS[field]),
		contradicted: comparisons.some(({ contradict }) => contradict),
	};
}

/** The figures that a reader would compare with one: named by either, near it, or against it. */
export function comparableFigures(entry: FigureEntry, archive: Archive): FigureEntry[] {
	const { id, data } = entry;
	const names = (figure: Figure) =>
		figure.relations.flatMap((relation) => (relation.kind === 'beside' ? [relation.figure] : []));
	const isNear = (other: Figure) =>
		data.measure !== undefined &&
		other.measure === data.measure &&
		other.place === data.place &&
		other.organisations.toSorted().join() === data.organisations.toSorted().join();
	return archive.figures.filter(
		(other) =>
			other.id !== id &&
			(names(data).includes(other.id) ||
				names(other.data).includes(id) ||
				(isNear(other.data) && figureInWords(other.data) !== figureInWords(data)) ||
				compareFigures(data, other.data).contradict),
	);
}

function cell(figure: Figure, field: Field, archive: Archive): string {
	switch (field) {
		case 'measure':
			return figure.measure ? measureLabel(figure.measure, archive) : 'not stated';
		case 'organisations':
			return figure.organisations.map((id) => nameOf(id, archive)).join(', ') || 'none named';
		case 'coverage':
			return figure.coverage
				? `${figure.coverage.count.value}${figure.coverage.of ? ` of ${figure.coverage.of.value}` : ''} ${figure.coverage.unit}`
				: 'not stated';
		case 'period':
			return periodInWords(figure.period);
		case 'origin':
			return ORIGINS[figure.origin];
		default:
			return figure[field] ?? 'not stated';
	}
}

const REASONS: Readonly<Record<Field, string>> = {
	measure: 'They measure different things',
	unit: 'They count different units',
	place: 'They cover different places',
	organisations: 'They are about different organisations',
	roles: 'They are of different groups of people',
	inclusion: 'They differ in what they say was counted in',
	coverage: 'They differ in how many they are from',
	period: 'They cover different times',
	population: 'They describe whom they are of in different words',
	origin: 'They were made by different hands',
};

/** `They count different units: allegations; complaints; people.` */
function reason(field: Field, all: readonly FigureEntry[], archive: Archive): string {
	const values = [...new Set(all.map(({ data }) => cell(data, field, archive)))];
	return `${REASONS[field]}: ${values.join('; ')}.`.replace(/\.\.$/, '.');
}

function nameOf(id: string, archive: Archive): string {
	const organisation = archive.organisation.get(id)?.data;
	return organisation?.shortName ?? organisation?.name ?? id;
}
