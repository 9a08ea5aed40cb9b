import type { Account, Case } from './accounts.ts';
import { listed, named } from './accounts.ts';
import type { Dimension } from './quasi-identifiers.ts';

/** A value of a dimension, as one key. */
export const valueKey = (dimension: string, value: string): string => `${dimension}\n${value}`;

/** How many accounts are found under each value. */
export function usage(accounts: readonly Account[], dimensions: readonly Dimension[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const account of accounts)
		for (const dimension of dimensions)
			for (const value of new Set(
				dimension.valuesOf(account).flatMap((one) => (dimension.nested ? dimension.ladder(one) : [one])),
			)) {
				const key = valueKey(dimension.id, value);
				counts.set(key, (counts.get(key) ?? 0) + 1);
			}
	return counts;
}

/**
 * AN-6: a controlled value that fewer than k given accounts have is itself a mark of those few, and is published as
 * something broader, as “other”, or not at all. Identifying values, themes among them, are left to AN-1, which is stricter. Notes that warn
 * of hard reading are only warned of: a reader's safety may weigh more.
 *
 * @returns keys of the values that were told
 */
export function checkValues(
	{ accounts, config, graveness, tell }: Case,
	dimensions: readonly Dimension[],
): ReadonlySet<string> {
	const { k } = config.disclosure;
	const rest = dimensions.filter((dimension) => !dimension.identifying);
	const counts = usage(accounts, rest);
	const told = new Set<string>();
	for (const dimension of rest) {
		const values = new Set(accounts.flatMap((account) => dimension.valuesOf(account)));
		for (const value of values) {
			const count = counts.get(valueKey(dimension.id, value)) ?? 0;
			if (count >= k) continue;
			told.add(valueKey(dimension.id, value));
			const having = accounts.filter((account) => dimension.valuesOf(account).includes(value));
			const broader = dimension
				.ladder(value)
				.filter((one) => one !== value && (counts.get(valueKey(dimension.id, one)) ?? 0) >= k)
				.at(-1);
			const other = config.facets
				.find((facet) => facet.id === dimension.id)
				?.values.find((one) => one.id === 'other' && value !== 'other')?.id;
			const to = broader ?? other;
			const isOrganisation = dimension.id === 'organisations';
			const what = isOrganisation ? 'organisations' : `facet ${dimension.id}`;
			tell(
				{ file: having[0]?.file ?? '', field: isOrganisation ? ['organisations'] : ['facets', dimension.id] },
				'AN-6',
				`Only ${count} given account(s) have ${what} “${value}”, and k is ${k}: ${named(having)}`,
				to === undefined
					? `Cheapest mend: remove ${what} of ${listed(having)}; or add a broader value to archive.yaml and use that`
					: `Cheapest mend: set ${what} of ${listed(having)} to ${to}`,
				graveness(having, k - count),
			);
		}
	}
	checkContentNotes(accounts, k, tell);
	return told;
}

function checkContentNotes(accounts: readonly Account[], k: number, tell: Case['tell']): void {
	const having = new Map<string, Account[]>();
	for (const account of accounts)
		for (const note of account.data.contentNotes) having.set(note, [...(having.get(note) ?? []), account]);
	for (const [note, few] of having) {
		const [first] = few;
		if (!first || few.length >= k) continue;
		tell(
			{ file: first.file, field: ['contentNotes', first.data.contentNotes.indexOf(note)] },
			'AN-6',
			`Only ${few.length} given account(s) have the content note “${note}”, and k is ${k}: ${named(few)}`,
			`Remove the content note from ${listed(few)}, or use a broader one that at least ${k} given accounts have`,
			'warning',
		);
	}
}
