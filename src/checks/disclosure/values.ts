import type { Account, DisclosureContext } from './accounts.ts';
import { listed, named } from './accounts.ts';
import type { Dimension } from './quasi-identifiers.ts';

/** Key of a value of a dimension. */
export const valueKey = (dimension: string, value: string): string => `${dimension}\n${value}`;

/** How many accounts have each value, or a narrower one. */
export function usage(accounts: readonly Account[], dimensions: readonly Dimension[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const account of accounts)
		for (const dimension of dimensions)
			for (const value of new Set(
				dimension.valuesOf(account).flatMap((one) => (dimension.nested ? dimension.hierarchy(one) : [one])),
			)) {
				const key = valueKey(dimension.id, value);
				counts.set(key, (counts.get(key) ?? 0) + 1);
			}
	return counts;
}

/**
 * AN-6: a controlled value that fewer than k given accounts have marks those few, and is published as something broader,
 * as “other”, or not at all. Quasi-identifiers are left to AN-1, which is stricter. Rare content notes are only a
 * warning, since a reader's safety may matter more.
 *
 * @returns keys of the reported values
 */
export function checkValues(
	{ accounts, config, severityOf, report }: DisclosureContext,
	dimensions: readonly Dimension[],
): ReadonlySet<string> {
	const { k } = config.disclosure;
	const rest = dimensions.filter((dimension) => !dimension.identifying);
	const counts = usage(accounts, rest);
	const reported = new Set<string>();
	for (const dimension of rest) {
		const values = new Set(accounts.flatMap((account) => dimension.valuesOf(account)));
		for (const value of values) {
			const count = counts.get(valueKey(dimension.id, value)) ?? 0;
			if (count >= k) continue;
			reported.add(valueKey(dimension.id, value));
			const having = accounts.filter((account) => dimension.valuesOf(account).includes(value));
			const broader = dimension
				.hierarchy(value)
				.filter((one) => one !== value && (counts.get(valueKey(dimension.id, one)) ?? 0) >= k)
				.at(-1);
			const other = config.facets
				.find((facet) => facet.id === dimension.id)
				?.values.find((one) => one.id === 'other' && value !== 'other')?.id;
			const to = broader ?? other;
			const isOrganisation = dimension.id === 'organisations';
			const what = isOrganisation ? 'organisations' : `facet ${dimension.id}`;
			report(
				{ file: having[0]?.file ?? '', field: isOrganisation ? ['organisations'] : ['facets', dimension.id] },
				'AN-6',
				`Only ${count} given account(s) have ${what} “${value}”, and k is ${k}: ${named(having)}`,
				to === undefined
					? `Least-loss edit: remove ${what} of ${listed(having)}; or add a broader value to archive.yaml and use that`
					: `Least-loss edit: set ${what} of ${listed(having)} to ${to}`,
				severityOf(having, k - count),
			);
		}
	}
	checkContentNotes(accounts, k, report);
	return reported;
}

function checkContentNotes(
	accounts: readonly Account[],
	k: number,
	report: DisclosureContext['report'],
): void {
	const having = new Map<string, Account[]>();
	for (const account of accounts)
		for (const note of account.data.contentNotes) having.set(note, [...(having.get(note) ?? []), account]);
	for (const [note, few] of having) {
		const [first] = few;
		if (!first || few.length >= k) continue;
		report(
			{ file: first.file, field: ['contentNotes', first.data.contentNotes.indexOf(note)] },
			'AN-6',
			`Only ${few.length} given account(s) have the content note “${note}”, and k is ${k}: ${named(few)}`,
			`Remove the content note from ${listed(few)}, or use a broader one that at least ${k} given accounts have`,
			'warning',
		);
	}
}
