import { describe, expect, test } from 'vitest';
import { filesView, writtenFiles } from '../../../../src/site/components/citation/cite-files.ts';
import { formsView, writtenForms } from '../../../../src/site/components/citation/cite-forms.ts';
import { fileShapeOf } from '../../../../src/citations/file-shapes.ts';
import type { CitableItem } from '../../../../src/citations/item.ts';
import { bodyOf, creatorOf } from '../../../../src/citations/names.ts';
import { shapeOf } from '../../../../src/citations/shapes.ts';
import * as items from '../../citations/items.ts';

/** The forms and files of an item, by template where that can be, and one by one. */
const byTemplate = (item: CitableItem, name = 'a-file') => {
	const shape = shapeOf(item);
	return { ...formsView(item, shape), files: filesView(item, shape, name) };
};
const oneByOne = (item: CitableItem, name = 'a-file') => ({
	...writtenForms(item),
	files: writtenFiles(item, name),
});

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
		'a month in a place': { pinpoint: 'entry for November' },
		'a month in a repeated name': { reproduces: 'November Group' },
		'small letters in a name': { container: 'legislation.example' },
		'an address with signs': { address: 'https://a.example/?b="c"&d=<e>' },
		'a month that is none': { date: '2019-13' },
		'a day of reading': { accessed: '2026-05-04' },
		'all that files tell': {
			id: '7k3m9qtw',
			abstract: 'What it says: this, that – and “more”, isn’t it?',
			keywords: ['One thing', 'Another'],
			note: 'Record of: ‘A thing’ Body 1 (June 2029)',
		},
		'a note with a stop': { note: 'As it is.' },
		'texts that formats escape': {
			abstract: '50% of A & B {c} ~d',
			keywords: ['#1', 'c_d'],
			note: 'a  b\nc',
		},
		'no keywords': { keywords: [] },
		'an empty summary': { abstract: '' },
		'no address': { address: undefined },
		'another’s text': { reproduces: 'The Times', pinpoint: 'page 3', accessed: '2027-01-02' },
	};
	const bases = [items.record, items.testimony, items.web, items.joint, items.act, items.copy, items.command];

	test('are those that are written one by one, whatever the title', () => {
		for (const title of titles)
			for (const base of bases) {
				const item = { ...base, title };
				expect(byTemplate(item), title).toEqual(oneByOne(item));
			}
	});

	test('are the same whoever wrote the thing, and whenever', () => {
		for (const [what, change] of Object.entries(variants))
			for (const base of bases) {
				const item = { ...base, title: 'Refunds refused', ...change };
				expect(byTemplate(item), what).toEqual(oneByOne(item));
			}
	});

	test('are the same in all combinations of what items have', () => {
		for (const one of Object.values(variants))
			for (const two of Object.values(variants))
				for (const title of ['Refunds refused', 'Letters: What came of them']) {
					const item = { ...items.copy, title, ...one, ...two };
					expect(byTemplate(item)).toEqual(oneByOne(item));
				}
	});

	test('never show what stood for something', () => {
		for (const item of [...Object.values(items.ALL), items.record]) {
			const { first, others, files } = byTemplate(item);
			expect(first.html + others + files).not.toMatch(/qyi|jvw|888888888|298\d|2999|undefined|&#/i);
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
		expect(byTemplate(other)).toEqual(oneByOne(other));
	});

	test('are made once for files of things that differ in what they tell of themselves', () => {
		const keyOf = (item: CitableItem) => {
			const shape = shapeOf(item);
			return shape ? fileShapeOf(item, shape, 'a')?.key : undefined;
		};
		const one = {
			...items.record,
			id: '7k3m9qtw',
			abstract: 'One',
			note: 'A note',
			title: 'Refunds refused',
		};
		const other = {
			...one,
			key: 'k2',
			id: '0z4jhzg9',
			abstract: 'Other “words”',
			note: 'Another',
			title: 'Letters',
		};
		expect(keyOf(one)).toBeDefined();
		expect(keyOf(other)).toBe(keyOf(one));
		expect(keyOf({ ...one, note: 'A note.' })).not.toBe(keyOf(one));
		expect(keyOf({ ...one, abstract: '50% of them' })).toBeUndefined();
		byTemplate(one);
		expect(byTemplate(other)).toEqual(oneByOne(other));
	});
});
