import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { close } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentsOf, filesOf, newIndex } from '../../../src/search/build/build-index.ts';
import { type Catalogue, CATALOGUE_FILE, INDEX_FOLDER } from '../../../src/search/engine/catalogue.ts';
import { Engine } from '../../../src/search/engine/engine.ts';
import { countSentence } from '../../../src/site/client/search/results.ts';
import { EMPTY_STATE } from '../../../src/search/engine/state.ts';
import { HOST, loadWhole, type Source } from '../../../src/search/engine/source.ts';
import type { Pagefind } from '../../../src/search/engine/text-index.ts';
import { type Folder, temporaryFolder } from '../../support/archive.ts';
import { type Server, serve } from '../../support/server.ts';

/** Real Pagefind over a few short texts: these tests hold it to what the search is built on. */
const TEXTS: Record<string, { title: string; summary?: string; paragraphs: string[] }> = {
	aaa: {
		title: 'Letter lost in the post',
		paragraphs: [
			'The office lost the letter. Disclosure followed.',
			'File IX/0123/22 was re-opened by Ms O’Neill.',
		],
	},
	bbb: {
		title: 'Charges dropped',
		summary: 'A refund after complaints.',
		paragraphs: ['The charges were dropped; no plan to pay was made.', 'Pay the plan. The café paid £3.5m.'],
	},
	ccc: {
		title: 'Chargeable extras',
		paragraphs: ['Officially there was a notebook.', 'It was lost. It was lost again, the women’s letter.'],
	},
	ddd: { title: 'A fee', paragraphs: ['Nothing of note.', 'No plan, none to pay.'] },
	eee: {
		title: 'The oﬃce and its conﬁdence',
		paragraphs: [
			'Mr O’Brien had no conﬁdence in Łukasz Straßer.',
			'Søren Đorđević met Þóra and D’Arcy at an archæological dig.',
		],
	},
};
const IDS = Object.keys(TEXTS);

const CATALOGUE: Catalogue = {
	groups: [
		{ key: 'topic', label: 'Topic', values: [{ id: 'costs', label: 'Costs', also: ['hidden charge'] }] },
	],
	dates: [['2020', '2020']],
	facts: [''],
	publishers: [],
	names: [],
	records: IDS.map((id) => [id, 0, 0, -1, id === 'ddd' ? [0] : []]),
	pages: [['/about/', 'Archive']],
};

let folder: Folder;
let server: Server;
let host: Source;
let engine: Engine;

beforeAll(async () => {
	folder = temporaryFolder();
	const index = await newIndex();
	for (const [id, { title, summary = '', paragraphs }] of Object.entries(TEXTS))
		await index.addHTMLFile({ url: `/r/${id}/`, content: page(title, summary, paragraphs) });
	await index.addHTMLFile({ url: '/about/', content: page('About', '', ['Where a letter is lost.']) });
	const target = path.join(folder.path, INDEX_FOLDER);
	await index.writeFiles({ outputPath: target });
	const catalogue = new TextEncoder().encode(JSON.stringify(CATALOGUE));
	await mkdir(path.join(folder.path, 'search'));
	await writeFile(path.join(folder.path, CATALOGUE_FILE), JSON.stringify(CATALOGUE));
	for (const [file, content] of filesOf(await contentsOf(index), catalogue, 0))
		await writeFile(path.join(folder.path, file), content);
	server = await serve(folder.path);
	const script = pathToFileURL(path.join(target, 'pagefind.js')).href;
	host = { ...HOST, load: () => import(script) as Promise<Pagefind> };
	engine = await Engine.open(server.url, host);
});
afterAll(async () => {
	await close();
	await server?.close();
	folder?.[Symbol.dispose]();
});

function page(title: string, summary: string, paragraphs: string[]): string {
	const numbered = paragraphs.map(
		(text, place) => `<div id="p${place + 1}"><a data-pagefind-ignore>${place + 1}</a><p>${text}</p></div>`,
	);
	return `<html lang="en-GB"><body><main data-pagefind-body><h1 data-pagefind-meta="title">${title}</h1>
		<p data-pagefind-meta="summary">${summary}</p>${numbered.join('')}</main></body></html>`;
}

const search = (text: string) => engine.search({ ...EMPTY_STATE, text });
const found = async (text: string) => (await search(text)).places.map((place) => IDS[place]).sort();

describe('signs without a word', () => {
	test.each(['!!!', '?', '…', '“”', '-', '()', 'NOT', '€', '   * '])(
		'%s: there is nothing to search for',
		async (text) => {
			const outcome = await search(text);
			expect(outcome).toMatchObject({ isMeaningless: true, places: [] });
			expect(countSentence(outcome, engine.catalogue)).toMatch(/nothing to search for/);
		},
	);

	test('are not the same as nothing typed', async () => {
		expect(await search('  ')).toMatchObject({ isMeaningless: false, places: [0, 1, 2, 3, 4] });
		expect(await search('!!! fee')).toMatchObject({ isMeaningless: false });
	});
});

