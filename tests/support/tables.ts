import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** A row of a table as text, by column. */
export type TextRow = Readonly<Record<string, string>>;

/** What a Data Package says of a column (Table Schema, version 2.0), as far as this archive says it. */
export interface Field {
	name: string;
	type: string;
	title: string;
	description: string;
	format?: string;
	/** Set where a cell holds a list. */
	delimiter?: string;
	itemType?: string;
	categories?: readonly { value: string; label: string }[];
	constraints?: { required?: boolean; enum?: readonly string[]; pattern?: string };
}

export interface Resource {
	name: string;
	path: string;
	bytes: number;
	hash: string;
	rows?: number;
	schema: {
		fields: readonly Field[];
		primaryKey: readonly string[];
		missingValues: readonly string[];
		foreignKeys?: readonly {
			fields: readonly string[];
			reference: { resource: string; fields: readonly string[] };
		}[];
	};
}

export interface DataPackage {
	resources: readonly Resource[];
	[property: string]: unknown;
}

/** The folder of the open data of a built site. */
export const dataFolder = (out: string): string => path.join(out, 'data/v1');

export const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** Reads a table as a program at the other end does; fails where it is not RFC 4180, or a row has too few cells. */
export function readCsv(file: string | Buffer): TextRow[] {
	return parse(typeof file === 'string' ? readFileSync(file) : file, {
		columns: true,
		recordDelimiter: '\r\n',
		relaxColumnCount: false,
	});
}

/** The value that a cell stands for by its field; undefined where it stands for none that the field may have. */
export function readValue(cell: string, field: Field, missing: readonly string[]): unknown {
	if (missing.includes(cell)) return null;
	if (field.delimiter) {
		const items = cell.split(field.delimiter);
		return field.itemType === 'integer' ? items.map(Number) : items;
	}
	switch (field.type) {
		case 'integer':
			return /^\d+$/.test(cell) ? Number(cell) : undefined;
		case 'number':
			return /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : undefined;
		case 'boolean':
			return { true: true, false: false }[cell];
		case 'date':
			return /^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(cell)) ? cell : undefined;
		case 'string':
			return field.format === 'uri' && !URL.canParse(cell) ? undefined : cell;
		default:
			return undefined;
	}
}

/** What is wrong with the tables of a package by what the package says of them. */
export function faultsOf({ resources }: DataPackage, folder: string): string[] {
	const tables = new Map(resources.map(({ name, path: file }) => [name, readCsv(path.join(folder, file))]));
	const column = (table: string, fields: readonly string[]) =>
		(tables.get(table) ?? []).map((row) => fields.map((field) => row[field]).join('\n'));
	return resources.flatMap(({ name, schema }) => {
		const rows = tables.get(name) ?? [];
		const { fields, primaryKey, missingValues, foreignKeys = [] } = schema;
		const faults = rows.flatMap((row, index) =>
			fields.flatMap((field) => {
				const fault = faultOf(row[field.name] ?? '', field, missingValues);
				return fault ? [`${name} ${index + 1}, ${field.name}: ${fault}`] : [];
			}),
		);
		const keys = column(name, primaryKey);
		if (new Set(keys).size !== keys.length) faults.push(`${name}: its key ${primaryKey.join()} is not one`);
		for (const { fields: own, reference } of foreignKeys) {
			const targets = new Set(column(reference.resource, reference.fields));
			for (const key of column(name, own))
				if (!missingValues.includes(key) && !targets.has(key))
					faults.push(`${name}: ${own.join()} ${key} is not in ${reference.resource}`);
		}
		return faults;
	});
}

function faultOf(cell: string, field: Field, missing: readonly string[]): string | undefined {
	const { required, enum: choices, pattern } = field.constraints ?? {};
	const value = readValue(cell, field, missing);
	if (value === undefined) return `${cell} is no ${field.type}`;
	if (value === null) return required ? 'is missing' : undefined;
	if (choices && !choices.includes(cell)) return `${cell} is none of ${choices.join()}`;
	// Patterns are anchored, as those of XML Schema are.
	if (pattern && !new RegExp(`^(?:${pattern})$`).test(cell)) return `${cell} does not match`;
	return undefined;
}
