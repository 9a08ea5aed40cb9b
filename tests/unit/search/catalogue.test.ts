import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import type { Archive } from '../../../src/archive/publish/view.ts';
import type { Catalogue } from '../../../src/search/engine/catalogue.ts';
import { flatValues } from '../../../src/search/engine/catalogue.ts';
import { facetView } from '../../../src/search/build/facet-view.ts';
import { makeCatalogue } from '../../../src/search/build/make-catalogue.ts';
import {
	fragmentsOf,
	isUnused,
	keysByPath,
	keysFor,
	wordsOf,
} from '../../../src/search/build/text-index-files.ts';
import { SITES } from '../../support/sites.ts';

let archive: Archive;
let catalogue: Catalogue;
beforeAll(async () => {
	const reading = await readArchive(SITES.market.content);
	if (!reading.archive) throw new Error(`${path.basename(SITES.market.content)} has problems`);
	archive = reading.archive;
	catalogue = make();
});
const make = () =>
	makeCatalogue(archive, ({ id }) => ({ date: '2020', dateWords: '2020', facts: `of ${id}` }));
const group = (key: string) => catalogue.groups.find((one) => one.key === key);

describe('the catalogue of an archive', () => {
	test('lists its records as the archive does, and nothing of what is not published', () => {
		expect(catalogue.records.map(([id]) => id)).toEqual(archive.records.map(({ id }) => id));
		expect(JSON.stringify(catalogue)).not.toMatch(/consent|review|intruder/);
	});

	test('has the facets that every archive has, in the archive’s own words, then its own', () => {
		expect(catalogue.groups.map(({ key, label }) => [key, label])).toEqual([
			['kind', 'Kind'],
			['theme', 'Topic'],
			['organisation', 'Organisation'],
			['year', 'Year of publication'],
			...archive.config.facets.map(({ id, label }) => [id, label]),
		]);
		expect(group('kind')?.values.map(({ label, speaker }) => [label, speaker])).toContainEqual([
			'Customer accounts',
			'Customer',
		]);
	});

	test('offers organisations of the kinds that the archive filters by, and no others', () => {
		const ids = group('organisation')?.values.map(({ id }) => id);
		expect(ids).toContain('evermore-plans');
		expect(ids).not.toContain('wendle-courier');
	});

	test('counts a narrower value among its broader one', () => {
		const plan = group('plan-type');
		expect(plan?.values.map(({ id, parent }) => [id, parent])).toEqual([
			['any-plan', undefined],
			['instalment', 0],
			['lump-sum', 0],
		]);
		const ordinal = (id: string) =>
			flatValues(catalogue.groups).find((value) => value.group.key === 'plan-type' && value.id === id)
				?.ordinal ?? -1;
		for (const [, , , , values] of catalogue.records)
			if (values.includes(ordinal('instalment'))) expect(values).toContain(ordinal('any-plan'));
	});

	test('is the same each time', () => {
		expect(JSON.stringify(make())).toBe(JSON.stringify(catalogue));
	});
});

test('the page shows each broader value before its narrower ones, with the number of its records', () => {
	const plan = facetView(archive).find(({ key }) => key === 'plan-type');
	expect(plan?.values.map(({ id, level }) => [id, level])).toEqual([
		['any-plan', 0],
		['instalment', 1],
		['lump-sum', 1],
	]);
	const kinds = facetView(archive)[0]?.values.map(({ id, count }) => [id, count]);
	expect(kinds).toEqual([
		['testimonies', archive.testimonies.length],
		['reports', archive.reports.length],
		['findings', archive.findings.length],
	]);
});

test('names find what facets and first publishers do not', () => {
	for (const { label, words, records } of catalogue.names) {
		expect(['organisation', 'publisher', 'number', 'answer to']).toContain(label);
		expect(records.length).toBeGreaterThan(0);
		expect(new Set(records).size).toBe(records.length);
		for (const place of records) {
			const record = archive.records[place];
			if (label === 'publisher')
				expect(
					record?.data.sources.map(({ publisher }) => archive.organisation.get(publisher ?? '')?.data.name),
				).toContain(words[0]);
			if (label === 'number') expect(record?.data).toHaveProperty('number', words[0]);
		}
	}
	const numbered = archive.findings.filter(({ data }) => data.number !== undefined);
	expect(numbered.length).toBeGreaterThan(0);
	expect(
		catalogue.names.filter(({ label }) => label === 'number').flatMap(({ records }) => records),
	).toHaveLength(numbered.length);
});

test('figures are among the other pages', () => {
	const figures = catalogue.pages.filter(([path]) => path.startsWith('/figures/'));
	expect(figures).toHaveLength(archive.figures.length);
});

describe('joining the text index', () => {
	const fragment = (url: string) =>
		gzipSync(`pagefind_dcd${JSON.stringify({ url, content: '', meta: {}, anchors: [] })}`);
	const two = {
		records: [['aaa', 0, 0, 0, []]],
		pages: [
			['/about/', 'x'],
			['/none/', 'x'],
		],
	} as const;

	test('goes by the pages’ paths', () => {
		const fragments = fragmentsOf([
			['fragment/en_1234567.pf_fragment', fragment('/r/aaa/')],
			['/abs/fragment/en_89abcde.pf_fragment', fragment('/about/')],
			['pagefind.js', new Uint8Array()],
		]);
		const keys = keysByPath(fragments);
		expect(keysFor(two, keys)).toEqual({ records: ['en_1234567'], pages: ['en_89abcde', ''] });
	});

	test('fails where a record is not in the index, and names it', () => {
		expect(() => keysFor(two, new Map())).toThrow(/lacks 1 of 1 records: aaa/);
	});

	test('fails where the index is not of the version that is known', () => {
		const other = gzipSync('pagefind_two{}');
		expect(() => fragmentsOf([['fragment/en_1.pf_fragment', other]])).toThrow(/Pagefind version/);
		const lacking = gzipSync('pagefind_dcd{"url":"/x/"}');
		expect(() => fragmentsOf([['fragment/en_1.pf_fragment', lacking]])).toThrow(/lacks/);
	});

	test('knows all words of texts, titles and summaries, without numbers', () => {
		const texts = {
			content: 'Re-opened, the café. 12',
			meta: { title: 'The file', summary: 'Lost', image: 'x.png' },
		};
		expect(wordsOf(new Map([['en_1', { url: '/x/', anchors: [], ...texts }]]))).toEqual([
			...['cafe', 'file', 'lost', 'opened', 're', 'reopened', 'the'],
		]);
	});

	test('leaves out Pagefind’s own interfaces', () => {
		expect(['pagefind-ui.js', 'pagefind-component-ui.css', 'wasm.unknown.pagefind'].every(isUnused)).toBe(
			true,
		);
		expect(
			['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind', 'pagefind-entry.json'].some(isUnused),
		).toBe(false);
	});
});
