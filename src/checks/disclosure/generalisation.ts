import type { Account } from './accounts.ts';
import { listed } from './accounts.ts';
import {
	type Generalisation,
	generalisationCost,
	generalisationsOf,
	type Dimension,
	ORGANISATIONS,
	THEMES,
} from './quasi-identifiers.ts';
import { capitalise } from '../../core/text/words.ts';

/** Accounts that share the values of all dimensions. */
export interface EquivalenceClass {
	members: readonly Account[];
	/** For each dimension the values that its members share. */
	values: readonly (readonly string[])[];
}

/** A change to one dimension of some accounts. */
export interface Edit {
	dimension: Dimension;
	accounts: readonly Account[];
	from: readonly string[];
	/** Empty where the values are withheld. */
	to: readonly string[];
}

/** Classes that become one by edits, and their information loss. */
export interface Recoding {
	classes: readonly EquivalenceClass[];
	edits: readonly Edit[];
	cost: number;
}

/** Up to this many unsafe classes are recoded one by one; above it, all of them at one level. */
const MAX_INDIVIDUAL = 20;

/** Sorts accounts into classes by the values of all dimensions. */
export function classesOf(
	accounts: readonly Account[],
	dimensions: readonly Dimension[],
): EquivalenceClass[] {
	return regroup(
		accounts.map((account) => ({
			members: [account],
			values: dimensions.map((dimension) => [...dimension.valuesOf(account)].sort()),
		})),
	);
}

function regroup(parts: readonly EquivalenceClass[]): EquivalenceClass[] {
	const classes = new Map<string, { members: Account[]; values: EquivalenceClass['values'] }>();
	for (const { members, values } of parts) {
		const key = JSON.stringify(values);
		const known = classes.get(key);
		if (known) known.members.push(...members);
		else classes.set(key, { members: [...members], values });
	}
	return [...classes.values()];
}

/**
 * Finds the least-loss generalisation that makes every equivalence class safe. It tries every combination of
 * generalisation levels of the dimensions (the lattice); classes that do not coincide with an unsafe one stay as they are.
 *
 * Few unsafe classes are recoded one by one, which loses less; many are recoded at one level for all.
 *
 * @param isSafe whether accounts may form a class
 * @returns recodings that leave fewer unsafe classes or none; undefined where there are none
 */
export function cheapestGeneralisation(
	classes: readonly EquivalenceClass[],
	dimensions: readonly Dimension[],
	isSafe: (members: readonly Account[]) => boolean,
): Recoding[] | undefined {
	const unsafe = classes.filter(({ members }) => !isSafe(members));
	const together = recodeAt(unsafe, classes, dimensions, isSafe);
	if ((unsafe.length > MAX_INDIVIDUAL && together) || unsafe.length === 0) return together;
	const recodings: Recoding[] = [];
	const unsolvable = new Set<EquivalenceClass>();
	let now = [...classes];
	for (let left = MAX_INDIVIDUAL; left > 0; left--) {
		const next = now.find((one) => !unsolvable.has(one) && !isSafe(one.members));
		if (!next) break;
		const [recoding] = recodeAt([next], now, dimensions, isSafe) ?? [];
		if (!recoding) {
			unsolvable.add(next);
			continue;
		}
		recodings.push(recoding);
		now = regroup(
			now.map((one) => (recoding.classes.includes(one) ? edited(one, recoding, dimensions) : one)),
		);
	}
	const costOf = (all: readonly Recoding[]) => all.reduce((sum, { cost }) => sum + cost, 0);
	if (together && (unsolvable.size > 0 || costOf(together) <= costOf(recodings))) return together;
	return recodings.length > 0 ? recodings : undefined;
}

function edited(
	{ members, values }: EquivalenceClass,
	{ edits }: Recoding,
	dimensions: readonly Dimension[],
): EquivalenceClass {
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

/** The least-loss point of the lattice at which all unsafe classes become safe; every combination is tried. */
function recodeAt(
	unsafe: readonly EquivalenceClass[],
	classes: readonly EquivalenceClass[],
	dimensions: readonly Dimension[],
	isSafe: (members: readonly Account[]) => boolean,
): Recoding[] | undefined {
	if (unsafe.length === 0) return [];
	const table = tabulate(classes, unsafe, dimensions);
	const unsafePlaces = unsafe.map((one) => classes.indexOf(one));
	let best: { cost: number; cuts: number[]; groups: number[][] } | undefined;
	for (const cuts of combinations(table.map(({ codes }) => codes.length))) {
		const costOf = (place: number) =>
			cuts.reduce((sum, cut, d) => sum + (table[d]?.costs[cut]?.[place] ?? 0), 0);
		// The loss of the unsafe classes alone is a lower bound.
		if (best && unsafePlaces.reduce((sum, place) => sum + costOf(place), 0) >= best.cost) continue;
		const keyOf = (place: number) =>
			cuts.reduce((key, cut, d) => key * (table[d]?.size ?? 1) + (table[d]?.codes[cut]?.[place] ?? 0), 0);
		const groups = new Map<number, number[]>(unsafePlaces.map((place) => [keyOf(place), []]));
		let cost = 0;
		for (let place = 0; place < classes.length; place++) {
			const group = groups.get(keyOf(place));
			if (!group) continue;
			group.push(place);
			cost += costOf(place);
		}
		if (best && cost >= best.cost) continue;
		const lists = [...groups.values()];
		if (lists.every((places) => isSafe(places.flatMap((place) => classes[place]?.members ?? []))))
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
			(sum, { dimension, accounts, from, to }) =>
				sum + generalisationCost(dimension, from, to) * accounts.length,
			0,
		);
		return { classes: members, edits, cost };
	});
}

/** For each dimension and generalisation: a code for the value of each class, and the loss. */
function tabulate(
	classes: readonly EquivalenceClass[],
	unsafe: readonly EquivalenceClass[],
	dimensions: readonly Dimension[],
) {
	return dimensions.map((dimension, d) => {
		const all = classes.map(({ values }) => values[d] ?? []);
		const cuts = generalisationsOf(
			dimension,
			all,
			unsafe.map(({ values }) => values[d] ?? []),
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
						generalisationCost(dimension, all[place] ?? [], values) * (classes[place]?.members.length ?? 0),
				),
			);
		}
		return { cuts, codes, costs, size: numbers.size };
	});
}

/** Every combination of generalisations, the finest first. */
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

function editsOf(
	dimension: Dimension,
	d: number,
	says: Generalisation,
	classes: readonly EquivalenceClass[],
): Edit[] {
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

/** Edits as instructions: “set facet outcome of a, b from x to y”. */
export function describeEdits(edits: readonly Edit[]): string {
	const instructions = edits.map(({ dimension, accounts, from, to }) => {
		const { id } = dimension;
		const what = id === ORGANISATIONS || id === THEMES ? id : `facet ${id}`;
		const whose = `${what} of ${listed(accounts)}`;
		return to.length === 0
			? `remove ${whose} (${from.join(', ')})`
			: `set ${whose} from ${from.join(', ')} to ${to.join(', ')}`;
	});
	return capitalise(instructions.join('; '));
}
