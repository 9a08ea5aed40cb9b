import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/figures/verify-arithmetic.ts';
import type { Assessment, Check } from '../../../src/figures/assessment.ts';
import { compareFigures } from '../../../src/figures/compare.ts';
import { ambiguousNumbers } from '../../../src/figures/ambiguous-numbers.ts';
import type { Figure } from '../../../src/core/model/figure.ts';
import { CASES, figures } from './cases.ts';

function assessed(list = figures()): Map<string, Assessment> {
	return assess(list);
}

/** The ends of an interval that a number may stand for: either, to the digits that the expectation has. */
function isNear(value: unknown, expected: unknown): boolean {
	if (typeof expected === 'number' && typeof value === 'number') {
		const digits = String(expected).split('.')[1]?.length ?? 0;
		return Number(value.toFixed(digits)) === expected;
	}
	if (typeof value === 'object' && value !== null && 'low' in value && 'high' in value) {
		if (Array.isArray(expected)) return isNear(value.low, expected[0]) && isNear(value.high, expected[1]);
		return isNear(value.low, expected) || isNear(value.high, expected);
	}
	return value === expected;
}

const hasAll = (check: Check, fields: Record<string, unknown>) =>
	Object.entries(fields).every(([name, expected]) => {
		const key = name === 'share' && check.kind === 'sum' ? 'remainderShare' : name;
		return isNear((check as Record<string, unknown>)[key], expected);
	});

describe('the figures worked by hand', () => {
	test('there are 32 of them, none left out', () => {
		expect(CASES.map(({ n }) => n)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
	});

	test.each(CASES.filter(({ judge }) => judge !== undefined))('case $n: $judge is $status', (one) => {
		const result = assessed().get(one.judge ?? '');
		expect(result?.status).toBe(one.status);
		for (const fields of one.checks ?? [])
			expect(
				result?.checks.filter((check) => hasAll(check, fields)),
				JSON.stringify(result?.checks),
			).toHaveLength(1);
	});

	test.each(CASES.filter(({ pair }) => pair !== undefined))('case $n: $pair are told apart', (one) => {
		const list = figures();
		const [a, b] = (one.pair ?? []).map((id) => list.find((figure) => figure.id === id));
		if (!a || !b) throw new Error(`No such pair: ${one.pair}`);
		if (one.same !== undefined)
			expect(ambiguousNumbers([a, b]).map(({ number }) => number)).toEqual([one.same]);
		const { comparable, contradict, differences } = compareFigures(a.data, b.data);
		expect(comparable).toBe(false);
		expect(contradict).toBe(false);
		expect(differences.map(({ field }) => field)).toEqual(expect.arrayContaining(one.differ ?? []));
	});

	test('as many of each status as were counted by hand', () => {
		const result = assessed();
		const counts: Record<string, number> = {};
		for (const { judge } of CASES) {
			const status = judge === undefined ? 'warning' : (result.get(judge)?.status ?? 'none');
			counts[status] = (counts[status] ?? 0) + 1;
		}
		expect(counts).toEqual({
			verified: 10,
			consistent: 6,
			undetermined: 6,
			conflict: 5,
			unchecked: 2,
			warning: 3,
		});
	});
});

/** What was found of a figure, without its numbers: which checks, and how each came out. */
const outcome = (result: Assessment | undefined) =>
	JSON.stringify([result?.status, ...(result?.checks.map(({ kind, status }) => [kind, status]) ?? [])]);

/** Numbers that one count of a figure is changed to, one at a time. */
function changes(figure: Figure, what: string): { to: number; set: () => void }[] {
	const tried = (value: number) =>
		[0, 1, value - 2, value - 1, value + 1, value + 2, value * 2, value * 5 + 1, value * 100].filter(
			(to) => to >= 0 && to !== value,
		);
	const of = (count: { value: number } | undefined) =>
		tried(count?.value ?? 0).map((to) => ({
			to,
			set: () => {
				if (count) count.value = to;
			},
		}));
	if (what === 'parts') return (figure.breakdown?.parts ?? []).flatMap((part) => of(part.count));
	if (what === 'stated') return of(figure.stated as { value: number });
	return of(figure[what as 'numerator']);
}

describe('a changed count does not go unnoticed', () => {
	const rows = CASES.flatMap(({ judge, n, change = [] }) =>
		change.map((what) => ({ n, judge: judge ?? '', what })),
	);

	test('for all that have a count that can be wrong', () => {
		expect(new Set(rows.map(({ n }) => n)).size).toBe(19);
	});

	test.each(rows)('case $n: $what', ({ judge, what }) => {
		const before = outcome(assessed().get(judge));
		const [field, own = judge] = what.split('.').reverse();
		const count = changes(figures().find(({ id }) => id === own)?.data as Figure, field ?? '').length;
		let noticed = 0;
		for (let index = 0; index < count; index++) {
			const list = figures();
			const figure = list.find(({ id }) => id === own)?.data as Figure;
			changes(figure, field ?? '')[index]?.set();
			if (outcome(assessed(list).get(judge)) !== before) noticed++;
		}
		expect(noticed).toBeGreaterThan(0);
	});

	test('in parts that must make the whole, any change is', () => {
		for (const id of ['kent', 'merseyside', 'norfolk-27', 'met-19']) {
			const before = outcome(assessed().get(id));
			const count = changes(figures().find((one) => one.id === id)?.data as Figure, 'parts').length;
			for (let index = 0; index < count; index++) {
				const list = figures();
				const figure = list.find((one) => one.id === id)?.data as Figure;
				changes(figure, 'parts')[index]?.set();
				expect(outcome(assessed(list).get(id)), `${id}, change ${index}`).not.toBe(before);
			}
		}
	});
});
