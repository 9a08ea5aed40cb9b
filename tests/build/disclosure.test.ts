import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../src/archive/read/read.ts';
import type { Archive, ArchiveRecord } from '../../src/archive/publish/view.ts';
import { isGivenRecord } from '../../src/checks/disclosure/counts.ts';
import { type Catalogue, flatValues, type FlatValue } from '../../src/search/engine/catalogue.ts';
import { shownCounts, shownTotal, tallyPlaces } from '../../src/search/engine/counts.ts';
import { filter } from '../../src/search/engine/facets.ts';
import { type Folder, TESTIMONY, temporaryFolder, textFile, writeArchive } from '../support/archive.ts';
import { givenArchive, mended, rawAccounts } from '../support/given.ts';
import { wordsOf } from '../support/html.ts';
import { build } from '../support/run.ts';
import { publishedTestimony } from '../support/samples.ts';
import { Attack } from '../support/solve.ts';

/** 60 given accounts, one that a publisher published, a report and a finding: built as any archive is. */
let archive: Archive;
let catalogue: Catalogue;
let values: readonly FlatValue[];
let out: Folder;

beforeAll(async () => {
	const published = { ...publishedTestimony(), facets: {}, facetSources: { organisations: 1 } };
	const files = {
		...givenArchive(mended(rawAccounts()).accounts),
		[TESTIMONY]: textFile(published, 'It was printed.'),
	};
	const content = writeArchive(files);
	out = temporaryFolder();
	const reading = await readArchive(content.path);
	expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	if (reading.archive) archive = reading.archive;
	const { code, output } = await build({ content: content.path, out: out.path });
	content[Symbol.dispose]();
	expect(code, output).toBe(0);
	catalogue = JSON.parse(readFileSync(path.join(out.path, 'search/catalogue.json'), 'utf8'));
	values = flatValues(catalogue.groups);
	return () => out[Symbol.dispose]();
});

const html = (at: string) => readFileSync(path.join(out.path, at, 'index.html'), 'utf8');
/** A printed count: of what is counted exactly, of given accounts, or of both. */
const COUNT = String.raw`(?:[\d,]+ \+ )?(?:fewer than [\d,]+|about [\d,]+|not shown)|[\d,]+`;
const within = (at: string, pattern: string) =>
	[...html(at).matchAll(new RegExp(pattern, 'g'))].map(([, ...found]) =>
		found.map((part) => wordsOf(part ?? '').trim()),
	);
const countIn = (text: string) => (new RegExp(COUNT, 'i').exec(text)?.[0] ?? '').toLowerCase();
/** The part of “2 accounts, 1 report” that is about accounts. */
const accountsIn = (text: string) =>
	countIn(text.split(',').find((part) => /fewer|about/i.test(part)) ?? text);

const given = (of: (record: ArchiveRecord) => boolean = () => true) =>
	archive.testimonies.filter((record) => isGivenRecord(record) && of(record)).length;

