import type { Account, Case } from './accounts.ts';
import { listed, named } from './accounts.ts';
import { type Dimension, loss } from './dimensions.ts';
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
 * AN-3: no two or three values together, whatever facets they are of, may leave over fewer than the bound: accounts may
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
	const partsOf = (account: Account) =>
		dimensions.map((dimension): Part[] =>
			dimension.valuesOf(account).map((value) => ({ dimension, value, number: numberOf(dimension, value) })),
		);

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

/**
 * Themes are what accounts are read by and cannot all be shared by many: a theme that leaves over few accounts together
 * with something identifying is warned of, once for each theme, for a person to weigh.
 */
export function checkThemes({ accounts, config, tell }: Case, dimensions: readonly Dimension[]): void {
	const { rarePair } = config.disclosure;
	const pairs = new Map<string, Account[]>();
	for (const account of accounts)
		for (const theme of account.data.themes)
			for (const dimension of dimensions.filter(({ identifying }) => identifying))
				for (const value of dimension.valuesOf(account)) {
					const key = `${theme} + ${dimension.id}: ${value}`;
					pairs.set(key, [...(pairs.get(key) ?? []), account]);
				}
	const few = new Map<string, { pairs: string[]; members: Set<Account> }>();
	for (const [key, members] of pairs) {
		if (members.length >= rarePair) continue;
		const [theme = '', value = ''] = key.split(' + ');
		const known = few.get(theme) ?? { pairs: [], members: new Set() };
		known.pairs.push(value);
		few.set(theme, { pairs: known.pairs, members: new Set([...known.members, ...members]) });
	}
	for (const [theme, { pairs: values, members }] of few) {
		const [first] = members;
		if (!first) continue;
		tell(
			{ file: first.file, field: ['themes', first.data.themes.indexOf(theme)] },
			'AN-3',
			`Theme ${theme} with one of ${values.join('; ')} leaves over fewer than ${rarePair} given accounts: ${named([...members])}`,
			'Judge whether the theme tells who they are; if so, leave it out of those accounts or generalise the value',
			'warning',
		);
	}
}

/** Every two and every three values of different dimensions, pairs first. */
function* combinations(all: readonly (readonly Part[])[]): Generator<Part[]> {
	for (let a = 0; a < all.length; a++)
		for (let b = a + 1; b < all.length; b++)
			for (const first of all[a] ?? []) for (const second of all[b] ?? []) yield [first, second];
	for (let a = 0; a < all.length; a++)
		for (let b = a + 1; b < all.length; b++)
			for (let c = b + 1; c < all.length; c++)
				for (const first of all[a] ?? [])
					for (const second of all[b] ?? []) for (const third of all[c] ?? []) yield [first, second, third];
}

function pairsOf(parts: readonly Part[]): Part[][] {
	return parts.map((_, left) => parts.filter((_, place) => place !== left));
}

function keyOf(parts: readonly Part[]): number {
	return parts.reduce((key, { number }) => key * RADIX + number, 0);
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
