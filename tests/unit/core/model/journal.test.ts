import { describe, expect, test } from 'vitest';
import { doiAddress, journalSchema, placeInJournal } from '../../../../src/core/model/journal.ts';
import { sourceSchema } from '../../../../src/core/model/source.ts';
import * as samples from '../../../support/samples.ts';

describe('the place of an article in its journal', () => {
	test.each([
		[{ volume: 27, issue: 4, pages: '406–423', doi: '10.1177/14613557251379231' }, '27(4), pages 406–423'],
		[{ volume: '27A', pages: 'e12' }, '27A, page e12'],
		[{ issue: '3-4' }, 'issue 3-4'],
		[{ doi: '10.1016/S0140-6736(05)67883-6' }, ''],
	])('%j is “%s”', (journal, words) => {
		expect(placeInJournal(journalSchema.parse(journal))).toBe(words);
	});

	test.each([
		{ volume: 'vol. 27' },
		{ pages: 'pp. 406–423' },
		{ doi: 'https://doi.org/10.1177/1' },
		{ doi: '10.1177/a"><script>' },
		{},
	])('%j is refused', (journal) => {
		expect(journalSchema.safeParse(journal).success).toBe(false);
	});

	test('belongs to a journal article alone', () => {
		const source = { ...samples.source(), journal: { volume: '1' } };
		const schema = sourceSchema(samples.VOCABULARY);
		expect(schema.safeParse({ ...source, kind: 'journal-article' }).success).toBe(true);
		expect(schema.safeParse(source).error?.issues[0]?.path).toEqual(['journal']);
	});

	test('has an address that ends where the DOI does', () => {
		expect(doiAddress('10.1002/(SICI)1<1::AID>3.0.CO;2-#')).toBe(
			'https://doi.org/10.1002/(SICI)1%3C1::AID%3E3.0.CO;2-%23',
		);
	});
});
