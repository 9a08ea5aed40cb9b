import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, test } from 'vitest';
import { type CslItem, cslItem } from '../../../src/citations/formats/csl-json.ts';
import { FORMATS } from '../../../src/citations/formats/exports.ts';
import { bodyOf, parseByline } from '../../../src/citations/names.ts';
import { risCreators } from '../../support/zotero.ts';
import * as items from './items.ts';

const BODIES = [
	'Department for Levelling Up, Housing and Communities',
	'Ministry of Housing,Communities and Local Government',
	'Home Office',
	'Ash, Beech & Co., Ltd',
	'BBC',
	'Research and Development',
	'others',
];

describe.each(BODIES)('the organisation “%s”', (name) => {
	const item = { ...items.joint, creators: [bodyOf(name)], publisher: name };

	test('is one creator without a given name for who imports RIS', () => {
		const [creators = []] = risCreators(FORMATS.ris.entry(item));
		expect(creators).toHaveLength(1);
		expect(creators[0]?.firstName).toBe('');
		expect(creators[0]?.lastName.replace(/\W/g, '')).toBe(name.replace(/\W/g, ''));
	});

	test('has its commas in a note of RIS, where the field cannot hold them', () => {
		expect(FORMATS.ris.entry(item).includes(`N1  - By: ${name}`)).toBe(name.includes(','));
	});

	test.each(['bibtex', 'biblatex'] as const)('is one name in braces in %s', (format) => {
		const [back] = new Cite(FORMATS[format].entry(item)).data as unknown as CslItem[];
		expect(back?.author).toEqual([{ family: name }]);
		expect(FORMATS[format].entry(item)).toContain(`institution = {{${name.replace('&', '\\&')}}}`);
	});

	test('is literal in CSL-JSON', () => {
		expect(cslItem(item).author).toEqual([{ literal: name }]);
	});
});

describe.each([
	['Rachel De Souza', 'De Souza', 'Rachel'],
	['Éamon Ó Cuív', 'Ó Cuív', 'Éamon'],
	['John Le Carré', 'Le Carré', 'John'],
	['Jan van der Berg', 'van der Berg', 'Jan'],
	['Conor Mac Giolla Ruaidh', 'Mac Giolla Ruaidh', 'Conor'],
	['Rhys ap Rhys', 'ap Rhys', 'Rhys'],
	['J.K. Croft', 'Croft', 'J. K.'],
])('the person “%s”', (printed, family, given) => {
	const item = { ...items.print, creators: [parseByline(printed)] };

	test('keeps what belongs to the family name in every format', () => {
		expect(risCreators(FORMATS.ris.entry(item))).toEqual([[{ lastName: family, firstName: given }]]);
		for (const format of ['bibtex', 'biblatex'] as const)
			expect(FORMATS[format].entry(item)).toContain(`author = {${family}, ${given}}`);
		const [author] = cslItem(item).author ?? [];
		expect(author).toMatchObject({ given });
		if (author && 'family' in author)
			expect([author['non-dropping-particle'], author.family].filter(Boolean).join(' ')).toBe(family);
	});
});

test('several organisations who answer for a report are each one', () => {
	const entry = FORMATS.biblatex.entry({
		...items.joint,
		creators: BODIES.slice(0, 3).map((name) => bodyOf(name)),
	});
	expect(entry).toContain(
		`institution = {${BODIES.slice(0, 3)
			.map((name) => `{${name}}`)
			.join(' and ')}}`,
	);
});

describe('an article in a journal', () => {
	const tags = (text: string) =>
		Object.fromEntries(
			[...text.matchAll(/^([A-Z][A-Z0-9]) {2}- (.+)\r$/gm)].map(([, tag, value]) => [tag, value]),
		);

	test('is one in RIS, with its place in the journal', () => {
		expect(tags(FORMATS.ris.entry(items.article))).toMatchObject({
			TY: 'JOUR',
			T2: 'Journal of Plans & Promises',
			VL: '27',
			IS: '4',
			SP: '406',
			EP: '423',
			DO: '10.1234/jpp.2025.17',
		});
	});

	test.each(['bibtex', 'biblatex'] as const)('is one in %s', (format) => {
		const [back] = new Cite(FORMATS[format].entry(items.article)).data as unknown as CslItem[];
		expect(back).toMatchObject({
			type: 'article-journal',
			'container-title': 'Journal of Plans & Promises',
			volume: '27',
			issue: '4',
			page: '406-423',
			DOI: '10.1234/jpp.2025.17',
		});
	});

	test('is one in CSL-JSON', () => {
		expect(cslItem(items.article)).toMatchObject({
			type: 'article-journal',
			volume: '27',
			issue: '4',
			page: '406–423',
			DOI: '10.1234/jpp.2025.17',
			'container-title': 'Journal of Plans & Promises',
		});
	});
});
