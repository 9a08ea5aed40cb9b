import type { Archive } from '../../../archive/publish/view.ts';
import { type Bar, drawBars } from '../../../figures/charts/bars.ts';
import { type Plot, svgOf } from '../../../figures/charts/marks.ts';
import { isExact } from '../../../figures/interval.ts';
import { countInWords } from '../../../figures/words.ts';
import { recordPath } from '../../../core/values/address.ts';
import type { Figure } from '../../../core/model/figure.ts';
import type { FigureEntry } from '../figure/figure-view.ts';
import { dateOrUnknown, type Link, publisherOf } from '../../labels.ts';
import { href } from '../../url.ts';

/** A chart with its text and table; every word and number comes from figures. */
export interface ChartView {
	id: string;
	/** What it shows, as a sentence or a phrase. */
	title: string;
	subtitle: string;
	/** A warning that the parts do not add up to their whole. */
	warning: string | null;
	svg: string;
	/** What outlines and hatchings mean, where there are any. */
	key: string | null;
	/** Population and period; null if they are stated next to the chart. */
	base: string | null;
	/** Source of the numbers; null if each row of the table names its source. */
	source: Source | null;
	/** Its numbers; null if there is a table already. */
	table: ChartTable | null;
}

export interface Source {
	words: string;
	link: Link;
}

interface ChartTable {
	columns: readonly string[];
	rows: readonly (readonly (string | Link)[])[];
}

/** Draws a bar chart, and describes it in words. */
export function barsView(id: string, bars: readonly Bar[]): Pick<ChartView, 'id' | 'svg' | 'key'> {
	const description = bars.map(({ count, label }) => `${count} ${label}`).join('; ');
	return { ...picture(id, drawBars(bars), description), key: keyOf(bars) };
}

/** A drawn chart with its id. */
export function picture(id: string, plot: Plot, description: string): { id: string; svg: string } {
	return { id: `chart-${id}`, svg: svgOf(plot, { id: `chart-${id}`, description: `${description}.` }) };
}

/** The part of the legend that the bars’ labels do not state. */
function keyOf(bars: readonly Bar[]): string | null {
	const kinds = new Set(bars.map(({ kind = 'stated' }) => kind));
	const isVague = bars.some(({ kind, value }) => kind !== 'rest' && !isExact(value));
	const parts = [
		...(kinds.has('open') ? ['Only outlined: still open when it was counted.'] : []),
		...(kinds.has('rest') ? ['Slanted lines: not stated.'] : []),
		...(isVague ? ['Upright lines: the number may end anywhere in them.'] : []),
		...(bars.some(({ whole }) => whole?.high === Infinity)
			? ['No right edge: the whole may be larger.']
			: []),
	];
	return parts.length > 0 ? parts.join(' ') : null;
}

/** Who published a figure, when, and where it is in its record. */
export function sourceOf({ data }: FigureEntry, archive: Archive): Source {
	const source = archive.record.get(data.record)?.data.sources[0];
	return {
		words: `${publisherOf(source, archive)}, ${dateOrUnknown(source?.published ?? null)}`,
		link: {
			label: `record ${data.record}, paragraph ${data.paragraph}`,
			href: href(recordPath(data.record, data.paragraph)),
		},
	};
}

/** The count or, without one, the number as printed. */
export const countWords = ({ numerator, stated }: Figure): string =>
	numerator ? countInWords(numerator) : (stated?.text ?? '');

/** Marks the figure of the page among others. */
export const THIS = ' – this figure';
