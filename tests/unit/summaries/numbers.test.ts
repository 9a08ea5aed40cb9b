import { describe, expect, test } from 'vitest';
import { independentSources, numbersOf } from '../../../src/summaries/numbers.ts';
import { coOccurringThemes } from '../../../src/summaries/co-occurring-themes.ts';
import { source } from '../../support/samples.ts';
import { archiveOf, configured, keeping, records } from './archive.ts';

const from = (more: object) => ({ sources: [{ ...source(), ...more }] });

describe('the publishers behind reports', () => {
	test.each<[string, object[], string[]]>([
		['one publisher twice is one', [{}, {}], ['the-paper']],
		['two publishers are two', [{}, { publisher: 'the-office' }], ['the-office', 'the-paper']],
		[
			'a copy counts as whose text it repeats',
			[{}, { publisher: 'acme-plans', reproduces: 'the-paper', degree: 'copy' }],
			['the-paper'],
		],
		['a publisher that is not known is not counted', [{}, { publisher: null }], ['the-paper']],
		['only the first source counts', [{}], ['the-paper']],
		['none are none', [], []],
	])('%s', async (_, sources, expected) => {
		const { reports } = await archiveOf(
			records(sources.map((one) => ({ of: 'report' as const, fields: from(one) }))),
		);
		expect(reports).toHaveLength(sources.length);
		expect(independentSources(reports)).toEqual(expected);
	});
});

describe('the four numbers', () => {
	const all = records([
		{ of: 'published', fields: { organisations: ['acme-plans', 'the-office'] } },
		{ of: 'given', fields: { organisations: ['the-paper'] } },
		{ of: 'report' },
		{ of: 'finding' },
		{
			of: 'finding',
			fields: {
				kind: 'recommendation',
				addressees: ['acme-plans'],
				standing: { state: 'no-answer-on-record', note: 'None.' },
			},
		},
	]);

	test('count what there is; recommendations are no findings, and given accounts bring no organisation', async () => {
		const archive = await archiveOf(all);
		expect(numbersOf(archive.records, archive)).toEqual({
			accounts: '2',
			organisations: 2,
			sources: 1,
			findings: '1',
		});
		expect(numbersOf([], archive)).toEqual({ accounts: '0', organisations: 0, sources: 0, findings: '0' });
	});

	test('count organisations of the kinds that the archive collects about', async () => {
		const coverage = { organisationKinds: ['regulator'], from: 2030, to: 2031 };
		const archive = await archiveOf({ ...all, ...configured(coverage) });
		expect(numbersOf(archive.records, archive).organisations).toBe(0);
	});

	test('do not tell how many accounts were given where there are few', async () => {
		const archive = keeping(await archiveOf(all));
		expect(numbersOf(archive.records, archive)).toMatchObject({
			accounts: '1 + fewer than 10',
			findings: '1',
		});
		expect(numbersOf([], archive).accounts).toBe('fewer than 10');
	});
});

describe('themes that occur together', () => {
	const all = records([
		{ of: 'report', fields: { themes: ['charges', 'delays'] } },
		{ of: 'report', fields: { themes: ['delays', 'charges', 'calls'] } },
		{ of: 'report', fields: { themes: ['letters'] } },
		{ of: 'given', fields: { themes: ['charges', 'silence', 'calls'] } },
	]);
	const told = (archive: Awaited<ReturnType<typeof archiveOf>>, id = 'charges') =>
		coOccurringThemes(id, archive).map(({ theme, count }) => [theme.id, count]);

	test('stand with their counts, the most frequent first', async () => {
		const archive = await archiveOf(all);
		expect(told(archive)).toEqual([
			['calls', '2'],
			['delays', '2'],
			['silence', '1'],
		]);
		expect(told(archive, 'letters')).toEqual([]);
	});

	test('do not show that a given account is under both', async () => {
		const archive = keeping(await archiveOf(all));
		expect(told(archive)).toEqual([
			['delays', '2 + fewer than 10'],
			['calls', '1 + fewer than 10'],
		]);
	});
});
