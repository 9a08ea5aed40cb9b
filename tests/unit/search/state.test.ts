import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	choose,
	EMPTY_STATE,
	formatState,
	groupKey,
	isEmpty,
	parseState,
	type SearchState,
	SORTS,
} from '../../../src/search/engine/state.ts';

const value = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)?$/);
const state: fc.Arbitrary<SearchState> = fc.record({
	text: fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
	chosen: fc
		.dictionary(value.map(groupKey), fc.uniqueArray(value, { minLength: 1, maxLength: 4 }), { maxKeys: 4 })
		.map((groups) => new Map(Object.entries(groups))),
	sort: fc.constantFrom(null, ...SORTS),
	page: fc.integer({ min: 1, max: 1000 }),
	private: fc.boolean(),
});

describe('the state in the address', () => {
	test('comes back as it went', () => {
		fc.assert(
			fc.property(state, (before) => {
				const after = parseState(`#${formatState(before)}`);
				expect({ ...after, chosen: new Map([...after.chosen].sort()) }).toEqual({
					...before,
					chosen: new Map([...before.chosen].sort()),
				});
			}),
		);
	});

	test('has one form', () => {
		fc.assert(
			fc.property(state, (one) => {
				expect(formatState(parseState(formatState(one)))).toBe(formatState(one));
			}),
		);
	});

	test('is read from anything without failing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (fragment) => {
				const read = parseState(fragment);
				expect(read.page).toBeGreaterThanOrEqual(1);
			}),
		);
	});

	test('is readable', () => {
		const chosen = new Map([
			['topic', ['b', 'a']],
			['kind', ['reports']],
		]);
		expect(formatState({ text: 'lost "a letter"', chosen, sort: 'newest', page: 2, private: true })).toBe(
			'q=lost+%22a+letter%22&kind=reports&topic=b,a&sort=newest&page=2&private=yes',
		);
		expect(formatState(EMPTY_STATE)).toBe('');
	});

	test('takes what others write: spaces, several fields of a name, nonsense', () => {
		expect(parseState('#q=a%20b&kind=x&kind=y,x&sort=sideways&page=-3')).toEqual({
			text: 'a b',
			chosen: new Map([['kind', ['x', 'y']]]),
			sort: null,
			page: 1,
			private: false,
		});
	});
});

test('choosing starts at the first page, and undoing it leaves no trace', () => {
	const there = choose({ ...EMPTY_STATE, page: 3 }, 'kind', 'reports', true);
	expect(formatState(there)).toBe('kind=reports');
	expect(formatState(choose(there, 'kind', 'findings', true))).toBe('kind=reports,findings');
	expect(isEmpty(choose(there, 'kind', 'reports', false))).toBe(true);
});
