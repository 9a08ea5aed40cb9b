import { describe, expect, test } from 'vitest';
import {
	type Chain,
	chainOf,
	chainsOfTheme,
	countRequests,
	lastChangeDay,
} from '../../../src/summaries/chain.ts';
import { daysBetween } from '../../../src/summaries/days.ts';
import { eventsOf } from '../../../src/summaries/timeline.ts';
import { type Files, textFile } from '../../support/archive.ts';
import { complaint, source, theme, themeText } from '../../support/samples.ts';
import { archiveOf, identifier, keeping, records } from './archive.ts';

const CONCERNS: Files = {
	'complaints/big-complaint.mdx': textFile(
		{
			...complaint(),
			concerns: [1, 2, 3].map((number) => ({ number, text: `Concern of number ${number}.` })),
		},
		'Text.',
	),
	'themes/charges.mdx': textFile({ ...theme(), concerns: [1, 2] }, themeText('About it.')),
	'themes/delays.mdx': textFile({ ...theme(), concerns: [2] }, themeText('About it.')),
};

const ask = (more: object = {}) => ({
	of: 'finding' as const,
	fields: {
		kind: 'recommendation',
		issued: '2031-01-01',
		addressees: ['acme-plans'],
		standing: { state: 'no-answer-on-record', note: 'None was found.' },
		...more,
	},
});
const answer = (to: number, issued: string | null, more: object = {}) => ({
	of: 'finding' as const,
	fields: { kind: 'response', issued, answers: [identifier(to)], ...more },
});
const finding = (more: object) => ({ of: 'finding' as const, fields: { issued: '2031-01-01', ...more } });

async function chain(list: Parameters<typeof records>[0], more: Files = {}): Promise<Chain> {
	const archive = await archiveOf({ ...records(list), ...CONCERNS, ...more });
	const [entry] = archive.complaints;
	if (!entry) throw new Error('no complaint');
	return chainOf(entry, archive);
}
/** What stands where, by the numbers of the made-up records. */
const placed = ({ links }: Chain) =>
	links.map(({ concern, findings, requests }) => [
		concern?.number ?? null,
		findings.map(({ record, declared }) => `${numberOf(record.id)}${declared ? '' : '?'}`).join(' '),
		requests
			.map(({ record }) => numberOf(record.id))
			.toSorted((a, b) => a - b)
			.join(' '),
	]);
const numberOf = (id: string) => Array.from({ length: 20 }, (_, n) => identifier(n)).indexOf(id);

describe('the chain of a complaint', () => {
	test('has a link for each concern, empty ones too, and none for the rest where there is no rest', async () => {
		expect(placed(await chain([]))).toEqual([
			[1, '', ''],
			[2, '', ''],
			[3, '', ''],
		]);
	});

	test('places findings where they say, or by their theme where they do not say', async () => {
		const links = placed(
			await chain([
				finding({ concerns: [3] }),
				finding({ themes: ['delays'] }),
				finding({ themes: ['calls'] }),
			]),
		);
		expect(links).toEqual([
			[1, '', ''],
			[2, '1?', ''],
			[3, '0', ''],
			[null, '2', ''],
		]);
	});

	test('places what was asked where it says, and where the finding is that it rests on', async () => {
		const links = placed(
			await chain([
				finding({ concerns: [1] }),
				ask({ concerns: [3] }),
				ask({ related: [{ how: 'rests-on', record: identifier(0) }] }),
				ask({ concerns: [2], related: [{ how: 'rests-on', record: identifier(0) }] }),
				ask({ related: [identifier(0)], kind: 'action' }),
			]),
		);
		expect(links).toEqual([
			[1, '0', '2 3'],
			[2, '', '3'],
			[3, '', '1'],
			[null, '', '4'],
		]);
	});

	test('goes by the numbers of the documents', async () => {
		const { links } = await chain([
			ask({ concerns: [1] }),
			ask({ concerns: [1], number: 'Recommendation 10' }),
			ask({ concerns: [1], number: 'Recommendation 2' }),
		]);
		expect(links[0]?.requests.map(({ record }) => numberOf(record.id))).toEqual([2, 1, 0]);
	});

	test('counts the evidence under the themes of a concern, each record once', async () => {
		const { links } = await chain([
			{ of: 'report', fields: { themes: ['charges', 'delays'] } },
			{ of: 'report', fields: { themes: ['delays'] } },
			{ of: 'published' },
		]);
		expect(links.map(({ evidence }) => [evidence?.accounts, evidence?.reports])).toEqual([
			['1', '1'],
			['1', '2'],
			['0', '0'],
		]);
		expect(links[1]?.evidence?.themes.map(({ id }) => id)).toEqual(['charges', 'delays']);
	});

	test('does not tell a small number of given accounts', async () => {
		const archive = keeping(await archiveOf({ ...records([{ of: 'given' }]), ...CONCERNS }));
		const [entry] = archive.complaints;
		const told = entry && chainOf(entry, archive).links.map(({ evidence }) => evidence?.accounts);
		expect(told).toEqual(['fewer than 10', 'fewer than 10', 'fewer than 10']);
	});
});