/** Everything that the built site prints about the number of given accounts, by the cell that it is about. */
function printed(): [cell: string, text: string][] {
	const all: [string, string][] = [];
	const [accounts] = within('', '<dd[^>]*>\\s*<strong>([^<]*)</strong>');
	all.push(['all', accounts?.[0] ?? '']);
	all.push(['all', countIn(within('testimonies', 'class="status-line"[^>]*>([^<]*)')[0]?.[0] ?? '')]);
	const [over] = within('themes', 'class="status-line"[^>]*>([\\s\\S]*?)</p>');
	all.push(['all', new RegExp(`over (${COUNT}) records`).exec(over?.[0] ?? '')?.[1] ?? '']);
	for (const { id } of archive.themes) {
		const [own] = within(`themes/${id}`, '<dd[^>]*>\\s*<strong>([^<]*)</strong>([\\s\\S]*?)</dd>');
		all.push([`theme ${id}`, own?.[0] ?? ''], ['all', countIn(own?.[1] ?? '')]);
		for (const [count = ''] of within(
			`themes/${id}`,
			'id="list-testimonies-heading"[\\s\\S]*?class="count"[^>]*>([^<]*)',
		))
			all.push([`theme ${id}`, count]);
		// Evidence of a concern is what is under all themes that answer to it: here under one.
		for (const [text = ''] of within(`themes/${id}`, '<dt[^>]*>Evidence held here</dt>\\s*<dd[^>]*>([^<]*)'))
			all.push([`theme ${id}`, accountsIn(text)]);
		for (const [other = '', count = ''] of within(
			`themes/${id}`,
			'/themes/([a-z-]+)/"[^>]*>[^<]*</a>\\s*<span class="count"[^>]*>([^<]*) under both',
		))
			all.push([[`theme ${id}`, `theme ${other}`].sort().join(' & '), count]);
		// None of the accounts has a date, so that all of them stand in the last column.
		for (const { organisation, cells } of gridOf(`themes/${id}`))
			all.push([`organisation ${organisation} & theme ${id}`, cells.at(-1) ?? '']);
	}
	for (const [id = '', text = ''] of within(
		'themes',
		'/themes/([a-z-]+)/"[\\s\\S]*?class="row-count"[^>]*>([^<]*)',
	))
		all.push([`theme ${id}`, accountsIn(text)]);
	for (const [id = '', text = ''] of within(
		'organisations',
		'/organisations/([a-z-]+)/"[^>]*>[^<]*</a>\\s*<span class="hint"[^>]*>([^<]*)',
	))
		all.push([`organisation ${id}`, accountsIn(text)]);
	for (const { id } of archive.organisations)
		for (const [count = ''] of within(
			`organisations/${id}`,
			'id="list-about-heading"[\\s\\S]*?class="count"[^>]*>([^<]*)',
		))
			all.push([`organisation ${id}`, count]);
	for (const [id = '', group = '', count = ''] of within(
		'search',
		'type="checkbox"[^>]* value="([^"]*)" data-group="([^"]*)"[\\s\\S]*?data-count[^>]*>([^<]*)',
	))
		if (
			values.some(
				(value) => value.id === id && value.group.key === group && (value.never || value.group.never),
			)
		)
			expect(count).toMatch(/^[\d,]+$/);
		else all.push([group === 'kind' ? 'all' : `${group} ${id}`, count]);
	for (const [text = ''] of within(
		'complaints/big-complaint',
		'<dt[^>]*>Evidence held here</dt>\\s*<dd[^>]*>([^<]*)',
	))
		all.push(['theme charges', accountsIn(text)]);
	for (const { organisation, cells } of gridOf('complaints/big-complaint'))
		for (const [place, cell] of cells.entries())
			all.push([`organisation ${organisation} & theme ${archive.themes[place]?.id}`, cell]);
	return all;
}

/** The rows of a grid, its cells as counts. One that is withheld is so for one of two reasons, and does not say which. */
function gridOf(at: string): { organisation: string; cells: string[] }[] {
	const rows = html(at).match(/<tr[^>]*>\s*<th[^>]*scope="row"[\s\S]*?<\/tr>/g) ?? [];
	return rows.flatMap((row) => {
		const organisation = /organisations\/([a-z-]+)\//.exec(row)?.[1];
		const cells = [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) =>
			wordsOf(cell)
				.replace(/\[c\]\s*withheld/, 'not shown')
				.trim(),
		);
		return organisation === undefined ? [] : [{ organisation, cells }];
	});
}

/** The same for what the search page prints when values are chosen: all single ones and all pairs. */
function searched(attack: Attack): void {
	const everything = new Map(catalogue.records.map((_, place) => [place, { score: 0 }]));
	const cell = (chosen: readonly FlatValue[]) =>
		chosen.length === 0
			? 'all'
			: chosen
					.map(({ group, id }) => `${group.key} ${id}`)
					.sort()
					.join(' & ');
	const states: FlatValue[][] = [[], ...values.map((value) => [value])];
	for (const a of values)
		for (const b of values) if (a.ordinal < b.ordinal && a.group !== b.group) states.push([a, b]);
	for (const state of states) {
		if (state.some(({ group, id }) => group.key === 'kind' && id !== 'testimonies')) continue;
		const chosen = new Map(state.map(({ group, id }) => [group.key, [id]]));
		const { places, counts, given: own } = filter(catalogue, everything, chosen);
		const asked = state.filter(({ group }) => group.key !== 'kind');
		if (places.length > 0) attack.read(cell(asked), shownTotal(catalogue, tallyPlaces(catalogue, places)));
		const shown = shownCounts(catalogue, { counts, given: own });
		const families = new Map<string, string[]>();
		for (const value of values) {
			if (value.group.key === 'kind' || value.group.never) continue;
			const others = asked.filter(({ group }) => group !== value.group);
			const here = cell([...others, value]);
			attack.read(here, shown[value.ordinal]?.text ?? '');
			const parent =
				value.parent === undefined
					? others
					: [
							...others,
							values.find(
								({ group, id }) => group === value.group && id === value.group.values[value.parent ?? -1]?.id,
							),
						].filter((one) => one !== undefined);
			attack.sum([here], cell(parent as FlatValue[]));
			if (value.group.several) continue;
			const family = `${cell(parent as FlatValue[])}|${value.group.key}`;
			families.set(family, [...(families.get(family) ?? []), here]);
		}
		for (const [family, parts] of families) attack.sum(parts, family.split('|')[0] ?? '');
	}
}

