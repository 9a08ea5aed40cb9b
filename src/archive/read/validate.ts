import type { RuleId } from '../../core/rules/rules.ts';
import type { z } from 'zod';
import { findHidden, HIDDEN_ADVICE } from '../../core/values/hidden.ts';
import { keepHit, type Place, type TextProblem } from '../../core/values/problem.ts';
import { suggestion } from '../../core/values/reference.ts';
import { fieldsAt, nameOf, takes, takesWords } from './schema-fields.ts';
import type { Yaml } from '../yaml/yaml.ts';
import { CUT_OFF } from '../yaml/values.ts';

/**
 * Validates data against a schema and puts every failure at the field it is about. Messages name fields and values of
 * the schema alone: what somebody typed may be words of an account.
 *
 * @returns the data in the schema's output form, or the problems
 */
export function validate<S extends z.ZodType>(
	schema: S,
	yaml: Yaml,
): { data: z.output<S>; problems: [] } | { data: undefined; problems: TextProblem[] } {
	const parsed = schema.safeParse(yaml.data);
	const issues = parsed.error?.issues ?? [];
	const describer = new Describer(schema, yaml);
	const problems = parsed.success
		? describer.unusable(yaml.data, [])
		: issues.filter((issue) => !isOutdone(issue, issues)).flatMap((issue) => describer.describe(issue, []));
	for (const { path, place } of yaml.commented)
		if (takesWords(schema, path)) problems.push({ ...place, ...CUT_OFF });
	if (parsed.success && problems.length === 0) return { data: parsed.data, problems: [] };
	return { data: undefined, problems };
}

/** Whether a value is told already to be of the wrong kind: how long it is does not matter then. */
function isOutdone(issue: z.core.$ZodIssue, issues: readonly z.core.$ZodIssue[]): boolean {
	if (issue.code === 'invalid_type') return false;
	const path = issue.path.join('\n');
	return issues.some((other) => other.code === 'invalid_type' && other.path.join('\n') === path);
}

const QUOTE_IT = 'Put it in straight quotation marks: "…"';

class Describer {
	readonly #schema: z.ZodType;
	readonly #yaml: Yaml;

	constructor(schema: z.ZodType, yaml: Yaml) {
		this.#schema = schema;
		this.#yaml = yaml;
	}