describe('what is found', () => {
	test.each<[string, string[]]>([
		['lost', ['aaa', 'ccc']],
		['LOST letters', ['aaa', 'ccc']],
		['lost -notebook', ['aaa']],
		['dropped OR notebook', ['bbb', 'ccc']],
		['"lost the letter"', ['aaa']],
		['"letter lost the"', []],
		['"plan to pay"', ['bbb']],
		['unheard', []],
		['lost unheard', []],
		// Words of one stem are one word, words that only begin alike are not.
		['charge', ['bbb']],
		['chargeable', ['ccc']],
		['office', ['aaa', 'eee']],
		['disclosing', []],
		['-charge', ['aaa', 'ccc', 'ddd', 'eee']],
		// The beginning of a word, on request or where there is no such word.
		['charg*', ['bbb', 'ccc']],
		['disclos', ['aaa']],
		['no*', ['bbb', 'ccc', 'ddd', 'eee']],
		['notebooks', ['ccc']],
		// A misspelt word without hits is replaced by the nearest that has some.
		['noteboook', ['ccc']],
		['noteboook -women', []],
		['-noteboook', ['aaa', 'bbb', 'ccc', 'ddd', 'eee']],
		['"noteboook"', []],
		['noteboook*', []],
		// Signs inside words
		['re-opened', ['aaa']],
		['reopened', ['aaa']],
		['opened', ['aaa']],
		['lost-letter', ['aaa', 'ccc']],
		['-lost-notebook', ['aaa', 'bbb', 'ccc', 'ddd', 'eee']],
		["O'Neill", ['aaa']],
		['O’Neill', ['aaa']],
		['oneill', ['aaa']],
		['IX/0123/22', ['aaa']],
		['0123', ['aaa']],
		['women', ['ccc']],
		["women's", ['ccc']],
		['cafe', ['bbb']],
		['café', ['bbb']],
		['£3.5m', ['bbb']],
		// Heading and summary
		['extras', ['ccc']],
		['refund', ['bbb']],
		// Small words
		['what about the fee', ['ddd']],
		['"of note"', ['ddd']],
		// Ligatures and letters that not every keyboard has, in the texts and in what is asked
		['confidence', ['eee']],
		['conﬁdence', ['eee']],
		['confid*', ['eee']],
		['"no confidence"', ['eee']],
		['oﬀicially', ['ccc']],
		['lukasz', ['eee']],
		['Łukasz', ['eee']],
		['strasser', ['eee']],
		['Straßer', ['eee']],
		['soren dordevic', ['eee']],
		['thora', ['eee']],
		['archaeological', ['eee']],
		// A name with an apostrophe, and by its parts
		['brien', ['eee']],
		['obrien', ['eee']],
		['o brien', ['eee']],
		['O’Brien', ['eee']],
		["o'brien", ['eee']],
		['"o brien"', ['eee']],
		['"mr o brien"', ['eee']],
		['oʼbrien', ['eee']],
		['darcy', ['eee']],
		['arcy', ['eee']],
		['neill', ['aaa']],
		// By identifier
		['CCC', ['ccc']],
		['Record Ccc', ['ccc']],
		['record ccc lost', ['ccc']],
	])('by %s', async (text, expected) => {
		expect(await found(text)).toEqual(expected);
	});

	test('through a name', async () => {
		const { places, hits } = await search('hidden charges');
		expect(places.map((place) => IDS[place])).toEqual(['ddd']);
		expect(hits.get(3)?.via).toBe('topic: Costs');
	});

	test('on other pages, apart from the records', async () => {
		const { pages, places } = await search('lost letter');
		expect(pages).toEqual([0]);
		expect(await engine.pageTitle(0)).toBe('About');
		expect(places).toHaveLength(2);
	});
});

test('a misspelt word is reported with its correction, which is highlighted', async () => {
	const outcome = await search('lost lettre');
	expect(outcome.corrections.map(({ from, to }) => [from.text, to])).toEqual([['lettre', 'letter']]);
	expect(outcome.missing).toEqual([]);
	const rows = await Promise.all(outcome.places.map((place) => engine.row(place, outcome)));
	expect(rows.flatMap((row) => row.paragraphs.flatMap(({ found }) => found))).toContain('letter');
});

test('of several words, most are enough where few records have all; each says what it lacks', async () => {
	const outcome = await search('where is the lost letter of the notebook');
	const rows = await Promise.all(outcome.places.map((place) => engine.row(place, outcome)));
	expect(rows.map(({ title, lacks }) => [title, lacks.map(({ text }) => text)])).toEqual([
		['Chargeable extras', []],
		['Letter lost in the post', ['notebook']],
	]);
	expect(await found('lost AND letter AND notebook')).toEqual(['ccc']);
});

test('words that stand together come first', async () => {
	const { places } = await search('again women’s OR "lost again"');
	expect(places.map((place) => IDS[place])).toEqual(['ccc']);
	const order = (await search('plan pay')).places.map((place) => IDS[place]);
	expect(order.sort()).toEqual(['bbb', 'ddd']);
});

