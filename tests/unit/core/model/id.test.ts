import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	ALPHABET,
	checkCharacter,
	isId,
	isIdShaped,
	looksLikeNumber,
	mintId,
} from '../../../../src/core/values/id.ts';

const id = fc
	.array(fc.constantFrom(...ALPHABET), { minLength: 7, maxLength: 7 })
	.map((characters) => characters.join(''))
	.map((body) => body + checkCharacter(body));

test.each([
	['13030/xf93gt2', 'q'],
	['7k3m9qt', 'w'],
	['', '0'],
])('check character of %j is %j, as NOID computes it', (text, expected) => {
	expect(checkCharacter(text)).toBe(expected);
});

test('every wrong character is noticed', () => {
	fc.assert(
		fc.property(id, fc.nat(7), fc.constantFrom(...ALPHABET), (good, place, wrong) => {
			fc.pre(good[place] !== wrong);
			expect(isId(good.slice(0, place) + wrong + good.slice(place + 1))).toBe(false);
		}),
		{ numRuns: 2000 },
	);
});

test('for one identifier, all 224 wrong characters are noticed', () => {
	const good = '7k3m9qtw';
	const wrong = [...good].flatMap((right, place) =>
		[...ALPHABET]
			.filter((other) => other !== right)
			.map((other) => good.slice(0, place) + other + good.slice(place + 1)),
	);
	expect(wrong).toHaveLength(224);
	expect(wrong.filter(isId)).toEqual([]);
});

test('every swap of neighbours within the first seven characters is noticed', () => {
	fc.assert(
		fc.property(id, fc.nat(5), (good, place) => {
			const swapped =
				good.slice(0, place) + good.charAt(place + 1) + good.charAt(place) + good.slice(place + 2);
			fc.pre(swapped !== good);
			expect(isId(swapped)).toBe(false);
		}),
		{ numRuns: 2000 },
	);
});

test.each(['', '7k3m9qt', '7k3m9qtww', '7K3M9QTW', '7k3m9ltw', '7k3m9qt ', 'á7k3m9qt', '7k3m9qtw\n'])(
	'%j has not the shape of an identifier',
	(text) => {
		expect(isIdShaped(text)).toBe(false);
		expect(isId(text)).toBe(false);
	},
);

test('the right shape with a wrong check character is no identifier', () => {
	expect(isIdShaped('7k3m9qtx')).toBe(true);
	expect(isId('7k3m9qtx')).toBe(false);
	expect(isId('7k3m9qtw')).toBe(true);
});

test('fresh identifiers are valid, differ and use the whole alphabet', { tags: ['TH-7'] }, () => {
	const minted = Array.from({ length: 2000 }, () => mintId());
	expect(minted.every(isId)).toBe(true);
	expect(new Set(minted).size).toBe(2000);
	expect([...new Set(minted.join(''))].sort().join('')).toBe([...ALPHABET].sort().join(''));
});

test('an identifier that is taken is never given again', () => {
	let asked = 0;
	const first = new Set<string>();
	const refusesThree = { has: (value: string) => asked++ < 3 && Boolean(first.add(value)) };
	const minted = mintId(refusesThree as unknown as ReadonlySet<string>);
	expect(asked).toBe(4);
	expect(first.has(minted)).toBe(false);
});

test.each(['12345604', '00010004', '0x1000bc', '0b100010'])(
	'%s is never made: YAML would read a number',
	(number) => {
		// The first seven characters in turn, then those of an identifier that is none.
		const wanted = [...number.slice(0, 7), ...'7k3m9qt'].map((character) => ALPHABET.indexOf(character));
		expect(mintId(new Set(), () => wanted.shift() ?? 0)).toBe('7k3m9qtw');
		expect(looksLikeNumber(number)).toBe(true);
	},
);

test('identifiers with letters do not look like numbers', () => {
	expect(['7k3m9qtw', 'fbmgs2sv', '1vm1d7gn', '0k000000'].some(looksLikeNumber)).toBe(false);
});
