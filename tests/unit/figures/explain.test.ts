import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/figures/verify-arithmetic.ts';
import { STATUSES } from '../../../src/figures/assessment.ts';
import { interval } from '../../../src/figures/interval.ts';
import {
	percent,
	plain,
	STATUS_WORDS,
	describeCheck,
	shortDescription,
} from '../../../src/figures/explain.ts';
import { figureInWords } from '../../../src/figures/words.ts';
import { figureOf, figures } from './cases.ts';

const list = figures();
const results = assess(list);
const names = { figure: (id: string) => id, measure: (id: string) => id };

/** All that is told of a figure. */
function told(id: string): string {
	const data = list.find((one) => one.id === id)?.data;
	if (!data) throw new Error(`No figure ${id}`);
	return (results.get(id)?.checks ?? []).map((check) => describeCheck(check, data, names)).join(' ');
}

describe('what was found, in words', () => {
	test.each([
		['disciplined-36', 'Printed as “almost 8%”; the counts make 7.7%.'],
		[
			'norfolk-21',
			'Printed as “four out of five”; the counts make 77.8%, which is 2.2 points from what the words suggest.',
		],
		['kent', 'The parts make 29, the whole of it. 5 of them were still open.'],
		[
			'met-361',
			'The parts make 304 of 361, if no part overlaps another. 57 not stated (15.8% of complaints).',
		],
		['norfolk-28', 'The parts make 28, which is 1 more than 27. They cannot all be right.'],
		['three-forces', 'Mixed units: the parts count allegations and cases, too.'],
		['uk-1300', 'More than 1,061 not stated (over 81.6% of people).'],
		['dismissed-36', '36 of more than 1,300 is under 2.8%.'],
		['charged-9', 'any number from 13 to 14 of 149 makes that.'],
		['uk-convicted', 'of 1,300 it would be 44.'],
		['cleared', 'The words speak of “cleared”; what is counted is “not-disciplined”.'],
		['cleared', 'At least 64 were still open when this was counted'],
		['met-within-national', 'Mixed units: allegations here, officers in “probed”.'],
		['met-served-on', 'leaves 311 to 315, if each counts one and the same thing'],
		['met-left', 'together they are 6 to 10.'],
		['met-per-person', '361 complaints for 326 people: 1.11 for each.'],
		['norfolk-caption', 'The words give 4 years; from its first day to its last it was 4.6.'],
		['probed', 'The period is given only as a length of 3 years'],
		['half-as-likely', 'The one share is 0.49 times the other'],
		['met-265', 'largest part by far enough that nothing left out could change that.'],
	])('%s', (id, expected) => {
		expect(told(id)).toContain(expected);
	});

	test('in short, the part that a reader must not miss', () => {
		const short = (id: string) => {
			const data = list.find((one) => one.id === id)?.data;
			return data && results.get(id)?.checks.flatMap((check) => shortDescription(check, data) ?? []);
		};
		expect(short('met-361')).toEqual(['Does not add up by 57: 15.8% of complaints not stated']);
		expect(short('norfolk-28')).toEqual(['Parts exceed the whole by 1']);
		expect(short('kent')).toEqual([]);
	});

	test('every status has words', () => {
		for (const status of STATUSES) expect(STATUS_WORDS[status].label).toMatch(/^[A-Z]/);
	});

	test('every check of every figure is told as a sentence', () => {
		for (const { id, data } of list)
			for (const check of results.get(id)?.checks ?? [])
				expect(describeCheck(check, data, names)).toMatch(/^[“\dA-Z].*\.$/);
	});
});

test('ranges', () => {
	expect(plain(interval(1061, Infinity, true, true))).toBe('more than 1,061');
	expect(plain(interval(6, 10))).toBe('6 to 10');
	expect(plain(interval(0, 9, false, true))).toBe('fewer than 9');
	expect(percent(interval(0, 2.77, true, true))).toBe('under 2.8%');
	expect(percent(interval(81.6, 100))).toBe('at least 81.6%');
});

test('a figure without a count says so within a sentence', () => {
	expect(figureInWords(figureOf({ unit: 'reports', denominator: 149, stated: '9%' }))).toBe(
		'9% of 149 reports (printed without a count)',
	);
	expect(figureInWords(figureOf({ unit: 'people', stated: 'over 300' }))).toBe('over 300 people');
	expect(figureInWords(figureOf({ unit: 'cases', numerator: 8, denominator: 122 }))).toBe(
		'8 of 122 cases (6.6%)',
	);
	expect(figureInWords(figureOf({ unit: 'people', numerator: 1, denominator: 19 }))).toBe('1 of 19 people');
});
