import type { z } from 'zod';

/** A schema as it describes itself, as far as is needed to find its fields. */
interface Described {
	type: string;
	shape?: Record<string, z.ZodType>;
	element?: z.ZodType;
	innerType?: z.ZodType;
	in?: z.ZodType;
	options?: readonly z.ZodType[];
	valueType?: z.ZodType;
	entries?: Record<string, unknown>;
}

const describe = (schema: z.ZodType) => schema.def as unknown as Described;

/** The schemas that may hold at a path, in whichever of several forms the data is written. */
function schemasAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
	const { shape, element, innerType, in: before, options, valueType } = describe(schema);
	if (innerType) return schemasAt(innerType, path);
	if (before) return schemasAt(before, path);
	if (options) return options.flatMap((option) => schemasAt(option, path));
	const [key, ...rest] = path;
	if (key === undefined) return [schema];
	if (shape) return Object.hasOwn(shape, key) ? schemasAt(shape[String(key)] as z.ZodType, rest) : [];
	const inner = element ?? valueType;
	return inner ? schemasAt(inner, rest) : [];
}

/** The names of the fields that a schema has at a path; empty where it has none there. */
export function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
	const found = schemasAt(schema, path).flatMap((one) => Object.keys(describe(one).shape ?? {}));
	return [...new Set(found)];
}

/** Whether one of the forms that a value may have at a path is of a type. */
export function takes(schema: z.ZodType, path: readonly PropertyKey[], type: string): boolean {
	return schemasAt(schema, path).some((one) => describe(one).type === type);
}

/** Whether words of any kind may stand at a path: then it is a text, no identifier, date or value of a list. */
export function takesWords(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
	return schemasAt(schema, path).some((one) => one.safeParse('Some words').success);
}

/**
 * The name of a field as people would say it: `changes #1 date`. A part that the schema does not name was typed by
 * somebody, and is not said.
 */
export function nameOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
	const words = path.map((key, depth) => {
		if (typeof key === 'number') return `#${key + 1}`;
		return fieldsAt(schema, path.slice(0, depth)).includes(String(key)) ? String(key) : '(an entry)';
	});
	return words.join(' ') || 'the file';
}
