import { describe, expect, test } from 'vitest';
import { type Bar, drawBars } from '../../../../src/figures/charts/bars.ts';
import type { Mark } from '../../../../src/figures/charts/marks.ts';
import { interval, ofCount } from '../../../../src/figures/interval.ts';
import type { Count } from '../../../../src/core/model/figure.ts';

const exact = (value: number) => interval(value, value);
const of = (value: number, op: Count['op']) => ofCount({ value, op });
const bar = (change: Partial<Bar>): Bar => ({ count: '1', label: 'x', value: exact(1), ...change });

/** What is drawn, without the words and the line at nothing: look, beginning and width in per cent. */
function shapes(...bars: Bar[]) {
	return drawBars(bars).marks.flatMap((mark) => {
		if (mark.kind === 'rect') return [[mark.look, Math.round(mark.x), Math.round(mark.width)]];
		return mark.kind === 'line' && mark.look !== 'axis' ? [[`${mark.look} line`, mark.x1, mark.x2]] : [];
	});
}

describe('bars', () => {
	test.each<[string, Bar[], unknown[]]>([
		['nothing of something', [bar({ value: exact(0), whole: exact(8) })], [['track', 0, 100]]],
		['nothing of nothing', [bar({ value: exact(0) })], []],
		[
			'all of it',
			[bar({ value: exact(8), whole: exact(8) })],
			[
				['track', 0, 100],
				['bar', 0, 100],
			],
		],
		[
			'a part',
			[bar({ value: exact(2), whole: exact(8) })],
			[
				['track', 0, 100],
				['bar', 0, 25],
			],
		],
		[
			'parts that follow one another, with what is still open and what is not stated',
			[
				bar({ value: exact(5), whole: exact(10) }),
				bar({ value: exact(2), start: 5, kind: 'open', whole: exact(10) }),
				bar({ value: exact(3), start: 7, kind: 'rest', whole: exact(10) }),
			],
			[
				['track', 0, 100],
				['bar', 0, 50],
				['track', 0, 100],
				['open', 50, 20],
				['track', 0, 100],
				['rest', 70, 30],
			],
		],
		[
			'a lower bound: solid as far as it is known, hatched a little beyond',
			[bar({ value: of(100, '>') })],
			[
				['bar', 0, 91],
				['beyond', 91, 9],
			],
		],
		[
			'an upper bound, as small counts are shown: all hatched',
			[bar({ value: of(5, '<') })],
			[['maybe', 0, 100]],
		],
		[
			'about: hatched from the least to the most',
			[bar({ value: of(100, '≈') })],
			[
				['bar', 0, 82],
				['maybe', 82, 18],
			],
		],
		[
			'a whole without an upper bound has no right edge',
			[bar({ value: exact(55), whole: of(100, '>') })],
			[
				['track line', 0, 100],
				['track line', 0, 100],
				['bar', 0, 50],
			],
		],
		[
			'one of another figure',
			[bar({ value: exact(4) }), bar({ value: exact(4), isOther: true })],
			[
				['bar', 0, 100],
				['bar chart-other', 0, 100],
			],
		],
		[
			'a huge range',
			[bar({ value: exact(1_000_000) }), bar({ value: exact(1) })],
			[
				['bar', 0, 100],
				['bar', 0, 0],
			],
		],
		[
			'parts that make more than their whole stay on the picture',
			[bar({ value: exact(8), start: 4, whole: exact(10) })],
			[
				['track', 0, 83],
				['bar', 33, 67],
			],
		],
	])('%s', (_, bars, expected) => {
		expect(shapes(...bars)).toEqual(expected);
	});

	test('stand below one another, each under its own words, and none leaves the picture', () => {
		const long = 'a label that is far too long for one line of a telephone and so needs two or three of them';
		const { marks, height } = drawBars([bar({ label: long }), bar({}), bar({ label: long })]);
		const tops = marks.flatMap((mark) => (mark.kind === 'text' || mark.kind === 'rect' ? [mark.y] : []));
		expect(tops).toEqual(tops.toSorted((a, b) => a - b));
		const bottoms = marks.flatMap((mark) => (mark.kind === 'rect' ? [mark.y + mark.height] : []));
		expect(Math.max(...bottoms)).toBeLessThanOrEqual(height);
		const words = marks.filter((mark): mark is Mark & { kind: 'text' } => mark.kind === 'text');
		for (const { runs } of words) for (const { text } of runs) expect(text.length).toBeLessThanOrEqual(42);
		expect(words[0]?.runs.map(({ text }) => text.trim()).join(' ')).toBe(`1 ${long}`);
	});
});
