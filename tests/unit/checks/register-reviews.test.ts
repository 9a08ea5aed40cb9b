import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readArchive } from '../../../src/archive/read/read.ts';
import { TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import { givenTestimony, publishedTestimony } from '../../support/samples.ts';

const ID = '1vm1d7gn';
const BOTH = ['reader-one', 'lawyer'];

async function rulesOf(register: object, text: string, fields: object = givenTestimony()) {
	const files = { [TESTIMONY]: textFile(fields, text), 'register.yaml': stringify(register) };
	using folder = writeArchive(files);
	const { problems } = await readArchive(folder.path);
	const errors = problems.filter(({ severity }) => severity === 'error');
	return errors.map(({ file, rule }) => `${file.split('/').at(-1)} ${rule}`);
}

describe('a name in an account that was given to the archive', () => {
	const text = 'The seller, Zebedee Quarll, was there.';
	const person = (more: object) => ({
		people: [
			{ name: 'Zebedee Quarll', basis: 'guilty-in-open-court', role: 'Seller', records: [ID], ...more },
		],
	});
	const account = TESTIMONY.split('/').at(-1);

	test('needs two reviewers, whatever the ground', async () => {
		const alone = await rulesOf(person({}), text);
		expect(alone).toContain('register.yaml register-review');
		expect(alone).toContain(`${account} DT-C3`);
		expect(await rulesOf(person({ reviewers: BOTH }), text)).toEqual([]);
	});

	test.each([
		['one', ['lawyer']],
		['one twice', ['lawyer', 'lawyer']],
		['one in other spelling', ['lawyer', 'lawyer-2']],
	])('not %s', async (_, reviewers) => {
		expect(await rulesOf(person({ reviewers }), text)).not.toEqual([]);
	});

	test('needs none in a republished account', async () => {
		expect(await rulesOf(person({}), text, publishedTestimony())).toEqual([]);
	});

	test('applies to places too', async () => {
		const place = (more: object) => ({
			places: [{ name: 'Quarllby', basis: 'disclosed-by-publisher', records: [ID], ...more }],
		});
		const words = 'It was at Quarllby then.';
		expect(await rulesOf(place({}), words)).toContain('register.yaml register-review');
		expect(await rulesOf(place({ reviewers: BOTH }), words)).toEqual([]);
	});

	test.each([
		['words', { words: ['Quarll'] }],
		['words of several', { words: ['Zebedee Quarll'] }],
		['plainWords', { plainWords: ['quarll'] }],
		['ranks', { ranks: ['Quarll', 'quarll'] }],
	])('nor by way of %s', async (_, register) => {
		for (const text of [
			'The seller, Zebedee Quarll, was there.',
			'There was Quarll then.',
			'It was quarll then.',
		])
			expect(await rulesOf(register, text), text).not.toEqual([]);
	});

	test('words that two reviewers agreed to are allowed', async () => {
		const words = (word: string) => ({ accountWords: [{ word, reviewers: BOTH }] });
		expect(await rulesOf(words('Quarllbank'), 'The letter came from Quarllbank then.')).toEqual([]);
		expect(await rulesOf(words('quarllish'), 'It was quarllish then.')).toEqual([]);
		expect(await rulesOf({ accountWords: [{ word: 'Quarllbank' }] }, 'Nothing.')).not.toEqual([]);
	});
});
