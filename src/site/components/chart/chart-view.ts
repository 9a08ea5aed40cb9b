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

/** A chart with all that stands around it: every word and number of it comes from figures. */
export interface ChartView {
	id: string;
	/** What it shows, as a sentence or a phrase. */
	title: string;
	subtitle: string;
	/** What a reader must not miss: that parts do not make their whole. */
	warning: string | null;
	svg: string;
	/** What outlines and hatchings mean, where there are any. */
	key: string | null;
	/** Of whom or what, and when; null where that is said beside it. */
	base: string | null;
	/** Where the numbers are from; null where each row of the table says so itself. */
	source: Source | null;
	/** Its numbers; null where a table stands there already. */
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

/** Draws a chart of bars, and says in words what is in it. */
export function barsView(id: string, bars: readonly Bar[]): Pick<ChartView, 'id' | 'svg' | 'key'> {
	const description = bars.map(({ count, label }) => `${count} ${label}`).join('; ');
	return { ...picture(id, drawBars(bars), description), key: keyOf(bars) };
}

/** A drawn chart under its id. */
export function picture(id: string, plot: Plot, description: string): { id: string; svg: string } {
	return { id: `chart-${id}`, svg: svgOf(plot, { id: `chart-${id}`, description: `${description}.` }) };
}

/** What is not said beside the bars themselves. */
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

/** Who published a figure, when, and where its record has it. */
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

/** The count as it was made or, without one, as it was printed. */
export const countWords = ({ numerator, stated }: Figure): string =>
	numerator ? countInWords(numerator) : (stated?.text ?? '');

/** Marks the figure that a page is of among others. */
export const THIS = ' – this figure';
