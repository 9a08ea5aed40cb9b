import { describe, expect, test } from 'vitest';
import type { Account } from '../../../../src/checks/disclosure/accounts.ts';
import { broaderOrganisations } from '../../../../src/checks/disclosure/accounts.ts';
import { dimensionsOf } from '../../../../src/checks/disclosure/quasi-identifiers.ts';
import {
	cheapestGeneralisation,
	classesOf,
	describeEdits,
} from '../../../../src/checks/disclosure/generalisation.ts';
import { givenFiles, identifier, parsedConfig, rawAccounts, type Said } from '../../../support/given.ts';

function mend(accounts: readonly Said[], k: number, disclosure: object = {}) {
	const files = givenFiles(accounts);
	const given = files.filter((file): file is Account => file.folder === 'testimonies');
	const dimensions = dimensionsOf(parsedConfig(disclosure), broaderOrganisations(files)).filter(
		({ identifying }) => identifying,
	);
	return cheapestGeneralisation(classesOf(given, dimensions), dimensions, (members) => members.length >= k);
}

const said = (n: number, home: string, age = 'adult', organisation = 'alder-homes'): Said => ({
	id: identifier(n),
	themes: ['charges'],
	organisations: [organisation],
	facets: { home, age },
});

describe('the cheapest generalisation', () => {
	test('changes nothing where every class is large enough', () => {
		expect(mend([said(1, 'owned'), said(2, 'owned')], 2)).toEqual([]);
	});

	test('goes up one level where that is enough', () => {
		const recodings = mend([said(1, 'rented-alone'), said(2, 'rented-together')], 2) ?? [];
		expect(recodings).toHaveLength(1);
		expect(recodings[0]?.cost).toBe(1);
		const text = describeEdits(recodings[0]?.edits ?? []);
		expect(text).toContain(`et facet home of ${identifier(1)} from rented-alone to rented`);
		expect(text).toContain(`et facet home of ${identifier(2)} from rented-together to rented`);
	});

	test('a value without a broader one is withheld', () => {
		const recodings = mend([said(1, 'rented'), said(2, 'owned')], 2) ?? [];
		expect(describeEdits(recodings[0]?.edits ?? [])).toMatch(
			/^Remove facet home of .+ \(rented\); remove facet home of/,
		);
	});

	test('respects the weights of the facets', () => {
		const two = [
			said(1, 'rented', 'under-forty'),
			said(2, 'rented', 'under-forty'),
			said(3, 'rented', 'forty-or-over'),
			said(4, 'owned', 'forty-or-over'),
		];
		// Either account 3 joins 1 and 2 by age and 4 stays alone, or home goes; only all together reach two for each.
		const cheapAge = mend(two, 2, { weights: { age: 0.01, home: 5 } });
		const cheapHome = mend(two, 2, { weights: { age: 5, home: 0.01 } });
		const said3 = (result: ReturnType<typeof mend>) =>
			new Set(result?.flatMap(({ edits }) => edits.map(({ dimension }) => dimension.id)));
		expect(said3(cheapHome)).toEqual(new Set(['home']));
		expect(said3(cheapAge)).toContain('home');
	});

	test('generalises organisations to the area that they are within', () => {
		const recodings =
			mend([said(1, 'owned', 'adult', 'alder-homes'), said(2, 'owned', 'adult', 'birch-homes')], 2) ?? [];
		expect(describeEdits(recodings[0]?.edits ?? [])).toContain('from alder-homes to north-county');
	});

	test('leaves large classes alone', () => {
		const many = [1, 2, 3].map((n) => said(n, 'owned'));
		const recodings =
			mend([...many, said(4, 'rented-alone'), said(5, 'rented-together'), said(6, 'rented-together')], 3) ??
			[];
		const touched = recodings.flatMap(({ edits }) =>
			edits.flatMap(({ accounts }) => accounts.map(({ id }) => id)),
		);
		expect(touched.sort()).toEqual([4, 5, 6].map(identifier).sort());
	});

	test('does not exist where there are too few accounts', () => {
		expect(mend([said(1, 'owned')], 2)).toBeUndefined();
	});

	test('loses no more than an exhaustive search over all accounts', () => {
		for (const seed of [1, 2, 3, 4]) {
			const recodings = mend(rawAccounts(40, seed), 4) ?? [];
			const cost = recodings.reduce((sum, recoding) => sum + recoding.cost, 0);
			expect(cost).toBeGreaterThan(0);
			// Withholding everything costs each weight once for each account.
			expect(cost).toBeLessThan(40 * (1 + 1 + 1 + 2));
		}
	});
});
