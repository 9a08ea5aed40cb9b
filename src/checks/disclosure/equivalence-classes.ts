import type { Account, DisclosureContext } from './accounts.ts';
import { listed, named } from './accounts.ts';
import type { Dimension } from './quasi-identifiers.ts';
import {
	cheapestGeneralisation,
	type EquivalenceClass,
	classesOf,
	describeEdits,
	type Recoding,
} from './generalisation.ts';

/**
 * AN-1 and AN-2: accounts that share all quasi-identifiers, themes included, form an equivalence class. It must have at
 * least k members (k-anonymity), and at least l values of every sensitive facet (l-diversity): otherwise finding the
 * class reveals the value.
 *
 * @returns the accounts of the classes that pass, for the rules that build on them
 */
export function checkClasses(
	{ accounts, config, severityOf, report }: DisclosureContext,
	dimensions: readonly Dimension[],
): ReadonlySet<Account> {
	const { k, l } = config.disclosure;
	const identifying = dimensions.filter((dimension) => dimension.identifying);
	const sensitive = dimensions.filter((dimension) => dimension.sensitive && !dimension.identifying);
	const classes = classesOf(accounts, identifying);
	const alikeIn = (members: readonly Account[]) => givenAway(members, sensitive, l);
	const isSafe = (members: readonly Account[]) => members.length >= k && alikeIn(members).length === 0;
	const passed = classes.filter(({ members }) => isSafe(members));
	if (passed.length < classes.length) {
		const diverse = cheapestGeneralisation(classes, identifying, isSafe);
		// Where nothing makes a class diverse enough, it is made large enough; what is sensitive is withheld next.
		const isCovered = classes.every(({ members }) => isSafe(members) || recodingOf(members, diverse));
		const large = isCovered
			? []
			: cheapestGeneralisation(classes, identifying, (members) => members.length >= k);
		for (const one of classes) {
			const [first] = one.members;
			if (!first || isSafe(one.members)) continue;
			const where = { file: first.file, field: ['facets'] };
			const recoding = recodingOf(one.members, diverse) ?? recodingOf(one.members, large);
			const advice = adviceFor(one, recoding, k);
			if (one.members.length < k) {
				const alike =
					one.members.length === 1 ? 'No other account shares' : `Only ${one.members.length} accounts share`;
				const message = `${alike} these quasi-identifiers (${described(one, identifying)}), and k is ${k}: ${named(one.members)}`;
				report(where, 'AN-1', message, advice, severityOf(one.members, k - one.members.length));
			} else {
				const facets = alikeIn(one.members);
				const what = facets.map(({ label }) => label);
				const cheaper = withholding(facets, one, recoding);
				const message = `The ${one.members.length} accounts with these quasi-identifiers (${described(one, identifying)}) have fewer than ${l} different values of ${what.join(', ')}, so that the group gives the value away: ${named(one.members)}`;
				report(where, 'AN-2', message, cheaper ?? advice, severityOf(one.members, 1));
			}
		}
	}
	return new Set(passed.flatMap(({ members }) => members));
}

/** The sensitive facets in which the members of a class are not diverse enough. */
function givenAway(
	members: readonly Account[],
	sensitive: readonly Dimension[],
	l: number,
): readonly Dimension[] {
	const tooFew = (said: readonly string[]) => said.some(Boolean) && new Set(said).size < l;
	return sensitive.filter((facet) => tooFew(members.map((account) => facet.valuesOf(account).join('+'))));
}

function adviceFor({ members }: EquivalenceClass, recoding: Recoding | undefined, k: number): string {
	if (recoding && recoding.edits.length > 0) return `Least-loss edit: ${describeEdits(recoding.edits)}`;
	return (
		`Least-loss edit: hold back ${listed(members)}: set their consent scope to statistics, or keep their files outside ` +
		`the archive, until at least ${k} accounts share these values; or give them themes that enough others have, where those apply`
	);
}

function recodingOf(
	members: readonly Account[],
	recodings: readonly Recoding[] | undefined,
): Recoding | undefined {
	return recodings?.find(({ classes }) =>
		classes.some((one) => members.every((member) => one.members.includes(member))),
	);
}

/** Withholding the sensitive facets instead, where that is enough and loses less than generalising. */
function withholding(
	facets: readonly Dimension[],
	one: EquivalenceClass,
	recoding: Recoding | undefined,
): string | undefined {
	if (facets.some((facet) => facet.required)) return undefined;
	const cost = facets.reduce((sum, { weight }) => sum + weight * one.members.length, 0);
	if (recoding && recoding.edits.length > 0 && recoding.cost <= cost) return undefined;
	return `Least-loss edit: remove facet ${facets.map(({ id }) => id).join(', ')} of ${listed(one.members)}`;
}

function described({ values }: EquivalenceClass, dimensions: readonly Dimension[]): string {
	return dimensions.map(({ id }, place) => `${id}: ${values[place]?.join(', ') || 'withheld'}`).join('; ');
}
