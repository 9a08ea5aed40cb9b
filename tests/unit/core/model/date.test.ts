import { describe, expect, test } from 'vitest';
import { dateBounds, dateInWords, day, edtfDate, isEdtf, month } from '../../../../src/core/values/date.ts';

describe('isEdtf', () => {
	test.each([
		'2020',
		'2020-03',
		'2020-02-29',
		'2020?',
		'2021-10~',
		'2021-07-10?',
		'2022-03-17/2022-07-06',
		'2018/2021-09',
	])('takes %s', (text) => expect(isEdtf(text)).toBe(true));

	test.each([
		'',
		'20',
		'March 2020',
		'2020-13',
		'2020-00',
		'2020-02-30',
		'2021-02-29',
		'2020-3',
		'10/03/2020',
		'2022/2020',
		'2020-03-01T00:00',
		'2020..',
		'2020%',
		'2020-21',
		'2020-03\n',
		' 2020',
	])('refuses %j', (text) => expect(isEdtf(text)).toBe(false));
});

test('a bare year, which YAML reads as a number, is taken', () => {
	expect(edtfDate.parse(2020)).toBe('2020');
	expect(edtfDate.safeParse(20).success).toBe(false);
	expect(edtfDate.safeParse(2020.5).success).toBe(false);
	expect(edtfDate.safeParse(new Date()).success).toBe(false);
});

test.each([
	['2020', '2020-01-01', '2020-12-31'],
	['2020-02', '2020-02-01', '2020-02-29'],
	['2020-02-03', '2020-02-03', '2020-02-03'],
	['2018/2021-09', '2018-01-01', '2021-09-30'],
])('%s may mean %s to %s', (text, first, last) => {
	expect(dateBounds(text)).toEqual({ first, last });
});

test.each([
	['2020-03-10', '10 March 2020'],
	['2020-03', 'March 2020'],
	['2020', '2020'],
	['2021-10~', 'about October 2021'],
	['2021-07-10?', '10 July 2021 (uncertain)'],
	['2022-03-17/2022-07-06', 'between 17 March 2022 and 6 July 2022'],
])('%s in words', (text, words) => {
	expect(dateInWords(text)).toBe(words);
});

test('days and months are nothing else', () => {
	expect(day.safeParse('2026-11-21').success).toBe(true);
	expect(month.safeParse('2026-11').success).toBe(true);
	for (const wrong of ['2026-11', '2026-02-30', '21.11.2026', 2026])
		expect(day.safeParse(wrong).success).toBe(false);
	for (const wrong of ['2026-11-21', '2026-13', '2026', 2026])
		expect(month.safeParse(wrong).success).toBe(false);
});
