import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	allLeaves,
	explainQuery,
	formatQuery,
	broaderQueries,
	parseQuery,
	type Query,
	rewritten,
	wantedLeaves,
} from '../../../src/search/engine/query.ts';

/** A query in a form that is quick to read. */
function shape(query: Query | null): unknown {
	if (!query) return null;
	switch (query.kind) {
		case 'word':
			return query.text + (query.beginning ? '*' : '');
		case 'phrase':
			return `"${query.text}"`;
		case 'not':
			return { not: shape(query.part) };
		default:
			return { [query.kind]: query.parts.map(shape) };
	}
}

describe('reading a query', () => {
	test.each<[string, unknown]>([
		['', null],
		['   ', null],
		['lost', 'lost'],
		['lost letter', { and: ['lost', 'letter'] }],
		['"cooling off"', '"cooling off"'],
		['“cooling   off”', '"cooling off"'],
		['fee "cooling off" paid', { and: ['fee', '"cooling off"', 'paid'] }],
		['trust OR insurance', { or: ['trust', 'insurance'] }],
		['trust or insurance', { and: ['trust', 'or', 'insurance'] }],
		['plan trust OR insurance', { or: [{ and: ['plan', 'trust'] }, 'insurance'] }],
		['plan (trust OR insurance)', { and: ['plan', { or: ['trust', 'insurance'] }] }],
		['a AND b', { and: ['a', 'b'] }],
		['fee -refund', { and: ['fee', { not: 'refund' }] }],
		['fee −refund', { and: ['fee', { not: 'refund' }] }],
		['fee NOT refund', { and: ['fee', { not: 'refund' }] }],
		['-"cooling off"', { not: '"cooling off"' }],
		['-(a OR b)', { not: { or: ['a', 'b'] } }],
		['cancel*', 'cancel*'],
		['a*', 'a'],
		['co-operate', 'co-operate'],
		['IX/0123/22', 'IX/0123/22'],
		['O’Neill', 'O’Neill'],
		['s.47(1)(a)', 's.47(1)(a)'],
		['(see s.47(1))', { and: ['see', 's.47(1)'] }],
		['43%', '43%'],
		['lost, found.', { and: ['lost', 'found'] }],
	])('%s', (text, expected) => {
		expect(shape(parseQuery(text))).toEqual(expected);
	});

	test.each<[string, unknown]>([
		['"never closed', { and: ['never', 'closed'] }],
		['"', null],
		['""', null],
		['OR', null],
		['OR lost OR', 'lost'],
		['a OR OR b', { or: ['a', 'b'] }],
		['-', null],
		['- lost', 'lost'],
		['--lost', { not: 'lost' }],
		['-OR', null],
		['NOT', null],
		['NOT NOT lost', 'lost'],
		['(', null],
		['(lost', 'lost'],
		['lost)', 'lost'],
		['()', null],
		['... !!! &', null],
		['"OR"', '"OR"'],
	])('forgives %s', (text, expected) => {
		expect(shape(parseQuery(text))).toEqual(expected);
	});

	test('reads no more than five hundred characters', () => {
		expect(allLeaves(parseQuery('word '.repeat(2000)))).toHaveLength(100);
	});

	test('survives brackets without end', () => {
		expect(() => parseQuery('('.repeat(500))).not.toThrow();
	});
});

const text = fc.oneof(
	fc.string(),
	fc
		.array(
			fc.constantFrom('lost', '"', '(', ')', '-', ' ', 'OR', 'NOT', ' AND ', 'case to', '*', '“', 's.47(1)'),
			{
				maxLength: 30,
			},
		)
		.map((parts) => parts.join('')),
);

describe('any text', () => {
	test('is a query, and is the same one once it is written out', () => {
		fc.assert(
			fc.property(text, (typed) => {
				const query = parseQuery(typed);
				expect(parseQuery(formatQuery(query))).toEqual(query);
			}),
			{ numRuns: 3000 },
		);
	});

	test('asks for words that have a letter or digit, or for nothing', () => {
		fc.assert(
			fc.property(text, (typed) => {
				for (const leaf of allLeaves(parseQuery(typed))) expect(leaf.text).toMatch(/[\p{L}\p{N}]/u);
			}),
		);
	});

	test('is explained without failing', () => {
		fc.assert(
			fc.property(text, (typed) => {
				const query = parseQuery(typed);
				if (query) expect(explainQuery(query)).toMatch(/\S/);
			}),
		);
	});
});

test('explains what is asked for', () => {
	const explain = (typed: string) => explainQuery(parseQuery(typed) as Query);
	expect(explain('lost "cooling off" -refund')).toBe('“lost” and the phrase “cooling off”, but not “refund”');
	expect(explain('plan (trust OR insurance)')).toBe('“plan” and (“trust” or “insurance”)');
	expect(explain('cancel*')).toBe('words beginning with “cancel”');
	expect(explain('-refund')).toBe('anything but “refund”');
});

test('AND says that nothing less than all will do', () => {
	const isStrict = (typed: string) => (parseQuery(typed) as { strict?: true }).strict === true;
	expect(['a b', 'a AND b', 'a b AND -c', 'a OR b AND c', '"a AND b" c'].map(isStrict)).toEqual([
		false,
		true,
		true,
		false,
		false,
	]);
	expect(formatQuery(parseQuery('a b AND -c'))).toBe('a AND b AND -c');
	const [one] = broaderQueries(parseQuery('a AND b AND c') as Query);
	expect(formatQuery(one?.query ?? null)).toBe('b AND c');
});

test('puts other things in the place of wanted words', () => {
	const query = rewritten(parseQuery('a "b c" -d') as Query, ({ text }) =>
		text === 'a' || text === 'd' ? (parseQuery('x y') ?? undefined) : undefined,
	);
	expect(shape(query)).toEqual({ and: ['x', 'y', '"b c"', { not: 'd' }] });
});

test('tells wanted words from excluded ones', () => {
	expect(wantedLeaves(parseQuery('a (b OR "c d") -e')).map((leaf) => leaf.text)).toEqual(['a', 'b', 'c d']);
	expect(allLeaves(parseQuery('a -e')).map((leaf) => leaf.text)).toEqual(['a', 'e']);
});

test('leaves out one part at a time', () => {
	const ways = broaderQueries(parseQuery('a "b c" -d') as Query);
	expect(ways.map(({ query }) => formatQuery(query))).toEqual(['"b c" -d', 'a -d', 'a "b c"']);
	expect(broaderQueries(parseQuery('a OR b') as Query)).toEqual([]);
});
