import { z } from 'zod';
import { day } from '../values/date.ts';
import { checkRoles } from '../values/role.ts';
import { line, slug } from '../values/text.ts';

/** Why a word that the checks stopped at may stand. Each must be a reason one could give to the person concerned. */
export const WAIVER_REASONS = {
	'disclosed-by-publisher': 'The publisher of the account printed it, and it adds nothing to what is known',
	'no-person': 'It names or points to no person, place or time',
	'title-of-work': 'It belongs to the title of a published work',
	'common-usage': 'An ordinary word that the dictionary lacks',
	'consented-detail': 'The person who gave the account asked for it to stand and was told the risk',
} as const;

/** `waivers.yaml`: exceptions from the closed-world rules, each bound to one place in one record. */
export const waiversSchema = z.strictObject({
	waivers: z
		.array(
			z.strictObject({
				hash: z
					.string()
					.regex(/^[0-9a-f]{64}$/, { error: 'Take it from “npm run archive -- waive”' })
					.describe('SHA-256 over record, word and surroundings'),
				record: z
					.string()
					.regex(/^[0-9a-z]{8}$/)
					.optional()
					.describe('Identifier of the record that it is for, with which it goes'),
				reason: z.enum(Object.keys(WAIVER_REASONS) as [keyof typeof WAIVER_REASONS]),
				note: line.optional().describe('Never the word itself'),
				date: day.optional(),
				reviewers: z
					.array(slug)
					.min(2, { error: 'Two different reviewers must have agreed' })
					.superRefine(checkRoles)
					.describe('Codes of two reviewers’ roles, never names'),
			}),
		)
		.default([]),
});
export type Waiver = z.infer<typeof waiversSchema>['waivers'][number];
