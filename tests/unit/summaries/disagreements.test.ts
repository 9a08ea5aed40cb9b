import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { disagreementsOf } from '../../../src/summaries/disagreements.ts';
import { type Files, textFile } from '../../support/archive.ts';
import { figure, theme, themeText } from '../../support/samples.ts';
import { archiveOf, configured, identifier, records } from './archive.ts';

const base = { ...figure(), measure: 'complained', place: 'Northmark', record: identifier(0), paragraph: 1 };
const FILES = records([{ of: 'report' }, { of: 'report', fields: { themes: ['delays'] } }]);

const EARLIER = { from: '2030', to: '2031', asStated: 'those years' };
const LATER = { from: '2035', to: '2036', asStated: 'later' };

async function groups(figures: Record<string, object>, id = 'charges', more: Files = {}) {
	const files = Object.fromEntries(
		Object.entries(figures).map(([name, change]) => [
			`figures/${name}.yaml`,
			stringify({ ...base, ...change }),
		]),
	);
	const archive = await archiveOf({ ...FILES, ...configured(), ...files, ...more });
	const theme = archive.theme.get(id);
	if (!theme) throw new Error(`no theme ${id}`);
	return disagreementsOf(theme, archive).map(({ rows, reasons, contradicted }) => ({
		ids: rows.map((row) => row.figure.id),
		reasons: reasons.length,
		contradicted,
	}));
}

describe('figures of a theme that disagree', () => {
	test.each<[string, Record<string, object>, string[][]]>([
		['two that count the same and differ', { a: {}, b: { numerator: 57 } }, [['a', 'b']]],
		['two that say the same', { a: {}, b: { population: 'as retold' } }, []],
		['a number and a bound that it keeps', { a: {}, b: { numerator: { value: 40, op: '>' } } }, []],
		[
			'a number and a bound that it breaks',
			{ a: {}, b: { numerator: { value: 50, op: '>' } } },
			[['a', 'b']],
		],
		['two of different measures', { a: {}, b: { numerator: 57, measure: 'paid-twice' } }, []],
		['two of different places', { a: {}, b: { numerator: 57, place: 'Southmark' } }, []],
		[
			'two of different units, of one measure, from two sources',
			{ a: {}, b: { numerator: 57, unit: 'letters', record: identifier(1) } },
			[['a', 'b']],
		],
		[
			'two of different units, of one measure and source',
			{ a: {}, b: { numerator: 57, unit: 'letters' } },
			[],
		],
		[
			'three, each with its neighbour',
			{ a: {}, b: { numerator: 57 }, c: { numerator: 60 } },
			[['a', 'b', 'c']],
		],
		['one alone', { a: {} }, []],
		[
			'two of which nobody says what they measure',
			{ a: { measure: undefined }, b: { measure: undefined, numerator: 57 } },
			[],
		],
		[
			'two of one measure that differ in their time alone',
			{ a: {}, b: { numerator: 57, period: LATER, record: identifier(1) } },
			[],
		],
		[
			'two of one measure and unlike units, of times that have nothing in common',
			{ a: { period: EARLIER }, b: { numerator: 57, unit: 'letters', period: LATER, record: identifier(1) } },
			[],
		],
	])('%s', async (_, figures, expected) => {
		expect((await groups(figures)).map(({ ids }) => ids)).toEqual(expected);
	});

	test('a figure of the theme stands beside one that is not of it', async () => {
		const figures = { a: {}, b: { numerator: 57, record: identifier(1) } };
		expect((await groups(figures, 'delays')).map(({ ids }) => ids)).toEqual([['a', 'b']]);
		expect(await groups(figures, 'calls')).toEqual([]);
	});

	test('those that contradict come first; the others have reasons', async () => {
		const figures = {
			a: {},
			b: { numerator: 57, unit: 'letters', record: identifier(1) },
			c: { measure: 'paid-twice', numerator: 3 },
			d: { measure: 'paid-twice', numerator: 4 },
		};
		expect(await groups(figures)).toEqual([
			{ ids: ['c', 'd'], reasons: 0, contradicted: true },
			{ ids: ['a', 'b'], reasons: 1, contradicted: false },
		]);
	});

	test('those that the text speaks of come before all others', async () => {
		const figures = {
			a: {},
			b: { numerator: 57, unit: 'letters', record: identifier(1) },
			c: { measure: 'paid-twice', numerator: 3, record: identifier(1) },
			d: { measure: 'paid-twice', numerator: 4, record: identifier(1) },
		};
		for (const [text, first] of [
			['They were <Figure id="a"/>.', ['a', 'b']],
			['So it was <Ref record="IT" para="1"/>.', ['c', 'd']],
			['So it was.', ['c', 'd']],
		] as const) {
			const body = themeText(text.replace('IT', identifier(1)));
			const told = await groups(figures, 'delays', { 'themes/delays.mdx': textFile(theme(), body) });
			expect(told[0]?.ids).toEqual(first);
		}
	});
});
