import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../../src/checks/figures/orphan-numbers.ts';
import { checkOrphans, type Summarised } from '../../../src/checks/figures/orphans.ts';

const found = (text: string) => numbersIn(text).map((number) => number.text);

describe('numbers that count something', () => {
	test.each([
		['a count', 'They had 57 of them.', ['57']],
		['a count with thousands', 'More than 1,319 had come.', ['1,319']],
		['a percentage', 'It was 39% or 3.4 per cent.', ['39', '3.4']],
		[
			'a number in words, from ten',
			'Twenty-one of thirty wrote, and ten did not.',
			['Twenty-one', 'thirty', 'ten'],
		],
		['a number before a word of one letter', 'some 12 a week', ['12']],
		['a sum of money like a year', 'it cost £2,019 or £2019', ['2,019', '2019']],
		['a share like a year', '2019% of it', ['2019']],
		['a number after a month that is no day', 'By May 312 had come.', ['312']],
		['a number across a line', 'There were\n57.', ['57']],
		['digits by their numbers as characters', 'There were &#53;&#55;.', ['5', '7']],
		['but not the number of another character', 'A &#60; B', []],
	])('%s', (_, text, expected) => {
		expect(found(text)).toEqual(expected);
	});

	test.each([
		['years', 'between 2017 and 2020, in 2018–19, since the 1990s, over 2019/20'],
		['dates', 'on 30 June 2022, on 9 and 10 March 2020, in September 2024, on May 5, 2031'],
		['ordinals', 'the 3rd and the 11th time'],
		[
			'numbers by which things are called',
			'concern 3, recommendations 1, 2 and 4, section 29A, paragraph 12, No 4',
		],
		['numbers in references', 'so it is said <Ref record="1vm1d7gn" para="12"/> and [there](/a/12/)'],
		['small numbers in words', 'one woman, two men and three others'],
	])('leaves out %s', (_, text) => {
		expect(found(text)).toEqual([]);
	});

	test('each has its place', () => {
		expect(numbersIn('One of\nthe 57, and 58.')).toMatchObject([
			{ value: 57, line: 1, column: 5 },
			{ value: 58, line: 1, column: 13 },
		]);
	});
});

const record = (body: string, more: Partial<Summarised> = {}): Summarised => ({
	folder: 'reports',
	id: '1vm1d7gn',
	file: 'reports/1vm1d7gn.mdx',
	source: `---\ntitle: x\n---\n\n${body}\n`,
	data: {},
	paragraphs: ['1', '2'],
	...more,
});
const theme = (body: string, folder = 'themes'): Summarised => ({
	folder,
	id: 'fees',
	file: `${folder}/fees.mdx`,
	source: `---\nlabel: Fees\n---\n\n${body}\n`,
	data: {},
	paragraphs: ['1'],
});
const check = (body: string, source = record('There were 57 of 361.\n\nForty-one paid twice.')) =>
	checkOrphans([theme(body), source]).map(({ line, column, message }) => [line, column, message]);

describe('a summary', () => {
	test('may use numbers of a cited paragraph, in digits or in words', () => {
		expect(check('Of 361, 57 wrote <Ref record="1vm1d7gn" para="1"/>.')).toEqual([]);
		expect(check('Of them 41 paid twice <Ref record="1vm1d7gn" para="2"/>.')).toEqual([]);
		expect(check('Of 361, 41 paid <Ref record="1vm1d7gn"/>.')).toEqual([]);
	});

	test('may take them from a figure', () => {
		expect(check('They were <Figure id="paid-twice"/>.')).toEqual([]);
	});

	test('may not use a number that no cited paragraph has', () => {
		expect(check('First.\n\nOf them 58 wrote <Ref record="1vm1d7gn" para="1"/>.')).toEqual([
			[7, 9, 'Number 58 is in none of the paragraphs cited here'],
		]);
		expect(check('Of them 41 paid <Ref record="1vm1d7gn" para="1"/>.')).toHaveLength(1);
	});

	test('may not use a number without a citation in the same paragraph', () => {
		expect(check('Of 361 <Ref record="1vm1d7gn" para="1"/>.\n\nSo 57 are left.')).toEqual([
			[7, 4, 'Number 57 without a source: this paragraph cites no record'],
		]);
		expect(check('They were <Figure id="paid-twice"/>, and 57 others.')).toHaveLength(1);
	});

	test('is not stopped by a record that is withdrawn, missing or broken', () => {
		const body = 'So 99 wrote <Ref record="1vm1d7gn" para="1"/>.';
		expect(check(body, record('', { withdrawn: '2031-03', data: undefined }))).toEqual([]);
		expect(check(body, record('', { data: undefined }))).toEqual([]);
		expect(checkOrphans([theme(body)])).toEqual([]);
	});

	describe('in its answer and scope', () => {
		const figure: Summarised = {
			...record(''),
			folder: 'figures',
			id: 'paid-twice',
			data: { record: '1vm1d7gn', paragraph: '2' },
		};
		const fields = (data: object, body: string) =>
			checkOrphans(
				[{ ...theme(body), data }, record('There were 57 of 361.\n\nForty-one paid twice.'), figure],
				(_, [field]) => ({ line: field === 'answer' ? 3 : 4, column: 9 }),
			).map(({ line, column, message }) => [line, column, message]);

		test('may use numbers of paragraphs that it cites anywhere, and of its figures', () => {
			const body = 'Some wrote <Ref record="1vm1d7gn" para="1"/>.\n\nThey were <Figure id="paid-twice"/>.';
			expect(fields({ answer: 'Of 361, 57 wrote and 41 paid.', scope: 'In 2031, concern 3.' }, body)).toEqual(
				[],
			);
		});

		test('may not use others', () => {
			expect(fields({ answer: 'Of 361, 58 wrote.' }, 'Some <Ref record="1vm1d7gn" para="1"/>.')).toEqual([
				[3, 9, 'Number 58 in “answer” is in no paragraph that the text cites'],
			]);
			expect(fields({ scope: 'All 41.' }, 'Some <Ref record="1vm1d7gn" para="1"/>.')).toEqual([
				[4, 9, 'Number 41 in “scope” is in no paragraph that the text cites'],
			]);
			expect(fields({ answer: 'All 57.' }, '')).toHaveLength(1);
		});
	});

	test('is the only kind of text that is checked', () => {
		expect(checkOrphans([theme('There were 57.', 'pages'), record('Some 57.')])).toEqual([]);
		expect(checkOrphans([theme('There were 57.')])).toHaveLength(1);
	});

	test('that could be a telephone number is not printed', () => {
		const messages = checkOrphans([theme('Call 07700 900123, or 5 of them.')]).map(({ message }) => message);
		expect(messages).toEqual([
			'Number without a source: this paragraph cites no record',
			'Number without a source: this paragraph cites no record',
			'Number 5 without a source: this paragraph cites no record',
		]);
	});

	test('comes with advice', () => {
		const [problem] = checkOrphans([theme('There were 57.')]);
		expect(problem).toMatchObject({ rule: 'orphan-number', severity: 'error', file: 'themes/fees.mdx' });
		expect(problem?.advice).toMatch(/<Figure id="…"\/>/);
	});
});
