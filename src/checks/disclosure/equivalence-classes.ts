import type { Account, Case } from './accounts.ts';
import { listed, named } from './accounts.ts';
import type { Dimension } from './quasi-identifiers.ts';
import { cheapestMend, type Class, classesOf, inWords, type Merger } from './generalisation.ts';

/**
 * AN-1 and AN-2: accounts that say the same in everything identifying, themes among it, must be many (k), and must not
 * all say the same in anything sensitive (l), or finding the class is enough to learn it.
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
		const varied = cheapestMend(classes, identifying, isGood);
		// Where nothing makes a class varied enough, it is made large enough, and what is sensitive is withheld next.
		const isCovered = classes.every(({ members }) => isGood(members) || mendOf(members, varied));
		const large = isCovered ? [] : cheapestMend(classes, identifying, (members) => members.length >= k);
		for (const one of classes) {
			const [first] = one.members;
			if (!first || isGood(one.members)) continue;
			const where = { file: first.file, field: ['facets'] };
			const merger = mendOf(one.members, varied) ?? mendOf(one.members, large);
			const advice = adviceFor(one, merger, k);
			if (one.members.length < k) {
				const alike =
					one.members.length === 1 ? 'No other account looks' : `Only ${one.members.length} accounts look`;
				const message = `${alike} like this in everything identifying (${described(one, identifying)}), and k is ${k}: ${named(one.members)}`;
				tell(where, 'AN-1', message, advice, graveness(one.members, k - one.members.length));
			} else {
				const facets = alikeIn(one.members);
				const what = facets.map(({ label }) => label);
				const cheaper = withholding(facets, one, merger);
				const message = `The ${one.members.length} accounts that look like this (${described(one, identifying)}) have fewer than ${l} different values of ${what.join(', ')}, so that knowing the group is knowing the value: ${named(one.members)}`;
				tell(where, 'AN-2', message, cheaper ?? advice, graveness(one.members, 1));
			}
		}
	}
	return new Set(standing.flatMap(({ members }) => members));
}

/** The sensitive facets that accounts which look alike give away. */
function givenAway(
	members: readonly Account[],
	sensitive: readonly Dimension[],
	l: number,
): readonly Dimension[] {
	const tooFew = (said: readonly string[]) => said.some(Boolean) && new Set(said).size < l;
	return sensitive.filter((facet) => tooFew(members.map((account) => facet.valuesOf(account).join('+'))));
}

function adviceFor({ members }: Class, merger: Merger | undefined, k: number): string {
	if (merger && merger.edits.length > 0) return `Cheapest mend: ${inWords(merger.edits)}`;
	return (
		`Cheapest mend: hold back ${listed(members)}: set their consent scope to statistics, or keep their files outside ` +
		`the archive, until at least ${k} accounts are alike; or give them themes that enough others have, where those are true of them`
	);
}

function mendOf(members: readonly Account[], mend: readonly Merger[] | undefined): Merger | undefined {
	return mend?.find(({ classes }) =>
		classes.some((one) => members.every((member) => one.members.includes(member))),
	);
}

/** Withholding the sensitive facets instead, where that alone is enough and loses less than merging classes. */
function withholding(
	facets: readonly Dimension[],
	one: Class,
	merger: Merger | undefined,
): string | undefined {
	if (facets.some((facet) => facet.required)) return undefined;
	const cost = facets.reduce((sum, { weight }) => sum + weight * one.members.length, 0);
	if (merger && merger.edits.length > 0 && merger.cost <= cost) return undefined;
	return `Cheapest mend: remove facet ${facets.map(({ id }) => id).join(', ')} of ${listed(one.members)}`;
}

function described({ values }: Class, dimensions: readonly Dimension[]): string {
	return dimensions.map(({ id }, place) => `${id}: ${values[place]?.join(', ') || 'withheld'}`).join('; ');
}
