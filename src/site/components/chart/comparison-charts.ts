import type { Archive } from '../../../archive/publish/view.ts';
import type { Bar } from '../../../figures/charts/bars.ts';
import { countOfFigure } from '../../../figures/compare.ts';
import { type Interval, interval } from '../../../figures/interval.ts';
import { shareOfFigure } from '../../../figures/check-share.ts';
import { countInWords, measureLabel, shareInWords } from '../../../figures/words.ts';
import type { Figure } from '../../../core/model/figure.ts';
import type { FigureEntry } from '../figure/figure-view.ts';
import { publisherOf } from '../../labels.ts';
import { capitalise } from '../../../core/text/words.ts';
import { barsView, type ChartView, countWords, THIS } from './chart-view.ts';

/**
 * Charts that compare figures: shares on one axis, each with its base; counts only with counts of the same unit,
 * since lengths of unlike things mean nothing (ST-6). Figures with another measure are not drawn.
 *
 * @param all the figures, with that of the page first
 */
export function comparisonCharts(all: readonly FigureEntry[], archive: Archive): ChartView[] {
	const [own] = all;
	if (!own?.data.measure) return [];
	const alike = all.filter(({ data }) => data.measure === own.data.measure);
	if (shareOfFigure(own.data)) {
		const shares = alike.flatMap((entry) => drawn(entry, shareOfFigure(entry.data), shareWords(entry.data)));
		return differ(shares) ? [chartOf(own, shares, archive, 'shares')] : [];
	}
	const counts = alike.flatMap((entry) =>
		entry.data.unit === own.data.unit && shareOfFigure(entry.data) === null
			? drawn(entry, countOfFigure(entry.data), countWords(entry.data))
			: [],
	);
	return differ(counts) ? [chartOf(own, counts, archive, own.data.unit)] : [];
}

interface Drawn {
	entry: FigureEntry;
	value: Interval;
	words: string;
}

const drawn = (entry: FigureEntry, value: Interval | null, words: string): Drawn[] =>
	value ? [{ entry, value, words }] : [];

/** The share if the base is large enough, otherwise the words as printed or the counts alone (ST-8). */
function shareWords({ numerator, denominator, stated }: Figure): string {
	const share = shareInWords(numerator, denominator) ?? stated?.text;
	return (
		share ?? (numerator && denominator ? `${countInWords(numerator)} of ${countInWords(denominator)}` : '')
	);
}

function chartOf(own: FigureEntry, figures: readonly Drawn[], archive: Archive, what: string): ChartView {
	const isShares = what === 'shares';
	const bars = figures.map(({ entry, value, words }): Bar => {
		const { denominator, unit } = entry.data;
		const of = isShares ? `of ${denominator ? `${countInWords(denominator)} ` : ''}${unit}` : unit;
		return {
			count: words,
			label: `${of}; ${publisherOf(archive.record.get(entry.data.record)?.data.sources[0], archive)}${entry === own ? THIS : ''}`,
			value: isShares && value.high > 100 ? { ...value, high: 100 } : value,
			// A share is drawn within the outline of 100%: the largest share is not the whole.
			whole: isShares ? interval(0, 100) : null,
			isOther: entry !== own,
		};
	});
	const measure = own.data.measure ? measureLabel(own.data.measure, archive) : '';
	return {
		...barsView(`beside-${own.id}`, bars),
		title: `${capitalise(measure)}: ${messageOf(figures)}`,
		subtitle: isShares
			? 'Shares, each of its own base.'
			: `${capitalise(what)}. Counts of anything else are not drawn.`,
		warning: null,
		base: null,
		source: null,
		table: null,
	};
}

/** Bars of equal length would show nothing that the words do not. */
const differ = ([first, ...others]: readonly Drawn[]): boolean =>
	others.some(({ value }) => value.low !== first?.value.low || value.high !== first.value.high);

/** `3.4%, 6.3% and around seven per cent`; for many values, only the extremes. */
function messageOf(figures: readonly Drawn[]): string {
	const middle = ({ low, high }: Interval) => (high === Infinity ? low : (low + high) / 2);
	const sorted = figures.toSorted((a, b) => middle(a.value) - middle(b.value));
	const words = [...new Set(sorted.map((figure) => figure.words))];
	return words.length > 3
		? `from ${words[0]} to ${words.at(-1)}`
		: `${words.slice(0, -1).join(', ')}${words.length > 1 ? ' and ' : ''}${words.at(-1)}`;
}
