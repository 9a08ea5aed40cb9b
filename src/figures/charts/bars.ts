import { scaleLinear } from 'd3-scale';
import type { Interval } from '../interval.ts';
import { LINE, type Mark, type Plot, type Run } from './marks.ts';
import { LINE_LENGTH, wrap } from './wrap.ts';

/** What a bar shows: counted cases, cases still open, or cases not stated. */
type BarKind = 'stated' | 'open' | 'rest';

/** One row of a bar chart. */
export interface Bar {
	/** The number, shown before the label. */
	count: string;
	label: string;
	/** Start of its bar: after the previous parts if parts are stacked. */
	start?: number;
	/** Interval of possible numbers. */
	value: Interval;
	/** The whole that it is part of, drawn as an outline. */
	whole?: Interval | null;
	kind?: BarKind;
	/** Whether it is another figure than the page’s own. */
	isOther?: boolean;
}

const BAR = 0.95;
const GAP = 0.8;
/** How far an open end is drawn beyond its bound. */
const BEYOND = 1.1;

/** Draws rows of bars on one axis from zero, each below its number and label. */
export function drawBars(bars: readonly Bar[]): Plot {
	const most = Math.max(...bars.map(endOf));
	const across = scaleLinear([0, most > 0 ? most : 1], [0, 100]).clamp(true);
	const marks: Mark[] = [];
	let y = 0;
	for (const bar of bars) {
		const runs = labelOf(bar);
		marks.push({
			kind: 'text',
			x: 0,
			y: y + 1,
			anchor: 'start',
			look: 'label',
			runs,
		});
		y += LINE * (1 + runs.filter(({ breaks }) => breaks).length) + 0.1;
		marks.push(...shapesOf(bar, y, across));
		marks.push({ kind: 'line', x1: 0, x2: 0, y1: y - 0.15, y2: y + BAR + 0.15, look: 'axis' });
		y += BAR + GAP;
	}
	return { marks, height: y - GAP + 0.2 };
}

/** The end of the longest row; an open end extends a little beyond its bound. */
function endOf({ start = 0, value, whole }: Bar): number {
	const end = ({ low, high }: Interval) => (high === Infinity ? low * BEYOND : high);
	return Math.max(start + end(value), whole ? end(whole) : 0);
}

function labelOf({ count, label }: Bar): Run[] {
	const [first = '', ...more] = wrap(label, LINE_LENGTH - count.length - 2);
	return [
		{ text: count, strong: true },
		...(first === '' ? [] : [{ text: `  ${first}` }]),
		...more.map((text) => ({ text, breaks: true })),
	];
}

function shapesOf(
	{ start = 0, value, whole, kind = 'stated', isOther = false }: Bar,
	y: number,
	across: (value: number) => number,
): Mark[] {
	const from = across(start);
	const rect = (x: number, end: number, look: string, hatch?: 'rest' | 'maybe'): Mark[] =>
		end <= x
			? []
			: [
					{
						kind: 'rect',
						x,
						y,
						width: end - x,
						height: BAR,
						look,
						...(hatch === undefined ? {} : { hatch }),
					},
				];
	const low = across(start + value.low);
	const high = across(start + value.high);
	if (kind === 'rest') return [...trackOf(whole, y, across), ...rect(from, high, 'rest', 'rest')];
	const look = kind === 'open' ? 'open' : isOther ? 'bar chart-other' : 'bar';
	return [
		...trackOf(whole, y, across),
		...rect(from, low, look),
		...rect(low, high, value.high === Infinity ? 'beyond' : 'maybe', 'maybe'),
	];
}

/** The outline of a whole: without its right edge where it has no upper bound. */
function trackOf(whole: Interval | null | undefined, y: number, across: (value: number) => number): Mark[] {
	if (!whole) return [];
	const end = across(whole.high);
	if (whole.high !== Infinity) return [{ kind: 'rect', x: 0, y, width: end, height: BAR, look: 'track' }];
	return [y, y + BAR].map((at) => ({ kind: 'line', x1: 0, x2: end, y1: at, y2: at, look: 'track' }));
}
