import { expect, test } from 'vitest';
import {
	paragraphNumber,
	recordReference,
	referenceTo,
	suggestion,
} from '../../../../src/core/values/reference.ts';

test.each([
	['chargs', '; did you mean "charges"?'],
	['delay', '; did you mean "delays"?'],
	['leters', '; did you mean "letters"?'],
	['Charges', '; did you mean "charges"?'],
	['something-else-entirely', ''],
	['', ''],
])('suggestion for %j', (wrong, expected) => {
	expect(suggestion(wrong, ['charges', 'delays', 'letters'])).toBe(expected);
});

test('the nearest name is suggested, not the first near one', () => {
	expect(suggestion('latter', ['matters', 'letter'])).toBe('; did you mean "letter"?');
});

test('a reference to what is not known is refused with the nearest name', () => {
	const theme = referenceTo('theme', ['charges', 'delays']);
	expect(theme.parse('delays')).toBe('delays');
	expect(theme.safeParse('delay').error?.issues[0]?.message).toBe(
		'No theme is called that; did you mean "delays"?',
	);
});

test('where nothing is declared yet, every reference is refused', () => {
	for (const value of ['a', '', '__proto__', 'toString'])
		expect(referenceTo('theme', []).safeParse(value).success).toBe(false);
});

test('record references need the right check character', () => {
	expect(recordReference.safeParse('7k3m9qtw').success).toBe(true);
	expect(recordReference.safeParse('7k3m9qtx').success).toBe(false);
});

test('paragraph numbers are 12 or 12a', () => {
	expect(paragraphNumber.parse(12)).toBe('12');
	expect(paragraphNumber.parse('12a')).toBe('12a');
	for (const bad of ['0', '012', 'a', '12z', '12A', '-1', '', 1.5, 0])
		expect(paragraphNumber.safeParse(bad).success).toBe(false);
});
