import { describe, expect, test } from 'vitest';
import type { Archive } from '../../../../src/archive/publish/view.ts';
import { byOrganisation, isRunning, overTime } from '../../../../src/figures/charts/groups.ts';
import { comparisonCharts } from '../../../../src/site/components/chart/comparison-charts.ts';
import { groupCharts } from '../../../../src/site/components/chart/group-charts.ts';
import { figureChart } from '../../../../src/site/components/chart/figure-chart.ts';
import { figureView } from '../../../../src/site/components/figure/figure-view.ts';
import { type Figure, figureSchema } from '../../../../src/core/model/figure.ts';
import { figure as sample, IDS, VOCABULARY } from '../../../support/samples.ts';

const SHOPS = ['north', 'south', 'east'];
const schema = figureSchema({ ...VOCABULARY, organisations: SHOPS });

/** A figure with the fields that a test is about, as an archive holds it. */
function entry(id: string, fields: Record<string, unknown>) {
	const {
		numerator: _,
		denominator: __,
		stated: ___,
		breakdown: ____,
		...rest
	} = sample() as Record<string, unknown>;
	const data: Figure = schema.parse({
		...rest,
		measure: 'complained',
		unit: 'buyers',
		record: IDS[0],
		...fields,
	});
	return { id, file: `figures/${id}.yaml`, data, digest: '' };
}
const period = (from: string | null, to: string | null) => ({ from, to, asStated: 'as stated' });
const archiveOf = (figures: ReturnType<typeof entry>[]) =>
	({
		figures,
		figure: new Map(figures.map((figure) => [figure.id, figure])),
		record: new Map(),
		organisation: new Map(SHOPS.map((id) => [id, { id, data: { name: `The ${id}` } }])),
		config: { measures: [{ id: 'complained', label: 'Complained' }] },
	}) as unknown as Archive;

const RUN = [
	entry('c', { numerator: { value: 90, op: '>' }, period: period(null, '2031-09-01') }),
	entry('a', { numerator: 12, period: period(null, '2031-01-02') }),
	entry('b', { stated: 'nearly 40', period: period(null, '2031-04') }),
];
const shop = (id: string, numerator: number, fields = {}) =>
	entry(`${id}-${numerator}`, { numerator, organisations: [id], period: period('2030', '2031'), ...fields });

describe('figures that make a chart together', () => {
	test('one thing at three times, in their order', () => {
		expect(overTime(RUN).map((group) => group.map(({ id }) => id))).toEqual([['a', 'b', 'c']]);
		expect(isRunning(overTime(RUN)[0] ?? [])).toBe(true);
	});

	test.each([
		['a population', { population: 'others' }],
		['a unit', { unit: 'sellers' }],
		['a measure', { measure: 'paid-twice' }],
		['a place', { place: 'Southmark' }],
		['no date', { period: period('2030', null) }],
	])('but not where one of three differs in %s', (_, change) => {
		const other = entry('c', { numerator: 90, period: period(null, '2031-09-01'), ...change });
		expect(overTime([...RUN.slice(1), other])).toEqual([]);
	});

	test('a count that falls, or begins anew, does not run on', () => {
		const [one, two] = [entry('a', { numerator: 9 }), entry('b', { numerator: 8 })];
		expect(isRunning([one, two])).toBe(false);
		expect(
			isRunning([
				entry('a', { numerator: 8, period: period('2030', '2030') }),
				entry('b', { numerator: 9, period: period('2031', '2031') }),
			]),
		).toBe(false);
	});

	test('one thing of three organisations, the largest first, with those of which two numbers are told', () => {
		const shops = [shop('north', 4), shop('south', 30), shop('east', 7), shop('east', 9)];
		expect(byOrganisation(shops).map((group) => group.map(({ id }) => id))).toEqual([
			['south-30', 'east-9', 'east-7', 'north-4'],
		]);
	});

	test.each([
		['period', { period: period('2030', null) }],
		['roles', { roles: 'managers' }],
		['origin', { origin: 'foi' }],
		['organisation', { organisations: [] }],
		['base', { denominator: 90 }],
	])('but not where one of three differs in its %s', (_, change) => {
		const shops = [shop('north', 4, { origin: 'survey' }), shop('south', 30, { origin: 'survey' })];
		expect(byOrganisation([...shops, shop('east', 7, { origin: 'survey', ...change })])).toEqual([]);
		expect(byOrganisation([...shops, shop('east', 7, { origin: 'survey' })]).length).toBe(1);
	});
});

