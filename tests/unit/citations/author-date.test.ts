import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { APA, type AuthorDateStyle, CHICAGO, HARVARD } from '../../../src/citations/author-date/index.ts';
import type { CitableItem } from '../../../src/citations/item.ts';
import { bodyOf, parseByline } from '../../../src/citations/names.ts';
import { complaintReferences, recordReferences, themeReferences } from '../../../src/citations/references.ts';
import { type Run, textOf } from '../../../src/citations/rich-text.ts';
import type { CslStyle } from '../../support/csl/citeproc.ts';
import { citeprocReference } from '../../support/csl/oracle.ts';
import * as items from './items.ts';

const STYLES: Readonly<Record<CslStyle, AuthorDateStyle>> = { apa: APA, chicago: CHICAGO, harvard: HARVARD };
const styles = Object.keys(STYLES) as CslStyle[];

/** What differs from citeproc in the references of a thing, in all styles. */
function differences(item: CitableItem): string[] {
	return styles.flatMap((style) => {
		const expected = citeprocReference(item, style);
		return (['inText', 'entry'] as const).flatMap((part) => {
			const [ours, theirs] = [STYLES[style][part](item), expected[part]].map(shown);
			return ours === theirs ? [] : [`${style} ${part}: ${ours}, not ${theirs}`];
		});
	});
}

/** Runs as text with italics, links and slots to be seen. */
function shown(runs: readonly Run[]): string {
	return runs
		.map((run) => {
			if (typeof run === 'string') return run;
			if ('italic' in run) return `_${run.italic}_`;
			return 'link' in run ? `<${run.link}>` : `{${run.lead}|${run.tail ?? ''}}`;
		})
		.join('');
}

describe('references by author and date are those of citeproc and the official styles', () => {
	test.each(['content', 'tests/fixtures/market'])('for every page of the archive in %s', async (folder) => {
		const { archive } = await readArchive(folder);
		if (!archive) throw new Error('The archive has errors');
		const permanent = (at: string) => `https://archive.example${at}`;
		const pages = [
			...archive.records.map((record) => recordReferences(record, archive, permanent)),
			...archive.themes.map((theme) => themeReferences(theme, archive, permanent)),
			...archive.complaints.map((complaint) => complaintReferences(complaint, archive, permanent)),
		];
		const cited = pages.flatMap(({ references }) => references).map(({ item }) => item);
		expect(cited.length).toBeGreaterThan(20);
		for (const item of cited.filter((one) => !isKnownDifference(one)))
			expect(differences(item), item.key).toEqual([]);
	});

	const KINDS = { ...items.ALL, record: items.record };
	const [croft, smith, ash] = ['Jane Croft', 'Bob Smith', 'J.K. De Ash'].map(parseByline) as [
		ReturnType<typeof parseByline>,
		ReturnType<typeof parseByline>,
		ReturnType<typeof parseByline>,
	];
	const TITLES = [
		'Refunds refused',
		'14 of 149 letters answered with care',
		'What the Office of A–Z says about it (again)',
		'Édith’s letter',
		'Buyers’ money “gone”',
		'Is it over?',
		'Stop!',
		'As it is.',
		'Wait…',
		'One: two',
		'One: Two parts of it',
		'the end: of it',
		'Sellers’ letters and the ’90s',
		"It's the \"end\" of 'it'",
		'‘the end’ of it',
		'“What?”, he said “of ‘all’ that”',
		'A & B <i>c</i>',
		'to be on-line in',
		'one-on-one and in-depth talks-in',
		'Is it? the end/beginning; of',
		'Record xppnfrpm of 7k3m9qtw',
		'[x] the y',
	];
	const CHANGES: Readonly<Record<string, Partial<CitableItem>>> = {
		'no author': { creators: [] },
		'one author': { creators: [croft] },
		'two authors': { creators: [croft, smith] },
		'three authors': { creators: [croft, smith, ash] },
		'four authors': { creators: [croft, smith, ash, croft] },
		'seven authors': { creators: [croft, smith, ash, croft, smith, ash, croft] },
		'twenty authors': { creators: Array.from({ length: 20 }, () => croft) },
		'twenty-one authors': { creators: Array.from({ length: 21 }, () => croft) },
		'a person and a body': { creators: [croft, bodyOf('Department A & B')] },
		'bodies, one with a stop': { creators: [bodyOf('Letters Ltd.'), bodyOf('The Office', 'TO'), smith] },
		'names of many parts': {
			creators: ['Ursula von der Leyen', 'Robert Downey Jr.', "Mary-Ann O'Neill"].map(parseByline),
		},
		'an author who is the publisher': { creators: [bodyOf('The Keepers')], publisher: 'The Keepers' },
		'a publisher': { publisher: 'A house' },
		'a year': { date: '2019' },
		'a month': { date: '2019-11' },
		'a day': { date: '2019-03-05' },
		'a doubtful day': { date: '2019-03-05?' },
		'about a year': { date: '2019~' },
		'between two years': { date: '2019/2020-02' },
		'between two months': { date: '2019-03/2019-04' },
		'since a year': { date: '2019/..' },
		'until a month': { date: '../2020-02' },
		'no date': { date: undefined },
		'an address with signs': { address: 'https://a.example/?b="c"&d=<e>' },
		'no address': { address: undefined },
		'a day of reading': { accessed: '2026-05-04' },
		'a number': { number: '12' },
		'a command paper’s number': { number: 'Cm 9999' },
		'a sessional number': { number: 'HC 2021-22, 140' },
		'a description': { descriptor: 'press release' },
		'a description and a number': { descriptor: 'press release', number: '12' },
		'a container in small letters': { container: 'legislation.example' },
		'a month in a name': { container: 'November group', descriptor: 'November 28 letter' },
		'a supplied title': { titleSupplied: true },
		'a version': { version: 3 },
		'a pinpoint': { pinpoint: 'pages 3-5' },
		'another’s text': { reproduces: 'The Times', pinpoint: 'page 3' },
	};

	test.each(Object.entries(KINDS))('for each title of %s', (_, base) => {
		for (const title of TITLES) expect(differencesOf({ ...base, title }), title).toEqual([]);
	});

	test.each(Object.entries(KINDS))('whatever is known of %s', (_, base) => {
		for (const [what, change] of Object.entries(CHANGES))
			expect(differencesOf({ ...base, title: 'Refunds refused', ...change }), what).toEqual([]);
	});

	test('in combinations of what is known', () => {
		const change = fc.constantFrom(...Object.values(CHANGES));
		const combined = fc.record({
			base: fc.constantFrom(...Object.values(KINDS)),
			title: fc.constantFrom(...TITLES),
			changes: fc.tuple(change, change, change),
		});
		fc.assert(
			fc.property(combined, ({ base, title, changes }) => {
				expect(differencesOf(Object.assign({}, base, { title }, ...changes))).toEqual([]);
			}),
			{ seed: 1, numRuns: 250 },
		);
	});

	test.each([
		{ pages: '101-8' },
		{ pages: '99–101' },
		{ pages: '1203–1310' },
		{ pages: '100–4' },
		{ pages: '1496–500' },
		{ pages: 'e12' },
		{ volume: undefined },
		{ issue: undefined },
		{ volume: undefined, creators: [] },
		{ volume: undefined, issue: undefined },
		{ volume: undefined, issue: undefined, pages: undefined, date: '2025-03-04' },
		{ container: undefined },
		{ doi: undefined },
		{ number: '12' },
	])('for an article in a journal with %j', (change) => {
		const dated = { ...items.article, date: '2025-03' };
		expect([
			...differencesOf({ ...items.article, ...change }),
			...differencesOf({ ...dated, ...change }),
		]).toEqual([]);
	});

	function differencesOf(item: CitableItem): string[] {
		return isKnownDifference(item) ? [] : differences(item);
	}
});

