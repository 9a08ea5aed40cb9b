import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../src/archive/read/read.ts';
import type { Archive } from '../../src/archive/publish/view.ts';
import { type BuiltSite, readSite } from '../support/html.ts';
import { builtSite, SITES, type SiteName } from '../support/sites.ts';
import {
	type DataPackage,
	dataFolder,
	faultsOf,
	type Field,
	readCsv,
	readJson,
	readValue,
} from '../support/tables.ts';

type Row = Record<string, unknown>;

/** What the Data Package standard (version 2.0) asks of a package, as far as this archive uses it. */
const text = { type: 'string', minLength: 1 };
const PACKAGE = {
	type: 'object',
	required: ['$schema', 'name', 'version', 'licenses', 'contributors', 'resources'],
	properties: {
		$schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
		name: { type: 'string', pattern: '^[a-z0-9._/-]+$' },
		title: text,
		homepage: text,
		version: { type: 'string', pattern: String.raw`^\d+\.\d+\.\d+$` },
		licenses: { type: 'array', minItems: 1, items: { type: 'object', required: ['path', 'title'] } },
		contributors: { type: 'array', minItems: 1, items: { type: 'object', required: ['title', 'roles'] } },
		resources: {
			type: 'array',
			minItems: 1,
			items: {
				type: 'object',
				required: ['name', 'path', 'type', 'format', 'mediatype', 'encoding', 'bytes', 'hash', 'schema'],
				properties: {
					name: { type: 'string', pattern: '^[a-z0-9._/-]+$' },
					path: { type: 'string', pattern: String.raw`^(?!/)(?!.*\.\.)[\w./-]+$` },
					type: { const: 'table' },
					mediatype: { const: 'text/csv' },
					encoding: { const: 'utf-8' },
					bytes: { type: 'integer', minimum: 1 },
					hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
					schema: {
						type: 'object',
						required: ['$schema', 'fields', 'primaryKey', 'missingValues'],
						properties: {
							$schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
							primaryKey: { type: 'array', minItems: 1, items: text },
							missingValues: { type: 'array', items: { type: 'string' } },
							fields: {
								type: 'array',
								minItems: 1,
								items: {
									type: 'object',
									required: ['name', 'title', 'type', 'description'],
									properties: {
										name: text,
										title: text,
										description: text,
										type: { enum: ['string', 'integer', 'number', 'boolean', 'date'] },
										format: { const: 'uri' },
										itemType: { enum: ['string', 'integer'] },
										delimiter: text,
										categories: {
											type: 'array',
											items: {
												type: 'object',
												required: ['value', 'label'],
												properties: { value: text, label: text },
												additionalProperties: false,
											},
										},
										constraints: {
											type: 'object',
											properties: {
												required: { type: 'boolean' },
												enum: { type: 'array', minItems: 1, uniqueItems: true, items: text },
												pattern: text,
											},
											additionalProperties: false,
										},
									},
									additionalProperties: false,
								},
							},
						},
					},
				},
			},
		},
	},
};

interface CsvwTable {
	url: string;
	tableSchema: {
		columns: readonly {
			name: string;
			titles: string;
			datatype: string | { base: string; format: string };
			separator?: string;
			null: readonly string[];
			required?: boolean;
		}[];
		primaryKey: readonly string[];
		foreignKeys?: readonly {
			columnReference: string;
			reference: { resource: string; columnReference: string };
		}[];
	};
}

const ajv = new Ajv2020({
	allErrors: true,
	formats: { uri: (address: string) => URL.canParse(address), date: /^\d{4}-\d{2}-\d{2}$/ },
});

/** Base types of CSV on the Web by those of Table Schema. */
const CSVW_BASE = {
	string: 'string',
	uri: 'anyURI',
	integer: 'integer',
	number: 'decimal',
	boolean: 'boolean',
	date: 'date',
} as const;