describe('what charts say', () => {
	const own = (fields: Record<string, unknown>) => {
		const figure = entry('own', { label: 'buyers who complained', ...fields });
		const archive = archiveOf([figure]);
		return figureChart(figure, figureView(figure, archive), archive);
	};
	const parts = (exclusive: unknown, exhaustive: unknown, ...counts: number[]) => ({
		exclusive,
		exhaustive,
		parts: counts.map((count, index) => ({ label: `Part ${index + 1}`, count })),
	});

	test.each<[string, Record<string, unknown>, string | null, string | null]>([
		['a share', { numerator: 14, denominator: 149 }, 'Buyers who complained: 14 of 149 buyers (9.4%)', null],
		['of few', { numerator: 2, denominator: 19 }, 'Buyers who complained: 2 of 19 buyers', null],
		['as printed', { stated: '39%' }, 'Buyers who complained: 39% of buyers, as printed', null],
		['a count alone', { numerator: 14 }, null, null],
		['parts', { numerator: 30, breakdown: parts(true, true, 20, 10) }, 'Part 1: 20 of 30 buyers (67%)', null],
		[
			'a remainder',
			{ numerator: 361, breakdown: parts('unknown', false, 265, 39) },
			'Part 1: 265 of 361 buyers (73.4%)',
			'Does not add up by 57: 15.8% of buyers not stated',
		],
		[
			'mostly not stated',
			{ numerator: 259, breakdown: parts('unknown', false, 14, 59) },
			'Not stated for 186 of 259 buyers (71.8%)',
			null,
		],
		[
			'too much',
			{ numerator: 27, breakdown: parts('unknown', 'unknown', 21, 7) },
			'The parts make 28, which is more than the whole of 27 buyers',
			null,
		],
		[
			'parts of another unit',
			{
				numerator: 30,
				breakdown: { exclusive: true, exhaustive: false, parts: [{ label: 'x', count: 3, unit: 'shops' }] },
			},
			null,
			null,
		],
	])('of one figure: %s', (_, fields, title, warning) => {
		const chart = own(fields);
		expect(chart?.title ?? null).toBe(title);
		expect(chart?.warning ?? null).toBe(warning);
	});

	test('parts that may overlap all begin at nothing; others follow one another', () => {
		const xs = (exclusive: unknown) =>
			[
				...(own({ numerator: 30, breakdown: parts(exclusive, false, 15, 6) })?.svg.matchAll(
					/class="chart-bar" x="([^"]+)"/g,
				) ?? []),
			].map(([, x]) => x);
		expect(xs('unknown')).toEqual(['0%', '0%']);
		expect(xs(false)).toEqual(['0%', '0%']);
		expect(xs(true)).toEqual(['0%', '50%']);
	});

	test('of figures side by side: shares with shares, counts with counts of the same unit, and nothing else', () => {
		const titles = (...figures: ReturnType<typeof entry>[]) =>
			comparisonCharts(figures, archiveOf(figures)).map(({ title }) => title);
		const a = entry('a', { numerator: 47, denominator: 122 });
		const b = entry('b', { stated: '40%' });
		const few = entry('few', { numerator: 5, denominator: 19 });
		expect(titles(a, b)).toEqual(['Complained: 38.5% and 40%']);
		expect(titles(a, few)).toEqual(['Complained: 5 of 19 and 38.5%']);
		expect(titles(a, entry('c', { numerator: 3 }))).toEqual([]);
		expect(titles(a, entry('c', { stated: '40%', measure: 'paid-twice' }))).toEqual([]);
		const count = entry('d', { numerator: 259 });
		expect(titles(count, entry('e', { numerator: 361 }))).toEqual(['Complained: 259 and 361']);
		expect(titles(count, entry('e', { numerator: 361, unit: 'letters' }))).toEqual([]);
		expect(titles(count, entry('e', { numerator: 259 }))).toEqual([]);
	});

	test('of figures together: from where to where, with a table of every number', () => {
		const charts = groupCharts(RUN, archiveOf(RUN));
		expect(charts.map(({ title }) => title)).toEqual([
			'Complained: from 12 (2 January 2031) to more than 90 (1 September 2031)',
		]);
		expect(charts[0]?.table?.rows.map((row) => row[1])).toEqual(['12', 'nearly 40', 'more than 90']);
		const shops = SHOPS.map((id, index) =>
			shop(id, [8, 30, 0][index] ?? 0, { denominator: [19, 40, 9][index] }),
		);
		const [chart] = groupCharts(shops, archiveOf(shops), shops[0]);
		expect(chart?.title).toBe(
			'Complained: 30 of 40 (The south) where most were counted, 0 of 9 (The east) where fewest were',
		);
		expect(chart?.table?.rows.map((row) => row.slice(0, 3))).toEqual([
			['The south', '30 of 40', '75%'],
			['The north', '8 of 19', '–'],
			['The east', '0 of 9', '–'],
		]);
		expect(chart?.svg).toContain('The north – this figure');
		expect(groupCharts(shops, archiveOf(shops), entry('other', { numerator: 1 }))).toEqual([]);
	});
});
