import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap, typedHits } from '../../../support/detection.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const letters = (length: number, set = 'ABCDEFGHJKLMNOPRSTUWXY') =>
	fc.array(fc.constantFrom(...set), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** The last digit that makes a number pass Luhn's check. */
function withLuhn(body: string): string {
	const sum = [...body].reverse().reduce((total, digit, index) => {
		const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return body + ((10 - (sum % 10)) % 10);
}

/** A health service number from nine digits; undefined where there is none with them. */
function healthNumber(body: string): string | undefined {
	const check =
		(11 - ([...body].reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0) % 11)) % 11;
	return check === 10 ? undefined : body + check;
}

/** A British account number as IBAN. */
function iban(bank: string, rest: string): string {
	const moved = [...`${bank}${rest}GB00`]
		.map((one) => (/\d/.test(one) ? one : String(one.charCodeAt(0) - 55)))
		.join('');
	const check = 98n - (BigInt(moved) % 97n);
	return `GB${String(check).padStart(2, '0')}${bank}${rest}`;
}

/** Year, serial and the letter that checks them. */
const yearSerial = (year: number, serial: number) =>
	`${year}/${String(serial).padStart(7, '0')}${'ZABCDEFGHJKLMNPQRTUVWXY'[((year % 100) * 1e7 + serial) % 23]}`;

const group = (text: string, ...sizes: number[]) => {
	let at = 0;
	const parts = sizes.map((size) => {
		at += size;
		return text.slice(at - size, at);
	});
	return parts.join(' ');
};
const AREAS = ['NR', 'SW', 'LS', 'BT', 'CF', 'EH', 'M', 'B', 'ZE', 'TR', 'YO'] as const;
const INWARD = 'ABDEFGHJLNPQRSTUWXYZ';
const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'June',
	'July',
	'August',
	'October',
	'December',
] as const;

/** Each type: its rule, the sentence around it, values with single spaces where separators may stand. */
const TYPES: readonly (readonly [
	rule: string,
	before: string,
	after: string,
	value: fc.Arbitrary<string>,
])[] = [
	[
		'DT-1',
		'write to ',
		' please',
		fc.tuple(letters(5, 'abcdefghkmnprst'), letters(6, 'abcdefghkmnprst')).map(([a, b]) => `${a}@${b}.co.uk`),
	],
	['DT-2', 'he rang ', ' twice', digits(6).map((end) => group(`07700${end}`, 5, 3, 3))],
	['DT-2', 'her number, ', ', was on it', digits(3).map((end) => group(`01632960${end}`, 5, 3, 3))],
	[
		'DT-3',
		'we lived at ',
		' then',
		fc
			.tuple(
				fc.constantFrom(...AREAS),
				fc.integer({ min: 1, max: 9 }),
				fc.integer({ min: 0, max: 9 }),
				letters(2, INWARD),
			)
			.map(([a, n, m, l]) => `${a}${n} ${m}${l}`),
	],
	[
		'DT-4',
		'the slip says ',
		' on top',
		fc
			.tuple(letters(1, 'ABCEHJLMPRSTW'), letters(1, 'ABCEHJLMPRSTW'), digits(6), letters(1, 'ABCD'))
			.filter(([a, b]) => !/BG|GB|KN|NK|NT|TN|ZZ/.test(a + b))
			.map(([a, b, d, l]) => group(`${a}${b}${d}${l}`, 2, 2, 2, 2, 1)),
	],
	[
		'DT-5',
		'the note has ',
		' on it',
		digits(9)
			.filter((body) => healthNumber(body) !== undefined && !body.startsWith('0'))
			.map((body) => group(String(healthNumber(body)), 3, 3, 4)),
	],
	[
		'DT-6',
		'his car, ',
		', again',
		fc
			.tuple(
				letters(2, 'ABCDEFGHKLMNOPRSTUVWXY'),
				fc.integer({ min: 2, max: 79 }),
				letters(3, 'BCDFGHJKLMNPRSTVWXYZ'),
			)
			.map(([a, n, l]) => `${a}${String(n).padStart(2, '0')} ${l}`),
	],
	[
		'DT-7',
		'crime reference number ',
		' was given',
		fc.tuple(digits(2), digits(6), digits(2)).map(([a, b, c]) => `${a}/${b}/${c}`),
	],
	[
		'DT-8',
		'custody record ',
		' was lost',
		fc.tuple(letters(2), digits(5), digits(2)).map(([a, b, c]) => `${a}/${b}/${c}`),
	],
	[
		'DT-9',
		'signed by PC ',
		' that night',
		fc
			.integer({ min: 100, max: 9999 })
			.filter((n) => n < 1900 || n > 2099)
			.map(String),
	],
	[
		'DT-10',
		'the sheet has ',
		' on it',
		fc
			.tuple(fc.integer({ min: 1990, max: 2026 }), fc.integer({ min: 1, max: 9999999 }))
			.map(([y, s]) => yearSerial(y, s)),
	],
	[
		'DT-11',
		'the file is ',
		' now',
		fc.tuple(letters(2), digits(2), letters(1, 'CDFP'), digits(5)).map((parts) => parts.join('')),
	],
	[
		'DT-12',
		'it was on ',
		' that he came',
		fc
			.tuple(
				fc.integer({ min: 1, max: 28 }),
				fc.constantFrom(...MONTHS),
				fc.integer({ min: 1970, max: 2026 }),
			)
			.map(([d, m, y]) => `${d} ${m} ${y}`),
	],
	[
		'DT-13',
		'they live at ',
		' now',
		fc
			.tuple(
				fc.integer({ min: 1, max: 300 }),
				fc.constantFrom('Larch', 'Elm Tree', 'St Mary’s', 'Victoria'),
				fc.constantFrom('Close', 'Road', 'Avenue', 'Drive', 'Lane'),
			)
			.map((parts) => parts.join(' ')),
	],
	[
		'DT-14',
		'posted by @',
		' on there',
		fc.tuple(letters(5, 'abcdefghkmnprst'), digits(2)).map(([a, b]) => `${a}_${b}`),
	],
	[
		'DT-15',
		'the handset has ',
		' inside',
		digits(14)
			.filter((body) => !body.startsWith('0'))
			.map(withLuhn),
	],
	['DT-16', 'he used ', ' again', digits(14).map((body) => group(withLuhn(`4${body}`), 4, 4, 4, 4))],
	['DT-16', 'paid into ', ' monthly', digits(14).map((rest) => group(iban('NWBK', rest), 4, 4, 4, 4, 4, 2))],
	['DT-17', 'passport number ', ' went', digits(9)],
	[
		'DT-18',
		'a pin at ',
		' came',
		fc
			.tuple(fc.integer({ min: 50000, max: 58999 }), fc.integer({ min: 1000, max: 5999 }))
			.map(([a, b]) => `${(a / 1000).toFixed(3)}, -${(b / 1000).toFixed(3)}`),
	],
];

/** What a person, a word processor or someone with time does to an identifier. */
const MUTATIONS: Readonly<Record<string, (value: string) => string>> = {
	plain: (value) => value,
	'no-break spaces': (value) => value.replace(/ /g, '\u00a0'),
	'wide spaces': (value) => value.replace(/ /g, '\u2003 '),
	'full-width characters': (value) =>
		value.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
	'zero-width characters': (value) => [...value].join('\u200b'),
	'soft hyphens': (value) => [...value].join('\u00ad'),
	'word joiners': (value) => value.replace(/./gu, (one) => `${one}\u2060`),
	'Arabic digits': (value) => value.replace(/\d/g, (one) => String.fromCharCode(0x660 + Number(one))),
	'mathematical digits': (value) =>
		value.replace(/\d/g, (one) => String.fromCodePoint(0x1d7ce + Number(one))),
	'combining marks': (value) => value.replace(/\d/g, (one) => `${one}\u0336`),
	'other dashes': (value) => value.replace(/-/g, '\u2212').replace(/\//g, '\u2044'),
};
/** For values whose parts are set apart by spaces. */
const SEPARATORS: Readonly<Record<string, string>> = {
	none: '',
	dash: '-',
	'en dash': '–',
	dot: '.',
	'two spaces': '  ',
};
const SEPARABLE = new Set(['DT-2', 'DT-3', 'DT-4', 'DT-5', 'DT-6', 'DT-16']);

const found = (rule: string, before: string, value: string, after: string) => {
	const { text, hits } = typedHits(before + value + after);
	const span = { start: before.length, end: text.length - after.length };
	return hits.some((hit) => hit.rule === rule && overlap(hit, span));
};

describe.each(TYPES)('%s after “%s”', (rule, before, after, value) => {
	test.each(Object.keys(MUTATIONS))('with %s', (name) => {
		const mutate = MUTATIONS[name] as (value: string) => string;
		fc.assert(
			fc.property(value, (one) => {
				expect(found(rule, before, mutate(one), after)).toBe(true);
			}),
			{ numRuns: name === 'plain' ? 500 : 100 },
		);
	});

	if (SEPARABLE.has(rule))
		test.each(Object.keys(SEPARATORS))('separated by %s', (name) => {
			fc.assert(
				fc.property(value, (one) => {
					expect(found(rule, before, one.replaceAll(' ', SEPARATORS[name] as string), after)).toBe(true);
				}),
				{ numRuns: 100 },
			);
		});
});
