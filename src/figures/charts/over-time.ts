import { scaleLinear, type ScaleTime, scaleUtc } from 'd3-scale';
import type { Interval } from '../interval.ts';
import { dateBounds, type Edtf, MONTHS } from '../../core/values/date.ts';
import { LINE, type Mark, type Plot } from './marks.ts';

/** A count at a time: of a period, at its end. */
export interface Point {
	date: Edtf;
	/** The number as shown; its bounds are drawn. */
	count: string;
	at: number;
	value: Interval;
	isOther?: boolean;
}

const HEIGHT = 11;
const TOP = 2.4;
/** Margin at both sides for half a label, in per cent. */
const SIDE = 3;
/** Widths of the picture for which labels are placed, and of one character, in pixels. */
const NARROW = 288;
const WIDE = 640;
const CHARACTER = 8;

/**
 * Draws counts over time as dots, joined by steps where each count includes the one before: it is only known at the
 * dots. Each number with enough room is placed beside its dot: the last is placed first, then the first.
 *
 * @param points in the order of time
 */
export function drawOverTime(points: readonly Point[], isRunning: boolean): Plot {
	const days = points.map(({ date }) => middle(date));
	const across = scaleUtc([Math.min(...days), Math.max(...days)], [SIDE, 100 - SIDE]);
	const most = Math.max(...points.map(({ at, value }) => (value.high === Infinity ? at : value.high)));
	const bottom = TOP + HEIGHT;
	const down = scaleLinear([0, most > 0 ? most : 1], [bottom, TOP]);
	const xs = days.map((day) => across(day));
	const ys = points.map(({ at }) => down(at));
	const marks: Mark[] = [{ kind: 'line', x1: 0, x2: 100, y1: bottom, y2: bottom, look: 'axis' }];
	marks.push(...ticksOf(across, bottom));
	if (isRunning) marks.push(...stepsOf(xs, ys));
	const narrow = placeNumbers(points, xs, ys, NARROW, new Map());
	const places = placeNumbers(points, xs, ys, WIDE, narrow);
	for (const [index, point] of points.entries()) {
		const [x = 0, y = 0] = [xs[index], ys[index]];
		const { date, value, count, isOther } = point;
		if (isSpan(date)) {
			const { first, last } = dateBounds(date);
			const [x1 = x, x2 = x] = [first, last].map((day) =>
				Math.min(100, Math.max(0, across(Date.parse(day)))),
			);
			marks.push({ kind: 'line', x1, x2, y1: y, y2: y, look: 'span' });
		}
		if (value.high === Infinity) marks.push({ kind: 'arrow', x, y });
		else if (value.high > value.low)
			marks.push({ kind: 'line', x1: x, x2: x, y1: down(value.low), y2: down(value.high), look: 'span' });
		marks.push({ kind: 'dot', x, y, look: isOther ? 'dot chart-hollow' : 'dot' });
		const place = places.get(index);
		const look = narrow.has(index) ? 'number' : 'number chart-wide';
		if (place !== undefined) marks.push(text(x, place, anchorAt(x), look, count));
	}
	return { marks, height: bottom + 0.5 + LINE };
}

/** The middle of the range of a date, in milliseconds; a count without a date sorts last. */
export function middle(date: Edtf | null): number {
	if (date === null) return Infinity;
	const { first, last } = dateBounds(date);
	return (Date.parse(first) + Date.parse(last)) / 2;
}

/** Whether a date may mean more than one day. */
export function isSpan(date: Edtf): boolean {
	const { first, last } = dateBounds(date);
	return first !== last;
}

