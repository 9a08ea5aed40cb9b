import type { ArchiveConfig, Facet } from '../../core/model/config.ts';
import type { Account } from './accounts.ts';
import { lookup } from '../../core/values/lookup.ts';

/** What an account says of itself in one respect: a facet, the organisations it is about, or its themes. */
export interface Dimension {
	/** Identifier of the facet, or `organisations`, or `themes`. */
	id: string;
	label: string;
	/** What it costs to give it up altogether, for one account. */
	weight: number;
	/** Whether every account must have a value. */
	required: boolean;
	/** Whether it can help to tell who the person is. */
	identifying: boolean;
	/** Whether it must not be given away for all accounts that look alike. */
	sensitive: boolean;
	/** Whether asking for a broad value also finds the narrower ones. */
	nested: boolean;
	valuesOf: (account: Account) => readonly string[];
	/** A value and the broader ones that it belongs to, the broadest first. */
	ladder: (value: string) => readonly string[];
}

/** What it costs to give up a dimension where `archive.yaml` says nothing else. */
const WEIGHT = 1;
/** Who the account is about is what most readers come for. */
const ORGANISATION_WEIGHT = 2;
/** Themes are what readers find accounts by. */
const THEME_WEIGHT = 2;

export const ORGANISATIONS = 'organisations';
export const THEMES = 'themes';

/**
 * All respects in which given accounts are described by values.
 *
 * @param broader the broader organisations of one, the nearest first
 */
export function dimensionsOf(config: ArchiveConfig, broader: (id: string) => readonly string[]): Dimension[] {
	const { disclosure, facets } = config;
	const dimensions = facets
		.filter((facet) => facet.collections.includes('testimonies'))
		.map((facet): Dimension => {
			const ladder = laddersOf(facet);
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
				ladder: (value) => ladder.get(value) ?? [value],
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
		ladder: (value) => [value, ...broader(value)].reverse(),
	});
	// Whoever is accused knows what happened, and so knows both which themes fit and which do not: accounts are alike
	// only where all of their themes are. That covers a reader who knows but one of them, since whoever knows less is
	// left with more accounts.
	dimensions.push({
		id: THEMES,
		label: 'Themes',
		weight: lookup(disclosure.weights, THEMES) ?? THEME_WEIGHT,
		required: true,
		identifying: true,
		sensitive: false,
		nested: false,
		valuesOf: ({ data }) => data.themes,
		ladder: (value) => [value],
	});
	return dimensions;
}

function laddersOf(facet: Facet): Map<string, readonly string[]> {
	const parents = new Map(facet.values.map((value) => [value.id, value.parent]));
	return new Map(
		facet.values.map(({ id }) => {
			const ladder = [id];
			// The schema refuses values that are their own parents.
			for (let above = parents.get(id); above !== undefined; above = parents.get(above))
				ladder.unshift(above);
			return [id, ladder];
		}),
	);
}

/** One way of saying less in a dimension: what is left of an account's values. */
export type Cut = (values: readonly string[]) => readonly string[];

/**
 * The ways in which a dimension can say less, the coarsest first; the last leaves all as it is. A value is replaced by a
 * broader one, or withheld. Themes have no broader ones, and an account has at least one: some of them are left out.
 *
 * @param all what each class says
 * @param bad what the classes say that are to be mended
 */
export function cutsOf(
	dimension: Dimension,
	all: readonly (readonly string[])[],
	bad: readonly (readonly string[])[],
): Cut[] {
	if (dimension.id === THEMES) return themeCuts(all, bad);
	const tallest = Math.max(0, ...all.flat().map((value) => dimension.ladder(value).length));
	const least = dimension.required ? Math.min(1, tallest) : 0;
	return Array.from(
		{ length: tallest - least + 1 },
		(_, n): Cut =>
			(values) =>
				cut(dimension, values, least + n),
	);
}

/**
 * For classes with the same themes, every part of those themes: whoever has more leaves the rest out. For others, so many
 * of each account's themes as are most common.
 */
function themeCuts(all: readonly (readonly string[])[], bad: readonly (readonly string[])[]): Cut[] {
	const [first = []] = bad;
	if (bad.every((themes) => themes.join() === first.join()))
		return partsOf(first).map(
			(part): Cut =>
				(themes) =>
					part.every((theme) => themes.includes(theme)) ? part : themes,
		);
	const counts = new Map<string, number>();
	for (const theme of all.flat()) counts.set(theme, (counts.get(theme) ?? 0) + 1);
	const common = (a: string, b: string) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);
	const most = Math.max(1, ...all.map(({ length }) => length));
	return Array.from(
		{ length: most },
		(_, n): Cut =>
			(themes) =>
				[...themes]
					.sort(common)
					.slice(0, n + 1)
					.sort(),
	);
}

/** Every part of a list but the empty one, the smallest first. */
function partsOf(list: readonly string[]): string[][] {
	const parts = Array.from({ length: 2 ** list.length - 1 }, (_, n) =>
		list.filter((_, place) => ((n + 1) >> place) & 1),
	);
	return parts.sort((a, b) => a.length - b.length);
}

/** Values cut down to a number of rungs of their ladders from the top; none for no rung. */
function cut(dimension: Dimension, values: readonly string[], rungs: number): readonly string[] {
	if (rungs === 0) return [];
	const kept = values.map((value) => {
		const ladder = dimension.ladder(value);
		return ladder[Math.min(rungs, ladder.length) - 1] ?? value;
	});
	return [...new Set(kept)].sort();
}

/** What it costs one account to say something less: the weight times the part that is lost. */
export function costOfCut(dimension: Dimension, from: readonly string[], to: readonly string[]): number {
	if (from.length === 0) return 0;
	if (dimension.id === THEMES) return (dimension.weight * (from.length - to.length)) / from.length;
	const rungs = to.length === 0 ? 0 : Math.max(...to.map((value) => dimension.ladder(value).length));
	return dimension.weight * loss(dimension, from, rungs);
}

/** The part of what values say that is lost when they are cut down: 0 for nothing, 1 for all. */
export function loss(dimension: Dimension, values: readonly string[], rungs: number): number {
	if (values.length === 0) return 0;
	const parts = values.map((value) => {
		const { length } = dimension.ladder(value);
		return (length - Math.min(rungs, length)) / length;
	});
	return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