describe('answers and unanswered requests', () => {
	const only = async (list: Parameters<typeof records>[0], at = 0) => {
		const { links } = await chain(list);
		return links.flatMap(({ requests }) => requests).find(({ record }) => record.id === identifier(at));
	};

	test.each<[string, string | null, string | null, number | null]>([
		['46 days later', '2031-01-01', '2031-02-16', 46],
		['the same day', '2031-01-01', '2031-01-01', 0],
		['a leap year later', '2032-01-01', '2033-01-01', 366],
		['over the change of the clocks', '2031-03-29', '2031-03-31', 2],
		['by month only', '2031-01-01', '2031-02', null],
		['on an uncertain day', '2031-01-01', '2031-02-16?', null],
		['about a day', '2031-01-01~', '2031-02-16', null],
		['within a span', '2031-01-01', '2031-02-01/2031-02-16', null],
		['at a time that is not known', '2031-01-01', null, null],
		['to what is not dated', null, '2031-02-16', null],
	])('an answer %s', async (_, issued, answered, days) => {
		const asked = await only([ask({ issued }), answer(0, answered)]);
		expect(asked).toMatchObject({
			daysUnanswered: null,
			overdue: false,
			answers: [{ issued: answered, days }],
		});
		expect(daysBetween(issued, answered)).toBe(days);
	});

	test.each<[string, object, string | null, number | null]>([
		['in time', { dueBy: '2031-02-16' }, '2031-02-16', null],
		['a day late', { dueBy: '2031-02-16' }, '2031-02-17', 1],
		['after a date that is not a day', { dueBy: '2031-02' }, '2031-05-01', null],
		['with no date set', {}, '2031-05-01', null],
	])('an answer %s', async (_, more, answered, late) => {
		const asked = await only([ask(more), answer(0, answered)]);
		expect(asked?.answers[0]?.late).toBe(late);
	});

	test('answers stand oldest first', async () => {
		const asked = await only([
			ask(),
			answer(0, '2031-03-01', { sources: [{ ...source(), published: '2031-03-01' }] }),
			answer(0, '2031-02-01', { sources: [{ ...source(), published: '2031-02-01' }] }),
		]);
		expect(asked?.answers.map(({ days }) => days)).toEqual([31, 59]);
	});

	test.each<[string, object, number | null, boolean]>([
		['is counted to the archive’s own day', {}, 334, false],
		['is overdue once the date has passed', { dueBy: '2031-11-30' }, 334, true],
		['is not overdue on the day itself', { dueBy: '2031-12-01' }, 334, false],
		['is not overdue before a month has passed', { dueBy: '2031-12' }, 334, false],
		['has no length where the day is not known', { issued: '2031-01', dueBy: '2031-06' }, null, true],
		[
			'is none where another source says what became of it',
			{ dueBy: '2031-06', standing: { state: 'done-as-reported', note: 'It says so.' } },
			null,
			false,
		],
	])('days unanswered %s', async (_, more, days, overdue) => {
		const { until } = await chain([ask(more)]);
		expect(until).toBe('2031-12-01');
		expect(await only([ask(more)])).toMatchObject({ answers: [], daysUnanswered: days, overdue });
	});

	test('what was asked is counted once, though it stands under two concerns', async () => {
		const told = countRequests(
			await chain([
				ask({ concerns: [1, 2] }),
				ask({ concerns: [1] }),
				answer(1, '2031-02-01'),
				ask({ standing: { state: 'accepted', note: 'It says so.' } }),
			]),
		);
		expect(told).toMatchObject({ asked: 3, answered: 1 });
		expect(told.silent.map(({ record }) => numberOf(record.id))).toEqual([0]);
	});

	test('a finding can be answered, too', async () => {
		const { links } = await chain([finding({ concerns: [1] }), answer(0, '2031-01-05')]);
		expect(links[0]?.findings[0]?.answers[0]?.days).toBe(4);
	});
});

