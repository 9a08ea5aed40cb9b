import { z } from 'zod';
import type { Vocabulary } from './config.ts';
import { referenceTo } from '../values/reference.ts';
import { line, summary, webAddress } from '../values/text.ts';

/** An organisation that appears in records: a body complained about, a regulator, a publisher … */
export function organisationSchema(vocabulary: Vocabulary) {
	return z.strictObject({
		name: line,
		shortName: line.optional().describe('Usual short form or initials'),
		kind: referenceTo('organisation kind', vocabulary.organisationKinds),
		description: summary.optional(),
		url: webAddress.nullable().default(null),
		within: referenceTo('organisation', vocabulary.organisations)
			.optional()
			.describe(
				'The broader organisation or area that stands for this one where naming it would say too much',
			),
		aliases: z.array(line).default([]).describe('Other names that people search for'),
	});
}

export type Organisation = z.infer<ReturnType<typeof organisationSchema>>;
