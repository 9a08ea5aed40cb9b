import { z } from 'zod';
import type { Vocabulary } from './config.ts';
import { day, edtfDate } from '../values/date.ts';
import { checkHistory, recordFields, unique } from './record.ts';
import { recordReference, referenceTo } from '../values/reference.ts';
import { line } from '../values/text.ts';

/** What an official record is. */
export const FINDING_KINDS = {
	finding: 'Finding',
	recommendation: 'Recommendation',
	action: 'Action',
	response: 'Response',
} as const;

/** What is known of what became of a recommendation. */
export const STANDINGS = {
	'no-answer-on-record': 'No answer on record here',
	answered: 'Answered; the content of the answer was not seen',
	accepted: 'Accepted',
	'partly-accepted': 'Accepted in part',
	rejected: 'Rejected',
	'done-as-reported': 'Reported as done',
} as const;

/** An official finding, recommendation or action, or an answer to one. */
export function findingSchema(vocabulary: Vocabulary) {
	const organisation = referenceTo('organisation', vocabulary.organisations);
	return z
		.strictObject({
			...recordFields(vocabulary, 'findings', day),
			kind: z.enum(Object.keys(FINDING_KINDS) as [keyof typeof FINDING_KINDS]),
			issuedBy: z.array(organisation).min(1).describe('Who made the finding or gave the answer'),
			issued: edtfDate.nullable().describe('When; null if not known'),
			number: line.optional().describe('Number in the document, for example “Recommendation 1”'),
			addressees: z.array(organisation).default([]).describe('To whom a recommendation is addressed'),
			due: line.optional().describe('By when, in the document’s own terms'),
			dueBy: edtfDate.optional().describe('The same as a date, if it can be told'),
			concerns: z
				.array(z.int().min(1))
				.default([])
				.describe('Numbers of the complaint’s concerns that it answers'),
			answers: unique(z.array(recordReference))
				.default([])
				.describe('For a response: the recommendations, actions or findings that it answers'),
			standing: z
				.strictObject({
					state: z.enum(Object.keys(STANDINGS) as [keyof typeof STANDINGS]),
					note: line.describe('The evidence for that'),
				})
				.optional()
				.describe('For a recommendation or action: what became of it, as far as is on record'),
		})
		.superRefine(checkHistory)
		.superRefine((finding, context) => {
			const asks = finding.kind === 'recommendation' || finding.kind === 'action';
			if (asks && finding.addressees.length === 0)
				context.addIssue({
					code: 'custom',
					path: ['addressees'],
					message: `A ${finding.kind} needs the organisations it is addressed to`,
				});
			if (asks && !finding.standing)
				context.addIssue({
					code: 'custom',
					path: ['standing'],
					message: `A ${finding.kind} needs a standing: write no-answer-on-record if nothing is known`,
				});
			if (!asks && finding.standing)
				context.addIssue({
					code: 'custom',
					path: ['standing'],
					message: `A ${finding.kind} has no standing; only recommendations and actions have`,
				});
			if (finding.kind === 'response' && finding.answers.length === 0)
				context.addIssue({
					code: 'custom',
					path: ['answers'],
					message: 'A response needs the record it answers',
				});
			if (finding.kind !== 'response' && finding.answers.length > 0)
				context.addIssue({
					code: 'custom',
					path: ['answers'],
					message: 'Only a response answers another record',
				});
		});
}

export type Finding = z.infer<ReturnType<typeof findingSchema>>;
