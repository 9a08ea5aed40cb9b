import type { Archive } from '../../../archive/publish/view.ts';
import type { Bar } from '../../../figures/charts/bars.ts';
import type { SumCheck } from '../../../figures/assessment.ts';
import { interval, isExact, notNegative, ofCount } from '../../../figures/interval.ts';
import { shareOfFigure } from '../../../figures/check-share.ts';
import { percent, plain } from '../../../figures/explain.ts';
import { countInWords, shareInWords } from '../../../figures/words.ts';
import type { Breakdown, Figure } from '../../../core/model/figure.ts';
import type { FigureEntry, FigureView, PartRow } from '../figure/figure-view.ts';
import { capitalise } from '../../../core/text/words.ts';
import { barsView, type ChartView, sourceOf } from './chart-view.ts';

/**
 * The chart of one figure: its parts within the whole, otherwise its number within its base. Mutually exclusive parts
 * are stacked; others all start at zero, since they may overlap.
 *
 * @returns null if there is no base to compare it with, or if the parts have different units
 */
export function figureChart(entry: FigureEntry, view: FigureView, archive: Archive): ChartView | null {
	const { data } = entry;
	const drawn = view.sum ? partsOf(data, view, view.sum) : shareOf(data);
	if (!drawn) return null;
	const { bars, ...words } = drawn;
	return { ...barsView(entry.id, bars), ...words, base: `${view.base}.`, source: sourceOf(entry, archive) };
}

type Drawn = Pick<ChartView, 'title' | 'subtitle' | 'warning' | 'table'> & { bars: readonly Bar[] };

function partsOf(figure: Figure, view: FigureView, sum: SumCheck): Drawn | null {
	const { breakdown, numerator, unit } = figure;
	if (!breakdown || !numerator || sum.units.length > 0) return null;
	const whole = ofCount(numerator);
	const isStacked = breakdown.exclusive === true && sum.sum.low <= whole.high;
	let reached = 0;
	const bars = view.parts.map((row, index): Bar => {
		const part = breakdown.parts[index];
		const value = part ? ofCount(part.count) : notNegative(sum.remainder);
		const start = isStacked ? reached : 0;
		reached += value.low;
		return {
			count: row.count,
			label: row.share ? `${row.label} (${row.share})` : row.label,
			value,
			whole,
			start,
			kind: row.isRest ? 'rest' : part?.pending ? 'open' : 'stated',
		};
	});
	const notes = [
		breakdown.exclusive === true ? '' : 'The parts may overlap, so each is drawn by itself.',
		breakdown.exhaustive === true ? '' : 'Not all parts are given.',
	];
	return {
		bars: [
			{ count: countInWords(numerator), label: `${unit} in all`, value: interval(0, 0), whole },
			...bars,
		],
		title: partsMessage(view, sum, breakdown, unit),
		subtitle: [`${capitalise(figure.label)}.`, ...notes].filter(Boolean).join(' '),
		// Two of the titles say this already.
		warning: sum.remainder.high < 0 || isMostlyRest(sum, breakdown) ? null : view.short,
		table: null,
	};
}

/** Sums up the parts: more than the whole, mostly not stated, or the largest part. */
function partsMessage(
	{ parts: rows }: FigureView,
	check: SumCheck,
	breakdown: Breakdown,
	unit: string,
): string {
	const { sum, total, remainder } = check;
	const whole = `${countInWords(total)} ${unit}`;
	if (remainder.high < 0) return `The parts make ${plain(sum)}, which is more than the whole of ${whole}`;
	const of = ({ count, share }: PartRow) => `${count} of ${whole}${share ? ` (${share})` : ''}`;
	const rest = rows.find(({ isRest }) => isRest);
	if (rest && isMostlyRest(check, breakdown)) return `Not stated for ${of(rest)}`;
	const largest = rows[breakdown.parts.findIndex(({ count }) => count.value === largestOf(breakdown))];
	return largest ? `${largest.label}: ${of(largest)}` : whole;
}

const largestOf = ({ parts }: Breakdown) => Math.max(...parts.map(({ count }) => count.value));
/** Whether the part not stated is larger than any other. */
const isMostlyRest = ({ remainder }: SumCheck, breakdown: Breakdown) => remainder.low > largestOf(breakdown);

/** A number within its base; if only a share was printed, the share within 100%. */
function shareOf(figure: Figure): Drawn | null {
	const { numerator, denominator, stated, unit, label } = figure;
	const share = shareOfFigure(figure);
	if (!share) return null;
	const printed = stated ? [['As printed', stated.text, '']] : [];
	const base = denominator && `${countInWords(denominator)} ${unit}`;
	if (numerator && denominator) {
		const computed = shareInWords(numerator, denominator);
		const count = countInWords(numerator);
		const of = `of ${base}${computed ? ` (${computed})` : ''}`;
		return {
			bars: [{ count, label: of, value: ofCount(numerator), whole: ofCount(denominator) }],
			title: `${capitalise(label)}: ${count} ${of}`,
			subtitle: 'The bar is the number; the outline around it is what it is of.',
			warning: null,
			table: {
				columns: ['What', 'Number', 'Share'],
				rows: [
					[capitalise(label), count, computed ?? percent(share)],
					[capitalise(unit), countInWords(denominator), ''],
					...printed,
				],
			},
		};
	}
	const text = stated?.text ?? percent(share);
	return {
		bars: [
			{
				count: text,
				label: `of ${base ?? unit}, as printed`,
				value: share.high > 100 ? { ...share, high: 100 } : share,
				whole: interval(100, 100),
			},
		],
		title: `${capitalise(label)}: ${text} of ${base ?? unit}, as printed`,
		subtitle: 'No count was printed: the bar is the printed share, the outline around it is all.',
		warning: null,
		table: {
			columns: ['What', 'Number'],
			rows: [
				['As printed', text],
				['Of', base ?? unit],
				...(isExact(share) ? [] : [['Which may be', percent(share)]]),
			],
		},
	};
}
