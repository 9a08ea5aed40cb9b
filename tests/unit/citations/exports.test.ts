import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CslItem, cslItem } from '../../../src/citations/formats/csl-json.ts';
import { exportOf, FORMATS } from '../../../src/citations/formats/exports.ts';
import type { FormatName } from '../../../src/citations/formats/format-names.ts';
import type { CitableItem } from '../../../src/citations/item.ts';
import { bodyOf, parseByline } from '../../../src/citations/names.ts';
import { ROOT } from '../../support/sites.ts';
import * as items from './items.ts';

const HOSTILE = String.raw`50% & $5 #1 a_b {c} ~d ^e \f “q” – é Ó ’s`;
const LONG = `https://archive.example/${'a-long-path/'.repeat(24)}?x=1&y=50%25#z_~^`;

const hard: CitableItem = {
	...items.joint,
	key: 'record-7k3m9qtw-v1',
	kind: 'web',
	title: HOSTILE,
	container: HOSTILE,
	creators: [bodyOf('Department A, B & C'), parseByline('Édith van der Ó'), bodyOf('This and That')],
	address: LONG,
};

const all = [...Object.values(items.ALL).map((item, index) => ({ ...item, key: `k${index}` })), hard];

describe('BibTeX and BibLaTeX', () => {
	const read = (text: string) => new Cite(text).data as unknown as CslItem[];

	test.each(['bibtex', 'biblatex'] as const)('%s comes back as it went', (format) => {
		const [back] = read(exportOf([hard], format));
		expect(back?.title).toBe(HOSTILE);
		expect(back?.URL).toBe(LONG);
		expect(LONG.length).toBeGreaterThan(300);
		expect(back?.id).toBe('record-7k3m9qtw-v1');
		expect(back?.author).toEqual([
			{ family: 'Department A, B & C' },
			{ family: 'Ó', given: 'Édith', 'non-dropping-particle': 'van der' },
			{ family: 'This and That' },
		]);
		expect(back?.issued).toEqual({ 'date-parts': [[2022, 6, 30]] });
	});

	test.each(['bibtex', 'biblatex'] as const)(
		'%s keeps every sample apart, with what is known of it',
		(format) => {
			const back = read(exportOf(all, format));
			expect(back.map(({ id }) => id)).toEqual(all.map(({ key }) => key));
			for (const [index, item] of all.entries()) {
				expect(back[index]?.title).toBe(item.titleSupplied ? `[${item.title}]` : item.title);
				expect(back[index]?.URL).toBe(item.address);
			}
		},
	);

	test('any text and address survives', () => {
		const text = fc.string({ unit: fc.constantFrom(...String.raw`ab &%$#_{}~^\“”–éÓ’()[]`), minLength: 1 });
		fc.assert(
			fc.property(text, (raw) => {
				const title = raw.replace(/\s+/g, ' ').trim() || 'x';
				for (const format of ['bibtex', 'biblatex'] as const)
					expect(read(exportOf([{ ...hard, title }], format))[0]?.title).toBe(title);
			}),
			{ numRuns: 60 },
		);
	});

	test('an account is a page on the web, with its month and version and nothing of a person', () => {
		expect(FORMATS.biblatex.entry(items.testimony)).toBe(
			`@online{record-7k3m9qtw-v3,
	title = {{Record 7k3m9qtw}},
	organization = {{Super-Complaint Evidence Archive}},
	titleaddon = {Account},
	version = {3},
	date = {2026-11},
	url = {https://archive.example/r/7k3m9qtw/v3/},
	langid = {british},
}
`,
		);
	});

	test('a newspaper article is one', () => {
		const [entry] = FORMATS.biblatex.entry(items.print).split('\n');
		expect(entry).toBe('@article{k,');
		expect(FORMATS.biblatex.entry(items.print)).toContain('entrysubtype = {newspaper}');
		expect(FORMATS.bibtex.entry(items.print)).toContain('\tmonth = jul,\n\tday = {1},');
	});

	test('what is only about a date is not made exact, nor lost', () => {
		const between = { ...items.print, date: '2022-03-17/2022-07-06' };
		expect(FORMATS.biblatex.entry(between)).toContain('date = {2022-03-17/2022-07-06}');
		expect(FORMATS.bibtex.entry(between)).toMatch(
			/year = \{2022\}(?!.*month).*note = \{Dated between 17 March 2022 and 6 July 2022\}/s,
		);
	});

	test.each([
		['2019~', '2019', 'about 2019'],
		['2019-10?', '2019', 'October 2019 (uncertain)'],
		['2019-12/2020-01', '2019/2020', 'between December 2019 and January 2020'],
		['2019~/2021', '2019/2021', 'between about 2019 and 2021'],
		['2019-12/..', null, 'since December 2019'],
		['../2020', null, 'until 2020'],
	])('a date of %s says what is known of it in every format', (date, year, words) => {
		const item = { ...items.print, date };
		const bibtex = FORMATS.bibtex.entry(item);
		expect(/^\tyear = \{(.*)\},$/m.exec(bibtex)?.[1] ?? null).toBe(year);
		expect(bibtex).toContain(`note = {Dated ${words}}`);
		expect(bibtex).not.toMatch(/~|textasciitilde/);
		expect(FORMATS.biblatex.entry(item)).toContain(`date = {${date}}`);
		expect(FORMATS.ris.entry(item)).toContain(`N1  - Dated ${words} (EDTF: ${date})`);
		expect(FORMATS.ris.entry(item)).toMatch(/^DA {2}- \S/m);
		const csl = cslItem(item);
		expect(csl.note).toBe(`Dated ${words}.`);
		expect(csl.issued).toMatchObject({ circa: true });
		expect(JSON.stringify(csl.issued)).not.toMatch(/null|\b0\b/);
	});
});

