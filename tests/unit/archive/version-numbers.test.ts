import { describe, expect, test } from 'vitest';
import { changesBetween, wordChanges } from '../../../src/archive/versions/difference.ts';
import { numberParagraphs } from '../../../src/archive/versions/numbers.ts';
import { compareNumbers, numberBetween, PARAGRAPH_NUMBER } from '../../../src/core/values/paragraph.ts';

const list = (numbers: string, texts = numbers) => {
	const words = texts.split(' ');
	return numbers.split(' ').map((number, at) => ({ number, text: words[at] ?? '' }));
};
const numbered = (before: string, texts: string, after: string, used = '') =>
	numberParagraphs(list(before, texts), after.split(' '), new Set(used.split(' ').filter(Boolean)));

describe('CT-7 numbers of paragraphs', () => {
	test('stand in the order of inserted sections of Acts', () => {
		const inOrder = '0za 0a 0b 1 1za 1a 1aza 1aa 1ab 1b 1y 1ya 2 9 10 12 12za 12a 13'.split(' ');
		expect(inOrder.toReversed().sort(compareNumbers)).toEqual(inOrder);
		for (const number of inOrder) expect(number).toMatch(PARAGRAPH_NUMBER);
		for (const bad of ['0', '01', '12z', '12az', '012a', 'a', '12A', '1.5'])
			expect(bad).not.toMatch(PARAGRAPH_NUMBER);
	});

	test.each([
		['1 2 3', 'a b c', 'a b c', '1 2 3'],
		['1 2 3', 'a b c', 'a b x c', '1 2 2a 3'],
		['1 2 3', 'a b c', 'a b x y c', '1 2 2a 2b 3'],
		['1 2 3', 'a b c', 'x a b c', '0a 1 2 3'],
		['1 2 3', 'a b c', 'a b c x y', '1 2 3 4 5'],
		['1 2 3', 'a b c', 'a c', '1 3'],
		['1 2 2a 3', 'a b x c', 'a b y x c', '1 2 2za 2a 3'],
		['1 2 2a 2b 3', 'a b x y c', 'a b x z y c', '1 2 2a 2aa 2b 3'],
		['1 2 3', 'a b c', 'a x y c', '1 1a 1b 3'],
		['1 2 3', 'a b c', 'x', '4'],
	])('%s (%s), now %s: %s', (before, texts, after, numbers) => {
		expect(numbered(before, texts, after)).toEqual(numbers.split(' '));
	});

	test('a number that was given up is not given again', () => {
		expect(numbered('1 2', 'a b', 'a b x', '1 2 3')).toEqual(['1', '2', '4']);
		expect(numbered('1 2', 'a b', 'a x b', '1 1a 2')).toEqual(['1', '1b', '2']);
		expect(numbered('1 1a 2', 'a x b', 'a y x b', '1 1za 1a 2')).toEqual(['1', '1zb', '1a', '2']);
	});

	test('a paragraph that was reworded keeps its number, one that says something else does not', () => {
		const before = [
			{ number: '1', text: 'The plan was sold to her at the door in March.' },
			{ number: '2', text: 'Nobody told her what it cost.' },
		];
		const renumber = (...texts: string[]) => numberParagraphs(before, texts, new Set());
		expect(renumber('The plan was sold to her by telephone in March.', before[1]?.text ?? '')).toEqual([
			'1',
			'2',
		]);
		expect(renumber(before[0]?.text ?? '', 'Her letters went unanswered for years.')).toEqual(['1', '3']);
		expect(renumber('New to all readers.', 'The plan was sold to her at a door in March.')).toEqual([
			'0a',
			'1',
		]);
	});

	test('whatever is edited: kept numbers stay, new ones are new, all go up', () => {
		const random = generator(20311);
		for (let run = 0; run < 150; run++) {
			let word = 0;
			let texts = Array.from({ length: 1 + random(8) }, () => `w${word++}`);
			let now = texts.map((text, at) => ({ number: String(at + 1), text }));
			const used = new Set(now.map(({ number }) => number));
			for (let version = 2; version < 8; version++) {
				texts = texts.flatMap((text) => {
					const choice = random(6);
					if (choice === 0) return [];
					return choice === 1 ? [`w${word++}`, text] : choice === 2 ? [text, `w${word++}`] : [text];
				});
				const numbers = numberParagraphs(now, texts, used);
				const before = new Map(now.map(({ number, text }) => [text, number]));
				expect(numbers).toHaveLength(texts.length);
				expect(numbers.toSorted(compareNumbers)).toEqual(numbers);
				expect(new Set(numbers).size).toBe(numbers.length);
				for (const [at, text] of texts.entries()) {
					const number = numbers[at] ?? '';
					expect(number).toMatch(PARAGRAPH_NUMBER);
					if (before.has(text)) expect(number).toBe(before.get(text));
					else expect(used.has(number), `${number} is used again`).toBe(false);
				}
				now = texts.map((text, at) => ({ number: numbers[at] ?? '', text }));
				for (const number of numbers) used.add(number);
			}
		}
	});

	test('between any two numbers there is always another', () => {
		const used = new Set(['1', '2']);
		let before = '2';
		for (let depth = 0; depth < 20; depth++) {
			const one = numberBetween('1', before, used);
			expect(compareNumbers('1', one)).toBeLessThan(0);
			expect(compareNumbers(one, before)).toBeLessThan(0);
			expect(one).toMatch(PARAGRAPH_NUMBER);
			used.add(one);
			before = one;
		}
	});
});

/** Pseudo-random whole numbers below a bound, the same in every run. */
function generator(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1103515245 + 12345) % 2147483648;
		return Math.floor((state / 2147483648) * below);
	};
}

describe('the difference between two versions', () => {
	const before = list('1 2 3', 'one two three');
	test('names what was added, removed and changed, by number and in order', () => {
		const after = [...list('1 2a 3', 'one new four')];
		expect(changesBetween(before, after)).toEqual([
			{ number: '2', kind: 'removed', parts: [{ kind: 'removed', text: 'two' }] },
			{ number: '2a', kind: 'added', parts: [{ kind: 'added', text: 'new' }] },
			{
				number: '3',
				kind: 'changed',
				parts: [
					{ kind: 'removed', text: 'three' },
					{ kind: 'added', text: 'four' },
				],
			},
		]);
		expect(changesBetween(before, before)).toEqual([]);
	});

	test('gives back both texts, whatever was changed', () => {
		const random = generator(7);
		const words = ['she', 'paid', 'twice', '£20,', 'and', 'then', 'left.'];
		const text = () => Array.from({ length: random(40) }, () => words[random(words.length)]).join(' ');
		for (let run = 0; run < 100; run++) {
			const [was, is] = [text(), text()];
			const parts = wordChanges(was, is);
			const without = (kind: string) => parts.filter((part) => part.kind !== kind).map((part) => part.text);
			expect(without('added').join('')).toBe(was);
			expect(without('removed').join('')).toBe(is);
		}
	});

	test('a text that is another altogether is told whole', () => {
		const [was, is] = ['a', 'b'].map((letter) =>
			Array.from({ length: 900 }, (_, n) => `${letter}${n}`).join(' '),
		);
		expect(wordChanges(was ?? '', is ?? '').map(({ kind }) => kind)).toEqual(['removed', 'added']);
	});
});
