import { describe, expect, test } from 'vitest';
import { citations } from '../../../../src/checks/pii/citations.ts';
import { accountHits, recordHits, typedHits } from '../../../support/detection.ts';

const LAWS = ['Police Reform Act'];

const cited = (text: string) => citations(text, LAWS).map(({ start, end }) => text.slice(start, end));

describe('what has the whole form of a citation is one', () => {
	test.each([
		['[2014] EWHC 3041 (Admin) at [45]-[47]'],
		['[2019] EWCA Civ 1234'],
		['[2020] 1 WLR 2034'],
		['(1999) 2 AC 455, 461'],
		['SI 2020/4, reg 30'],
		['HC 745 (2021-22)'],
		['CP 412 (2021)'],
		['Section 1(3A) of the Forced Marriage (Civil Protection) Act 2007'],
		['s 97(2) Children Act 1989'],
		['Police Reform Act 2002, s 29'],
		['section 47'],
		['section 136'],
		['paragraphs 3 to 9'],
		['pages 12-18'],
	])('%s', (text) => {
		const spans = cited(text);
		expect(spans.join(' ').length).toBeGreaterThanOrEqual(text.length - 8);
	});
});

describe('what only looks like one explains no figure', () => {
	test.each([
		["My date of birth? It's 14-02-87.", '14-02-87'],
		["The account's 70872490.", '70872490'],
		["His collar number's 4719.", '4719'],
		['It was part 4719 of it.', '4719'],
		['See rule 4719.', '4719'],
		['See table 4719.', '4719'],
		['See article 4719.', '4719'],
		['See reg 4719.', '4719'],
		['See section 4719.', '4719'],
		['See CP 2204.', '2204'],
		['See HC 4719.', '4719'],
		['page 4719', '4719'],
		['[2019] Karen Holloway 4719', '4719'],
		['part 14-02-87', '14-02-87'],
		['part 14.02.87', '14.02.87'],
		['Section 14.02.87', '14.02.87'],
		['ISBN 07700 900123', '07700 900123'],
	])('%s', (text, value) => {
		const { text: plain, hits } = accountHits(text);
		expect(hits.map((hit) => plain.slice(hit.start, hit.end)).join(' ')).toContain(value);
	});

	test.each([['Karen Holloway Order 2019'], ['Grace Bell Act 2019'], ['[2019] Karen Holloway 4']])(
		'%s is a name in a report too',
		(text) => {
			expect(recordHits(text).hits).not.toEqual([]);
		},
	);

	test.each([
		["My date of birth? It's 14-02-87.", 'DT-12'],
		["The account's 70872490.", 'DT-16'],
		["His collar number's 4719.", 'DT-9'],
		['His collar number (4719) was on it.', 'DT-9'],
		['Account number: “70872490”.', 'DT-16'],
	])('nobody can waive it: %s', (text, rule) => {
		expect(typedHits(text).hits.map((hit) => hit.rule)).toContain(rule);
	});
});

test('pages, paragraphs and measures are no identifiers', () => {
	for (const text of [
		'See Table 7b of the report, at pages 112-118.',
		'The report says so at paras 12-14.',
		'The room was 3.5 m by 4.2 m and had 1 window.',
		'ISSN 0143-3768; ISBN-10 0-306-40615-2; ISBN 978-1-78655-123-4',
	])
		expect(typedHits(text).hits, text).toEqual([]);
});
