import type { Account } from './accounts.ts';
import { listed } from './accounts.ts';
import { type Cut, costOfCut, cutsOf, type Dimension, ORGANISATIONS, THEMES } from './quasi-identifiers.ts';
import { capitalise } from '../../core/text/words.ts';

/** Accounts that look alike. */
export interface Class {
	members: readonly Account[];
	/** For each dimension the values that its members share. */
	values: readonly (readonly string[])[];
}

/** A change of one dimension of some accounts. */
export interface Edit {
	dimension: Dimension;
	accounts: readonly Account[];
	from: readonly string[];
	/** Nothing where the values are withheld. */
	to: readonly string[];
}

/** Classes that become one, what is edited for it, and what that costs. */
export interface Merger {
	classes: readonly Class[];
	edits: readonly Edit[];
	cost: number;
}

/** Above this many bad classes, one answer is sought for all of them together; without one, only so many are mended. */
const ONE_BY_ONE = 20;

/** Sorts accounts into classes by the values of all dimensions. */
export function classesOf(accounts: readonly Account[], dimensions: readonly Dimension[]): Class[] {
	return regroup(
		accounts.map((account) => ({
			members: [account],
			values: dimensions.map((dimension) => [...dimension.valuesOf(account)].sort()),
		})),
	);
}

function regroup(parts: readonly Class[]): Class[] {
	const classes = new Map<string, { members: Account[]; values: Class['values'] }>();
	for (const { members, values } of parts) {
		const key = JSON.stringify(values);
		const known = classes.get(key);
		if (known) known.members.push(...members);
		else classes.set(key, { members: [...members], values });
	}
	return [...classes.values()];
}

/**
 * Finds the cheapest way to make bad classes good by generalising: over every combination of how finely each
 * dimension may speak (the lattice), the accounts that a bad class would then look like are brought down to that, and
 * the combination that loses least is taken. Classes that no bad one falls together with stay as they are.
 *
 * Few bad classes are mended one by one, which loses less; many are mended at one level for all.
 *
 * @param isGood whether accounts that look alike may stand
 * @returns mergers after which nothing is bad, or less is: a class in none of them cannot be mended, or not yet;
 *   undefined where there is none at all
 */
export function cheapestMend(
	classes: readonly Class[],
	dimensions: readonly Dimension[],
	isGood: (members: readonly Account[]) => boolean,
): Merger[] | undefined {
	const bad = classes.filter(({ members }) => !isGood(members));
	const together = mergeAt(bad, classes, dimensions, isGood);
	if ((bad.length > ONE_BY_ONE && together) || bad.length === 0) return together;
	const mergers: Merger[] = [];
	const hopeless = new Set<Class>();
	let now = [...classes];
	for (let left = ONE_BY_ONE; left > 0; left--) {
		const next = now.find((one) => !hopeless.has(one) && !isGood(one.members));
		if (!next) break;
		const [merger] = mergeAt([next], now, dimensions, isGood) ?? [];
		if (!merger) {
			hopeless.add(next);
			continue;
		}
		mergers.push(merger);
		now = regroup(now.map((one) => (merger.classes.includes(one) ? edited(one, merger, dimensions) : one)));
	}
	const costOf = (all: readonly Merger[]) => all.reduce((sum, { cost }) => sum + cost, 0);
	if (together && (hopeless.size > 0 || costOf(together) <= costOf(mergers))) return together;
	return mergers.length > 0 ? mergers : undefined;
}

function edited({ members, values }: Class, { edits }: Merger, dimensions: readonly Dimension[]): Class {
	const [first] = members;
	return {
		members,
		values: values.map((before, place) => {
			const edit = edits.find(
				(one) => one.dimension === dimensions[place] && first && one.accounts.includes(first),
			);
			return edit?.to ?? before;
		}),
	};
}

