import type { ArchiveConfig, Facet } from '../../model/config.ts';
import type { Account } from './accounts.ts';

/** What an account says of itself in one respect: a facet, or the organisations it is about. */
export interface Dimension {
	/** Identifier of the facet, or `organisations`. */
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

export const ORGANISATIONS = 'organisations';

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
				weight: disclosure.weights[facet.id] ?? WEIGHT,
				required: facet.required,
				identifying: facet.identifying || disclosure.quasiIdentifiers.includes(facet.id),
				sensitive: disclosure.sensitive.includes(facet.id),
				nested: true,
				valuesOf: ({ data }) => {
					const value = (data.facets as Record<string, string | undefined>)[facet.id];
					return value === undefined ? [] : [value];
				},
				ladder: (value) => ladder.get(value) ?? [value],
			};
		});
	dimensions.push({
		id: ORGANISATIONS,
		label: 'Organisations',
		weight: disclosure.weights[ORGANISATIONS] ?? ORGANISATION_WEIGHT,
		required: false,
		identifying: disclosure.organisations,
		sensitive: false,
		nested: false,
		valuesOf: ({ data }) => data.organisations,
		ladder: (value) => [value, ...broader(value)].reverse(),
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

/** Values cut down to a number of rungs of their ladders from the top; none for no rung. */
export function cut(dimension: Dimension, values: readonly string[], rungs: number): readonly string[] {
	if (rungs === 0) return [];
	const kept = values.map((value) => {
		const ladder = dimension.ladder(value);
		return ladder[Math.min(rungs, ladder.length) - 1] ?? value;
	});
	return [...new Set(kept)].sort();
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
