import { describe, expect, test } from 'vitest';
import type { Archive } from '../../../src/archive/publish/view.ts';
import {
	type Cell,
	type Grid,
	gridOfThemes,
	gridOfYears,
	NO_YEAR,
	yearOf,
} from '../../../src/summaries/coverage.ts';
import { source } from '../../support/samples.ts';
import { archiveOf, configured, keeping, records } from './archive.ts';

const COVERAGE = {
	organisationKinds: ['seller'],
	from: 2030,
	to: 2032,
	notCollected: [{ organisations: ['the-paper'], from: 2031, reason: 'It closed.' }],
};
const dated = (published: string | null) => ({ sources: [{ ...source(), published }] });

/** A cell in one word. */
const short = (cell: Cell) =>
	cell.kind === 'count'
		? cell.text
		: cell.kind === 'withheld'
			? `${cell.text ?? ''}[c]`
			: cell.kind === 'none'
				? 'none'
				: `[x] ${cell.reason}`;
const shown = (grid: Grid | null) => ({
	columns: grid?.columns,
	rows: grid?.rows.map(({ organisation, cells }) => [organisation.id, ...cells.map(short)]),
	uniform: grid?.uniform.map(({ cell, organisations }) => [
		short(cell),
		...organisations.map(({ id }) => id),
	]),
});

const FILES = records([
	{ of: 'report', fields: dated('2030-05') },
	{ of: 'report', fields: dated('2030-07-01') },
	{ of: 'report', fields: { ...dated('2032'), organisations: ['acme-plans', 'the-paper'] } },
	{ of: 'report', fields: { ...dated('2032'), themes: ['delays'] } },
]);

describe('organisations by year', () => {
	test('are not shown where the archive does not say where it looks', async () => {
		const archive = await archiveOf({ ...FILES, ...configured() });
		expect(gridOfYears('charges', archive)).toBe(null);
		expect(gridOfThemes(archive)).toBe(null);
	});

	test('tell a count from none received and from not collected; one count beats a gap', async () => {
		const archive = await archiveOf({ ...FILES, ...configured(COVERAGE) });
		expect(shown(gridOfYears('charges', archive))).toEqual({
			columns: ['2030', '2031', '2032'],
			rows: [
				['acme-plans', '2', 'none', '1'],
				['the-paper', 'none', '[x] It closed.', '1'],
			],
			uniform: [['none', 'the-office']],
		});
	});

	test('have a column for what is of no year, or of one outside, only where there is such a thing', async () => {
		const files = records([
			{ of: 'report', fields: dated(null) },
			{ of: 'report', fields: dated('2019') },
			{ of: 'report', fields: dated('2030-12-31/2031-01-02') },
		]);
		const archive = await archiveOf({ ...files, ...configured(COVERAGE) });
		const grid = shown(gridOfYears('charges', archive));
		expect(grid.columns?.at(-1)).toBe(NO_YEAR);
		expect(grid.rows?.[0]).toEqual(['acme-plans', 'none', 'none', 'none', '3']);
		expect(grid.rows?.[1]).toEqual(['the-paper', 'none', '[x] It closed.', '[x] It closed.', 'none']);
	});

	test('withhold where a given account could be, whether or not there is one', async () => {
		const withGiven = records([
			{ of: 'report', fields: dated('2030-05') },
			{ of: 'given', fields: { organisations: ['the-office'] } },
		]);
		const archive = keeping(await archiveOf({ ...withGiven, ...configured(COVERAGE) }));
		const grid = shown(gridOfYears('charges', archive));
		expect(grid.rows).toEqual([
			['acme-plans', '1[c]', '[c]', '[c]', '[c]'],
			['the-paper', '[c]', '[x] It closed.', '[x] It closed.', '[c]'],
		]);
		expect(grid.uniform).toEqual([['[c]', 'the-office']]);
	});

	test('say “not collected” of a gap though a given account is in it, so that it cannot be seen there', async () => {
		const gap = { ...COVERAGE, notCollected: [{ organisations: ['the-office'], reason: 'Not looked for.' }] };
		const withGiven = records([
			{ of: 'report', fields: dated('2030-05') },
			{ of: 'given', fields: { organisations: ['the-office'] } },
		]);
		const archive = keeping(await archiveOf({ ...withGiven, ...configured(gap) }));
		expect(shown(gridOfYears('charges', archive)).uniform).toContainEqual([
			'[x] Not looked for.',
			'the-office',
		]);
	});

	test('show numbers of given accounts that are large enough, rounded', () => {
		const given = {
			collection: 'testimonies',
			data: { origin: 'given', organisations: ['acme-plans'], sources: [{ published: '2030' }] },
		};
		const other = { ...given, data: { ...given.data, sources: [{ published: '2032' }] } };
		const organisation = { id: 'acme-plans', data: { kind: 'seller' } };
		const all = [...Array<object>(13).fill(given), ...Array<object>(22).fill(other)];
		const archive = {
			config: { coverage: { ...COVERAGE, notCollected: [] }, disclosure: { smallCount: 10, roundTo: 5 } },
			organisations: [organisation],
			testimonies: all,
			byTheme: new Map([['charges', all]]),
		} as unknown as Archive;
		// Exactly one of the three is small, so the next smallest is not told, either.
		expect(shown(gridOfYears('charges', archive)).rows).toEqual([['acme-plans', '[c]', '[c]', 'about 20']]);
	});
});

describe('organisations by theme', () => {
	test('have a column for each theme', async () => {
		const coverage = { ...COVERAGE, notCollected: [{ themes: ['silence'], reason: 'Not looked for.' }] };
		const archive = await archiveOf({ ...FILES, ...configured(coverage) });
		const grid = gridOfThemes(archive);
		expect(grid?.columns).toEqual(archive.themes.map(({ id }) => id));
		const cells = Object.fromEntries(
			(grid?.rows[0]?.cells ?? []).map((cell, place) => [grid?.columns[place], short(cell)]),
		);
		expect(cells).toEqual({
			charges: '3',
			delays: '1',
			letters: 'none',
			calls: 'none',
			silence: '[x] Not looked for.',
		});
	});

	test('leave a gap in time aside: their places are of no one year', async () => {
		const archive = await archiveOf({ ...FILES, ...configured(COVERAGE) });
		const paper = gridOfThemes(archive)?.rows.find(({ organisation }) => organisation.id === 'the-paper');
		expect(paper?.cells.map(short).filter((cell) => cell.startsWith('[x]'))).toEqual([]);
	});
});

describe('the year of a record', () => {
	test.each([
		['2031-03-14', '2031'],
		['2031?', '2031'],
		['2031-01/2031-12', '2031'],
		['2031-12/2032-01', null],
		[null, null],
	])('of %s is %s', async (published, year) => {
		const { reports } = await archiveOf(records([{ of: 'report', fields: dated(published) }]));
		expect(reports.map(yearOf)).toEqual([year]);
	});

	test('that is official is the year of its issue', async () => {
		const { findings } = await archiveOf(
			records([{ of: 'finding', fields: { ...dated('2031'), issued: '2029-04' } }]),
		);
		expect(findings.map(yearOf)).toEqual(['2029']);
	});
});