	/**
	 * Characters that no field may hold, written as escapes in quotation marks: a file that holds them as such is refused
	 * as a whole.
	 */
	unusable(value: unknown, path: readonly PropertyKey[]): TextProblem[] {
		if (typeof value === 'string') {
			const found = findHidden(value);
			return found ? [this.#problem(path, found.rule, found.message, HIDDEN_ADVICE)] : [];
		}
		if (typeof value !== 'object' || value === null) return [];
		return Object.entries(value).flatMap(([key, inner]) =>
			this.unusable(inner, [...path, Array.isArray(value) ? Number(key) : key]),
		);
	}

	describe(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): TextProblem[] {
		const path = [...above, ...issue.path];
		switch (issue.code) {
			case 'unrecognized_keys':
				return issue.keys.map((key) => this.#unknownField(path, key));
			case 'invalid_type':
				return [this.#missing(path, expected(issue.expected)) ?? this.#wrongType(path, issue.expected)];
			case 'invalid_union':
				return this.#describeUnion(issue, path);
			case 'invalid_value':
				return [
					this.#missing(path, choices(issue.values)) ??
						this.#unread(path, issue.values) ??
						this.#problem(path, 'unknown-value', sentenceOf(issue), `Use ${choices(issue.values)}`),
				];
			default:
				return [
					this.#missing(path, 'a value') ??
						this.#problem(path, 'invalid-value', sentenceOf(issue), 'Correct the value'),
				];
		}
	}

	/** Of several forms that a field may have, the one that got furthest tells best what is wrong. */
	#describeUnion(issue: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[]): TextProblem[] {
		const branches = issue.errors.filter((branch) => branch.length > 0);
		const nearest = branches.sort((a, b) => depthOf(b) - depthOf(a))[0];
		if (nearest && depthOf(nearest) > 0) return nearest.flatMap((inner) => this.describe(inner, path));
		const missing = this.#missing(path, 'a value');
		if (missing) return [missing];
		const value = valueAt(this.#yaml.data, path);
		if (isScalar(value) && takes(this.#schema, path, 'string')) return [this.#wrongType(path, 'string')];
		const told = branches.flat().find((inner) => inner.code === 'custom') ?? nearest?.[0] ?? issue;
		return [this.#problem(path, 'invalid-value', sentenceOf(told), 'Correct the value')];
	}

	#unknownField(path: readonly PropertyKey[], key: string): TextProblem {
		const known = fieldsAt(this.#schema, path);
		const nearest = suggestion(key.toLowerCase(), known);
		const owner = nearest === '' || !known.includes(key) ? this.#ownerOf(path, known, key) : undefined;
		const advice = owner
			? `It belongs under ${owner}: indent it by two spaces`
			: known.length > 0
				? `Correct its spelling or remove it. Fields here are ${known.join(', ')}`
				: 'Correct its spelling or remove it';
		const message = `There is no such field${path.length > 0 ? ` in ${this.#name(path)}` : ''}${nearest}`;
		const place = this.#yaml.locateKey(path, key);
		return keepHit({ ...place, rule: 'unknown-field', message, advice }, key);
	}

	/** An empty field that has a field of this name: then its indentation was lost. */
	#ownerOf(path: readonly PropertyKey[], known: readonly string[], key: string): string | undefined {
		return known.find(
			(field) =>
				valueAt(this.#yaml.data, [...path, field]) === null &&
				fieldsAt(this.#schema, [...path, field]).includes(key),
		);
	}

	#wrongType(path: readonly PropertyKey[], type: string): TextProblem {
		const value = valueAt(this.#yaml.data, path);
		const wanted = expected(type);
		const advice =
			type === 'string' && isScalar(value)
				? `${QUOTE_IT}; without them ${typeof value === 'boolean' ? 'this word is read as true or false' : 'it is read as a number'}`
				: type === 'string' && typeof value === 'object'
					? `${QUOTE_IT}; a colon or a bracket in it is otherwise read as fields or a list`
					: type === 'boolean'
						? 'Write true or false, without quotation marks; yes and no are not taken'
						: `Write ${wanted}`;
		return this.#problem(path, 'wrong-type', `This is not ${wanted}`, advice);
	}

	/** A value that is known, but was read as a number or as true or false. */
	#unread(path: readonly PropertyKey[], values: readonly unknown[]): TextProblem | undefined {
		const value = valueAt(this.#yaml.data, path);
		if (!isScalar(value) || values.some((one) => typeof one !== 'string')) return undefined;
		return this.#wrongType(path, 'string');
	}

	/** The problem of a field that is not there or was left empty; undefined if it has a value. */
	#missing(path: readonly PropertyKey[], wanted: string): TextProblem | undefined {
		const value = valueAt(this.#yaml.data, path);
		if (value !== undefined && value !== null) return undefined;
		return {
			...this.#yaml.locate(path),
			rule: 'missing-field',
			message: `The field ${this.#name(path)} is ${value === null ? 'empty' : 'missing'}`,
			advice: `${value === null ? 'Fill it in' : 'Add it'}: ${wanted}`,
		};
	}

	#problem(path: readonly PropertyKey[], rule: RuleId, message: string, advice: string): TextProblem {
		const place: Place = this.#yaml.locate(path);
		const problem = { ...place, rule, message: `${this.#name(path)}: ${message}`, advice };
		const value = valueAt(this.#yaml.data, path);
		return typeof value === 'string' ? keepHit(problem, value) : problem;
	}

	#name(path: readonly PropertyKey[]): string {
		return nameOf(this.#schema, path);
	}
}

/** What is wrong, in plain words; messages of the library's own are made for programmers. */
function sentenceOf(issue: z.core.$ZodIssue): string {
	const message = issue.message ?? '';
	if (issue.code === 'too_big')
		return BY_DEFAULT.test(message) ? `Too ${measure(issue)} ${issue.maximum}` : message;
	if (issue.code === 'too_small')
		return BY_DEFAULT.test(message) ? `Too ${measure(issue)} ${issue.minimum}` : message;
	if (issue.code === 'invalid_value' && BY_DEFAULT.test(message))
		return 'This is none of the values it can have';
	if (issue.code === 'invalid_key') return 'The name of an entry is not in the form that is needed';
	return BY_DEFAULT.test(message) ? 'The value is not in the form that is needed' : message;
}
const BY_DEFAULT = /^(?:Too (?:big|small)|Invalid )/;

/** `long: 161 characters; the most is`. */
function measure(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
	const big = issue.code === 'too_big';
	const limit = big ? 'the most is' : 'the least is';
	if (issue.origin === 'string') return `${big ? 'long' : 'short'}, in characters: ${limit}`;
	if (issue.origin === 'array') return `${big ? 'many' : 'few'} items: ${limit}`;
	return `${big ? 'great' : 'small'}: ${limit}`;
}

const isScalar = (value: unknown) => typeof value === 'number' || typeof value === 'boolean';

/** How far into the data a group of failures reaches. */
function depthOf(issues: readonly z.core.$ZodIssue[]): number {
	return (
		Math.max(...issues.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 0.5))) - 0.5
	);
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
	let value = data;
	for (const key of path) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
		value = (value as Record<PropertyKey, unknown>)[key];
	}
	return value;
}

function choices(values: readonly unknown[]): string {
	const shown = values.slice(0, 12).map(String).join(', ');
	return `one of ${shown}${values.length > 12 ? `, … (${values.length} in all)` : ''}`;
}

const WORDS: ReadonlyMap<string, string> = new Map([
	['string', 'a text'],
	['number', 'a number'],
	['int', 'a whole number'],
	['boolean', 'true or false'],
	['array', 'a list, each item on a line that begins with “- ” (a dash and a space)'],
	['object', 'fields, indented under it'],
	['record', 'fields, indented under it'],
	['null', 'null'],
]);

const expected = (type: string): string => WORDS.get(type) ?? type;
