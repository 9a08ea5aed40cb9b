import { describe, expect, test } from 'vitest';
import { drawOverTime, type Point } from '../../../../src/figures/charts/over-time.ts';
import { ofCount } from '../../../../src/figures/interval.ts';
import { type Count, OPERATORS } from '../../../../src/core/model/figure.ts';

const point = (date: string, at: number, op: Count['op'] = '='): Point => ({
	date,
	count: OPERATORS[op] + at,
	at,
	value: ofCount({ value: at, op }),
});
const RUN = [
	point('2030-03', 46),
	point('2030-03-24', 81),
	point('2030-10-05', 100, '<'),
	point('2031-05-18', 129, '≥'),
	point('2031-07-10', 150, '>'),
	point('2031-12-01', 160, '≈'),
	point('2034-09-18', 200, '>'),
];

const draw = (points: readonly Point[], isRunning = true) => drawOverTime(points, isRunning).marks;
const texts = (points: readonly Point[], look: RegExp) =>
	draw(points).flatMap((mark) => (mark.kind === 'text' && look.test(mark.look) ? [mark] : []));

describe('counts over time', () => {
	test('stand later to the right and higher where they are more', () => {
		const dots = draw(RUN).flatMap((mark) => (mark.kind === 'dot' ? [mark] : []));
		expect(dots.length).toBe(RUN.length);
		const xs = dots.map(({ x }) => x);
		expect(xs).toEqual(xs.toSorted((a, b) => a - b));
		const ys = dots.map(({ y }) => y);
		expect(ys).toEqual(ys.toSorted((a, b) => b - a));
		expect(xs.every((x) => x >= 0 && x <= 100)).toBe(true);
	});

	test('are joined by steps only where one count ran on', () => {
		const steps = (isRunning: boolean) =>
			draw(RUN, isRunning).filter((mark) => mark.kind === 'line' && mark.look === 'step').length;
		expect([steps(true), steps(false)]).toEqual([2 * (RUN.length - 1), 0]);
	});

	test('a lower bound has an arrow; other vague numbers and days have a line', () => {
		expect(draw(RUN).filter(({ kind }) => kind === 'arrow').length).toBe(3);
		const spans = draw(RUN).flatMap((mark) => (mark.kind === 'line' && mark.look === 'span' ? [mark] : []));
		// Two numbers that may be more or less, and one month.
		expect(spans.filter(({ x1, x2 }) => x1 === x2).length).toBe(2);
		expect(spans.filter(({ y1, y2 }) => y1 === y2).length).toBe(1);
	});

	test('the first and the last number are told; no two stand on one another', () => {
		const numbers = texts(RUN, /^number/).map(({ runs }) => runs[0]?.text);
		expect(numbers).toContain('46');
		expect(numbers).toContain('more than 200');
		const crowd = Array.from({ length: 28 }, (_, index) =>
			point(`2031-01-${String(index + 1).padStart(2, '0')}`, 100 + index),
		);
		// As wide as eight pixels a character, on the narrowest screen.
		const boxes = texts(crowd, /^number$/).map(({ x, y, anchor, runs }) => {
			const size = 8 * (runs[0]?.text.length ?? 0);
			const left = 2.88 * x - { start: 0, middle: size / 2, end: size }[anchor];
			return { left, right: left + size, y };
		});
		expect(boxes.length).toBeGreaterThan(5);
		expect(boxes.length).toBeLessThan(crowd.length);
		for (const [index, one] of boxes.entries()) {
			expect(one.left).toBeGreaterThanOrEqual(0);
			expect(one.right).toBeLessThanOrEqual(288);
			for (const other of boxes.slice(index + 1))
				expect(one.right < other.left || other.right < one.left || Math.abs(one.y - other.y) >= 1).toBe(true);
		}
	});

	test.each([
		['years', [point('2020', 1), point('2024', 2), point('2029', 3)], /^20\d\d$/],
		[
			'months',
			[point('2030-01-10', 1), point('2030-03-02', 2), point('2030-05-30', 3)],
			/^(?:[A-Z][a-z]{2} )?2030$/,
		],
		['days', [point('2030-05-10', 1), point('2030-05-12', 2), point('2030-05-20', 3)], /^\d+ May$/],
	])('the axis has round %s', (_, points, form) => {
		const ticks = texts(points, /^tick/).map(({ runs }) => runs[0]?.text ?? '');
		expect(ticks.length).toBeGreaterThan(1);
		for (const tick of ticks) expect(tick).toMatch(form);
	});

	test.each([
		['nothing but nothing', [point('2030', 0), point('2031', 0)]],
		['one day', [point('2030-05-10', 4), point('2030-05-10', 5)]],
	])('%s can be drawn', (_, points) => {
		const numbers = draw(points).flatMap((mark) =>
			Object.values(mark).filter((value) => typeof value === 'number'),
		);
		expect(numbers.every(Number.isFinite)).toBe(true);
	});
});
