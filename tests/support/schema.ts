import { expect, test } from 'vitest';
import type { z } from 'zod';

type Data = Record<string, unknown>;

/** A bad case: what is wrong, how to make it wrong, where that is told and in which words. */
export type BadCase = readonly [what: string, change: Data, path: string, message: RegExp];

/**
 * Tests that a schema takes a sample with changes. A changed field of `undefined` is left out.
 */
export function accepts(schema: z.ZodType, sample: () => Data, cases: Record<string, Data>): void {
	test.each(Object.entries({ 'the sample': {}, ...cases }))('takes %s', (_, change) => {
		const { error } = schema.safeParse(changed(sample(), change));
		expect(error?.issues ?? []).toEqual([]);
	});
}

/** Tests that a schema refuses a sample with changes, at the right field and no other, in the right words. */
export function refuses(schema: z.ZodType, sample: () => Data, cases: readonly BadCase[]): void {
	test.each(cases)('refuses %s', (_, change, path, message) => {
		const { error } = schema.safeParse(changed(sample(), change));
		const told = error?.issues.flatMap(flatten) ?? [];
		expect(told.map((issue) => issue.path)).toContain(path);
		expect(told.find((issue) => issue.path === path)?.message).toMatch(message);
		expect(new Set(told.map((issue) => issue.path.split('.')[0])).size).toBe(1);
	});
}

function changed(sample: Data, change: Data): Data {
	const entries = Object.entries({ ...sample, ...change });
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** An issue with the name of its field; the failures of a union's branches count as their own. */
function flatten(issue: z.core.$ZodIssue): { path: string; message: string }[] {
	const path = issue.path.map(String);
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'unknown field' }));
	if (issue.code === 'invalid_union' && issue.errors.some((branch) => branch.length > 0)) {
		const inner = issue.errors.flatMap((branch) => branch.flatMap(flatten));
		return inner.map((told) => ({
			path: [...path, told.path].filter(Boolean).join('.'),
			message: told.message,
		}));
	}
	return [{ path: path.join('.'), message: issue.message }];
}
