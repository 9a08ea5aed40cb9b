import type { Account } from './accounts.ts';
import { listed } from './accounts.ts';
import { cut, type Dimension, loss, ORGANISATIONS } from './dimensions.ts';

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

/** Above this many small classes, one answer is sought for all of them together. */
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
 * @returns mergers after which nothing is bad; undefined where there is no way
 */
export function cheapestMend(
	classes: readonly Class[],
	dimensions: readonly Dimension[],
	isGood: (members: readonly Account[]) => boolean,
): Merger[] | undefined {
	const bad = classes.filter(({ members }) => !isGood(members));
	const together = mergeAt(bad, classes, dimensions, isGood);
	if (bad.length > ONE_BY_ONE || bad.length < 2) return together;
	const mergers: Merger[] = [];
	let now = [...classes];
	for (;;) {
		const next = now.find(({ members }) => !isGood(members));
		if (!next) break;
		const [merger] = mergeAt([next], now, dimensions, isGood) ?? [];
		if (!merger) return together;
		mergers.push(merger);
		now = regroup(now.map((one) => (merger.classes.includes(one) ? edited(one, merger, dimensions) : one)));
	}
	const costOf = (all: readonly Merger[]) => all.reduce((sum, { cost }) => sum + cost, 0);
	return together && costOf(together) <= costOf(mergers) ? together : mergers;
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
	const table = tabulate(classes, dimensions);
	const badPlaces = bad.map((one) => classes.indexOf(one));
	let best: { cost: number; rungs: number[]; groups: number[][] } | undefined;
	for (const rungs of combinations(table)) {
		const costOf = (place: number) =>
			rungs.reduce((sum, rung, d) => sum + (table[d]?.costs[rung]?.[place] ?? 0), 0);
		// What the bad classes lose themselves is a lower bound.
		if (best && badPlaces.reduce((sum, place) => sum + costOf(place), 0) >= best.cost) continue;
		const keyOf = (place: number) =>
			rungs.reduce((key, rung, d) => key * (table[d]?.size ?? 1) + (table[d]?.codes[rung]?.[place] ?? 0), 0);
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
			best = { cost, rungs: [...rungs], groups: lists };
	}
	if (!best) return undefined;
	const { rungs, groups } = best;
	return groups.map((places) => {
		const members = places.flatMap((place) => classes[place] ?? []);
		const edits = dimensions.flatMap((dimension, d) => editsOf(dimension, d, rungs[d] ?? 0, members));
		const cost = edits.reduce(
			(sum, { accounts, from, to }, index) =>
				sum + costOfEdit(edits[index]?.dimension, from, to) * accounts.length,
			0,
		);
		return { classes: members, edits, cost };
	});
}

function costOfEdit(
	dimension: Dimension | undefined,
	from: readonly string[],
	to: readonly string[],
): number {
	if (!dimension) return 0;
	const rungs = to[0] === undefined ? 0 : Math.max(...to.map((value) => dimension.ladder(value).length));
	return dimension.weight * loss(dimension, from, rungs);
}

/** For each dimension and number of rungs: a number for what each class then says, and what that costs. */
function tabulate(classes: readonly Class[], dimensions: readonly Dimension[]) {
	return dimensions.map((dimension, d) => {
		const all = classes.map(({ values }) => values[d] ?? []);
		const tallest = Math.max(0, ...all.flat().map((value) => dimension.ladder(value).length));
		const numbers = new Map<string, number>();
		const codes: number[][] = [];
		const costs: number[][] = [];
		for (let rungs = 0; rungs <= tallest; rungs++) {
			codes.push(
				all.map((values) => {
					const said = cut(dimension, values, rungs).join('+');
					const number = numbers.get(said) ?? numbers.size;
					numbers.set(said, number);
					return number;
				}),
			);
			costs.push(
				all.map(
					(values, place) =>
						dimension.weight * loss(dimension, values, rungs) * (classes[place]?.members.length ?? 0),
				),
			);
		}
		return {
			codes,
			costs,
			size: numbers.size,
			least: dimension.required ? Math.min(1, tallest) : 0,
			tallest,
		};
	});
}

/** Every combination of numbers of rungs, the finest first. */
function* combinations(table: readonly { least: number; tallest: number }[]): Generator<number[]> {
	const rungs = table.map(({ tallest }) => tallest);
	for (;;) {
		yield rungs;
		let place = rungs.length - 1;
		for (; place >= 0; place--) {
			if ((rungs[place] ?? 0) > (table[place]?.least ?? 0)) {
				rungs[place] = (rungs[place] ?? 0) - 1;
				break;
			}
			rungs[place] = table[place]?.tallest ?? 0;
		}
		if (place < 0) return;
	}
}

function editsOf(dimension: Dimension, d: number, rungs: number, classes: readonly Class[]): Edit[] {
	const edits = new Map<string, { accounts: Account[]; from: readonly string[]; to: readonly string[] }>();
	for (const { members, values } of classes) {
		const from = values[d] ?? [];
		const to = cut(dimension, from, rungs);
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
		const what = dimension.id === ORGANISATIONS ? ORGANISATIONS : `facet ${dimension.id}`;
		const whose = `${what} of ${listed(accounts)}`;
		return to.length === 0
			? `remove ${whose} (${from.join(', ')})`
			: `set ${whose} from ${from.join(', ')} to ${to.join(', ')}`;
	});
	const text = told.join('; ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}
