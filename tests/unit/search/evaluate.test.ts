import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/search/engine/catalogue.ts';
import { evaluate, leafKey, withoutStopWords } from '../../../src/search/engine/evaluate.ts';
import { filter, inOrder } from '../../../src/search/engine/facets.ts';
import { namesOf, pageNamesOf } from '../../../src/search/engine/names.ts';
import { allLeaves, formatQuery, parseQuery, type Query } from '../../../src/search/engine/query.ts';

const TEXTS = ['lost fee', 'lost letter', 'fee paid', 'cooling off', 'nothing'];

/** A small catalogue: who it is of matters little, which values its records have does. */
const catalogue: Catalogue = {
	groups: [
		{
			key: 'kind',
			label: 'Kind',
			values: [
				{ id: 'x', label: 'X' },
				{ id: 'y', label: 'Y' },
			],
		},
		{
			key: 'topic',
			label: 'Topic',
			values: [
				{ id: 'calls', label: 'Calls', also: ['cold calling', 'pressure'] },
				{ id: 'costs', label: 'Costs', also: ['hidden charge'] },
			],
		},
	],
	dates: [
		['2020-01-01', '1 January 2020'],
		['', 'date not known'],
	],
	facts: [''],
	publishers: [{ label: 'Wendle Courier', also: ['Courier'] }],
	names: [
		{ label: 'number', words: ['Recommendation 9'], records: [3] },
		{ label: 'organisation', words: ['Paid'], records: [2] },
	],
	records: [
		['r0', 0, 0, 0, [0, 2]],
		['r1', 0, 0, -1, [0, 3]],
		['r2', 0, 0, -1, [1, 2, 3]],
		['r3', 0, 0, -1, [1]],
		['r4', 1, 0, -1, [0]],
	],
	pages: [],
};

/** Answers as a text index would that looks for the letters of a word or phrase. */
function search(typed: string) {
	const query = parseQuery(typed);
	const texts = new Map(
		allLeaves(query).map((leaf) => [
			leafKey(leaf),
			new Map(TEXTS.flatMap((text, place) => (text.includes(leaf.text) ? [[place, 1] as const] : []))),
		]),
	);
	return evaluate(query, { texts, names: namesOf(catalogue), count: TEXTS.length });
}
const found = (typed: string) => [...search(typed).keys()].sort();
/** Those that have all words. */
const exact = (typed: string) => found(typed).filter((place) => !search(typed).get(place)?.lacks);

describe('a query', () => {
	test.each<[string, number[]]>([
		['', [0, 1, 2, 3, 4]],
		['lost', [0, 1]],
		['lost fee', [0]],
		['letter OR paid', [1, 2]],
		['lost -fee', [1]],
		['-lost', [2, 3, 4]],
		['"cooling off"', [3]],
		['(letter OR paid) -lost', [2]],
		['unheard', []],
		['-unheard', [0, 1, 2, 3, 4]],
	])('%s finds %j', (typed, expected) => {
		expect(found(typed)).toEqual(expected);
	});

	const query = fc
		.array(fc.constantFrom('lost', 'fee', 'OR', '-', '(', ')', '"cooling off"', 'unheard'), { maxLength: 9 })
		.map((parts) => parts.join(' ').replaceAll('- ', '-'));

	test('and its opposite share no record and leave out none', () => {
		fc.assert(
			fc.property(query, (typed) => {
				const one = parseQuery(typed);
				if (!one) return;
				const written = formatQuery(one);
				const other = one.kind === 'not' ? written.slice(1) : `-(${written})`;
				expect([...exact(written), ...exact(other)].sort()).toEqual([0, 1, 2, 3, 4]);
			}),
		);
	});
});

describe('names', () => {
	test('find the records they stand for, and say so', () => {
		const hits = search('cold calling');
		expect([...hits.keys()].sort()).toEqual([0, 2]);
		expect(hits.get(0)?.via).toBe('topic: Calls');
		expect(search('Courier').get(0)?.via).toBe('publisher: Wendle Courier');
		expect(search('recommendation 9').get(3)?.via).toBe('number: Recommendation 9');
	});

	test('must be given in full', () => {
		expect(found('cold')).toEqual([]);
		expect(found('hidden charges')).toEqual([1, 2]);
	});

	test('go together with words of the text', () => {
		expect(found('pressure paid')).toEqual([2]);
		expect(search('pressure OR paid').get(2)?.via).toBeUndefined();
	});

	test('play no part in phrases and exclusions', () => {
		expect(found('"cold calling"')).toEqual([]);
		expect(found('-pressure')).toEqual([0, 1, 2, 3, 4]);
	});
});

test('a record whose words and whose name are asked for comes before one with the words', () => {
	expect(search('paid OR lost').get(2)).toEqual({ score: 3 });
	expect(search('paid OR lost').get(1)).toEqual({ score: 1 });
});

