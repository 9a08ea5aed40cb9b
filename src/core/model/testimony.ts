import { z } from 'zod';
import type { Vocabulary } from './config.ts';
import { month } from '../values/date.ts';
import { paragraphNumber, recordReference } from '../values/reference.ts';
import { checkHistory, recordFields, unique } from './record.ts';
import { isSameRole, repeatedRole, roleKey } from '../values/role.ts';
import { line, slug } from '../values/text.ts';

/** How much of a given account may be published. */
export const CONSENT_SCOPES = {
	full: 'The whole account',
	quotation: 'Quotations only',
	statistics: 'Counting only',
} as const;

/** A de-identified account. Nothing in it is dated more finely than by month. */
export function testimonySchema(vocabulary: Vocabulary) {
	const common = recordFields(vocabulary, 'testimonies', month);
	const pseudonyms = unique(z.array(line))
		.default([])
		.describe('Names the publisher gave, always shown as “name changed by the publisher”');
	return z
		.discriminatedUnion('origin', [
			z.strictObject({
				...common,
				origin: z.literal('published').describe('Already published and de-identified by someone else'),
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
				consent: z
					.strictObject({
						scope: z.enum(Object.keys(CONSENT_SCOPES) as [keyof typeof CONSENT_SCOPES]),
						month,
						verbatim: z
							.boolean()
							.default(false)
							.describe('Whether the person’s exact words may stand in it at length'),
						paragraphs: unique(z.array(paragraphNumber).min(1))
							.optional()
							.describe('For quotations only: the numbers of the paragraphs that may be quoted'),
						withdrawn: z.boolean().default(false),
					})
					.refine((consent) => (consent.scope === 'quotation') === (consent.paragraphs !== undefined), {
						error: 'With scope quotation, and only then, list the paragraphs that may be quoted',
						path: ['paragraphs'],
					}),
				writer: slug
					.optional()
					.describe('Code of the role of whoever wrote this text, never a name; another role must review it'),
				review: z
					.array(
						z.strictObject({
							role: slug.describe('Code of the reviewer’s role, never a name'),
							month,
							intruderTest: z.boolean().describe('Whether the motivated-intruder test was done'),
							digest: z
								.string()
								.regex(/^[0-9a-f]{64}$/, { error: 'Not what “review --sign” writes: sign again with it' })
								.optional()
								.describe('SHA-256 of what was reviewed; “npm run archive -- review … --sign” writes it'),
						}),
					)
					.refine((reviews) => new Set(reviews.map((review) => roleKey(review.role))).size >= 2, {
						error:
							'Two reviewers with different role codes must have signed; digits and hyphens make no other role',
					})
					.refine((reviews) => reviews.some((review) => review.intruderTest), {
						error: 'Nobody has done the motivated-intruder test',
					}),
			}),
		])
		.superRefine(checkHistory)
		.superRefine(checkNoCapture)
		.superRefine(checkReviewers);
}

/** Refuses a review by the role that wrote the account, and two by one role in other spelling. */
function checkReviewers(
	account: { origin: string; writer?: string | undefined; review?: readonly { role: string }[] },
	context: z.core.$RefinementCtx,
) {
	const roles = (account.review ?? []).map(({ role }) => role);
	const refuse = (place: number, message: string) =>
		context.addIssue({ code: 'custom', path: ['review', place, 'role'], message });
	const repeated = repeatedRole(roles);
	if (repeated)
		refuse(
			repeated.place,
			`${repeated.code} is the same role as ${repeated.earlier}: digits and hyphens make no other role`,
		);
	for (const [place, role] of roles.entries())
		if (account.writer !== undefined && isSameRole(role, account.writer))
			refuse(place, `${role} wrote the account (writer) and cannot review it: another role must`);
}

/**
 * Refuses captures of an account's sources: who took them and when, and a hash that confirms a copy, can lead to the
 * person (PV-1).
 */
function checkNoCapture(
	{ sources }: { sources: readonly { capture?: unknown }[] },
	context: z.core.$RefinementCtx,
) {
	for (const [index, { capture }] of sources.entries())
		if (capture !== undefined)
			context.addIssue({
				code: 'custom',
				path: ['sources', index, 'capture'],
				message: 'An account has no captures: time and hash of one can lead to the person. Remove it',
			});
}

export type Testimony = z.infer<ReturnType<typeof testimonySchema>>;
