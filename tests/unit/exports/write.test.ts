import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import type { Site } from '../../../src/exports/table.ts';
import { type Exported, writeExports } from '../../../src/exports/write.ts';
import { cellText, csvLine, jsonLine, type Value, WITHHELD } from '../../../src/exports/value.ts';
import {
	FINDING,
	type Files,
	type Folder,
	REPORT,
	temporaryFolder,
	textFile,
	writeArchive,
} from '../../support/archive.ts';
import * as samples from '../../support/samples.ts';
import { type DataPackage, faultsOf, readCsv, readJson } from '../../support/tables.ts';

type Row = Record<string, unknown>;

/** Writes the data of an archive and lets it be looked at. */
async function written(files: Files, look: (folder: string, exported: Exported) => void): Promise<void> {
	using content: Folder = writeArchive(files);
	using out = temporaryFolder();
	const { archive, problems } = await readArchive(content.path);
	if (!archive) throw new Error(JSON.stringify(problems.slice(0, 3)));
	const permanent: Site['permanent'] = (target) => `https://x.example${target}`;
	look(out.path, writeExports({ archive, permanent, releases: [] }, out.path));
}

const rowsIn = (folder: string, table: string) => readJson<Row[]>(path.join(folder, `${table}.json`));
const given = (id: string): Files => ({
	[`testimonies/${id}-given.mdx`]: textFile(samples.givenTestimony(), 'The buyer told us of four letters.'),
});

describe('a cell', () => {
	test.each<[Value, string]>([
		[null, ''],
		[WITHHELD, '[c]'],
		[true, 'true'],
		[12, '12'],
		[['a', 'b'], 'a|b'],
		[['a|b', 'c'], 'a¦b|c'],
		[[], ''],
	])('%s', (value, text) => {
		expect(cellText(value)).toBe(text);
	});

	test('that a spreadsheet would run is text; in JSON it is as it was', () => {
		const values = ['=HYPERLINK("x")', ['a', '=1+1'], '-1', '@SUM(A1)', 'a; =1'];
		expect(csvLine(values)).toBe(`"'=HYPERLINK(""x"")",a|'=1+1,'-1,'@SUM(A1),a; '=1\r\n`);
		expect(JSON.parse(jsonLine(['a', 'b', 'c', 'd', 'e'], values))).toEqual({
			...{ a: '=HYPERLINK("x")', b: ['a', '=1+1'], c: '-1', d: '@SUM(A1)', e: 'a; =1' },
		});
	});

	test('that is withheld is null in JSON', () => {
		expect(jsonLine(['a', 'b'], [WITHHELD, 0])).toBe('{"a":null,"b":0}');
	});
});

