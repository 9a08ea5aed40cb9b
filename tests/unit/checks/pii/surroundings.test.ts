import { describe, expect, test } from 'vitest';
import { typedAccountHits, typedHits } from '../../../support/detection.ts';
import { missedIn, OTHER_SURROUNDINGS, SURROUNDINGS, typedValues } from '../../../support/surroundings.ts';

// A typed rule cannot be waived; the closed-world rules, which can, are not counted here.
describe.each([
	['the development sets', SURROUNDINGS, typedValues(), { account: 0.99, report: 0.99 }],
	['the held-out set', OTHER_SURROUNDINGS, typedValues(['surrounded']), { account: 0.99, report: 0.98 }],
] as const)('identifiers of %s', (_, surroundings, values, least) => {
	const all = Object.entries(surroundings);

	test('are many, and put into at least 18 surroundings', () => {
		expect(values.length).toBeGreaterThanOrEqual(50);
		expect(all.length).toBeGreaterThanOrEqual(18);
	});

	test.each([
		['account', typedAccountHits],
		['report', typedHits],
	] as const)('are found whatever surrounds them: %s', (kind, find) => {
		const missed = all.map(([name, put]) => ({ name, values: missedIn(put, values, find) }));
		const list = missed.flatMap(({ name, values }) =>
			values.map(({ rule, value }) => `${name}: ${rule} ${value}`),
		);
		expect(1 - list.length / (values.length * all.length), list.join('\n')).toBeGreaterThanOrEqual(
			least[kind],
		);
		// No surrounding hides more than a few.
		for (const { name, values: some } of missed)
			expect(1 - some.length / values.length, name).toBeGreaterThanOrEqual(0.9);
	});
});