/** How many given accounts a cell really holds. */
function truth(cell: string): number {
	if (cell === 'all') return given();
	const wanted = cell.split(' & ').map((one) => {
		const [key = '', id = ''] = one.split(' ');
		return values.find((value) => value.group.key === key && value.id === id);
	});
	if (wanted.some((value) => value === undefined)) {
		const [kind, id = ''] = cell.split(' ');
		return kind === 'organisation'
			? given(({ data }) => data.organisations.includes(id))
			: given(({ data }) => data.themes.includes(id));
	}
	return (catalogue.given ?? []).filter((place) =>
		wanted.every((value) => value && catalogue.records[place]?.[4].includes(value.ordinal)),
	).length;
}

describe('AN-4: an archive with 60 given accounts, built', () => {
	test('prints no exact number of given accounts anywhere', () => {
		const all = printed();
		expect(all.length).toBeGreaterThan(60);
		expect(gridOf('complaints/big-complaint').length).toBeGreaterThan(1);
		expect(gridOf('themes/charges').length).toBeGreaterThan(0);
		for (const [cell, text] of all)
			expect(text, cell).toMatch(/^(?:[\d,]+ \+ )?(?:fewer than 10|about [\d,]*[05]|not shown)$/);
		expect(
			new Set(all.filter(([cell]) => cell === 'all').map(([, text]) => text.replace(/^[\d,]+ \+ /, ''))),
		).toEqual(new Set(['about 60']));
	});

	test('says so beside its counts', () => {
		expect(wordsOf(html(''))).toContain(
			'small numbers are not told, others are rounded to 5, each by itself',
		);
	});

	test('no small cell can be solved from all printed numbers together', { tags: ['TH-10'] }, () => {
		const attack = new Attack();
		for (const [cell, text] of printed()) {
			attack.read(cell, text);
			const [one, other] = cell.split(' & ');
			if (one && other) for (const whole of [one, other]) attack.sum([cell], whole);
		}
		searched(attack);
		attack.solve();
		let small = 0;
		for (const [cell, { least, most }] of attack.cells) {
			const real = truth(cell);
			expect([cell, least <= real && real <= most]).toEqual([cell, true]);
			if (real >= 10) continue;
			small++;
			expect([cell, least, most, most - least >= 2]).toEqual([cell, least, most, true]);
		}
		expect(small).toBeGreaterThan(20);
	});

	test('counting the public records finds no combination with fewer than three', { tags: ['TH-7'] }, () => {
		const own = new Set(
			archive.config.facets
				.filter(({ collections }) => collections.includes('testimonies'))
				.map(({ id }) => id),
		);
		const facets = values.filter(({ group }) => own.has(group.key) || group.key === 'organisation');
		const holding = (wanted: readonly FlatValue[]) =>
			(catalogue.given ?? []).filter((place) =>
				wanted.every(({ ordinal }) => catalogue.records[place]?.[4].includes(ordinal)),
			).length;
		const few: string[] = [];
		for (const a of facets)
			for (const b of facets)
				for (const c of facets) {
					if (a.ordinal > b.ordinal || b.ordinal > c.ordinal) continue;
					const count = holding([a, b, c]);
					if (count > 0 && count < 3) few.push([a, b, c].map(({ id }) => id).join(' + '));
				}
		expect(few).toEqual([]);
	});

	test('no file of search says more of a given account than its page does', { tags: ['TH-6'] }, () => {
		const text = JSON.stringify(catalogue);
		for (const { id } of archive.testimonies) expect(text).toContain(id);
		expect(text).not.toMatch(/alder-homes|consent|intruder|review|reader-one/);
		for (const name of readdirSync(path.join(out.path, 'search')))
			if (name.endsWith('.json'))
				expect(readFileSync(path.join(out.path, 'search', name), 'utf8')).not.toMatch(
					/consent|intruder|reader-one/,
				);
	});
});
