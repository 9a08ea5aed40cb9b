import { describe, expect, test } from 'vitest';
import type { Folder } from '../../../src/archive/read/files.ts';
import { fieldsOf } from '../../../src/exports/fields.ts';
import { table } from '../../../src/exports/table.ts';
import { TABLES } from '../../../src/exports/tables.ts';
import { UNPUBLISHED } from '../../../src/exports/unpublished.ts';

const FOLDERS = Object.keys(UNPUBLISHED) as Folder[];
const lies = (field: string, within: string) => field === within || field.startsWith(`${within}.`);

describe.each(FOLDERS)('fields of %s', (folder) => {
	const published = new Set(
		TABLES.flatMap(({ publishes }) =>
			publishes.filter((one) => one.folder === folder).map(({ field }) => field),
		),
	);
	const leaves = [...fieldsOf(folder)].filter(([, { leaf }]) => leaf).map(([field]) => field);

	test('each is a column or is left out for a reason', () => {
		expect(leaves.length).toBeGreaterThan(2);
		const open = leaves.filter(
			(field) =>
				!published.has(field) && !Object.keys(UNPUBLISHED[folder]).some((within) => lies(field, within)),
		);
		expect(open).toEqual([]);
	});

	test('none that is left out is gone or is a column after all', () => {
		for (const within of Object.keys(UNPUBLISHED[folder])) {
			expect(leaves.filter((field) => lies(field, within)).length, within).toBeGreaterThan(0);
			expect(
				[...published].filter((field) => lies(field, within)),
				within,
			).toEqual([]);
		}
	});
});

describe('fields are found in the schemas', () => {
	test('with description and values, through lists, defaults and alternatives', () => {
		expect(fieldsOf('reports').get('themes')).toEqual({
			leaf: true,
			description: 'One to four themes, the most important first',
		});
		expect(fieldsOf('findings').get('standing.state')?.values).toContain('partly-accepted');
		expect(fieldsOf('testimonies').get('origin')?.values).toEqual(['published', 'given']);
		expect(fieldsOf('figures').get('relations.less.figure')?.leaf).toBe(true);
		expect(fieldsOf('figures').get('breakdown.parts.label')?.leaf).toBe(true);
	});

	test('of a value that is either plain or has fields of its own, both', () => {
		expect(fieldsOf('reports').get('related')?.leaf).toBe(true);
		expect(fieldsOf('reports').get('related.how')?.values).toContain('rests-on');
		expect(fieldsOf('figures').get('breakdown.parts.count')?.leaf).toBe(true);
		expect(fieldsOf('figures').get('breakdown.parts.count.op')?.values).toContain('≥');
		expect(fieldsOf('figures').get('relations')?.leaf).toBe(false);
	});

	test('a column of a field that does not exist, or that nothing describes, is refused', () => {
		const plan = { name: 'x', title: 'X', about: 'X', key: ['a'], of: ['reports'] as const, rows: () => [] };
		const cell = () => null;
		expect(() => table({ ...plan, columns: { a: { from: 'gone', cell } } })).toThrow(
			'x.a: there is no field gone',
		);
		expect(() => table({ ...plan, columns: { a: { cell } } })).toThrow('x.a is described nowhere');
	});
});

describe.each(TABLES.map((one) => [one.name, one] as const))('the table %s', (_, one) => {
	const names = one.columns.map(({ name }) => name);

	test('has columns with plain names, each once, and described', () => {
		expect(new Set(names).size).toBe(names.length);
		for (const { name, description } of one.columns) {
			expect(name).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
			expect(description, name).toMatch(/^[A-Z].{3,}[^.]$/);
		}
	});

	test('has a key that no row lacks, and refers to keys of other tables', () => {
		for (const key of one.key) expect(one.columns.find(({ name }) => name === key)?.required, key).toBe(true);
		for (const { column, table: other, to } of one.references) {
			expect(names).toContain(column);
			expect(TABLES.find(({ name }) => name === other)?.key).toEqual([to]);
		}
	});

	test('withholds of given accounts what is not open, if it has any', () => {
		if (!one.holdsGiven) return expect(one.columns.filter(({ withheld }) => withheld)).toEqual([]);
		const open = one.columns.filter(({ withheld }) => !withheld).map(({ name }) => name);
		// What may be told of them: whoever adds to this asks first what it gives away.
		const allowed = {
			records: ['id', 'collection', 'address', 'complaint', 'themes', 'origin'],
			'record-themes': ['record', 'theme', 'position'],
		};
		expect(open).toEqual(allowed[one.name as keyof typeof allowed]);
	});
});