/** The cheapest point of the lattice at which all bad classes become good; every combination is tried. */
function mergeAt(
	bad: readonly Class[],
	classes: readonly Class[],
	dimensions: readonly Dimension[],
	isGood: (members: readonly Account[]) => boolean,
): Merger[] | undefined {
	if (bad.length === 0) return [];
	const table = tabulate(classes, bad, dimensions);
	const badPlaces = bad.map((one) => classes.indexOf(one));
	let best: { cost: number; cuts: number[]; groups: number[][] } | undefined;
	for (const cuts of combinations(table.map(({ codes }) => codes.length))) {
		const costOf = (place: number) =>
			cuts.reduce((sum, cut, d) => sum + (table[d]?.costs[cut]?.[place] ?? 0), 0);
		// What the bad classes lose themselves is a lower bound.
		if (best && badPlaces.reduce((sum, place) => sum + costOf(place), 0) >= best.cost) continue;
		const keyOf = (place: number) =>
			cuts.reduce((key, cut, d) => key * (table[d]?.size ?? 1) + (table[d]?.codes[cut]?.[place] ?? 0), 0);
		const groups = new Map<number, number[]>(badPlaces.map((place) => [keyOf(place), []]));
		let cost = 0;
		for (let place = 0; place < classes.length; place++) {
			const group = groups.get(keyOf(place));
			if (!group) continue;
			group.push(place);
			cost += costOf(place);
		}
		if (best && cost >= best.cost) continue;
		const lists = [...groups.values()];
		if (lists.every((places) => isGood(places.flatMap((place) => classes[place]?.members ?? []))))
			best = { cost, cuts: [...cuts], groups: lists };
	}
	if (!best) return undefined;
	const { cuts, groups } = best;
	return groups.map((places) => {
		const members = places.flatMap((place) => classes[place] ?? []);
		const edits = dimensions.flatMap((dimension, d) => {
			const says = table[d]?.cuts[cuts[d] ?? 0];
			return says ? editsOf(dimension, d, says, members) : [];
		});
		const cost = edits.reduce(
			(sum, { dimension, accounts, from, to }) => sum + costOfCut(dimension, from, to) * accounts.length,
			0,
		);
		return { classes: members, edits, cost };
	});
}

/** For each dimension and way of saying less: a number for what each class then says, and what that costs. */
function tabulate(classes: readonly Class[], bad: readonly Class[], dimensions: readonly Dimension[]) {
	return dimensions.map((dimension, d) => {
		const all = classes.map(({ values }) => values[d] ?? []);
		const cuts = cutsOf(
			dimension,
			all,
			bad.map(({ values }) => values[d] ?? []),
		);
		const numbers = new Map<string, number>();
		const codes: number[][] = [];
		const costs: number[][] = [];
		for (const says of cuts) {
			const said = all.map(says);
			codes.push(
				said.map((values) => {
					const key = values.join('+');
					const number = numbers.get(key) ?? numbers.size;
					numbers.set(key, number);
					return number;
				}),
			);
			costs.push(
				said.map(
					(values, place) =>
						costOfCut(dimension, all[place] ?? [], values) * (classes[place]?.members.length ?? 0),
				),
			);
		}
		return { cuts, codes, costs, size: numbers.size };
	});
}

/** Every combination of ways of saying less, the finest first. */
function* combinations(lengths: readonly number[]): Generator<number[]> {
	const chosen = lengths.map((length) => length - 1);
	for (;;) {
		yield chosen;
		let place = chosen.length - 1;
		for (; place >= 0; place--) {
			const now = chosen[place] ?? 0;
			if (now > 0) {
				chosen[place] = now - 1;
				break;
			}
			chosen[place] = (lengths[place] ?? 1) - 1;
		}
		if (place < 0) return;
	}
}

function editsOf(dimension: Dimension, d: number, says: Cut, classes: readonly Class[]): Edit[] {
	const edits = new Map<string, { accounts: Account[]; from: readonly string[]; to: readonly string[] }>();
	for (const { members, values } of classes) {
		const from = values[d] ?? [];
		const to = says(from);
		if (from.join('+') === to.join('+')) continue;
		const key = `${from.join('+')} ${to.join('+')}`;
		const known = edits.get(key);
		if (known) known.accounts.push(...members);
		else edits.set(key, { accounts: [...members], from, to });
	}
	return [...edits.values()].map((edit) => ({ dimension, ...edit }));
}

/** Edits as an editor would be told them: “set facet outcome of a, b from x to y”. */
export function inWords(edits: readonly Edit[]): string {
	const told = edits.map(({ dimension, accounts, from, to }) => {
		const { id } = dimension;
		const what = id === ORGANISATIONS || id === THEMES ? id : `facet ${id}`;
		const whose = `${what} of ${listed(accounts)}`;
		return to.length === 0
			? `remove ${whose} (${from.join(', ')})`
			: `set ${whose} from ${from.join(', ')} to ${to.join(', ')}`;
	});
	return capitalise(told.join('; '));
}
