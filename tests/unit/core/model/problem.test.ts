import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RuleId } from '../../../../src/core/rules/rules.ts';
import { compare, type Problem, sortProblems } from '../../../../src/core/values/problem.ts';

const problem = (file: string, line: number, column: number, rule: RuleId): Problem => ({
	file,
	line,
	column,
	rule,
	message: '',
	advice: '',
	severity: 'error',
});

test('problems stand in reading order', () => {
	const sorted = [
		problem('Z.mdx', 1, 1, 'AN-1'),
		problem('a.mdx', 2, 1, 'AN-1'),
		problem('a.mdx', 10, 1, 'AN-1'),
		problem('a.mdx', 10, 2, 'AN-1'),
		problem('a.mdx', 10, 2, 'AN-2'),
		problem('é.mdx', 1, 1, 'AN-1'),
	];
	fc.assert(
		fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
			expect(sortProblems(shuffled)).toEqual(sorted);
		}),
	);
});

test('sorting leaves the list that was given as it was', () => {
	const given = [problem('b', 1, 1, 'AN-1'), problem('a', 1, 1, 'AN-1')];
	sortProblems(given);
	expect(given.map(({ file }) => file)).toEqual(['b', 'a']);
});

test('texts are compared by code unit, whatever the locale', () => {
	expect(['ä', 'z', 'a', 'Z'].sort(compare)).toEqual(['Z', 'a', 'z', 'ä']);
	expect(compare('a', 'a')).toBe(0);
});
