import type { Archive } from '../archive/view.ts';
import { compareFigures, type Field, FIELDS } from '../figures/compare.ts';
import { FIELD_WORDS } from '../figures/tell.ts';
import { type Figure, ORIGINS } from '../model/figure.ts';
import { type FigureEntry, figureLink, headlineOf, measureLabel, periodInWords } from './figure-view.ts';
import { type Link, sentenceCase, shortName } from './labels.ts';

/** Figures side by side: one row each, one column for each thing in which any two of them differ. */
export interface Beside {
	columns: readonly string[];
	rows: readonly { link: Link; headline: string; cells: readonly string[]; isThis: boolean }[];
	/** Why they may differ, computed from what they say of themselves. */
	reasons: readonly string[];
	/** Whether any of them counts the same thing as this one and cannot be right beside it. */
	contradicted: boolean;
}

/** Sets a figure beside those that a reader would compare it with; null where there are none. */
export function besideOf(entry: FigureEntry, archive: Archive): Beside | null {
	const others = figuresBeside(entry, archive);
	if (others.length === 0) return null;
	const all = [entry, ...others];
	const comparisons = others.map((other) => compareFigures(entry.data, other.data));
	const differing = new Set(comparisons.flatMap(({ differences }) => differences.map(({ field }) => field)));
	const fields = FIELDS.filter((field) => differing.has(field) && field !== 'organisations');
	return {
		columns: fields.map((field) => FIELD_WORDS[field]),
		rows: all.map((one) => ({
			link: figureLink(one),
			headline: headlineOf(one.data),
			cells: fields.map((field) => cell(one.data, field, archive)),
			isThis: one === entry,
		})),
		reasons: [...differing].map((field) => reason(field, all, archive)),
		contradicted: comparisons.some(({ contradict }) => contradict),
	};
}

/** The figures that a reader would compare with one: named by either, near it, or against it. */
function figuresBeside(entry: FigureEntry, archive: Archive): FigureEntry[] {
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
				(isNear(other.data) && headlineOf(other.data) !== headlineOf(data)) ||
				compareFigures(data, other.data).contradict),
	);
}

function cell(figure: Figure, field: Field, archive: Archive): string {
	switch (field) {
		case 'measure':
			return figure.measure ? measureLabel(figure.measure, archive) : 'not stated';
		case 'organisations':
			return figure.organisations.map((id) => shortName(id, archive)).join(', ') || 'none named';
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

/** Figures by what they are listed under, in the order of the archive’s lists. */
export interface FigureGroup {
	id: string;
	label: string;
	figures: readonly FigureEntry[];
}

export const ORDERS = ['measure', 'theme', 'organisation'] as const;
export type Order = (typeof ORDERS)[number];

/** Sorts the figures into groups. A figure may be of several themes and organisations; one of none comes last. */
export function figureGroups(order: Order, archive: Archive): FigureGroup[] {
	const { figures, config, themes, organisations, record } = archive;
	const keys: Record<Order, (entry: FigureEntry) => readonly string[]> = {
		measure: ({ data }) => (data.measure ? [data.measure] : []),
		theme: ({ data }) => record.get(data.record)?.data.themes ?? [],
		organisation: ({ data }) => data.organisations,
	};
	const lists: Record<Order, readonly { id: string; label: string }[]> = {
		measure: config.measures,
		theme: themes.map(({ id, data }) => ({ id, label: data.label })),
		organisation: organisations.map(({ id, data }) => ({ id, label: data.name })),
	};
	const of = keys[order];
	const groups = lists[order].map(({ id, label }) => ({
		id,
		label,
		figures: figures.filter((entry) => of(entry).includes(id)),
	}));
	const rest = figures.filter((entry) => of(entry).length === 0);
	const last = {
		id: 'others',
		label: order === 'organisation' ? 'No one organisation' : sentenceCase('others'),
		figures: rest,
	};
	return [...groups, last].filter((group) => group.figures.length > 0);
}
