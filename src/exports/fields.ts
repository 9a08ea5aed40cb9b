import type { z } from 'zod';
import type { Folder } from '../archive/read/files.ts';
import { schemasFor } from '../archive/read/schemas.ts';

/** A field of a file of the archive, as its schema has it. */
export interface Field {
	description?: string;
	/** All values that it may have, where they are few and fixed. */
	values?: readonly string[];
	/** Whether it holds no further fields. */
	leaf: boolean;
}

/** What this file needs of any schema of Zod: its inside. */
interface Inside {
	type: string;
	innerType?: z.ZodType;
	element?: z.ZodType;
	in?: z.ZodType;
	options?: readonly z.ZodType[];
	shape?: Readonly<Record<string, z.ZodType>>;
	entries?: Readonly<Record<string, string>>;
	values?: readonly unknown[];
}

const inside = (schema: z.ZodType) => schema.def as unknown as Inside;

const known = new Map<Folder, ReadonlyMap<string, Field>>();

/** Every field of a folder’s files by its path: `sources.publisher`, whether it stands in a list or not. */
export function fieldsOf(folder: Folder): ReadonlyMap<string, Field> {
	const fields = known.get(folder) ?? walk(schemas()[folder]);
	known.set(folder, fields);
	return fields;
}

/** Without any vocabulary: which themes and values an archive has is its own matter, and not of the form. */
const schemas = () =>
	schemasFor({
		facets: [],
		contentNotes: [],
		organisationKinds: [],
		measures: [],
		themes: [],
		organisations: [],
		complaints: [],
	});

function walk(root: z.ZodType): Map<string, Field> {
	const fields = new Map<string, Field>();
	visit(root, '', undefined, fields);
	return fields;
}

function visit(schema: z.ZodType, path: string, outer: string | undefined, fields: Map<string, Field>): void {
	const { type, innerType, element, options, shape, entries, values, in: input } = inside(schema);
	const description = outer ?? schema.description;
	const within = innerType ?? element ?? (type === 'pipe' ? input : undefined);
	if (within) return visit(within, path, description, fields);
	const parts = type === 'union' && options?.every((one) => inside(one).shape) ? options : undefined;
	const holds = parts ?? (shape && Object.keys(shape).length > 0 ? [schema] : undefined);
	if (path !== '') {
		const before = fields.get(path);
		const own = entries ? Object.values(entries) : type === 'literal' ? (values ?? []).map(String) : [];
		const all = [...(before?.values ?? []), ...own];
		const said = before?.description ?? description;
		fields.set(path, {
			leaf: !holds,
			...(said && { description: said }),
			...(all.length > 0 && { values: [...new Set(all)] }),
		});
	}
	for (const part of holds ?? [])
		for (const [name, field] of Object.entries(inside(part).shape ?? {}))
			visit(field, path === '' ? name : `${path}.${name}`, undefined, fields);
}
