import { describe, expect, test } from 'vitest';
import { errorsOf, identifier, mended, rawAccounts, type Said } from '../../../support/given.ts';

const K = 5;

/** What an account says that can help to identify, themes aside. */
const lookOf = ({ facets: { outcome: _, ...facets }, organisations }: Said) =>
	JSON.stringify([Object.entries(facets).sort(), [...organisations].sort()]);

/** Every choice of an account's themes, as someone may know them. */
function choicesOf(themes: readonly string[]): string[][] {
	return Array.from({ length: 2 ** themes.length - 1 }, (_, n) =>
		themes.filter((_theme, place) => ((n + 1) >> place) & 1),
	);
}

/**
 * Attacks an archive without any of its code: whoever knows how an account looks and one or more of its themes keeps the
 * accounts that fit; whoever knows that no other theme fits keeps fewer.
 */
function attacked(accounts: readonly Said[]): { unique: string[]; few: string[]; disclosed: string[] } {
	const found = { unique: new Set<string>(), few: new Set<string>(), disclosed: new Set<string>() };
	for (const account of accounts) {
		const alike = accounts.filter((other) => lookOf(other) === lookOf(account));
		const left = choicesOf(account.themes).map((known) =>
			alike.filter(({ themes }) => known.every((theme) => themes.includes(theme))),
		);
		left.push(alike.filter(({ themes }) => [...themes].sort().join() === [...account.themes].sort().join()));
		for (const candidates of left) {
			if (candidates.length === 1) found.unique.add(account.id);
			if (candidates.length < K) found.few.add(account.id);
			const outcomes = new Set(candidates.map(({ facets }) => facets['outcome']));
			if (outcomes.size === 1 && !outcomes.has(undefined)) found.disclosed.add(account.id);
		}
	}
	return { unique: [...found.unique], few: [...found.few], disclosed: [...found.disclosed] };
}

/** Forty accounts that are many in every facet, organisation, theme and outcome, and few in all of them together. */
function forty(): Said[] {
	const looks = [
		['alder-homes', 'rented'],
		['alder-homes', 'owned'],
		['cedar-homes', 'rented'],
		['cedar-homes', 'owned'],
	] as const;
	const themes = ['charges', 'delays', 'letters', 'calls', 'silence'];
	return Array.from({ length: 40 }, (_, n) => {
		const [organisation = '', home = ''] = looks[n % 4] ?? [];
		const place = Math.floor(n / 4);
		// In each look, four share one theme, two another, and the rest stand alone with one or two more.
		const own = place < 4 ? 0 : place < 6 ? 1 : place - 4;
		return {
			id: identifier(n + 100),
			themes: [...new Set([themes[own % 5] ?? '', ...(place > 7 ? [themes[(own + 2) % 5] ?? ''] : [])])],
			organisations: [organisation],
			facets: { home, age: 'adult', outcome: own % 2 === 0 ? 'refused' : 'repaired' },
		};
	});
}

describe('themes are known to the person accused', () => {
	test('an archive that is safe in everything but its themes is refused', () => {
		const before = attacked(forty());
		expect(before.unique.length).toBeGreaterThanOrEqual(8);
		expect(before.disclosed.length).toBeGreaterThanOrEqual(10);
		const sameThemes = forty().map((account) => ({ ...account, themes: ['charges'] }));
		expect(errorsOf(sameThemes).filter(({ rule }) => rule === 'AN-1' || rule === 'AN-2')).toEqual([]);
		const rules = errorsOf(forty()).map(({ rule }) => rule);
		expect(rules).toContain('AN-1');
		expect(rules.length).toBeGreaterThan(5);
	});

	test('accounts of which all with one theme had one outcome give it away', () => {
		const twenty = forty()
			.slice(0, 20)
			.map((account, n) => ({
				...account,
				organisations: ['alder-homes'],
				themes: [n < 10 ? 'charges' : 'delays'],
				facets: { home: 'rented', age: 'adult', outcome: n < 10 ? 'refused' : 'repaired' },
			}));
		expect(attacked(twenty).disclosed).toHaveLength(20);
		expect(new Set(errorsOf(twenty).map(({ rule }) => rule))).toEqual(new Set(['AN-2']));
	});

	test.each<[string, Said[]]>([
		['forty', forty()],
		...[1, 2, 3].map((seed): [string, Said[]] => [`forty, seed ${seed}`, rawAccounts(40, seed)]),
		['sixty', rawAccounts()],
	])(
		'after every advice was followed no attack leaves fewer than k or tells an outcome: %s',
		(_, accounts) => {
			const { accounts: safe } = mended(accounts);
			expect(errorsOf(safe)).toEqual([]);
			expect(safe.length).toBeGreaterThan(accounts.length * 0.7);
			expect(attacked(safe)).toEqual({ unique: [], few: [], disclosed: [] });
		},
	);
});

describe('following the advice resolves every problem', () => {
	/** Five accounts that share what can identify and differ otherwise. */
	const five = (themes: string[][], outcomes: string[]): Said[] =>
		themes.map((own, n) => ({
			id: identifier(n + 200),
			themes: own,
			organisations: ['alder-homes'],
			facets: { home: 'rented', outcome: outcomes[n] ?? 'refused' },
		}));
	test.each([
		['the same themes', five(Array(5).fill(['charges']), [])],
		[
			'a theme in common',
			five([['charges', 'calls'], ['charges'], ['delays', 'charges'], ['charges', 'calls'], ['charges']], []),
		],
		['two outcomes', five(Array(5).fill(['charges', 'calls']), ['refused', 'refused', 'repaid', 'repaid'])],
		[
			'five outcomes',
			five(Array(5).fill(['charges']), ['refused', 'unanswered', 'repaired', 'repaid', 'nothing-done']),
		],
	])('five accounts with %s pass, all five of them, once it is followed', (_, accounts) => {
		const { accounts: safe } = mended(accounts);
		expect(safe).toHaveLength(5);
		expect(errorsOf(safe)).toEqual([]);
		expect(attacked(safe).disclosed).toEqual([]);
	});

	test('the advice names accounts to hold back where nothing else helps', () => {
		const themes = ['charges', 'delays', 'letters', 'calls', 'silence'].map((theme) => [theme]);
		const [problem] = errorsOf(five(themes, []));
		expect(problem?.rule).toBe('AN-1');
		expect(problem?.advice).toMatch(/hold back .*scope to statistics/);
		expect(mended(five(themes, [])).accounts).toEqual([]);
	});
});
