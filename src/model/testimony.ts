import { z } from 'zod';
import type { Vocabulary } from './config.ts';
import { month } from './date.ts';
import { recordReference } from './reference.ts';
import { checkHistory, recordFields, unique } from './record.ts';
import { line, slug } from './text.ts';

/** How much of a given account may be published. */
export const CONSENT_SCOPES = {
	full: 'The whole account',
	quotation: 'Quotations only',
	statistics: 'Counting only',
} as const;

/** An anonymised account. Nothing in it is dated more finely than by month. */
export function testimonySchema(vocabulary: Vocabulary) {
	const common = recordFields(vocabulary, 'testimonies', month);
	const pseudonyms = unique(z.array(line))
		.default([])
		.describe('Names the publisher gave, always shown as “name changed by the publisher”');
	return z
		.discriminatedUnion('origin', [
			z.strictObject({
				...common,
				origin: z.literal('published').describe('Already published and anonymised by someone else'),
				pseudonyms,
				facetSources: z
					.record(slug, z.int().min(1))
					.default({})
					.describe(
						'For each facet, and for “organisations”: number of the source that discloses it. Nothing may be added to what the publisher disclosed',
					),
				sourceRecord: recordReference
					.optional()
					.describe('The report record that carries the same account, if the archive has one'),
			}),
			z.strictObject({
				...common,
				origin: z.literal('given').describe('Given to this archive'),
				consent: z.strictObject({
					scope: z.enum(Object.keys(CONSENT_SCOPES) as [keyof typeof CONSENT_SCOPES]),
					month,
					verbatim: z
						.boolean()
						.default(false)
						.describe('Whether the person’s exact words may stand in it at length'),
					withdrawn: z.boolean().default(false),
				}),
				review: z
					.array(
						z.strictObject({
							role: slug.describe('Code of the reviewer’s role, never a name'),
							month,
							intruderTest: z.boolean().describe('Whether the motivated-intruder test was done'),
						}),
					)
					.refine((reviews) => new Set(reviews.map((review) => review.role)).size >= 2, {
						error: 'Two reviewers with different role codes must have signed',
					})
					.refine((reviews) => reviews.some((review) => review.intruderTest), {
						error: 'Nobody has done the motivated-intruder test',
					}),
			}),
		])
		.superRefine(checkHistory);
}

export type Testimony = z.infer<ReturnType<typeof testimonySchema>>;