describe('what the tables say of an archive', () => {
	test('its roles, relations, answers, facets and figures', async () => {
		const [report = '', , finding = ''] = samples.IDS;
		const files: Files = {
			[FINDING]: textFile(
				{
					...samples.recommendation(),
					related: [{ how: 'rests-on', record: report, paragraph: 2 }],
					sources: [{ ...samples.source(), reproduces: 'the-office' }],
				},
				'What was asked <Redacted what="name" />.',
			),
			'organisations/acme-plans.yaml': JSON.stringify({
				...samples.organisation(),
				aliases: ['A | B', '=C'],
			}),
			'findings/x15w7xb9-answer.mdx': textFile({ ...samples.response(), answers: [finding] }, 'Yes.'),
		};
		await written(files, (folder, { redactions }) => {
			expect(redactions).toBe(1);
			expect(rowsIn(folder, 'relations')).toEqual([
				{ record: '1vm1d7gn', how: 'also-recorded-in', other: report, paragraph: null },
				{ record: finding, how: 'rests-on', other: report, paragraph: '2' },
				{ record: 'x15w7xb9', how: 'answers', other: finding, paragraph: null },
			]);
			expect(
				rowsIn(folder, 'record-organisations')
					.filter(({ record }) => record === finding)
					.map(({ organisation, role }) => `${organisation} ${role}`),
			).toEqual([
				'acme-plans about',
				'the-paper publisher',
				'the-office reproduced',
				'the-office issued-by',
				'acme-plans addressed-to',
			]);
			expect(rowsIn(folder, 'record-facets').find(({ record }) => record === report)).toEqual({
				...{ record: report, facet: 'size', facet_label: 'Size', value: 'any', value_label: 'Any' },
			});
			const named = ({ id }: { id?: unknown }) => id === 'acme-plans';
			expect(rowsIn(folder, 'organisations').find(named)?.['aliases']).toEqual(['A | B', '=C']);
			expect(readCsv(path.join(folder, 'organisations.csv')).find(named)?.['aliases']).toBe("A ¦ B|'=C");
			expect(rowsIn(folder, 'figures')[0]).toMatchObject({
				...{ id: 'paid', count: 41, count_operator: 'exactly', base: null, status: 'unchecked' },
			});
		});
	});

	test('what is withdrawn is a removal if it was no account, and nothing refers to it any more', async () => {
		const gone = { status: 'withdrawn', changes: [{ date: '2032-03-04' }] };
		await written(
			{
				[REPORT]: textFile({ ...samples.report(), ...gone }, 'Gone.'),
				'testimonies/4vxfxcd8-gone.mdx': textFile({ ...samples.publishedTestimony(), ...gone }, 'Gone.'),
				'figures/paid.yaml': null,
			},
			(folder) => {
				expect(rowsIn(folder, 'removals')).toEqual([
					{
						...{ id: 'fbmgs2sv', month: '2032-03', versions: [] },
						address: 'https://x.example/r/fbmgs2sv/',
					},
				]);
				expect(rowsIn(folder, 'relations')).toEqual([]);
				expect(readFileSync(path.join(folder, 'all.ndjson'), 'utf8')).not.toContain('4vxfxcd8');
				expect(rowsIn(folder, 'records').map(({ id }) => id)).toEqual(['1vm1d7gn', 'wrk68wb5']);
			},
		);
	});

	test('rows about given accounts are not counted out loud where their number is kept', async () => {
		const counted = async (smallCount: number) => {
			let rows: (number | undefined)[] = [];
			const config = {
				...samples.config(),
				organisationKinds: samples.VOCABULARY.organisationKinds.map((id) => ({ id, label: id })),
				contentNotes: samples.VOCABULARY.contentNotes.map((id) => ({ id, label: id })),
				disclosure: { ...samples.LENIENT, smallCount },
			};
			await written({ ...given('4vxfxcd8'), 'archive.yaml': JSON.stringify(config) }, (folder) => {
				const { resources } = readJson<DataPackage>(path.join(folder, 'datapackage.json'));
				rows = ['records', 'record-themes', 'sources'].map(
					(table) => resources.find(({ name }) => name === table)?.rows,
				);
			});
			return rows;
		};
		expect(await counted(1)).toEqual([4, 4, 3]);
		expect(await counted(10)).toEqual([undefined, undefined, 3]);
	});
});

describe('the check of tables by their description', () => {
	const cases: readonly (readonly [what: string, file: string, from: RegExp, to: string, told: RegExp])[] = [
		[
			'a value that is none of the listed',
			'records.csv',
			/,reports,/,
			',leaflets,',
			/records \d+, collection: leaflets/,
		],
		['a missing value', 'sources.csv', /A headline/, '', /sources \d+, title: is missing/],
		['text in a number', 'changes.csv', /,1,2031/, ',one,2031', /changes \d+, version: one is no integer/],
		['a date that is none', 'changes.csv', /2031-12-01/, 'last week', /date: last week does not match/],
		[
			'an identifier that stands twice',
			'themes.csv',
			/\r\ncalls,/,
			'\r\ncharges,',
			/themes: its key id is not one/,
		],
		['a reference to nothing', 'record-themes.csv', /,charges,/, ',gone,', /theme gone is not in themes/],
	];

	test.each(cases)('finds %s', async (_, file, from, to, told) => {
		await written({}, (folder) => {
			const target = path.join(folder, file);
			const description = readJson<DataPackage>(path.join(folder, 'datapackage.json'));
			expect(faultsOf(description, folder)).toEqual([]);
			const before = readFileSync(target, 'utf8');
			expect(before).toMatch(from);
			writeFileSync(target, before.replace(from, to));
			expect(faultsOf(description, folder).join('\n')).toMatch(told);
		});
	});
});
