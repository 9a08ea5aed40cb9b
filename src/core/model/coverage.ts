import { z } from 'zod';
import { line, slug } from '../values/text.ts';

const year = z.int().min(1000).max(9999);

/** Something that the archive does not look for, and why: an empty place in its counts then means nothing. */
const gap = z
	.strictObject({
		organisations: z.array(slug).min(1).optional().describe('Of these organisations; of all, if left out'),
		themes: z.array(slug).min(1).optional().describe('Under these themes; under all, if left out'),
		from: year.optional().describe('First year; from the beginning, if left out'),
		to: year.optional().describe('Last year; to the end, if left out'),
		reason: line,
	})
	.refine(({ reason: _, ...limits }) => Object.keys(limits).length > 0, {
		error: 'Say of what: organisations, themes, from or to',
	});

/** Where an archive looks: which organisations, which years, and what in there it leaves aside. */
export const coverageSettings = z
	.strictObject({
		organisationKinds: z.array(slug).min(1).describe('Kinds of organisations that it collects about'),
		from: year.describe('First year'),
		to: year.describe('Last year'),
		notCollected: z.array(gap).default([]),
	})
	.refine(({ from, to }) => from <= to, { error: 'The last year is before the first', path: ['to'] });

export type Coverage = z.infer<typeof coverageSettings>;
