import type { Account, Case } from './accounts.ts';
import { listed, named } from './accounts.ts';
import { type Dimension, loss } from './quasi-identifiers.ts';
import { valueKey } from './values.ts';

/** One value of one dimension, as it takes part in a combination. */
interface Part {
	dimension: Dimension;
	value: string;
	number: number;
}

/** More values than this are never used in one archive; a combination of three fits into one number. */
const RADIX = 2 ** 16;

/**
 * AN-3: no two or three values together, of facets, organisations or themes, may leave over fewer than the bound: accounts may
 * be alike in everything identifying, and a filter by a further facet still isolates one. Values count as they are
 * written: a filter by a broad value finds the narrower ones, too, but whoever reads the pages tells them apart.
 *
 * Combinations of identifying values alone need no test: where AN-1 holds, each leaves at least k.
 *
 * @param standing accounts for which AN-1 and AN-2 hold; the others are told already
 * @param told values that AN-6 has told already
 */
export function checkSubsets(
	{ accounts, config, graveness, tell }: Case,
	dimensions: readonly Dimension[],
	standing: ReadonlySet<Account>,
	told: ReadonlySet<string>,
): void {
	const { rarePair } = config.disclosure;
	const numbers = new Map<string, number>();
	const numberOf = (dimension: Dimension, value: string) => {
		const key = valueKey(dimension.id, value);
		const number = numbers.get(key) ?? numbers.size + 1;
		numbers.set(key, number);
		return number;
	};
	// Always in the same order, in which ever one an account lists its themes.
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
		if (!standing.has(account)) continue;
		for (const parts of combinations(partsOf(account))) {
			const key = keyOf(parts);
			if ((counts.get(key) ?? 0) >= rarePair) continue;
			if (parts.every(({ dimension }) => dimension.identifying)) continue;
			if (parts.some(({ dimension, value }) => told.has(valueKey(dimension.id, value)))) continue;
			// Pairs come first: of a rare pair and a third value there is nothing more to tell.
			if (parts.length === 3 && pairsOf(parts).some((pair) => rare.has(keyOf(pair)))) continue;
			const known = rare.get(key);
			if (known) known.members.push(account);
			else rare.set(key, { parts, members: [account] });
		}
	}

	for (const [key, { parts, members }] of rare) {
		const said = parts.map(({ dimension, value }) => `${dimension.id}: ${value}`).join(' + ');
		const count = counts.get(key) ?? 0;
		tell(
			{ file: members[0]?.file ?? '', field: ['facets'] },
			'AN-3',
			`${said} together leave over ${count} given account(s), fewer than ${rarePair}: ${named(members)}`,
			`Cheapest mend: ${mend(parts, members, counts, rarePair, numberOf)}`,
			graveness(members, rarePair - count),
		);
	}
}

/** Every two and every three values, pairs first; of themes and organisations an account can have several. */
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

/** The cheapest edit of a facet that is not identifying: the classes of AN-1 stay as they are. */
function mend(
	parts: readonly Part[],
	members: readonly Account[],
	counts: ReadonlyMap<number, number>,
	bound: number,
	numberOf: (dimension: Dimension, value: string) => number,
): string {
	let best: { cost: number; words: string } | undefined;
	for (const [place, { dimension, value }] of parts.entries()) {
		if (dimension.identifying) continue;
		const ladder = dimension.ladder(value);
		for (let rungs = ladder.length - 1; rungs >= (dimension.required ? 1 : 0); rungs--) {
			const broader = ladder[rungs - 1];
			if (broader !== undefined) {
				const changed = parts.map((part, other) =>
					other === place ? { ...part, value: broader, number: numberOf(dimension, broader) } : part,
				);
				if ((counts.get(keyOf(changed)) ?? 0) + members.length < bound) continue;
			}
			const cost = dimension.weight * loss(dimension, [value], rungs);
			const whose = `facet ${dimension.id} of ${listed(members)}`;
			const words = broader === undefined ? `remove ${whose}` : `set ${whose} to ${broader}`;
			if (!best || cost < best.cost) best = { cost, words };
			break;
		}
	}
	return best?.words ?? `hold back ${named(members)}`;
}
