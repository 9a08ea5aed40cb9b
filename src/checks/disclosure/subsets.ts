import type { Account, DisclosureContext } from './accounts.ts';
import { listed, named } from './accounts.ts';
import { type Dimension, informationLoss } from './quasi-identifiers.ts';
import { valueKey } from './values.ts';

/** One value of one dimension, as it takes part in a combination. */
interface Part {
	dimension: Dimension;
	value: string;
	number: number;
}

/** More values than any archive has; the keys of three fit into one number. */
const RADIX = 2 ** 16;

/**
 * AN-3: no two or three values of facets, organisations or themes together may leave fewer accounts than the bound. Even
 * within a large equivalence class a filter by a further facet can isolate one. Values count as they are written: a
 * filter by a broad value also finds narrower ones, but readers of the pages can tell them apart.
 *
 * Combinations of quasi-identifiers alone need no test: where AN-1 holds, each leaves at least k.
 *
 * @param anonymous accounts for which AN-1 and AN-2 hold; the others are reported already
 * @param reported values that AN-6 has reported already
 */
export function checkSubsets(
	{ accounts, config, severityOf, report }: DisclosureContext,
	dimensions: readonly Dimension[],
	anonymous: ReadonlySet<Account>,
	reported: ReadonlySet<string>,
): void {
	const { rarePair } = config.disclosure;
	const numbers = new Map<string, number>();
	const numberOf = (dimension: Dimension, value: string) => {
		const key = valueKey(dimension.id, value);
		const number = numbers.get(key) ?? numbers.size + 1;
		numbers.set(key, number);
		return number;
	};
	// In a fixed order, however an account lists its themes.
	const partsOf = (account: Account) =>
		dimensions
			.flatMap((dimension): Part[] =>
				dimension
					.valuesOf(account)
					.map((value) => ({ dimension, value, number: numberOf(dimension, value) })),
			)
			.sort((a, b) => a.number - b.number);

	const counts = new Map<number, number>();
	for (const account of accounts)
		for (const parts of combinations(partsOf(account))) {
			const key = keyOf(parts);
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}

	const rare = new Map<number, { parts: readonly Part[]; members: Account[] }>();
	for (const account of accounts) {
		if (!anonymous.has(account)) continue;
		for (const parts of combinations(partsOf(account))) {
			const key = keyOf(parts);
			if ((counts.get(key) ?? 0) >= rarePair) continue;
			if (parts.every(({ dimension }) => dimension.identifying)) continue;
			if (parts.some(({ dimension, value }) => reported.has(valueKey(dimension.id, value)))) continue;
			// Pairs come first: a third value beside a rare pair needs no report of its own.
			if (parts.length === 3 && pairsOf(parts).some((pair) => rare.has(keyOf(pair)))) continue;
			const known = rare.get(key);
			if (known) known.members.push(account);
			else rare.set(key, { parts, members: [account] });
		}
	}

	for (const [key, { parts, members }] of rare) {
		const said = parts.map(({ dimension, value }) => `${dimension.id}: ${value}`).join(' + ');
		const count = counts.get(key) ?? 0;
		report(
			{ file: members[0]?.file ?? '', field: ['facets'] },
			'AN-3',
			`${said} together leave only ${count} given account(s), fewer than ${rarePair}: ${named(members)}`,
			`Least-loss edit: ${cheapestEdit(parts, members, counts, rarePair, numberOf)}`,
			severityOf(members, rarePair - count),
		);
	}
}

/** Every pair and every triple of values, pairs first. */
function* combinations(all: readonly Part[]): Generator<Part[]> {
	for (const [a, first] of all.entries()) for (const second of all.slice(a + 1)) yield [first, second];
	for (const [a, first] of all.entries())
		for (const [b, second] of all.entries())
			if (b > a) for (const third of all.slice(b + 1)) yield [first, second, third];
}

function pairsOf(parts: readonly Part[]): Part[][] {
	return parts.map((_, left) => parts.filter((_, place) => place !== left));
}

function keyOf(parts: readonly Part[]): number {
	const numbers = parts.map(({ number }) => number).sort((a, b) => a - b);
	return numbers.reduce((key, number) => key * RADIX + number, 0);
}

/** The least-loss edit of a facet that is no quasi-identifier, so that the classes of AN-1 stay as they are. */
function cheapestEdit(
	parts: readonly Part[],
	members: readonly Account[],
	counts: ReadonlyMap<number, number>,
	bound: number,
	numberOf: (dimension: Dimension, value: string) => number,
): string {
	let best: { cost: number; words: string } | undefined;
	for (const [place, { dimension, value }] of parts.entries()) {
		if (dimension.identifying) continue;
		const hierarchy = dimension.hierarchy(value);
		for (let level = hierarchy.length - 1; level >= (dimension.required ? 1 : 0); level--) {
			const broader = hierarchy[level - 1];
			if (broader !== undefined) {
				const changed = parts.map((part, other) =>
					other === place ? { ...part, value: broader, number: numberOf(dimension, broader) } : part,
				);
				if ((counts.get(keyOf(changed)) ?? 0) + members.length < bound) continue;
			}
			const cost = dimension.weight * informationLoss(dimension, [value], level);
			const whose = `facet ${dimension.id} of ${listed(members)}`;
			const words = broader === undefined ? `remove ${whose}` : `set ${whose} to ${broader}`;
			if (!best || cost < best.cost) best = { cost, words };
			break;
		}
	}
	return best?.words ?? `hold back ${named(members)}`;
}
