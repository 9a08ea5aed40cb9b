import { describe, expect, test } from 'vitest';
import { oscolaLocator } from '../../../src/citations/locator.ts';
import { parseByline, fullFamily } from '../../../src/citations/names.ts';
import { pinpoint } from '../../../src/citations/pinpoint.ts';
import { fill, htmlOf, type Run, textOf } from '../../../src/citations/rich-text.ts';
import { quoted, titleCase, unquoted } from '../../../src/citations/titles.ts';

describe('a pinpoint', () => {
	test.each([
		[[], ''],
		[['12'], 'para 12'],
		[['12', '13', '14'], 'paras 12–14'],
		[['5', '2', '4'], 'paras 2, 4–5'],
		[['9', '10'], 'paras 9–10'],
		[['3', '3'], 'para 3'],
		[['12a', '12'], 'paras 12, 12a'],
	])('of %j is “%s”', (paragraphs, expected) => {
		expect(pinpoint(paragraphs)).toBe(expected);
	});

	test('knows what stands between, where it is told', () => {
		const all = ['11', '12', '12a', '13', '15'];
		expect(pinpoint(['12', '12a', '13'], 'oscola', all)).toBe('paras 12–13');
		expect(pinpoint(['12', '13'], 'oscola', all)).toBe('paras 12, 13');
		expect(pinpoint(['13', '15'], 'oscola', all)).toBe('paras 13–15');
	});

	test('has stops in the other styles', () => {
		expect(pinpoint(['2'], 'stopped')).toBe('para. 2');
		expect(pinpoint(['2', '3'], 'stopped')).toBe('paras. 2–3');
	});
});

describe('runs', () => {
	const runs: Run[] = [
		'A & ',
		{ italic: 'B <i>' },
		{ slot: 'pinpoint', lead: ', ', text: '' },
		' <',
		{ link: 'https://a.example/"' },
		{ slot: 'fragment', lead: '', text: '' },
		'>',
		{ slot: 'accessed', lead: ' (Accessed: ', text: '1 May 2026', tail: ')' },
	];

	test('keep their own words, take others, or leave a place out', () => {
		expect(textOf(runs)).toBe('A & B <i> <https://a.example/"> (Accessed: 1 May 2026)');
		expect(textOf(runs, { pinpoint: 'para 3', fragment: '#p3', accessed: '' })).toBe(
			'A & B <i>, para 3 <https://a.example/"#p3>',
		);
	});

	test('take the fragment into the link', () => {
		expect(fill(runs, { fragment: '#p3' })).toContainEqual({ link: 'https://a.example/"#p3' });
	});

	test('are escaped as HTML', () => {
		expect(htmlOf(runs, { accessed: '' })).toBe(
			'A &amp; <i>B &lt;i&gt;</i> &lt;<span class="address">https://a.example/&quot;</span>&gt;',
		);
	});
});

describe('quotation marks', () => {
	test.each([
		['She said "no" twice', '‘She said “no” twice’'],
		["The family's 'peace of mind' plan", '‘The family’s “peace of mind” plan’'],
		['‘No case’, says office', '‘“No case”, says office’'],
		['‘No “case” at all’, says office', '‘“No ‘case’ at all”, says office’'],
		['Buyers’ money and sellers’ fees', '‘Buyers’ money and sellers’ fees’'],
		['‘Buyers’ money’ lost', '‘“Buyers’ money” lost’'],
		['“One” and “two”', '‘“One” and “two”’'],
		['The ’90s', '‘The ’90s’'],
	])('within %j change with their depth', (title, expected) => {
		expect(quoted(title)).toBe(expected);
	});

	test('are single at the first depth where the title has none', () => {
		expect(unquoted('A "b" c')).toBe('A ‘b’ c');
	});
});

describe('capitals', () => {
	test.each([
		['over 300 left after the vote', 'Over 300 Left after the Vote'],
		['a co-operative day-to-day so-called plan', 'A Co-operative Day-to-Day So-Called Plan'],
		['report: the end of it', 'Report: The End of It'],
		['what gov.uk and iPhone users think of', 'What gov.uk and iPhone Users Think Of'],
		['MoJ answers “in full”', 'MoJ Answers “in Full”'],
		['handling review - the second', 'Handling Review – The Second'],
		['édith’s story', 'Édith’s Story'],
	])('of %j', (title, expected) => {
		expect(titleCase(title)).toBe(expected);
	});
});

describe('a byline', () => {
	test.each([
		['Jane Croft', 'Croft', 'Jane'],
		['Croft, Jane', 'Croft', 'Jane'],
		['Dr Jane K. Croft KC', 'Croft', 'Jane K.'],
		['Ursula von der Leyen', 'von der Leyen', 'Ursula'],
		['Robert Downey Jr.', 'Downey', 'Robert'],
		['Van Morrison', 'Morrison', 'Van'],
		['Mary-Ann O’Neill', 'O’Neill', 'Mary-Ann'],
		['Rachel De Souza', 'De Souza', 'Rachel'],
		['De Souza, Rachel', 'De Souza', 'Rachel'],
		['Éamon Ó Cuív', 'Ó Cuív', 'Éamon'],
		['Caoimhe Ní Bhroin', 'Ní Bhroin', 'Caoimhe'],
		['John Le Carré', 'Le Carré', 'John'],
		['Jan Van der Berg', 'Van der Berg', 'Jan'],
		['Conor Mac Giolla Ruaidh', 'Mac Giolla Ruaidh', 'Conor'],
		['Rhys ap Rhys', 'ap Rhys', 'Rhys'],
		['Mary St John', 'St John', 'Mary'],
		['St John Rivers', 'Rivers', 'St John'],
		['Sally Lord', 'Lord', 'Sally'],
		['José Ortega y Gasset', 'Ortega y Gasset', 'José'],
		['David ben Ash', 'ben Ash', 'David'],
		['J.K. Croft', 'Croft', 'J. K.'],
		['JK Croft', 'Croft', 'J. K.'],
	])('of a person, %j, is told apart', (printed, family, given) => {
		const creator = parseByline(printed);
		expect(creator.kind).toBe('person');
		if (creator.kind === 'person') expect([fullFamily(creator), creator.given]).toEqual([family, given]);
	});

	test.each([
		'Editorial',
		'PA Media',
		'The Press Association',
		'Jane Smith and John Brown',
		'Lord Bingham',
		'BBC News',
		'Staff reporter',
		'A, B and C',
		'HHJ Smith',
		'李 小龍',
	])('that may be no one person’s, %j, stays whole', (printed) => {
		expect(parseByline(printed)).toMatchObject({ kind: 'body', name: printed });
	});
});

describe('a place in a document', () => {
	test.each([
		['page 45', '45'],
		['pp. 3-5', '3–5'],
		['Sections 29A and 29B', 'ss 29A and 29B'],
		['Section 29A(1)', 's 29A(1)'],
		['Sections 1.1 to 2.2', 'ss 1.1–2.2'],
		['paragraphs 3, 5', 'paras 3, 5'],
		['Part II', 'pt II'],
		['Foreword', 'Foreword'],
		['Section of the covering letter', 'Section of the covering letter'],
	])('%j is %j', (text, expected) => {
		expect(oscolaLocator(text)).toBe(expected);
	});
});
