import { z } from 'zod';
import type { Vocabulary } from './config.ts';
import { edtfDate } from './date.ts';
import { paragraphNumber, recordReference, referenceTo } from './reference.ts';
import { line, slug } from './text.ts';

/** How a count was stated: exactly, or as a bound. */
export const OPERATORS = {
	'=': '',
	'>': 'more than ',
	'≥': 'at least ',
	'<': 'fewer than ',
	'≤': 'at most ',
	'≈': 'about ',
};

const count = z.union([
	z
		.int()
		.min(0)
		.transform((value) => ({ value, op: '=' as const })),
	z.strictObject({
		value: z.int().min(0),
		op: z.enum(Object.keys(OPERATORS) as [keyof typeof OPERATORS]),
	}),
]);

/**
 * A published statistic, as data: what was counted, of how many, of whom, when and in whose words.
 * The model is that of evidence.md section 6.1.
 */
export function figureSchema(vocabulary: Vocabulary) {
	const cell = z
		.record(slug, slug)
		.optional()
		.describe(
			'Values of facets of accounts that the count is of, as far as it is of any: outcome: paid-back',
		);
	return z.strictObject({
		label: line.describe('What the figure says, as a phrase: “allegations that led to a charge”'),
		unit: line.describe('What one of the counted things is, plural: “allegations”'),
		numerator: count,
		facets: cell,
		denominator: count.optional(),
		stated: line.optional().describe('The number as printed, where it is not the counts: “9%”'),
		population: line.describe('Of whom or what, and where'),
		organisations: z.array(referenceTo('organisation', vocabulary.organisations)).default([]),
		period: z.strictObject({
			from: edtfDate.nullable(),
			to: edtfDate.nullable(),
			asStated: line,
		}),
		breakdown: z
			.strictObject({
				parts: z.array(z.strictObject({ label: line, count, facets: cell })).min(2),
				exclusive: z.union([z.boolean(), z.literal('unknown')]),
				exhaustive: z.union([z.boolean(), z.literal('unknown')]),
			})
			.optional(),
		origin: z.enum(['foi', 'official', 'charity', 'survey', 'journalist-calculation', 'unstated']),
		record: recordReference.describe('The record that carries the figure'),
		paragraph: paragraphNumber.describe('The paragraph of that record'),
		note: line.optional(),
	});
}

export type Figure = z.infer<ReturnType<typeof figureSchema>>;
