import type { Account, Case } from './accounts.ts';
import { listed, named } from './accounts.ts';
import type { Dimension } from './dimensions.ts';
import { cheapestMend, type Class, classesOf, inWords, type Merger } from './lattice.ts';

/**
 * AN-1 and AN-2: accounts that say the same in everything identifying must be many (k), and must not all say the same
 * in anything sensitive or have the same themes (l), or finding the class is enough to learn it.
 *
 * @returns the accounts of the classes that stand, for rules that go on from there
 */
export function checkClasses(
	{ accounts, config, graveness, tell }: Case,
	dimensions: readonly Dimension[],
): ReadonlySet<Account> {
	const { k, l } = config.disclosure;
	const identifying = dimensions.filter((dimension) => dimension.identifying);
	const sensitive = dimensions.filter((dimension) => dimension.sensitive && !dimension.identifying);
	const classes = classesOf(accounts, identifying);
	const alikeIn = (members: readonly Account[]) => givenAway(members, sensitive, l);
	const isGood = (members: readonly Account[]) => members.length >= k && alikeIn(members).length === 0;
	const standing = classes.filter(({ members }) => isGood(members));
	if (standing.length < classes.length) {
		const mend = cheapestMend(classes, identifying, isGood);
		for (const one of classes) {
			const [first] = one.members;
			if (!first || isGood(one.members)) continue;
			const where = { file: first.file, field: ['facets'] };
			const advice = adviceFor(one, mend, k);
			if (one.members.length < k) {
				const alike =
					one.members.length === 1 ? 'No other account looks' : `Only ${one.members.length} accounts look`;
				const message = `${alike} like this in everything identifying (${described(one, identifying)}), and k is ${k}: ${named(one.members)}`;
				tell(where, 'AN-1', message, advice, graveness(one.members, k - one.members.length));
			} else {
				const what = alikeIn(one.members);
				const facets = sensitive.filter(({ label }) => what.includes(label));
				const cheaper = withholding(facets, one, mend, what.length === facets.length);
				const message = `The ${one.members.length} accounts that look like this (${described(one, identifying)}) have fewer than ${l} different values of ${what.join(', ')}, so that knowing the group is knowing the value: ${named(one.members)}`;
				tell(where, 'AN-2', message, cheaper ?? advice, graveness(one.members, 1));
			}
		}
	}
	return new Set(standing.flatMap(({ members }) => members));
}

/** What accounts that look alike give away: labels of sensitive facets, and themes. */
function givenAway(members: readonly Account[], sensitive: readonly Dimension[], l: number): string[] {
	const tooFew = (said: readonly string[]) => said.some(Boolean) && new Set(said).size < l;
	const facets = sensitive
		.filter((facet) => tooFew(members.map((account) => facet.valuesOf(account).join('+'))))
		.map(({ label }) => label);
	const themes = members.map(({ data }) => [...data.themes].sort().join('+'));
	return tooFew(themes) ? [...facets, 'themes'] : facets;
}

function adviceFor(one: Class, mend: readonly Merger[] | undefined, k: number): string {
	const merger = mendOf(one, mend);
	if (!merger)
		return `No generalisation mends this: hold back the account until there are at least ${k} that are alike, or withhold more`;
	return `Cheapest mend: ${inWords(merger.edits)}`;
}

function mendOf(one: Class, mend: readonly Merger[] | undefined): Merger | undefined {
	return mend?.find(({ classes }) =>
		classes.some(({ members }) => one.members.every((a) => members.includes(a))),
	);
}

/** Withholding the sensitive facets instead, where that alone is enough and loses less than merging classes. */
function withholding(
	facets: readonly Dimension[],
	one: Class,
	mend: readonly Merger[] | undefined,
	isEnough: boolean,
): string | undefined {
	if (!isEnough || facets.some((facet) => facet.required)) return undefined;
	const cost = facets.reduce((sum, { weight }) => sum + weight * one.members.length, 0);
	const merger = mendOf(one, mend);
	if (merger && merger.cost <= cost) return undefined;
	return `Cheapest mend: remove facet ${facets.map(({ id }) => id).join(', ')} of ${listed(one.members)}`;
}

function described({ values }: Class, dimensions: readonly Dimension[]): string {
	return dimensions.map(({ id }, place) => `${id}: ${values[place]?.join(', ') || 'withheld'}`).join('; ');
}