test('the page of a theme is found by its names', () => {
	const [calls, ...others] = pageNamesOf({
		...catalogue,
		groups: [
			{
				key: 'topic',
				label: 'Topic',
				values: [
					{ id: 'calls', label: 'Calls', path: '/themes/calls/', also: ['cold calling'] },
					{ id: 'seller', label: 'Seller', path: '/organisations/seller/', also: ['shop'] },
				],
			},
		],
		pages: [
			['/about/', 'Archive'],
			['/themes/calls/', 'Topic'],
		],
	});
	expect(others).toEqual([]);
	expect(calls).toEqual({ label: 'Calls', spellings: [['call'], ['cold', 'call']], records: [1] });
});

describe('several words that few records have all of', () => {
	const lacking = (typed: string) =>
		[...search(typed)].map(([place, { lacks }]) => [place, lacks?.map(({ text }) => text)]);

	test('find those that have most of them, which say what they lack', () => {
		expect(lacking('lost letter unheard')).toEqual([[1, ['unheard']]]);
		expect(lacking('lost letter fee')).toEqual([
			[0, ['letter']],
			[1, ['fee']],
		]);
	});

	test('after those that have all', () => {
		const hits = search('lost fee the');
		expect(search('lost letter tt').get(1)?.lacks).toBeUndefined();
		expect(hits.get(0)?.lacks?.length).toBe(1);
		const places = [0, 1];
		const all = new Map([
			[0, { score: 9, lacks: [] }],
			[1, { score: 1 }],
		]);
		for (const sort of ['relevance', 'newest', 'oldest'] as const)
			expect(inOrder(catalogue, all, places, sort)).toEqual([1, 0]);
	});

	test.each([
		'lost unheard',
		'lost AND letter AND unheard',
		'lost letter -paid unheard',
		'"lost" letter unheard',
	])('find nothing else by %s', (typed) => {
		expect(found(typed)).toEqual([]);
	});
});

describe('small words', () => {
	const kept = (typed: string) => {
		const { query, left } = withoutStopWords(parseQuery(typed));
		return [formatQuery(query), left.map((leaf) => leaf.text)];
	};
	test('are left out beside others, and told', () => {
		expect(kept('what happened to the fee')).toEqual(['happened fee', ['what', 'to', 'the']]);
	});
	test('stay where they are all there is, in phrases, and after a minus', () => {
		expect(kept('to the')).toEqual(['to the', []]);
		expect(kept('"what to do" fee')).toEqual(['"what to do" fee', []]);
		expect(kept('fee -the')).toEqual(['fee -the', []]);
		expect(kept('the -fee')).toEqual(['the -fee', []]);
	});
});

describe('facets', () => {
	const everything = evaluate(null, { texts: new Map(), names: [], count: 5 });
	const chosen = fc.record({
		kind: fc.subarray(['x', 'y']),
		topic: fc.subarray(['calls', 'costs']),
	});
	const values = [
		['kind', 'x'],
		['kind', 'y'],
		['topic', 'calls'],
		['topic', 'costs'],
	] as const;
	const asMap = (groups: Record<string, string[]>) =>
		new Map(Object.entries(groups).filter(([, ids]) => ids.length > 0));

	/** The plain definition: any value within a facet, all facets together. */
	const fits = (place: number, groups: Map<string, string[]>) =>
		[...groups].every(([key, ids]) =>
			values.some(
				([group, id], value) =>
					group === key && ids.includes(id) && catalogue.records[place]?.[4].includes(value),
			),
		);

	test('leave the records that the choices allow, and count what each further choice would leave', () => {
		fc.assert(
			fc.property(chosen, fc.subarray([0, 1, 2, 3, 4]), (choices, matching) => {
				const groups = asMap(choices);
				const hits = new Map(matching.map((place) => [place, { score: 1 }]));
				const { places, counts } = filter(catalogue, hits, groups);
				expect([...places]).toEqual(matching.filter((place) => fits(place, groups)));
				for (const [value, [group, id]] of values.entries()) {
					const others = new Map([...groups].filter(([key]) => key !== group));
					others.set(group, [id]);
					expect(counts[value]).toBe(matching.filter((place) => fits(place, others)).length);
				}
			}),
		);
	});

	test('find nothing by a value that is not known', () => {
		expect(filter(catalogue, everything, new Map([['topic', ['unheard']]])).places).toEqual([]);
		expect(filter(catalogue, everything, new Map([['unheard', ['x']]])).places).toEqual([]);
	});

	test('order by date keeps what is not dated for the end', () => {
		const places = [4, 3, 2, 1, 0];
		expect(inOrder(catalogue, everything, places, 'newest')).toEqual([0, 1, 2, 3, 4]);
		expect(inOrder(catalogue, everything, places, 'oldest')).toEqual([3, 2, 1, 0, 4]);
	});

	test('order by fit puts the newer of two equals first', () => {
		const hits = new Map([
			[0, { score: 1 }],
			[1, { score: 2 }],
			[2, { score: 1 }],
		]);
		expect(inOrder(catalogue, hits, [2, 1, 0], 'relevance')).toEqual([1, 0, 2]);
	});
});

test('two spellings of one search have one key', () => {
	const key = (typed: string) => leafKey(allLeaves(parseQuery(typed) as Query)[0] as never);
	expect(key('O’Neill')).toBe(key("O'NEILL"));
	expect(key('"Cooling  off,"')).toBe(key('“cooling off”'));
	expect(key('off')).not.toBe(key('off*'));
});