describe('the chain of a theme', () => {
	test('has its own concerns, records and evidence, and what rests on its findings', async () => {
		const archive = await archiveOf({
			...records([
				finding({ concerns: [1, 3] }),
				finding({ themes: ['delays'], concerns: [2] }),
				ask({ themes: ['letters'], related: [{ how: 'rests-on', record: identifier(0) }] }),
				ask({ themes: ['letters'], concerns: [2] }),
				{ of: 'report', fields: { themes: ['delays'] } },
				{ of: 'report' },
			]),
			...CONCERNS,
		});
		const of = (id: string) => {
			const entry = archive.theme.get(id);
			return entry ? chainsOfTheme(entry, archive) : [];
		};
		expect(of('charges').map(placed)).toEqual([
			[
				[1, '0', '2'],
				[2, '', ''],
			],
		]);
		expect(of('charges')[0]?.links.map(({ evidence }) => evidence?.reports)).toEqual(['1', '1']);
		// A theme without concerns still shows what was asked under it.
		expect(of('letters').map(placed)).toEqual([[[null, '', '2 3']]]);
		expect(of('silence')).toEqual([]);
	});
});

describe('the archive’s own day', () => {
	test('is the last change of a report, an official record or a theme; an account’s month has no part in it', async () => {
		const change = (version: number, date: string) => ({ version, date, kind: 'update', note: 'x' });
		const files = records([
			{ of: 'report', fields: { version: 2, changes: [change(1, '2031-11-01'), change(2, '2032-04-05')] } },
			{ of: 'published', fields: { changes: [change(1, '2039-01')] } },
		]);
		expect(lastChangeDay(await archiveOf({ ...files, ...CONCERNS }))).toBe('2032-04-05');
		const later = textFile(
			{ ...theme(), changes: [...theme().changes, { date: '2033-01-01', note: 'Rewritten.' }] },
			themeText('About it.'),
		);
		expect(lastChangeDay(await archiveOf({ ...files, 'themes/charges.mdx': later }))).toBe('2033-01-01');
	});
});

test('a timeline counts days from the one on which the complaint was made, where both are known', async () => {
	const at = (date: string) => ({ date, event: 'x', source: 1 });
	const dates = ['2031', '2031-01-01', '2031-02-03', '2031-02-04', '2031-03', '2033-05-26'];
	const archive = await archiveOf({
		'complaints/big-complaint.mdx': textFile({ ...complaint(), timeline: dates.map(at) }, 'Text.'),
	});
	const days = archive.complaints.flatMap(eventsOf).map((event) => event.days);
	expect(days).toEqual([null, null, null, 1, null, 843]);
});
