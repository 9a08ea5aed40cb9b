import type { Archive } from '../../../archive/publish/view.ts';
import type { Bar } from '../../../figures/charts/bars.ts';
import { byOrganisation, type Group, isRunning, overTime } from '../../../figures/charts/groups.ts';
import { drawOverTime, isSpan, type Point } from '../../../figures/charts/over-time.ts';
import { countOfFigure } from '../../../figures/compare.ts';
import { interval, ofCount } from '../../../figures/interval.ts';
import { countInWords, measureLabel, periodInWords, shareInWords } from '../../../figures/words.ts';
import { dateInWords } from '../../../core/values/date.ts';
import type { Figure } from '../../../core/model/figure.ts';
import { type FigureEntry, figureLink } from '../figure/figure-view.ts';
import { type Link, shortName } from '../../labels.ts';
import { capitalise } from '../../../core/text/words.ts';
import { barsView, type ChartView, countWords, picture, sourceOf, THIS } from './chart-view.ts';

/**
 * The charts that combine figures: one measure over time, and one measure across organisations.
 *
 * @param own limits the charts to those with this figure, which is marked in them
 */
export function groupCharts(
	figures: readonly FigureEntry[],
	archive: Archive,
	own?: FigureEntry,
): ChartView[] {
	const isWanted = (group: readonly FigureEntry[]) => own === undefined || group.includes(own);
	const near = own ? figures.filter(({ data }) => data.measure === own.data.measure) : figures;
	return [
		...overTime(near)
			.filter(isWanted)
			.map((group) => timeChart(group, archive, own)),
		...byOrganisation(near)
			.filter(isWanted)
			.map((group) => organisationChart(group, archive, own)),
	];
}

const measureOf = ({ measure = '' }: Figure, archive: Archive) => capitalise(measureLabel(measure, archive));

/** Link to the record that contains a figure, after its publisher. */
function sourceCell(entry: FigureEntry, archive: Archive): Link {
	const { words, link } = sourceOf(entry, archive);
	return { label: words, href: link.href };
}

function timeChart(group: Group<FigureEntry>, archive: Archive, own?: FigureEntry): ChartView {
	const points = group.flatMap((entry): (Point & { when: string })[] => {
		const { data } = entry;
		const value = countOfFigure(data);
		const date = data.period.to;
		if (!value || date === null) return [];
		const at = data.numerator?.value ?? data.stated?.value ?? value.low;
		const isOther = own !== undefined && entry !== own;
		return [{ date, count: countWords(data), at, value, isOther, when: dateInWords(date) }];
	});
	const running = isRunning(group);
	const said = ({ count, when }: { count: string; when: string }) => `${count} (${when})`;
	const ends = [points[0], points.at(-1)].map((point) => (point ? said(point) : ''));
	const { data } = group[0];
	return {
		...picture(
			`time-${group[0].id}`,
			drawOverTime(points, running),
			points.map(({ count, when }) => `${when}: ${count}`).join('; '),
		),
		title: `${measureOf(data, archive)}: from ${ends.join(' to ')}`,
		subtitle: `${capitalise(data.unit)}. ${running ? 'Each count includes those before it; between the dots nothing is known.' : 'Each stands at the end of its period; they are not joined, since one need not count on from another.'}`,
		warning: null,
		key: timeKey(points, own !== undefined),
		base: `${data.population}.`,
		source: null,
		table: {
			columns: ['When', 'Count', 'Figure', 'Source'],
			rows: group.map((entry) => [
				periodInWords(entry.data.period),
				countWords(entry.data),
				figureLink(entry),
				sourceCell(entry, archive),
			]),
		},
	};
}

/** The part of the legend that the dots’ labels do not state. */
function timeKey(points: readonly Point[], hasOwn: boolean): string {
	const isOpen = ({ value }: Point) => value.high === Infinity;
	return [
		...(hasOwn ? ['Filled: this figure.'] : []),
		...(points.some(isOpen) ? ['An arrow: the number was given as a lower bound.'] : []),
		...(points.some((point) => !isOpen(point) && point.value.high > point.value.low)
			? ['An upright line: by its words the number may be anywhere along it.']
			: []),
		...(points.some(({ date }) => isSpan(date)) ? ['A level line: the day is not known.'] : []),
		'The table has every number.',
	].join(' ');
}

function organisationChart(group: Group<FigureEntry>, archive: Archive, own?: FigureEntry): ChartView {
	const name = ({ organisations: [id = ''] }: Figure) => shortName(id, archive);
	const counted = ({ numerator, denominator }: Figure) =>
		numerator ? `${countInWords(numerator)}${denominator ? ` of ${countInWords(denominator)}` : ''}` : '';
	const bars = group.map((entry): Bar => {
		const { numerator, denominator } = entry.data;
		const share = shareInWords(numerator, denominator);
		return {
			count: counted(entry.data),
			label: `${name(entry.data)}${share ? ` (${share})` : ''}${entry === own ? THIS : ''}`,
			value: numerator ? ofCount(numerator) : interval(0, 0),
			whole: denominator ? ofCount(denominator) : null,
			isOther: own !== undefined && entry !== own,
		};
	});
	const [most] = group;
	const least = group.at(-1) ?? most;
	const said = ({ data }: FigureEntry) => `${counted(data)} (${name(data)})`;
	const { unit, roles, period, denominator } = most.data;
	const measure = measureOf(most.data, archive);
	const hasBase = denominator !== undefined;
	return {
		...barsView(`by-${most.id}`, bars),
		title: hasBase
			? `${measure}: ${said(most)} where most were counted, ${said(least)} where fewest were`
			: `${measure}: from ${said(least)} to ${said(most)}`,
		subtitle: hasBase
			? `${capitalise(unit)} by organisation, within the outline of all of them there. Where they are few, no share is given.`
			: `${capitalise(unit)} by organisation. Organisations differ in size: these are counts, not rates.`,
		warning: null,
		base: `${capitalise(roles ?? unit)}; ${periodInWords(period)}.`,
		source: null,
		table: {
			columns: ['Organisation', 'Count', ...(hasBase ? ['Share'] : []), 'Figure', 'Source'],
			rows: group.map((entry) => [
				name(entry.data),
				counted(entry.data),
				...(hasBase ? [shareInWords(entry.data.numerator, entry.data.denominator) ?? '–'] : []),
				figureLink(entry),
				sourceCell(entry, archive),
			]),
		},
	};
}
