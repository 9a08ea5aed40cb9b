import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type Counting,
	EXACT,
	isShownEmpty,
	NOT_SHOWN,
	shownGiven,
	shownParts,
	shownTally,
	tallyOf,
} from '../../../../src/checks/disclosure/counts.ts';
import { Attack, boundsOf } from '../../../support/solve.ts';

const COUNTING: Counting = { smallCount: 10, roundTo: 5, anyGiven: true };
const given = (count: number) => ({ exact: 0, given: count });

describe('AN-4: a count of given accounts', () => {
	test.each([
		[0, 'fewer than 10'],
		[1, 'fewer than 10'],
		[9, 'fewer than 10'],
		[10, 'about 10'],
		[12, 'about 10'],
		[13, 'about 15'],
		[60, 'about 60'],
		[1202, 'about 1,200'],
	])('%i is “%s”', (count, words) => {
		expect(shownGiven(count, COUNTING)).toBe(words);
		expect(shownTally(given(count), COUNTING)).toBe(words);
	});

	test('is shown beside an exact count', () => {
		expect(shownTally({ exact: 12, given: 3 }, COUNTING)).toBe('12 + fewer than 10');
		expect(shownTally({ exact: 12, given: 0 }, COUNTING)).toBe('12 + fewer than 10');
		expect(shownTally({ exact: 1200, given: 33 }, COUNTING)).toBe('1,200 + about 35');
	});

	test('is exact where no given account can be among them, or none exist', () => {
		expect(shownTally({ exact: 12, given: 0, never: true }, COUNTING)).toBe('12');
		expect(shownTally({ exact: 12, given: 0 }, EXACT)).toBe('12');
	});

	test('is never rounded down below the threshold', () => {
		const odd = { smallCount: 8, roundTo: 5, anyGiven: true };
		expect(shownGiven(8, odd)).toBe('about 10');
	});

	test('an empty cell looks like a small one', () => {
		expect(isShownEmpty(given(0), COUNTING)).toBe(false);
		expect(isShownEmpty({ exact: 0, given: 0, never: true }, COUNTING)).toBe(true);
		expect(isShownEmpty(given(0), EXACT)).toBe(true);
	});

	test('distinguishes republished accounts from given ones', () => {
		const record = (collection: string, origin?: string) => ({ collection, data: origin ? { origin } : {} });
		expect(
			tallyOf([record('testimonies', 'given'), record('testimonies', 'published'), record('reports')]),
		).toEqual({ exact: 2, given: 1 });
	});
});

describe('AN-4: parts of a whole', () => {
	test('a single small part also suppresses the next smallest', () => {
		expect(shownParts([50, 3, 20].map(given), COUNTING)).toEqual(['about 50', 'fewer than 10', NOT_SHOWN]);
		expect(shownParts([{ exact: 4, given: 20 }, given(3)], COUNTING)).toEqual([
			`4 + ${NOT_SHOWN}`,
			'fewer than 10',
		]);
	});

	test('two small parts hide each other', () => {
		expect(shownParts([50, 3, 0].map(given), COUNTING)).toEqual([
			'about 50',
			'fewer than 10',
			'fewer than 10',
		]);
		expect(shownParts([50, 30].map(given), COUNTING)).toEqual(['about 50', 'about 30']);
	});

	test('no small part can be computed from the others and the whole', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat({ max: 80 }), { minLength: 2, maxLength: 7 }),
				fc.nat({ max: 30 }),
				(parts, rest) => {
					const total = parts.reduce((sum, part) => sum + part, 0) + rest;
					const shown = shownParts(parts.map(given), COUNTING);
					for (const exactly of rest === 0 ? [true, false] : [false]) {
						const attack = new Attack();
						attack.read('whole', shownGiven(total, COUNTING));
						for (const [place, words] of shown.entries()) attack.read(String(place), words);
						attack.sum(
							parts.map((_, place) => String(place)),
							'whole',
							exactly,
						);
						attack.solve();
						for (const [place, part] of parts.entries()) {
							const { least, most } = attack.cells.get(String(place)) ?? { least: 0, most: 0 };
							expect(least).toBeLessThanOrEqual(part);
							expect(most).toBeGreaterThanOrEqual(part);
							if (part < COUNTING.smallCount) expect(most - least).toBeGreaterThanOrEqual(2);
						}
					}
				},
			),
			{ numRuns: 3000, seed: 5 },
		);
	});

	test('the attack succeeds on exact counts', () => {
		const attack = new Attack();
		attack.cells.set('whole', { least: 60, most: 60 });
		attack.cells.set('a', { least: 57, most: 57 });
		attack.read('b', 'fewer than 10');
		attack.sum(['a', 'b'], 'whole', true);
		attack.solve();
		expect(attack.cells.get('b')).toEqual({ least: 3, most: 3 });
		expect(boundsOf('12 + about 15')).toEqual({ least: 13, most: 17 });
	});
});