/** Ticks of round dates; their words where there is room. */
function ticksOf(across: ScaleTime<number, number>, bottom: number): Mark[] {
	let free = 0;
	return across.ticks(4).flatMap((tick): Mark[] => {
		const x = across(tick);
		const words = tickLabel(tick);
		const anchor = anchorAt(x);
		const [left, right] = spanOf(x, words, NARROW);
		const isNarrow = left >= free;
		if (isNarrow) free = right;
		return [
			{ kind: 'line', x1: x, x2: x, y1: bottom, y2: bottom + 0.35, look: 'axis' },
			text(x, bottom + 0.5 + LINE * 0.8, anchor, isNarrow ? 'tick' : 'tick chart-wide', words),
		];
	});
}

function text(x: number, y: number, anchor: 'start' | 'middle' | 'end', look: string, words: string): Mark {
	return { kind: 'text', x, y, anchor, look, runs: [{ text: words }] };
}

/** Labels near an edge extend away from it. */
function anchorAt(x: number): 'start' | 'middle' | 'end' {
	return x < 15 ? 'start' : x > 85 ? 'end' : 'middle';
}

/** Horizontal extent of a label in pixels, for a picture of a given width. */
function spanOf(x: number, words: string, width: number): [left: number, right: number] {
	const size = words.length * CHARACTER;
	const anchor = anchorAt(x);
	const left = (x * width) / 100 - (anchor === 'start' ? 0 : anchor === 'end' ? size : size / 2);
	return [left, left + size];
}

/** A step line: across to the time of the next dot, then up or down to it. */
function stepsOf(xs: readonly number[], ys: readonly number[]): Mark[] {
	return xs.slice(1).flatMap((x, index): Mark[] => {
		const [before = 0, y = 0, next = 0] = [xs[index], ys[index], ys[index + 1]];
		return [
			{ kind: 'line', x1: before, x2: x, y1: y, y2: y, look: 'step' },
			{ kind: 'line', x1: x, x2: x, y1: y, y2: next, look: 'step' },
		];
	});
}

/**
 * Places the numbers at a given width, each above its dot (or the arrow on it) or below: first the
 * last and the first, then for the others from the latest backwards.
 *
 * @param given heights already decided, by index of the point
 */
function placeNumbers(
	points: readonly Point[],
	xs: readonly number[],
	ys: readonly number[],
	width: number,
	given: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
	const last = points.length - 1;
	const order = [...given.keys(), last, 0, ...[...points.keys()].reverse()];
	const taken = points.map((point, index) => dotBox(point, xs[index] ?? 0, ys[index] ?? 0, width, index));
	const places = new Map<number, number>();
	for (const index of order) {
		const [point, x = 0, y = 0] = [points[index], xs[index], ys[index]];
		if (!point || places.has(index)) continue;
		const [left, right] = spanOf(x, point.count, width);
		const above = y - (point.value.high === Infinity ? 1.5 : 0.7);
		const settled = given.get(index);
		const boxAt = (at: number): Box => ({ left, right, top: at - 0.95, bottom: at + 0.2, of: index });
		const place = (settled === undefined ? [above, y + 1.45] : [settled]).find(
			(at) => left >= 0 && right <= width && taken.every((other) => areApart(boxAt(at), other)),
		);
		if (place === undefined) continue;
		taken.push(boxAt(place));
		places.set(index, place);
	}
	return places;
}

/** Occupied space: horizontal in pixels, vertical in units of the text size. */
interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Index of the point that it belongs to. */
	of: number;
}

function dotBox({ value }: Point, x: number, y: number, width: number, of: number): Box {
	const at = (x * width) / 100;
	const top = y - (value.high === Infinity ? 1.3 : 0.4);
	return { left: at - 6, right: at + 6, top, bottom: y + 0.4, of };
}

const areApart = (a: Box, b: Box): boolean =>
	a.of === b.of || a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

/** A year; within it, the month. */
function tickLabel(tick: Date): string {
	const [year, month, day] = [tick.getUTCFullYear(), tick.getUTCMonth(), tick.getUTCDate()];
	if (month === 0 && day === 1) return String(year);
	const name = MONTHS[month]?.slice(0, 3) ?? '';
	return day === 1 ? `${name} ${year}` : `${day} ${name}`;
}