describe.each(Object.keys(SITES) as SiteName[])('the open data of %s', (name) => {
	let site: BuiltSite;
	let archive: Archive;
	let folder: string;
	let described: DataPackage;
	const file = (at: string) => path.join(folder, at);
	const bytesOf = (at: string) => readFileSync(file(at));

	beforeAll(async () => {
		const { content, out } = builtSite(name);
		site = readSite(name);
		folder = dataFolder(out);
		described = readJson<DataPackage>(file('datapackage.json'));
		const reading = await readArchive(content);
		if (!reading.archive) throw new Error('the content is not sound');
		archive = reading.archive;
	});

	test('is described as the Data Package standard says', () => {
		const validate = ajv.compile(PACKAGE);
		validate(described);
		expect(validate.errors ?? []).toEqual([]);
		expect(described.resources.map((resource) => resource.name)).toContain('records');
	});

	test('has the size, the sum and the rows that it says', () => {
		for (const { path: at, bytes, hash, rows } of described.resources) {
			const content = bytesOf(at);
			expect(content.length, at).toBe(bytes);
			expect(`sha256:${createHash('sha256').update(content).digest('hex')}`, at).toBe(hash);
			if (rows !== undefined) expect(readCsv(content).length, at).toBe(rows);
		}
	});

	test('keeps to its own types, values, patterns, keys and references', () => {
		expect(faultsOf(described, folder)).toEqual([]);
		const keys = described.resources.flatMap(({ schema }) => schema.foreignKeys ?? []);
		expect(keys.length).toBeGreaterThan(15);
	});

	test('says the same as CSV, as JSON and in the one file of all', () => {
		const all = readFileSync(file('all.ndjson'), 'utf8')
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as Row);
		for (const { name: table, path: at, schema } of described.resources) {
			const rows = readJson<Row[]>(file(`${table}.json`));
			const cells = readCsv(bytesOf(at));
			expect(cells.length).toBe(rows.length);
			for (const [index, row] of rows.entries())
				for (const field of schema.fields) {
					const cell = cells[index]?.[field.name] ?? '';
					expect(
						told(readValue(cell, field, schema.missingValues)),
						`${table} ${index} ${field.name}`,
					).toEqual(told(row[field.name]));
				}
			expect(all.filter((row) => row['table'] === table)).toEqual(rows.map((row) => ({ table, ...row })));
		}
		expect(new Set(all.map((row) => row['table'])).size).toBe(
			described.resources.filter((resource) => readJson<Row[]>(file(`${resource.name}.json`)).length > 0)
				.length,
		);
	});

	test('passes its JSON Schema, which refuses another row', () => {
		for (const { name: table } of described.resources) {
			const schema = readJson<{ $id: string }>(file(`${table}.schema.json`));
			expect(schema.$id).toBe(`${SITES[name].address}data/v1/${table}.schema.json`);
			const validate = ajv.compile(schema);
			validate(readJson<Row[]>(file(`${table}.json`)));
			expect(validate.errors ?? [], table).toEqual([]);
			expect(validate([{ other: 1 }])).toBe(false);
		}
	});

	test('is described for CSV on the Web, alone and as a group, in the same words', () => {
		const group = readJson<{ tables: CsvwTable[] }>(file('csv-metadata.json'));
		expect(group.tables.map(({ url }) => url)).toEqual(described.resources.map((resource) => resource.path));
		for (const [index, { path: at, schema }] of described.resources.entries()) {
			const alone = readJson<CsvwTable & { '@context': unknown }>(file(`${at}-metadata.json`));
			expect(alone['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'en' }]);
			const { columns, primaryKey, foreignKeys } = alone.tableSchema;
			expect(foreignKeys).toBeUndefined();
			expect(group.tables[index]?.tableSchema.columns).toEqual(columns);
			expect(primaryKey).toEqual(schema.primaryKey);
			expect(columns.map(({ titles }) => titles)).toEqual(firstLine(bytesOf(at)));
			expect(
				columns.map(({ datatype }) => (typeof datatype === 'string' ? datatype : datatype.base)),
			).toEqual(schema.fields.map(csvwBase));
			expect(columns.map(({ separator }) => separator)).toEqual(
				schema.fields.map(({ delimiter }) => delimiter),
			);
			expect(columns.map(({ required = false }) => required)).toEqual(
				schema.fields.map(({ constraints }) => constraints?.required ?? false),
			);
			const keys = group.tables[index]?.tableSchema.foreignKeys ?? [];
			expect(keys.map((key) => [key.columnReference, key.reference.resource])).toEqual(
				(schema.foreignKeys ?? []).map((key) => [key.fields[0], `${key.reference.resource}.csv`]),
			);
		}
	});

	test('is UTF-8 without a mark, with lines as RFC 4180 ends them, and no cell that a spreadsheet runs', () => {
		const tables = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((at) =>
			at.endsWith('.csv'),
		);
		expect(tables).toContain('records.csv');
		for (const at of tables) {
			const content = readFileSync(file(at));
			const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
			expect(whole.startsWith('\uFEFF'), at).toBe(false);
			expect(whole.endsWith('\r\n'), at).toBe(true);
			for (const row of readCsv(content))
				for (const cell of Object.values(row)) expect(cell, at).not.toMatch(/^[\s]*[=+\-@]/);
		}
	});

	test('has every record once, and the words of every report and finding', () => {
		const records = readJson<Row[]>(file('records.json'));
		expect(records.map(({ id }) => id)).toEqual(archive.records.map(({ id }) => id).sort());
		const paragraphs = readJson<Row[]>(file('paragraphs.json'));
		const open = [...archive.reports, ...archive.findings];
		expect(paragraphs.map((row) => `${row['record']} ${row['number']}`).sort()).toEqual(
			open.flatMap(({ id, paragraphs: numbers }) => numbers.map((number) => `${id} ${number}`)).sort(),
		);
		const accounts = new Set(archive.testimonies.map(({ id }) => id));
		expect(paragraphs.filter((row) => accounts.has(String(row['record'])))).toEqual([]);
	});

	test('lists the themes and organisations of a record as the joins do', () => {
		const joins = readJson<Row[]>(file('record-themes.json'));
		const about = readJson<Row[]>(file('record-organisations.json')).filter(({ role }) => role === 'about');
		for (const { id, themes, organisations, origin } of readJson<Row[]>(file('records.json'))) {
			expect(joins.filter(({ record }) => record === id).map(({ theme }) => theme)).toEqual(themes);
			const own = about.filter(({ record }) => record === id).map(({ organisation }) => organisation);
			expect(own).toEqual(origin === 'given' ? [] : organisations);
		}
	});

	test('gives every list, theme, organisation and figure its own rows, linked from its page', () => {
		const all = new Map(readJson<Row[]>(file('records.json')).map((row) => [row['id'], row]));
		const expectRows = (at: string, page: string, ids: readonly string[]) => {
			expect(readJson<Row[]>(file(`${at}.json`)), at).toEqual([...ids].sort().map((id) => all.get(id)));
			expect(
				readCsv(bytesOf(`${at}.csv`)).map(({ id }) => id),
				at,
			).toEqual([...ids].sort());
			for (const ending of ['csv', 'json'])
				expect(site.page(page).html, page).toContain(`href="${SITES[name].base}data/v1/${at}.${ending}"`);
		};
		const idsOf = (records: readonly { id: string }[] = []) => records.map(({ id }) => id);
		for (const list of ['testimonies', 'reports', 'findings'] as const)
			expectRows(`lists/${list}`, `/${list}/`, idsOf(archive[list]));
		for (const { id } of archive.themes)
			expectRows(`themes/${id}`, `/themes/${id}/`, idsOf(archive.byTheme.get(id)));
		for (const { id } of archive.organisations) {
			const open = (archive.byOrganisation.get(id) ?? []).filter(
				({ data }) => !('origin' in data && data.origin === 'given'),
			);
			expectRows(`organisations/${id}`, `/organisations/${id}/`, idsOf(open));
		}
		const figures = readJson<Row[]>(file('figures.json'));
		const parts = readJson<Row[]>(file('figure-parts.json'));
		expect(figures.length).toBe(archive.figures.length);
		for (const row of figures) {
			expect(readJson(file(`figures/${row['id']}/figure.json`))).toEqual([row]);
			expect(site.page(`/figures/${row['id']}/`).html).toContain(`data/v1/figures/${row['id']}/figure.csv"`);
			const own = parts.filter(({ figure }) => figure === row['id']);
			expect(existsSync(file(`figures/${row['id']}/parts.json`))).toBe(own.length > 0);
			if (own.length > 0) expect(readJson(file(`figures/${row['id']}/parts.json`))).toEqual(own);
		}
	});

	test('is shown on its page with its sums and rows, and in the vocabulary of schema.org', () => {
		const { html } = site.page('/data/');
		for (const { path: at, hash, rows } of described.resources) {
			expect(html, at).toContain(hash.replace('sha256:', ''));
			expect(html, at).toContain(`href="${SITES[name].base}data/v1/${at}"`);
			if (rows !== undefined) expect(html, at).toContain(`${rows.toLocaleString('en-GB')} rows`);
		}
		const [, json = '{}'] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html) ?? [];
		const dataset = JSON.parse(json) as Row & { distribution: Row[] };
		expect(dataset['@type']).toBe('Dataset');
		expect(String(dataset['description']).length).toBeGreaterThan(50);
		for (const { contentUrl, sha256 } of dataset.distribution) {
			const at = String(contentUrl).replace(`${SITES[name].address}data/v1/`, '');
			const sum = createHash('sha256').update(bytesOf(at)).digest('hex');
			if (sha256 !== undefined) expect(sha256, at).toBe(sum);
		}
	});

	test('shows no row of an account on its page', () => {
		const tables = [...site.page('/data/').html.matchAll(/<tbody>([^]*?)<\/tbody>/g)].map(
			([, body = '']) => body,
		);
		const [theme = ''] = archive.themes.map(({ id }) => id).sort();
		expect(tables.join('')).toContain(`<td>${theme}</td>`);
		for (const { id } of archive.testimonies) for (const body of tables) expect(body).not.toContain(id);
	});

	test('may be read by any origin, is kept by no browser and listed by no search engine', () => {
		const headers = readFileSync(path.join(builtSite(name).out, '_headers'), 'utf8');
		const rules = headers.split('\n\n').filter((rule) => rule.includes(`${SITES[name].base}data/v1/*\n`));
		expect(rules.join('\n')).toMatch(/Access-Control-Allow-Origin: \*/);
		expect(rules.join('\n')).toMatch(/X-Robots-Tag: noindex/);
		expect(rules.join('\n')).toMatch(/Cache-Control: no-store/);
	});

	test('has feeds: each theme one, found from its page, with its reports and findings and no account', () => {
		for (const { id } of archive.themes) {
			const feed = readFileSync(path.join(builtSite(name).out, `themes/${id}/feed.xml`), 'utf8');
			const address = `${SITES[name].address}themes/${id}/feed.xml`;
			expect(feed).toContain(`<id>${address}</id>`);
			expect(site.page(`/themes/${id}/`).html).toMatch(
				new RegExp(
					`<link rel="alternate" type="application/atom\\+xml"[^>]*href="${new URL(address).pathname}"`,
				),
			);
			const records = archive.byTheme.get(id) ?? [];
			for (const record of records.slice(0, 40))
				expect(feed.includes(`/r/${record.id}/`), record.id).toBe(record.collection !== 'testimonies');
			expect([...feed.matchAll(/\/r\/(\w+)\//g)].map(([, one]) => one)).toSatisfy((ids: string[]) =>
				ids.every((one) => records.some((record) => record.id === one) || archive.tombstones.length > 0),
			);
		}
	});

	test('the sitemap tells when each page last changed, as far as its reports and findings tell', () => {
		const entries = new Map(
			[
				...readFileSync(path.join(builtSite(name).out, 'sitemap-0.xml'), 'utf8').matchAll(
					/<loc>(.*?)<\/loc>(?:<lastmod>(\d{4}-\d{2}-\d{2})T00:00:00\.000Z<\/lastmod>)?/g,
				),
			].map(([, address = '', day]) => [address.replace(SITES[name].address, '/'), day]),
		);
		const dayOf = (records: readonly Archive['records'][number][]) =>
			records
				.flatMap((record) =>
					record.collection === 'testimonies' ? [] : (record.data.changes.at(-1)?.date ?? []),
				)
				.sort()
				.at(-1);
		for (const record of [...archive.reports, ...archive.findings])
			expect(entries.get(`/r/${record.id}/`), record.id).toBe(dayOf([record]));
		for (const { id, data } of archive.themes) {
			const days = [data.changes.at(-1)?.date ?? '', dayOf(archive.byTheme.get(id) ?? []) ?? ''];
			expect(entries.get(`/themes/${id}/`), id).toBe(days.sort().at(-1));
		}
		for (const { id } of archive.organisations)
			expect(entries.get(`/organisations/${id}/`), id).toBe(dayOf(archive.byOrganisation.get(id) ?? []));
		for (const { id, data } of archive.figures)
			expect(entries.get(`/figures/${id}/`), id).toBe(
				dayOf(archive.records.filter((one) => one.id === data.record)),
			);
		expect(entries.get('/')).toBe(dayOf(archive.records));
		expect(entries.get('/testimonies/')).toBeUndefined();
		expect(entries.get('/help/cite/')).toBeUndefined();
	});
});

/** What a cell and a value of JSON have in common: nothing is nothing, and the marks of CSV are taken off. */
function told(value: unknown): unknown {
	if (value === null || value === undefined || value === '') return null;
	if (Array.isArray(value)) return value.length === 0 ? null : value.map(told);
	return typeof value === 'string' ? value.replaceAll("'", '').replaceAll('|', '¦') : value;
}

function csvwBase({ type, format, itemType, delimiter }: Field): string {
	if (delimiter) return itemType === 'integer' ? 'integer' : 'string';
	return CSVW_BASE[(format ?? type) as keyof typeof CSVW_BASE];
}

const firstLine = (content: Buffer) => content.toString('utf8').split('\r\n', 1)[0]?.split(',');
