import { z } from 'zod';
import type { Vocabulary } from './config.ts';
import { edtfDate } from '../values/date.ts';
import { relationSchema } from './figure-relation.ts';
import { paragraphNumber, recordReference, referenceTo } from '../values/reference.ts';
import { statedSchema } from './stated.ts';
import { line, slug } from '../values/text.ts';

/** How a count was stated: exactly, or as a bound. */
export const OPERATORS = {
	'=': '',
	'>': 'more than ',
	'≥': 'at least ',
	'<': 'fewer than ',
	'≤': 'at most ',
	'≈': 'about ',
};

/** Who made the number. */
export const ORIGINS = {
	foi: 'answers to freedom of information requests',
	official: 'an official report',
	charity: 'a charity',
	survey: 'a survey',
	'journalist-calculation': 'a journalist’s own calculation',
	'archive-calculation': 'this archive’s own arithmetic',
	unstated: 'not stated',
};

/** A count as it was stated. */
export interface Count {
	value: number;
	op: keyof typeof OPERATORS;
}

const count: z.ZodType<Count, number | Count> = z.union([
	z
		.int()
		.min(0)
		.transform((value) => ({ value, op: '=' as const })),
	z.strictObject({
		value: z.int().min(0),
		op: z.enum(Object.keys(OPERATORS) as [keyof typeof OPERATORS]),
	}),
]);

/** A few words, no more than may be quoted. */
const fewWords = line.refine((text) => text.split(/\s+/).length <= 25, {
	error: 'Longer than 25 words: quote fewer',
});

/**
 * A published statistic, as data: what was counted, of how many, of whom, when and in whose words. Whether it adds up
 * is never written here: it is computed (`src/figures/`).
 */
export function figureSchema(vocabulary: Vocabulary) {
	const measure = referenceTo('measure', vocabulary.measures);
	const cell = z
		.record(slug, slug)
		.optional()
		.describe(
			'Values of facets of accounts that the count is of, as far as it is of any: outcome: paid-back',
		);
	return z
		.strictObject({
			label: line.describe('What the figure says, as a phrase: “allegations that led to a charge”'),
			measure: measure
				.optional()
				.describe('What it measures, as archive.yaml lists it: figures of one measure are set side by side'),
			unit: line.describe('What one of the counted things is, plural: “allegations”'),
			numerator: count.optional().describe('How many; left out where only a percentage was printed'),
			facets: cell,
			denominator: count.optional(),
			stated: statedSchema(measure)
				.optional()
				.describe('The number as printed, where it is not the counts: “almost 9%”'),
			wording: fewWords.optional().describe('The words that it was published in, a few of them'),
			population: line.describe('Of whom or what, and where'),
			place: line.optional().describe('The place, in two or three words, the same for all figures of it'),
			roles: line.optional().describe('Who could be counted, the same words for all figures of them'),
			inclusion: line.optional().describe('What was counted in or left out, where the source says so'),
			coverage: z
				.strictObject({ count, of: count.optional(), unit: line })
				.optional()
				.describe('How many bodies the count is from, and of how many'),
			organisations: z.array(referenceTo('organisation', vocabulary.organisations)).default([]),
			period: z.strictObject({
				from: edtfDate.nullable(),
				to: edtfDate.nullable(),
				asStated: line,
				years: z
					.number()
					.positive()
					.optional()
					.describe('The length that the words give: “past three years”'),
			}),
			breakdown: z
				.strictObject({
					parts: z
						.array(
							z.strictObject({
								label: line,
								count,
								unit: line.optional().describe('Where it is not that of the whole'),
								facets: cell,
								pending: z.boolean().default(false).describe('Whether the outcome of these was still open'),
							}),
						)
						.min(1),
					exclusive: z.union([z.boolean(), z.literal('unknown')]),
					exhaustive: z.union([z.boolean(), z.literal('unknown')]),
				})
				.optional(),
			relations: z.array(relationSchema).default([]).describe('How it hangs together with other figures'),
			bridge: line.optional().describe('Why counts of unlike units may stand together here'),
			comparability: line.optional().describe('Why it may be compared with figures that differ from it'),
			origin: z.enum(Object.keys(ORIGINS) as [keyof typeof ORIGINS]),
			record: recordReference.describe('The record that carries the figure'),
			paragraph: paragraphNumber.describe('The paragraph of that record'),
			note: line.optional(),
		})
		.superRefine((figure, context) => {
			if (figure.numerator === undefined && figure.stated === undefined)
				context.addIssue({
					code: 'custom',
					path: ['numerator'],
					message: 'There is neither a count nor a number as printed: write numerator, stated or both',
				});
			if (figure.breakdown?.parts.length === 1 && figure.breakdown.exhaustive !== false)
				context.addIssue({
					code: 'custom',
					path: ['breakdown', 'parts'],
					message: 'A single part cannot be the whole: write exhaustive: false, or the other parts',
				});
			if (figure.breakdown && figure.numerator === undefined)
				context.addIssue({
					code: 'custom',
					path: ['breakdown'],
					message: 'Parts need a whole: write numerator',
				});
		});
}

export type Figure = z.infer<ReturnType<typeof figureSchema>>;
export type Breakdown = NonNullable<Figure['breakdown']>;
