import type { z } from 'zod';
import { findHidden, HIDDEN_ADVICE } from '../model/hidden.ts';
import type { Place } from '../model/problem.ts';
import type { TextProblem } from '../prose/parse.ts';
import type { Yaml } from './yaml.ts';

/**
 * Validates data against a schema and puts every failure at the field it is about.
 *
 * @returns the data in the schema's output form, or the problems
 */
export function validate<S extends z.ZodType>(
	schema: S,
	yaml: Yaml,
): { data: z.output<S>; problems: [] } | { data: undefined; problems: TextProblem[] } {
	const parsed = schema.safeParse(yaml.data);
	if (parsed.success) {
		const unusable = [...unusableIn(yaml.data, [], yaml)];
		return unusable.length === 0
			? { data: parsed.data, problems: [] }
			: { data: undefined, problems: unusable };
	}
	const problems = parsed.error.issues.flatMap((issue) => describe(issue, [], yaml));
	return { data: undefined, problems };
}

/** Characters that no field may hold, written as escapes in quotation marks: a file that holds them as such is refused. */
function* unusableIn(value: unknown, path: readonly PropertyKey[], yaml: Yaml): Generator<TextProblem> {
	if (typeof value === 'string') {
		const found = findHidden(value);
		if (found)
			yield problem(yaml.locate(path), found.rule, `${nameOf(path)}: ${found.message}`, HIDDEN_ADVICE);
	} else if (typeof value === 'object' && value !== null)
		for (const [key, inner] of Object.entries(value))
			yield* unusableIn(inner, [...path, Array.isArray(value) ? Number(key) : key], yaml);
}

function describe(issue: z.core.$ZodIssue, above: readonly PropertyKey[], yaml: Yaml): TextProblem[] {
	const path = [...above, ...issue.path];
	const field = nameOf(path);
	const place = yaml.locate(path);
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) =>
				problem(
					yaml.locateKey(path, key),
					'unknown-field',
					`There is no field ${nameOf([...path, key])}`,
					'Correct its spelling or remove it',
				),
			);
		case 'invalid_type':
			return [
				missing(yaml, path, expected(issue.expected)) ??
					problem(
						place,
						'wrong-type',
						`${field} is not ${expected(issue.expected)}`,
						`Write ${expected(issue.expected)}`,
					),
			];
		case 'invalid_union': {
			// Of several forms that a field may have, the one that got furthest tells best what is wrong.
			const branches = issue.errors.filter((branch) => branch.length > 0);
			const nearest = branches.sort((a, b) => depthOf(b) - depthOf(a))[0];
			if (nearest && depthOf(nearest) > 0) return nearest.flatMap((inner) => describe(inner, path, yaml));
			const told = branches.flat().find((inner) => inner.code === 'custom') ?? nearest?.[0];
			return [
				missing(yaml, path, 'a value') ??
					problem(place, 'invalid-value', `${field}: ${told?.message ?? issue.message}`, 'Correct the value'),
			];
		}
		case 'invalid_value':
			return [
				missing(yaml, path, choices(issue.values)) ??
					problem(place, 'unknown-value', `${field}: ${issue.message}`, `Use ${choices(issue.values)}`),
			];
		default:
			return [
				missing(yaml, path, 'a value') ??
					problem(place, 'invalid-value', `${field}: ${issue.message}`, 'Correct the value'),
			];
	}
}

/** The problem of a field that is not there or was left empty; undefined if it has a value. */
function missing(yaml: Yaml, path: readonly PropertyKey[], wanted: string): TextProblem | undefined {
	const value = valueAt(yaml.data, path);
	if (value !== undefined && value !== null) return undefined;
	const message = `The field ${nameOf(path)} is ${value === null ? 'empty' : 'missing'}`;
	return problem(
		yaml.locate(path),
		'missing-field',
		message,
		`${value === null ? 'Fill it in' : 'Add it'}: ${wanted}`,
	);
}

const problem = (place: Place, rule: string, message: string, advice: string): TextProblem => ({
	...place,
	rule,
	message,
	advice,
});

/** How far into the data a group of failures reaches. */
function depthOf(issues: readonly z.core.$ZodIssue[]): number {
	return (
		Math.max(...issues.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 0.5))) - 0.5
	);
}

/** The name of a field as people would say it: `changes #1 date`. */
function nameOf(path: readonly PropertyKey[]): string {
	return path.map((key) => (typeof key === 'number' ? `#${key + 1}` : String(key))).join(' ') || 'the file';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
	let value = data;
	for (const key of path) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Record<PropertyKey, unknown>)[key];
	}
	return value;
}

function choices(values: readonly unknown[]): string {
	const shown = values.slice(0, 12).map(String).join(', ');
	return `one of ${shown}${values.length > 12 ? `, … (${values.length} in all)` : ''}`;
}

function expected(type: string): string {
	const words: Record<string, string> = {
		string: 'a text',
		number: 'a number',
		int: 'a whole number',
		boolean: 'true or false',
		array: 'a list, each item on a line that begins with “- ”',
		object: 'fields, indented under it',
		record: 'fields, indented under it',
		null: 'null',
	};
	return words[type] ?? type;
}
