import { z } from 'zod';
import type { Folder } from '../archive/read/files.ts';
import { schemasFor } from '../archive/read/schemas.ts';

/** A field of a file of the archive, as its schema has it. */
export interface Field {
	description?: string;
	/** All values that it may have, where they are few and fixed. */
	values?: readonly string[];
	/** Whether it may hold something other than further fields. A count may be a number or have fields of its own. */
	leaf: boolean;
}

/** What is needed of JSON Schema: every form that a value may take, and the fields of each. */
type Node = Pick<z.core.JSONSchema.JSONSchema, 'description' | 'enum' | 'const' | 'type' | 'properties'> & {
	anyOf?: Node[];
	oneOf?: Node[];
	allOf?: Node[];
	items?: Node;
};

const known = new Map<Folder, ReadonlyMap<string, Field>>();

/** Every field of a folder’s files by its path: `sources.publisher`, whether in a list or not. */
export function fieldsOf(folder: Folder): ReadonlyMap<string, Field> {
	const fields = known.get(folder) ?? collect(schemas()[folder]);
	known.set(folder, fields);
	return fields;
}

/** Without any vocabulary: the themes and values of an archive are its own matter. */
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

function collect(schema: z.ZodType): Map<string, Field> {
	const fields = new Map<string, Field>();
	visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node, '', fields);
	return fields;
}

function visit(node: Node, path: string, fields: Map<string, Field>): void {
	const forms = formsOf(node);
	if (path !== '') {
		const before = fields.get(path);
		const description = before?.description ?? descriptionOf(node);
		const plain = forms.filter(isPlain);
		const isFixed = plain.every((form) => valuesOf(form).length > 0);
		const values = [...new Set([...(before?.values ?? []), ...(isFixed ? plain.flatMap(valuesOf) : [])])];
		fields.set(path, {
			leaf: (before?.leaf ?? false) || plain.length > 0,
			...(description && { description }),
			...(values.length > 0 && { values }),
		});
	}
	for (const { properties = {} } of forms)
		for (const [name, field] of Object.entries(properties))
			visit(field as Node, path === '' ? name : `${path}.${name}`, fields);
}

/** The forms that a value may take, through lists and alternatives. */
function formsOf(node: Node): Node[] {
	const inner = innerOf(node);
	return inner.length > 0 ? inner.flatMap(formsOf) : [node];
}

function innerOf({ anyOf = [], oneOf = [], allOf = [], items }: Node): Node[] {
	return [...anyOf, ...oneOf, ...allOf, ...(items ? [items] : [])];
}

function descriptionOf(node: Node): string | undefined {
	return (
		node.description ??
		innerOf(node)
			.map(descriptionOf)
			.find((description) => description !== undefined)
	);
}

function valuesOf({ enum: values = [], const: value }: Node): string[] {
	return [...values, ...(value === undefined ? [] : [value])].map(String);
}

function isPlain({ type, properties }: Node): boolean {
	return properties === undefined && type !== 'null';
}
