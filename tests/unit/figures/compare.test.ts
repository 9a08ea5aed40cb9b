import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/figures/verify-arithmetic.ts';
import { compareFigures } from '../../../src/figures/compare.ts';
import { ambiguousNumbers } from '../../../src/figures/ambiguous-numbers.ts';
import { figureOf } from './cases.ts';

const base = {
	measure: 'disciplined',
	unit: 'people',
	numerator: 4,
	place: 'Northmark',
	period: { from: '2030', to: '2031' },
	organisations: ['met'],
};
const other = (change: object) => compareFigures(figureOf(base), figureOf({ ...base, ...change }));

describe('two figures side by side (ST-6)', () => {
	test.each([
		['unit', { unit: 'cases' }],
		['place', { place: 'Southmark' }],
		['place', { place: undefined }],
		['measure', { measure: 'dismissed' }],
		['roles', { roles: 'staff' }],
		['inclusion', { inclusion: 'cases judged to be none' }],
		['coverage', { coverage: { count: 3, of: 4, unit: 'shops' } }],
		['period', { period: { from: '2030', to: null } }],
		['period', { period: { from: null, to: null, asStated: 'some time' } }],
		['organisations', { organisations: [] }],
	])('that differ in %s are not comparable, and do not contradict each other', (field, change) => {
		const { differences, comparable, contradict } = other({ ...change, numerator: 2 });
		expect(differences.map((one) => one.field)).toEqual([field]);
		expect([comparable, contradict]).toEqual([false, false]);
	});

	test('that differ in nothing but their number contradict each other', () => {
		expect(other({ numerator: 2 })).toMatchObject({ comparable: true, contradict: true, differences: [] });
		expect(other({})).toMatchObject({ comparable: true, contradict: false });
		expect(other({ numerator: { value: 3, op: '>' } })).toMatchObject({ contradict: false });
	});

	test('that were made by others, or are described in other words, can still be compared', () => {
		expect(other({ numerator: 2, origin: 'foi' })).toMatchObject({ comparable: true, contradict: true });
		expect(other({ numerator: 2, population: 'as another has it' })).toMatchObject({ contradict: true });
	});

	test('may be compared where an editor says why', () => {
		expect(other({ numerator: 2, unit: 'cases', comparability: 'Each is one case.' })).toMatchObject({
			comparable: true,
			contradict: true,
		});
	});

	test('are held against each other as shares where both tell one', () => {
		const printed = { numerator: undefined, denominator: 1319, stated: 'less than 9%' };
		const counted = figureOf({ ...base, numerator: 120, denominator: 1319 });
		const { contradict, areShares } = compareFigures(counted, figureOf({ ...base, ...printed }));
		expect([contradict, areShares]).toEqual([true, true]);
		const agreeing = figureOf({ ...base, numerator: 118, denominator: 1319 });
		expect(compareFigures(agreeing, figureOf({ ...base, ...printed })).contradict).toBe(false);
	});

	test('a contradiction is a conflict of both', () => {
		const pair = [base, { ...base, numerator: 2 }].map((fields, index) => ({
			id: `figure-${index}`,
			data: figureOf(fields),
		}));
		expect([...assess(pair).values()].map(({ status }) => status)).toEqual(['conflict', 'conflict']);
	});
});

describe('the same number with another meaning', () => {
	const named = (...list: object[]) =>
		ambiguousNumbers(
			list.map((fields, index) => ({ id: `f${index}`, data: figureOf({ ...base, ...fields }) })),
		).map(({ number }) => number);
	test('is told across records', () => {
		expect(named({ numerator: 36 }, { numerator: 36, measure: 'dismissed', record: 's1' })).toEqual([36]);
	});
	test('is not told within one record, of one measure, or of small numbers', () => {
		expect(named({ numerator: 36 }, { numerator: 36, measure: 'dismissed' })).toEqual([]);
		expect(named({ numerator: 36 }, { numerator: 36, record: 's1' })).toEqual([]);
		expect(named({ numerator: 7 }, { numerator: 7, measure: 'dismissed', record: 's1' })).toEqual([]);
	});
	test('bodies that took part are told only where they are of another kind', () => {
		const from = (unit: string, record: string) => ({
			coverage: { count: 15, unit },
			record,
			measure: record === 's0' ? 'charged' : 'accused',
		});
		expect(named(from('shops', 's0'), from('shops', 's1'))).toEqual([]);
		expect(named(from('shops', 's0'), from('towns', 's1'))).toEqual([15]);
	});
});

describe('relations', () => {
	const status = (fields: object, target: object) =>
		assess([
			{ id: 'one', data: figureOf({ unit: 'people', ...fields }) },
			{ id: 'two', data: figureOf({ unit: 'people', ...target }) },
		]).get('one')?.status;
	const to = (kind: string) => ({ relations: [{ kind, figure: 'two' }] });

	test('a base must be the count of the figure that it is', () => {
		const share = { numerator: 3, denominator: 27, ...to('base') };
		expect(status(share, { numerator: 27 })).toBe('verified');
		expect(status(share, { numerator: 28 })).toBe('conflict');
		expect(status(share, { numerator: 27, unit: 'cases' })).toBe('undetermined');
		expect(status({ ...share, bridge: 'One each.' }, { numerator: 27, unit: 'cases' })).toBe('verified');
	});

	test('a part is no more than its whole, and of its unit', () => {
		expect(status({ numerator: 16, ...to('within') }, { numerator: 36 })).toBe('verified');
		expect(status({ numerator: 37, ...to('within') }, { numerator: 36 })).toBe('conflict');
		expect(status({ numerator: 16, ...to('within') }, { numerator: 36, unit: 'cases' })).toBe('conflict');
	});

	test('at least one each', () => {
		expect(status({ numerator: 325, ...to('per') }, { numerator: 326 })).toBe('conflict');
		expect(status({ numerator: 326, ...to('per') }, { numerator: 326 })).toBe('consistent');
	});

	test('to a figure that is not published say nothing', () => {
		const alone = figureOf({ unit: 'people', numerator: 3, ...to('within') });
		expect(assess([{ id: 'one', data: alone }]).get('one')).toEqual({ status: 'unchecked', checks: [] });
	});

	test('what is left when others are taken away', () => {
		const relations = [{ kind: 'difference', from: 'two', less: [{ figure: 'two', part: 'a' }] }];
		const whole = {
			numerator: 27,
			breakdown: { parts: [{ label: 'a', count: 21 }], exclusive: true, exhaustive: false },
		};
		expect(status({ numerator: 6, relations }, whole)).toBe('verified');
		expect(status({ numerator: 7, relations }, whole)).toBe('conflict');
	});
});