test('paragraphs are found at every place of a phrase, and marked', async () => {
	const outcome = await search('lost "the women’s"');
	const row = await engine.row(outcome.places[0] ?? -1, outcome);
	expect(row.title).toBe('Chargeable extras');
	expect(row.paragraphs.map(({ number, found }) => [number, found])).toEqual([
		['2', ['lost', 'the women’s']],
	]);
	expect(row.paragraphs[0]?.excerpt.filter((run) => run.marked).map((run) => run.text)).toEqual([
		'lost',
		'lost',
		'the women’s',
	]);
});

describe('a search that finds nothing', () => {
	test('says which words are nowhere', async () => {
		expect((await search('zzz "lost plan"')).missing.map(({ text }) => text)).toEqual(['zzz', 'lost plan']);
	});

	test('offers what finds something, most first', async () => {
		const ways = await engine.broaderSearches({
			...EMPTY_STATE,
			text: 'lost fee',
			chosen: new Map([['topic', ['costs']]]),
		});
		expect(ways.map((way) => [way.state.text, way.state.chosen.size, way.count])).toEqual([['fee', 1, 1]]);
	});
});

describe('given accounts that are too few to be counted', () => {
	/** The same search where some of the records are given accounts. */
	const among = async (given: number[], smallCount: number) => {
		const counting = { smallCount, roundTo: 1, anyGiven: true };
		const groups = [
			...CATALOGUE.groups,
			{ key: 'kind', label: 'Kind', values: [{ id: 'reports', label: 'Reports', never: true }] },
		];
		const records = CATALOGUE.records.map((record, place) =>
			place === 3 ? ([...record.slice(0, 4), [0, 1]] as unknown as typeof record) : record,
		);
		const catalogue = JSON.stringify({ ...CATALOGUE, groups, records, counting, given });
		return await Engine.open(server.url, {
			...host,
			get: (address) =>
				address.endsWith(CATALOGUE_FILE) ? Promise.resolve(new Response(catalogue)) : host.get(address),
		});
	};
	const ask = async (own: Engine, text: string, chosen: [string, string[]][] = []) => {
		const outcome = await own.search({ ...EMPTY_STATE, text, chosen: new Map(chosen) });
		return {
			rows: outcome.places.map((place) => IDS[place]).sort(),
			said: countSentence(outcome, own.catalogue),
			missing: outcome.missing.map(({ text }) => text),
			withholds: outcome.withholds,
		};
	};

	test('are not listed, and two, one and none of them read alike', async () => {
		const own = await among([0, 2], 3);
		const [two, one, none] = [await ask(own, 'lost'), await ask(own, 'notebook'), await ask(own, 'unheard')];
		expect(await found('lost')).toEqual(['aaa', 'ccc']);
		expect(two).toMatchObject({ rows: [], withholds: true });
		expect(two.said).toMatch(/^Fewer than 3 of/);
		expect([one.rows, one.said]).toEqual([two.rows, two.said]);
		expect([none.rows, none.said]).toEqual([two.rows, two.said]);
		expect(one.missing).toEqual(['notebook']);
		expect(none.missing).toEqual(['unheard']);
	});

	test('leave the other records where they are', async () => {
		const { rows, said } = await ask(await among([0], 3), 'lost');
		expect(rows).toEqual(['ccc']);
		expect(said).toMatch(/^1 \+ fewer than 3 of/);
	});

	test('are listed where there are enough of them', async () => {
		expect(await ask(await among([0, 2], 2), 'lost')).toMatchObject({
			rows: ['aaa', 'ccc'],
			withholds: false,
		});
	});

	test('are no matter where the choice leaves no room for them', async () => {
		const only = await ask(await among([0, 2], 3), 'fee', [['kind', ['reports']]]);
		expect(only).toMatchObject({ rows: ['ddd'], withholds: false });
		expect(only.said).toMatch(/^1 of/);
	});

	test('do not show in the ways on from a search that found nothing', async () => {
		const own = await among([0, 2], 3);
		const ways = await own.broaderSearches({ ...EMPTY_STATE, text: 'lost unheard' });
		expect(ways).toEqual([]);
	});
});

/** Last, since Pagefind keeps one index at a time. */
test('WS-9: the whole index finds and shows the same, and asks for nothing more than itself', async () => {
	const asked: string[] = [];
	const source = await loadWhole(server.url, {
		...host,
		get: (address) => {
			asked.push(address);
			return fetch(address);
		},
	});
	const own = fetch;
	// What Pagefind asks for by itself is answered from memory, too.
	globalThis.fetch = (input) => source.get(String(input));
	try {
		const whole = await Engine.open(server.url, source);
		for (const text of ['lost', '"plan to pay"', 'charg*', 'dropped OR notebook', 'unheard']) {
			const [one, other] = [await search(text), await whole.search({ ...EMPTY_STATE, text })];
			expect([...other.hits.keys()], text).toEqual([...one.hits.keys()]);
			for (const place of other.places) {
				expect(await whole.row(place, other)).toEqual(await engine.row(place, one));
			}
		}
		await expect(source.get('https://elsewhere.example/')).resolves.toMatchObject({ status: 404 });
	} finally {
		globalThis.fetch = own;
	}
	expect(asked).toEqual([`${server.url}search/whole.pf_index`]);
});
