import { z } from 'zod';
import type { Vocabulary } from './config.ts';
import { day } from '../values/date.ts';
import { checkHistory, recordFields, unique } from './record.ts';

/** What kind of evidence a news report brings. */
export const EVIDENCE_KINDS = {
	'foi-statistics': 'Figures obtained under freedom of information',
	'official-statistics': 'Official statistics',
	'official-report': 'Account of an official report',
	interview: 'Interview or first-person account',
	court: 'Court or hearing report',
	submission: 'Account of a submission or campaign',
	opinion: 'Opinion',
	research: 'Research',
	debate: 'Debate or evidence in Parliament',
	law: 'Law',
} as const;

/** Who speaks in a report. Those of the press are called by the archive's own word for reports. */
export const VOICES = {
	press: null,
	research: 'Research',
	statement: 'Statement',
	parliament: 'Parliament',
	law: 'Law',
	official: 'Official figures',
} as const;

/**
 * The record of a published report: not the report itself, but what it says, of whom, on what evidence.
 * The publisher, date and byline are those of its first source.
 */
export function reportSchema(vocabulary: Vocabulary) {
	return z
		.strictObject({
			...recordFields(vocabulary, 'reports', day),
			voice: z
				.enum(Object.keys(VOICES) as [keyof typeof VOICES])
				.default('press')
				.describe(
					'Who speaks: the press, researchers, an organisation for itself, Parliament, a law or court, a body that publishes figures',
				),
			evidence: unique(
				z.array(z.enum(Object.keys(EVIDENCE_KINDS) as [keyof typeof EVIDENCE_KINDS])).min(1),
			).describe('What the report rests on'),
		})
		.superRefine(checkHistory);
}

export type Report = z.infer<ReturnType<typeof reportSchema>>;
