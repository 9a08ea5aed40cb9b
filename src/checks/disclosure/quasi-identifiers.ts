import type { ArchiveConfig, Facet } from '../../core/model/config.ts';
import type { Account } from './accounts.ts';
import { lookup } from '../../core/values/lookup.ts';

/** One respect in which accounts are described: a facet, their organisations or their themes. */
export interface Dimension {
	/** Identifier of the facet, or `organisations`, or `themes`. */
	id: string;
	label: string;
	/** Information loss if one account gives it up. */
	weight: number;
	/** Whether every account must have a value. */
	required: boolean;
	/** Whether it is a quasi-identifier: it can help to identify the person. */
	identifying: boolean;
	/** Whether an equivalence class must be diverse in it. */
	sensitive: boolean;
	/** Whether a filter by a broad value also finds narrower ones. */
	nested: boolean;
	valuesOf: (account: Account) => readonly string[];
	/** The generalisation hierarchy of a value, broadest first, ending in the value itself. */
	hierarchy: (value: string) => readonly string[];
}

/** Weight of a dimension for which `archive.yaml` gives none. */
const WEIGHT = 1;
/** Most readers look for accounts of an organisation. */
const ORGANISATION_WEIGHT = 2;
/** Readers find accounts by themes. */
const THEME_WEIGHT = 2;

export const ORGANISATIONS = 'organisations';
export const THEMES = 'themes';

/**
 * All dimensions of given accounts.
 *
 * @param broader the broader organisations of one, the nearest first
 */
export function dimensionsOf(config: ArchiveConfig, broader: (id: string) => readonly string[]): Dimension[] {
	const { disclosure, facets } = config;
	const dimensions = facets
		.filter((facet) => facet.collections.includes('testimonies'))
		.map((facet): Dimension => {
			const hierarchy = hierarchiesOf(facet);
			return {
				id: facet.id,
				label: facet.label,
				weight: lookup(disclosure.weights, facet.id) ?? WEIGHT,
				required: facet.required,
				identifying: facet.identifying || disclosure.quasiIdentifiers.includes(facet.id),
				sensitive: disclosure.sensitive.includes(facet.id),
				nested: true,
				valuesOf: ({ data }) => {
					const value = lookup(data.facets as Record<string, string | undefined>, facet.id);
					return value === undefined ? [] : [value];
				},
				hierarchy: (value) => hierarchy.get(value) ?? [value],
			};
		});
	dimensions.push({
		id: ORGANISATIONS,
		label: 'Organisations',
		weight: lookup(disclosure.weights, ORGANISATIONS) ?? ORGANISATION_WEIGHT,
		required: false,
		identifying: disclosure.organisations,
		sensitive: false,
		nested: false,
		valuesOf: ({ data }) => data.organisations,
		hierarchy: (value) => [value, ...broader(value)].reverse(),
	});
	// Someone who was there knows which themes fit and which do not, so accounts are alike only where all of their themes
	// are. That covers a reader who knows only one of them: knowing less leaves more accounts.
	dimensions.push({
		id: THEMES,
		label: 'Themes',
		weight: lookup(disclosure.weights, THEMES) ?? THEME_WEIGHT,
		required: true,
		identifying: true,
		sensitive: false,
		nested: false,
		valuesOf: ({ data }) => data.themes,
		hierarchy: (value) => [value],
	});
	return dimensions;
}

function hierarchiesOf(facet: Facet): Map<string, readonly string[]> {
	const parents = new Map(facet.values.map((value) => [value.id, value.parent]));
	return new Map(
		facet.values.map(({ id }) => {
			const hierarchy = [id];
			// The schema refuses values that are their own parents.
			for (let above = parents.get(id); above !== undefined; above = parents.get(above))
				hierarchy.unshift(above);
			return [id, hierarchy];
		}),
	);
}

/** Maps an account's values of a dimension to more general ones. */
export type Generalisation = (values: readonly string[]) => readonly string[];

/**
 * The generalisations of a dimension, the coarsest first; the last changes nothing. A value is replaced by a broader one,
 * or withheld. Themes have no broader ones and every account needs one, so that some of them are left out.
 *
 * @param all values of each class
 * @param unsafe values of the unsafe classes
 */
export function generalisationsOf(
	dimension: Dimension,
	all: readonly (readonly string[])[],
	unsafe: readonly (readonly string[])[],
): Generalisation[] {
	if (dimension.id === THEMES) return themeGeneralisations(all, unsafe);
	const tallest = Math.max(0, ...all.flat().map((value) => dimension.hierarchy(value).length));
	const least = dimension.required ? Math.min(1, tallest) : 0;
	return Array.from(
		{ length: tallest - least + 1 },
		(_, n): Generalisation =>
			(values) =>
				generaliseTo(dimension, values, least + n),
	);
}

/**
 * For classes with the same themes, every subset of them: accounts with more leave the rest out. For others, the most
 * common themes of each account, up to a number.
 */
function themeGeneralisations(
	all: readonly (readonly string[])[],
	unsafe: readonly (readonly string[])[],
): Generalisation[] {
	const [first = []] = unsafe;
	if (unsafe.every((themes) => themes.join() === first.join()))
		return subsetsOf(first).map(
			(part): Generalisation =>
				(themes) =>
					part.every((theme) => themes.includes(theme)) ? part : themes,
		);
	const counts = new Map<string, number>();
	for (const theme of all.flat()) counts.set(theme, (counts.get(theme) ?? 0) + 1);
	const common = (a: string, b: string) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);
	const most = Math.max(1, ...all.map(({ length }) => length));
	return Array.from(
		{ length: most },
		(_, n): Generalisation =>
			(themes) =>
				[...themes]
					.sort(common)
					.slice(0, n + 1)
					.sort(),
	);
}

/** Every non-empty subset of a list, the smallest first. */
function subsetsOf(list: readonly string[]): string[][] {
	const parts = Array.from({ length: 2 ** list.length - 1 }, (_, n) =>
		list.filter((_, place) => ((n + 1) >> place) & 1),
	);
	return parts.sort((a, b) => a.length - b.length);
}

/** Values generalised to a level of their hierarchies, counted from the top; none for level 0. */
function generaliseTo(dimension: Dimension, values: readonly string[], level: number): readonly string[] {
	if (level === 0) return [];
	const broader = values.map((value) => {
		const hierarchy = dimension.hierarchy(value);
		return hierarchy[Math.min(level, hierarchy.length) - 1] ?? value;
	});
	return [...new Set(broader)].sort();
}

/** Information loss of one account: the weight times the share that is lost. */
export function generalisationCost(
	dimension: Dimension,
	from: readonly string[],
	to: readonly string[],
): number {
	if (from.length === 0) return 0;
	if (dimension.id === THEMES) return (dimension.weight * (from.length - to.length)) / from.length;
	const level = to.length === 0 ? 0 : Math.max(...to.map((value) => dimension.hierarchy(value).length));
	return dimension.weight * informationLoss(dimension, from, level);
}

/** The share of information lost when values are generalised to a level: 0 for none, 1 for all. */
export function informationLoss(dimension: Dimension, values: readonly string[], level: number): number {
	if (values.length === 0) return 0;
	const parts = values.map((value) => {
		const { length } = dimension.hierarchy(value);
		return (length - Math.min(level, length)) / length;
	});
	return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
