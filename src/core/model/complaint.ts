import { z } from 'zod';
import type { Vocabulary } from './config.ts';
import { edtfDate } from '../values/date.ts';
import { recordReference, referenceTo } from '../values/reference.ts';
import { sourceSchema } from './source.ts';
import { line, summary } from '../values/text.ts';

/** A super-complaint: who made it, to whom, about what, and what happened when. */
export function complaintSchema(vocabulary: Vocabulary) {
	const organisation = referenceTo('organisation', vocabulary.organisations);
	return z
		.strictObject({
			title: line,
			summary,
			submittedBy: z.array(organisation).min(1),
			submittedTo: z.array(organisation).min(1),
			investigatedBy: z.array(organisation).default([]),
			submitted: edtfDate,
			reported: edtfDate.nullable().default(null).describe('When the official answer was published'),
			jurisdiction: line,
			legalBasis: z.array(z.strictObject({ label: line, source: z.int().min(1) })).default([]),
			standing: line.describe('Where it stands now, in one sentence'),
			concerns: z.array(z.strictObject({ number: z.int().min(1), text: line })).min(1),
			timeline: z
				.array(
					z.strictObject({
						date: edtfDate,
						event: line,
						source: z.int().min(1).describe('Number of the source in the list below'),
						record: recordReference.optional().describe('Record that tells more'),
					}),
				)
				.min(1),
			sources: z.array(sourceSchema(vocabulary)).min(1),
		})
		.superRefine((complaint, context) => {
			for (const key of ['timeline', 'legalBasis'] as const)
				for (const [index, entry] of complaint[key].entries())
					if (entry.source > complaint.sources.length)
						context.addIssue({
							code: 'custom',
							path: [key, index, 'source'],
							message: `There is no source ${entry.source}: the list has ${complaint.sources.length}`,
						});
		});
}

export type Complaint = z.infer<ReturnType<typeof complaintSchema>>;