describe('RIS', () => {
	/** Reads RIS by its grammar: a tag, two spaces, hyphen, space, value; TY first and ER last in each. */
	function read(text: string): Map<string, string[]>[] {
		expect(text.endsWith('\r\n')).toBe(true);
		const entries: Map<string, string[]>[] = [];
		let open: Map<string, string[]> | undefined;
		for (const line of text.slice(0, -2).split('\r\n')) {
			if (line === '' && !open) continue;
			const [whole, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? [];
			expect(whole, line).toBe(line);
			if (tag === 'TY') {
				expect(open).toBeUndefined();
				open = new Map();
				entries.push(open);
			}
			open?.set(tag, [...(open.get(tag) ?? []), value]);
			if (tag === 'ER') open = undefined;
		}
		expect(open).toBeUndefined();
		return entries;
	}

	test('keeps to the grammar and comes back as it went', () => {
		const back = read(exportOf(all, 'ris'));
		expect(back).toHaveLength(all.length);
		const last = back.at(-1);
		expect(last?.get('TI')).toEqual([HOSTILE]);
		expect(last?.get('UR')).toEqual([LONG]);
		expect(last?.get('AU')).toEqual(['Department A B & C,', 'van der Ó, Édith', 'This and That,']);
		expect(last?.get('N1')).toContain('By: Department A, B & C');
		expect(last?.get('DA')).toEqual(['2022/06/30/']);
		expect(last?.get('Y2')).toEqual(['2026/11/21/']);
	});

	test('an account has no author, no day and no keywords', () => {
		const [account] = read(exportOf([items.testimony], 'ris'));
		expect(Object.fromEntries(account ?? [])).toEqual({
			TY: ['ELEC'],
			TI: ['Record 7k3m9qtw'],
			T2: [items.ARCHIVE],
			PY: ['2026'],
			DA: ['2026/11//'],
			ET: ['Version 3'],
			M3: ['account'],
			UR: ['https://archive.example/r/7k3m9qtw/v3/'],
			DB: [items.ARCHIVE],
			AN: ['7k3m9qtw'],
			LA: ['en-GB'],
			ER: [''],
		});
	});

	test('text cannot begin a line of its own', () => {
		const [entry] = read(exportOf([{ ...hard, abstract: 'a\r\nTY  - BOOK\nER  - ' }], 'ris'));
		expect(entry?.get('AB')).toEqual(['a TY - BOOK ER - ']);
	});
});

describe('CSL-JSON', () => {
	const schema = JSON.parse(readFileSync(path.join(ROOT, 'tests/support/csl/csl-data.json'), 'utf8'));
	const validate = new Ajv({ strict: false }).compile(schema);

	test('meets the schema of the Citation Style Language', () => {
		expect(validate(JSON.parse(exportOf(all, 'csl-json'))), JSON.stringify(validate.errors)).toBe(true);
		expect(validate([{ id: 'a', type: 'testimony' }])).toBe(false);
	});

	test('comes back as it went', () => {
		const back: CslItem[] = JSON.parse(exportOf([hard], 'csl-json'));
		expect(back[0]).toMatchObject({ title: HOSTILE, URL: LONG, id: hard.key });
	});

	test('says of a date no more than is known', () => {
		const issued = (date: string) => cslItem({ ...items.web, date }).issued;
		expect(issued('2021-10?')).toEqual({ 'date-parts': [[2021, 10]], circa: true });
		expect(issued('2022-03-17/2022-03-20')).toEqual({ 'date-parts': [[2022, 3]], circa: true });
		expect(issued('2021-12/2022-01')).toEqual({ 'date-parts': [[2021], [2022]], circa: true });
	});

	test('an account has no author, no day, no keywords and no abstract', () => {
		expect(cslItem(items.testimony)).toEqual({
			id: 'record-7k3m9qtw-v3',
			type: 'webpage',
			title: 'Record 7k3m9qtw',
			'container-title': items.ARCHIVE,
			genre: 'Account',
			version: '3',
			issued: { 'date-parts': [[2026, 11]] },
			URL: 'https://archive.example/r/7k3m9qtw/v3/',
			language: 'en-GB',
		});
	});
});

describe('a file of several things', () => {
	test.each(Object.keys(FORMATS) as FormatName[])('in %s has each once', (format) => {
		const twice = [items.joint, { ...items.joint, key: 'other', pinpoint: 'page 46' }, items.web, items.web];
		expect(exportOf(twice, format)).toBe(
			exportOf([{ ...items.joint, pinpoint: undefined }, items.web], format),
		);
	});

	test('can be empty', () => {
		expect(exportOf([], 'csl-json')).toBe('[]\n');
		expect(exportOf([], 'ris') + exportOf([], 'bibtex') + exportOf([], 'biblatex')).toBe('');
	});
});
