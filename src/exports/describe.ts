import { countingOf } from '../archive/publish/counting.ts';
import { capitalise } from '../core/text/words.ts';
import { DATA_PAGE, DATA_VERSION } from './paths.ts';
import type { Column, Site, Table } from './table.ts';
import { SEPARATOR, WITHHELD_MARK } from './value.ts';

/** The subset of EDTF that archives use: a year, month or day, perhaps uncertain, or an interval. */
const EDTF = String.raw`^\d{4}(-\d{2}(-\d{2})?)?[?~]?(/\d{4}(-\d{2}(-\d{2})?)?[?~]?)?$`;

const known = (properties: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));

/** The name of a column in words. */
export function titleOf({ name }: Column): string {
	return capitalise(name.replaceAll('_', ' ').replace(/\bsha256\b/, 'SHA-256'));
}

/** The full description of a column, including what is withheld. */
export function descriptionOf({ description, withheld }: Column): string {
	return withheld
		? `${description}. Withheld (${WITHHELD_MARK}) of accounts given to the archive`
		: description;
}

/** Version of the data: the format, and the latest release of the archive. */
export const versionOf = ({ releases }: Site): string => `${DATA_VERSION}.${releases.length}.0`;

/** A file as described in the metadata. */
export interface Described {
	table: Table;
	bytes: number;
	rows: number;
	sha256: string;
}

/** The Data Package (datapackage.org, version 2.0) of all tables. */
export function dataPackage(files: readonly Described[], site: Site): object {
	const { archive, permanent } = site;
	const { config } = archive;
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: config.name
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, ''),
		id: permanent(DATA_PAGE),
		title: `${config.name}: data`,
		description: config.description,
		homepage: permanent(DATA_PAGE),
		version: versionOf(site),
		licenses: [{ path: config.licence.url, title: config.licence.name }],
		contributors: [{ title: config.publisher, roles: ['publisher'] }],
		resources: files.map(({ table, bytes, rows, sha256 }) => ({
			name: table.name,
			path: `${table.name}.csv`,
			type: 'table',
			title: table.title,
			description: table.about,
			format: 'csv',
			mediatype: 'text/csv',
			encoding: 'utf-8',
			bytes,
			hash: `sha256:${sha256}`,
			// No row count: the archive does not print the number of given accounts.
			...(!(table.holdsGiven && countingOf(archive).anyGiven) && { rows }),
			dialect: {
				$schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
				delimiter: ',',
				lineTerminator: '\r\n',
				quoteChar: '"',
				doubleQuote: true,
				header: true,
			},
			schema: tableSchema(table),
		})),
	};
}

function tableSchema({ columns, key, references }: Table): object {
	return known({
		$schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
		fields: columns.map(frictionlessField),
		missingValues: ['', WITHHELD_MARK],
		primaryKey: key,
		foreignKeys:
			references.length === 0
				? undefined
				: references.map(({ column, table, to }) => ({
						fields: [column],
						reference: { resource: table, fields: [to] },
					})),
	});
}

function frictionlessField(column: Column): object {
	const { name, type, items, values, required } = column;
	// Table Schema defines a type “list” that its published profile refuses, so a list is a string with a delimiter.
	const isText = type === 'string' || type === 'edtf' || type === 'uri';
	const isList = type === 'list';
	const constraints = known({
		required: required || undefined,
		enum: values && isText ? [...values.keys()] : undefined,
		pattern: type === 'edtf' ? EDTF.replace(/^\^|\$$/g, '') : undefined,
	});
	return known({
		name,
		title: titleOf(column),
		type: isText || isList ? 'string' : type,
		format: type === 'uri' ? 'uri' : undefined,
		...(isList && { delimiter: SEPARATOR, itemType: items }),
		description: descriptionOf(column),
		categories:
			values && isText ? [...values].map(([value, label]) => ({ value, label: label ?? value })) : undefined,
		constraints: Object.keys(constraints).length > 0 ? constraints : undefined,
	});
}

/** Data types of CSV on the Web. */
const DATATYPES: Readonly<Record<Column['type'], string | object>> = {
	string: 'string',
	integer: 'integer',
	number: 'decimal',
	boolean: 'boolean',
	date: { base: 'date', format: 'yyyy-MM-dd' },
	edtf: { base: 'string', format: EDTF },
	uri: 'anyURI',
	list: 'string',
};

const CONTEXT = ['http://www.w3.org/ns/csvw', { '@language': 'en' }];

/** Metadata of a table (W3C, Metadata Vocabulary for Tabular Data), found by its file name. */
export function csvwTable(table: Table, site: Site, withKeys = false): object {
	const { licence } = site.archive.config;
	return {
		...(!withKeys && { '@context': CONTEXT }),
		'@type': 'Table',
		url: `${table.name}.csv`,
		'dc:title': table.title,
		'dc:description': table.about,
		'dc:license': { '@id': licence.url },
		dialect: { header: true, encoding: 'utf-8', lineTerminators: ['\r\n'] },
		tableSchema: {
			'@type': 'Schema',
			columns: table.columns.map((column) =>
				known({
					name: column.name,
					titles: column.name,
					'dc:title': titleOf(column),
					'dc:description': descriptionOf(column),
					datatype: column.items === 'integer' ? 'integer' : DATATYPES[column.type],
					separator: column.type === 'list' ? SEPARATOR : undefined,
					null: ['', WITHHELD_MARK],
					required: column.required || undefined,
				}),
			),
			primaryKey: table.key,
			...(withKeys &&
				table.references.length > 0 && {
					foreignKeys: table.references.map(({ column, table: other, to }) => ({
						columnReference: column,
						reference: { resource: `${other}.csv`, columnReference: to },
					})),
				}),
		},
	};
}

/** All tables as one group, because references are only allowed within a group. */
export function csvwGroup(tables: readonly Table[], site: Site): object {
	const { config } = site.archive;
	return {
		'@context': CONTEXT,
		'@type': 'TableGroup',
		'dc:title': `${config.name}: data`,
		'dc:publisher': config.publisher,
		'dc:license': { '@id': config.licence.url },
		tables: tables.map((table) => csvwTable(table, site, true)),
	};
}

/** JSON Schema (2020-12) of a table as JSON: an array of rows. */
export function jsonSchema(table: Table, address: string): object {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: address,
		title: table.title,
		description: table.about,
		type: 'array',
		items: {
			type: 'object',
			properties: Object.fromEntries(table.columns.map((column) => [column.name, property(column)])),
			required: table.columns.map(({ name }) => name),
			additionalProperties: false,
		},
	};
}

function property(column: Column): object {
	const { type, items, values, required } = column;
	const one =
		{ string: 'string', edtf: 'string', uri: 'string', date: 'string', list: 'array' }[type as string] ??
		type;
	const choices = values && [...values.keys()];
	return known({
		title: titleOf(column),
		description: descriptionOf(column),
		type: required ? one : [one, 'null'],
		format: type === 'uri' || type === 'date' ? type : undefined,
		pattern: type === 'edtf' ? EDTF : undefined,
		...(type === 'list'
			? { items: known({ type: items, enum: choices ?? undefined }) }
			: { enum: choices ? [...choices, ...(required ? [] : [null])] : undefined }),
	});
}