/** Where our references differ from citeproc’s on purpose: the tests below say how. */
function isKnownDifference(item: CitableItem): boolean {
	return isNamelessArticle(item) || /[.?!][’”'"]$/.test(item.title) || isWithoutMeaning(item);
}

/** What no item has: a law that is a question or part of something, a version of a report. */
function isWithoutMeaning({ kind, title, container, number, version, pages }: CitableItem): boolean {
	return (
		(kind === 'legislation' && (container !== undefined || /[.?!]$/.test(title))) ||
		(kind === 'news' && container === undefined && number !== undefined) ||
		(version !== undefined && kind !== 'own') ||
		(pages !== undefined && kind !== 'journal')
	);
}

function isNamelessArticle({ kind, creators, container }: CitableItem): boolean {
	return (kind === 'news' || kind === 'journal') && creators.length === 0 && container === undefined;
}

describe('references by author and date differ from citeproc’s', () => {
	test('in Harvard, where an article of which neither author nor newspaper is known is cited by its title', () => {
		expect(textOf(HARVARD.inText(items.supplied))).toBe(
			'([Report of FOI figures on officers accused of domestic abuse], no date)',
		);
		expect(textOf(HARVARD.entry(items.supplied))).toBe(
			'[Report of FOI figures on officers accused of domestic abuse] (no date).',
		);
		expect(textOf(citeprocReference(items.supplied, 'harvard').inText)).toBe('(no date)');
	});

	test('where a title ends with a sentence within quotation marks, which needs no further stop', () => {
		const item = { ...items.complaint, title: 'Who asked “Why?”' };
		expect(textOf(APA.entry(item))).toContain('Who asked ‘Why?’ [Super-complaint]');
		expect(textOf(CHICAGO.entry(item))).toContain('Who Asked ‘Why?’ Super-complaint.');
		expect(textOf(citeprocReference(item, 'chicago').entry)).toContain('Who Asked ‘Why?’. Super-complaint.');
	});
});
