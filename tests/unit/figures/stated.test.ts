import { describe, expect, test } from 'vitest';
import { interval } from '../../../src/figures/interval.ts';
import { allowedBy, generosity } from '../../../src/figures/phrases.ts';
import { readStated } from '../../../src/core/model/stated.ts';
import { figureOf } from './cases.ts';

describe('a number as it is printed', () => {
	test.each([
		['9%', { as: 'percent', phrase: 'exact', value: 9, dp: 0 }],
		['9pc', { as: 'percent', phrase: 'exact', value: 9, dp: 0 }],
		['85 percent', { as: 'percent', phrase: 'exact', value: 85, dp: 0 }],
		['3.75 per cent', { as: 'percent', phrase: 'exact', value: 3.75, dp: 2 }],
		['around seven per cent', { as: 'percent', phrase: 'about', value: 7, dp: 0 }],
		['almost 8%', { as: 'percent', phrase: 'almost', value: 8, dp: 0 }],
		['Under 4%', { as: 'percent', phrase: 'under', value: 4, dp: 0 }],
		['most', { as: 'percent', phrase: 'over', value: 50, dp: 0 }],
		['four out of five', { as: 'fraction', phrase: 'exact', value: 4, of: 5 }],
		['nearly 1 in 200', { as: 'fraction', phrase: 'almost', value: 1, of: 200 }],
		['a fifth', { as: 'fraction', phrase: 'about', value: 1, of: 5 }],
		['two thirds', { as: 'fraction', phrase: 'about', value: 2, of: 3 }],
		['under a quarter', { as: 'fraction', phrase: 'under', value: 1, of: 4 }],
		['less than half', { as: 'fraction', phrase: 'under', value: 1, of: 2 }],
		['half as likely', { as: 'ratio', phrase: 'about', value: 0.5 }],
		['twice as often', { as: 'ratio', phrase: 'about', value: 2 }],
		['over 300', { as: 'count', phrase: 'over', value: 300 }],
		['nearly 1,300', { as: 'count', phrase: 'almost', value: 1300 }],
		['the most common outcome', { as: 'rank', phrase: 'exact' }],
	])('%s', (text, expected) => {
		expect(readStated(text)).toEqual({ text, ...expected });
	});

	test.each([
		'',
		'many',
		'five in four',
		'cleared in almost every case',
		'1,30',
		'%',
		'two',
		'zero out of zero',
	])('“%s” is not guessed at', (text) => {
		const read = readStated(text);
		expect(read === null || (text === 'two' && read.value === 2)).toBe(true);
	});

	test('is refused by the schema where it cannot be read, and taken where it is written out', () => {
		expect(() => figureOf({ unit: 'x', stated: 'a good few' })).toThrow(/Cannot be read as a number/);
		expect(() => figureOf({ unit: 'x', stated: { text: 'a good few', as: 'percent' } })).toThrow(
			/Cannot be read/,
		);
		const written = { text: 'a good few', as: 'percent', value: 60, phrase: 'over' };
		expect(figureOf({ unit: 'x', stated: written }).stated).toEqual(written);
		expect(figureOf({ unit: 'x', stated: { text: '9%', measure: 'charged' } }).stated).toMatchObject({
			value: 9,
			measure: 'charged',
		});
	});
});

const allowed = (text: string) => {
	const stated = readStated(text);
	return stated && allowedBy(stated);
};

describe('the numbers that printed words allow (ST-2)', () => {
	test.each([
		['9%', interval(8.5, 9.5, false, true)],
		['3.4%', interval(3.35, 3.45, false, true)],
		['almost 8%', interval(7, 8, false, true)],
		['almost 80%', interval(76, 80, false, true)],
		['nearly one in five', interval(17.5, 20, false, true)],
		['under 4%', interval(0, 4, false, true)],
		['over 60%', interval(60, 100, true, false)],
		['about 5%', interval(4, 6)],
		['about 50%', interval(45, 55)],
		['four out of five', interval(70, 90, false, true)],
		['a fifth', interval(17.5, 22.5)],
		['half as likely', interval(0.45, 0.55)],
		['over 300', interval(300, Infinity, true, true)],
		['nearly 700', interval(665, 700, false, true)],
	])('%s', (text, expected) => {
		expect(allowed(text)).toEqual(expected);
	});

	test('“one in n” rounds the n', () => {
		const range = allowed('one in four');
		expect(range?.low).toBeCloseTo(100 / 4.5);
		expect(range?.high).toBeCloseTo(100 / 3.5);
	});

	test('a rank allows any number', () => {
		expect(allowed('most common')).toBeNull();
	});

	test('true but generous words are told', () => {
		const tell = (text: string, share: number) => {
			const stated = readStated(text);
			return stated && generosity(stated, interval(share, share));
		};
		expect(tell('four out of five', 77.8)).toBeCloseTo(2.2);
		expect(tell('four out of five', 78.5)).toBeNull();
		expect(tell('under 4%', 2.9)).toBeCloseTo(1.1);
		expect(tell('under 4%', 3.4)).toBeNull();
	});
});
