import { describe, expect, test } from 'vitest';
import { formsView, writtenForms } from '../../../src/components/cite-forms.ts';
import type { CitableItem } from '../../../src/citation/item.ts';
import { bodyOf, creatorOf } from '../../../src/citation/names.ts';
import { shapeOf } from '../../../src/citation/shapes.ts';
import * as items from '../citation/items.ts';

const record: CitableItem = {
	...items.testimony,
	title: 'Refunds refused in 40% of cases',
	titleSupplied: true,
	publisher: 'The Keepers',
	descriptor: undefined,
	date: '2026-11-21',
	note: 'Record of: something',
	abstract: 'A summary.',
};

describe('references made by template', () => {
	const titles = [
		'Refunds refused',
		'14 of 149 letters answered with care',
		'What the Office of A–Z says about it (again)',
		'Édith’s letter',
		'Buyers’ money “gone”',
		'Is it over?',
		'One: two',
		'One: Two parts of it',
		'Sellers’ letters and the ’90s',
		'A & B <i>c</i>',
		'lower case',
		'Qzx wvk',
	];

	const [croft, smith] = [creatorOf('Jane Croft'), creatorOf('Bob Smith')];
	const variants: Record<string, Partial<CitableItem>> = {
		'one person': { creators: [croft] },
		'two people': { creators: [croft, smith] },
		'a person and a body': { creators: [croft, bodyOf('Department A & B')] },
		'five people': { creators: [croft, smith, croft, smith, croft] },
		'a body with a short name': { creators: [bodyOf('Department of Letters', 'DoL')] },
		'a body with a stop': { creators: [bodyOf('Letters Ltd.'), smith] },
		'an author who is the publisher': { creators: [bodyOf('The Keepers')], publisher: 'The Keepers' },
		'a person with a particle': { creators: [creatorOf('Ursula von der Leyen')] },
		'a year': { date: '2019' },
		'a month': { date: '2019-11' },
		'a day': { date: '2019-03-05' },
		'a doubtful date': { date: '2019-03-05?' },
		'no date': { date: undefined },
		'a month in a name': { container: 'November Group', descriptor: 'November 28 letter' },
		'small letters in a name': { container: 'legislation.example' },
		'an address with signs': { address: 'https://a.example/?b="c"&d=<e>' },
		'a month that is none': { date: '2019-13' },
		'a day of reading': { accessed: '2026-05-04' },
		'no address': { address: undefined },
		'another’s text': { reproduces: 'The Times', pinpoint: 'page 3', accessed: '2027-01-02' },
	};
	const bases = [record, items.testimony, items.web, items.joint, items.act, items.copy, items.command];

	test('are those that are written one by one, whatever the title', () => {
		for (const title of titles)
			for (const base of bases) {
				const item = { ...base, title };
				expect(formsView(item), title).toEqual(writtenForms(item));
			}
	});

	test('are the same whoever wrote the thing, and whenever', () => {
		for (const [what, change] of Object.entries(variants))
			for (const base of bases) {
				const item = { ...base, title: 'Refunds refused', ...change };
				expect(formsView(item), what).toEqual(writtenForms(item));
			}
	});

	test('are the same in all combinations of what items have', () => {
		for (const one of Object.values(variants))
			for (const two of Object.values(variants))
				for (const title of ['Refunds refused', 'Letters: What came of them']) {
					const item = { ...items.copy, title, ...one, ...two };
					expect(formsView(item)).toEqual(writtenForms(item));
				}
	});

	test('never show what stood for something', () => {
		for (const item of [...Object.values(items.ALL), record]) {
			const { first, others } = formsView(item);
			expect(first.html + others).not.toMatch(/qyi|jvw|888888888|298\d|2999|undefined|&#/i);
		}
	});

	test('are made once for things that differ in title, names, date and address only', () => {
		const keyOf = (item: CitableItem) => shapeOf(item)?.key;
		const one = { ...items.copy, title: 'Refunds refused', creators: [croft], date: '2019-03-05' };
		const other = {
			...one,
			title: 'Letters',
			creators: [smith],
			date: '2020-12-31',
			address: 'https://a.example/?b&c',
		};
		expect(keyOf(one)).toBeDefined();
		expect(keyOf(other)).toBe(keyOf(one));
		expect(keyOf({ ...one, titleSupplied: true })).not.toBe(keyOf(one));
		expect(formsView(other)).toEqual(writtenForms(other));
	});
});
