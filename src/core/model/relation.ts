import { z } from 'zod';
import { paragraphNumber, recordReference } from '../values/reference.ts';

/** How one record bears on another, said from the record that names it and from the one that is named. */
export const RELATION_KINDS = {
	'rests-on': { from: 'Rests on', to: 'Is evidence for' },
	follows: { from: 'Follows up', to: 'Followed up by' },
	supports: { from: 'Supports', to: 'Supported by' },
	disputes: { from: 'Disputes', to: 'Disputed by' },
} as const;

export type RelationKind = keyof typeof RELATION_KINDS;

/** Another record: by its identifier alone where the two only belong together, else with what it is to this one. */
export const relatedSchema = z.union([
	recordReference,
	z.strictObject({
		how: z.enum(Object.keys(RELATION_KINDS) as [RelationKind]).describe('What this record does to that one'),
		record: recordReference,
		paragraph: paragraphNumber.optional().describe('Paragraph of that record'),
	}),
]);

export type Related = z.infer<typeof relatedSchema>;

/** The record that an entry names. */
export function relatedId(related: Related): string {
	return typeof related === 'string' ? related : related.record;
}
