import { z } from 'zod';
import { line, slug } from '../values/text.ts';

const figure = slug.describe('Name of the other figure’s file');

/**
 * What one figure says of others, so that the arithmetic can be done. Each kind is a claim that the counts bear out or
 * do not.
 */
export const relationSchema = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('base'), figure }).describe('The denominator is the count of that figure'),
	z.strictObject({ kind: z.literal('within'), figure }).describe('What is counted is part of that figure'),
	z
		.strictObject({ kind: z.literal('per'), figure })
		.describe('There is at least one of these for each of those'),
	z
		.strictObject({ kind: z.literal('overlap'), with: z.array(figure).min(1) })
		.describe('Some of these may be counted in those figures, too'),
	z
		.strictObject({
			kind: z.literal('difference'),
			from: figure,
			less: z
				.array(
					z.strictObject({
						figure,
						part: line.optional().describe('One part of its breakdown'),
						maybe: z
							.boolean()
							.default(false)
							.describe('Whether they may be among the others that are taken away'),
					}),
				)
				.min(1),
		})
		.describe('What is left of one figure when others are taken away'),
	z
		.strictObject({ kind: z.literal('ratio'), of: figure.optional(), to: figure })
		.describe('How one share, this one or another, stands to that one; the printed words go into “stated”'),
	z
		.strictObject({ kind: z.literal('largest'), figure, part: line })
		.describe('It is the largest part of that figure’s breakdown'),
	z
		.strictObject({ kind: z.literal('pending'), figures: z.array(figure).min(1) })
		.describe('Those figures count cases that were still open and are among these'),
	z
		.strictObject({ kind: z.literal('beside'), figure, why: line.optional() })
		.describe('Stands beside that figure, though of another measure: readers take one for the other'),
]);

export type Relation = z.infer<typeof relationSchema>;

/** Names of the figures that a relation is to. */
export function figuresIn(relation: Relation): string[] {
	switch (relation.kind) {
		case 'overlap':
			return relation.with;
		case 'difference':
			return [relation.from, ...relation.less.map((item) => item.figure)];
		case 'ratio':
			return [...(relation.of === undefined ? [] : [relation.of]), relation.to];
		case 'pending':
			return relation.figures;
		default:
			return [relation.figure];
	}
}
