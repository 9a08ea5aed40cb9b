import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/integrity/canonical/canonical.ts';
import { addToLog, parseLog } from '../../../src/integrity/releases/log.ts';
import { IntegrityError } from '../../../src/integrity/integrity-error.ts';

const sums = sha256('sums');
const first = addToLog('', { month: '2032-01', records: 3, release: 1, sums });
const second = addToLog(first, { month: '2032-01', records: 4, release: 2, sums });
const third = addToLog(second, { month: '2032-03', records: 4, release: 3, sums });
const [one = '', two = '', three = ''] = third.split('\n');

test('a line is canonical JSON with the sum of the line before it', () => {
	expect(first).toBe(
		`{"month":"2032-01","previous":"${'0'.repeat(64)}","records":3,"release":1,"sums":"${sums}"}\n`,
	);
	expect(parseLog(third).map(({ release, previous }) => [release, previous])).toEqual([
		[1, '0'.repeat(64)],
		[2, sha256(one)],
		[3, sha256(two)],
	]);
	expect(parseLog('')).toEqual([]);
});

describe('a log that was changed is refused, with the line', () => {
	const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('');
	test.each([
		[
			'a changed byte',
			lines(one.replace('"records":3', '"records":2'), two, three),
			/does not follow.*line 2/,
		],
		['a removed line', lines(one, three), /release 3 in place of release 2: line 2/],
		['the first removed', lines(two, three), /release 2 in place of release 1: line 1/],
		['reordered lines', lines(one, three, two), /line 2/],
		['a line twice', lines(one, two, two), /release 2 in place of release 3: line 3/],
		['a line from elsewhere', lines(one, two.replace(sha256(one), sums)), /does not follow.*line 2/],
		['an earlier month', lines(one, two.replace('2032-01', '2031-12')), /older.*line 2/],
		[
			'another order of fields',
			lines(one.replace(/("month":"[^"]*"),(.*)\}/, '$2,$1}').replace('{', '{')),
			/line 1/,
		],
		['a space', lines(one.replace(',', ', ')), /canonical JSON: line 1/],
		['a further field', lines(one.replace('}', ',"x":1}')), /canonical JSON: line 1/],
		['a day', lines(one.replace('2032-01', '2032-01-02')), /canonical JSON: line 1/],
		['no JSON', lines('x'), /canonical JSON: line 1/],
		['null', lines('null'), /canonical JSON: line 1/],
		['no newline at the end', one, /newline/],
	])('%s', (_, text, why) => {
		expect(() => parseLog(text)).toThrow(IntegrityError);
		expect(() => parseLog(text)).toThrow(why);
	});
});
