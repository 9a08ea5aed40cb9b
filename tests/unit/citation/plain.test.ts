import { expect, test } from 'vitest';
import { plainCitation } from '../../../src/citation/plain.ts';

const record = {
	title: 'Sales calls left out the charge',
	titleSupplied: false,
	archive: 'Prepaid Plans: Evidence Archive',
	version: 2,
	date: '2031-12-01',
	address: 'https://example.org/sub/r/7k3m9qtw/',
};

test('a title of the source stands in quotation marks', () => {
	expect(plainCitation(record)).toBe(
		'‘Sales calls left out the charge’ (Prepaid Plans: Evidence Archive, version 2, 1 December 2031) <https://example.org/sub/r/7k3m9qtw/>',
	);
});

test('a title that the archive made up stands in square brackets', () => {
	expect(plainCitation({ ...record, titleSupplied: true })).toMatch(
		/^\[Sales calls left out the charge\] \(/,
	);
});

test('an account is dated to the month only', () => {
	expect(plainCitation({ ...record, date: '2031-12' })).toContain('version 2, December 2031)');
});

test('what is not known is left out, never guessed', () => {
	const { version: _, date: __, ...bare } = record;
	expect(plainCitation(bare)).toBe(
		'‘Sales calls left out the charge’ (Prepaid Plans: Evidence Archive) <https://example.org/sub/r/7k3m9qtw/>',
	);
});

test.each([
	['She said "no" twice', '‘She said “no” twice’'],
	["The family's 'peace of mind' plan", "‘The family's “peace of mind” plan’"],
	['‘No case’, says office', '‘“No case”, says office’'],
	['Buyers’ money and sellers’ fees', '‘Buyers’ money and sellers’ fees’'],
])('quotations within the title %j become double, apostrophes stay', (title, expected) => {
	expect(plainCitation({ ...record, title })).toMatch(new RegExp(`^${expected} \\(`));
});
