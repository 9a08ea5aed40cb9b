import { z } from 'zod';
import type { Vocabulary } from './config.ts';
import { day } from '../values/date.ts';
import { referenceTo } from '../values/reference.ts';
import { unique } from './record.ts';
import { line, summary } from '../values/text.ts';

/** The parts of a theme’s text, by the headings that they stand under, in the order in which they stand. */
export const THEME_PARTS = {
	told: 'What people told',
	counted: 'How many and who',
	reported: 'What was reported',
	found: 'What was found officially',
	recommended: 'What was recommended, and what was answered',
	disagree: 'Where figures disagree',
	unknown: 'What is not known',
} as const;

export type ThemePart = keyof typeof THEME_PARTS;

/** A theme: what it covers, the words people search it by, and (in the body) what the archive holds on it. */
export function themeSchema(vocabulary: Vocabulary) {
	return z.strictObject({
		label: line,
		scope: summary.describe('Scope note: what belongs under this theme'),
		answer: summary.describe('What the archive holds on it, in one sentence'),
		synonyms: unique(z.array(line).min(1)).describe('What people also search for; finds the theme’s records'),
		related: unique(z.array(referenceTo('theme', vocabulary.themes))).default([]),
		concerns: z
			.array(z.int().min(1))
			.default([])
			.describe('Numbers of the complaint’s concerns that this theme answers to'),
		measures: unique(z.array(referenceTo('measure', vocabulary.measures)))
			.optional()
			.describe(
				'What its figures measure: figures on other things, which its records carry too, are not shown; all are, if left out',
			),
		changes: z
			.array(z.strictObject({ date: day, note: line }))
			.min(1)
			.superRefine(checkDates)
			.describe('What changed in its text and when, the first first'),
	});
}

/** Refuses changes that do not follow each other in time. */
function checkDates(changes: readonly { date: string }[], context: z.core.$RefinementCtx) {
	for (const [index, { date }] of changes.entries())
		if ((changes[index - 1]?.date ?? '') > date)
			context.addIssue({
				code: 'custom',
				path: [index, 'date'],
				message: 'Is earlier than the change before it',
			});
}

export type Theme = z.infer<ReturnType<typeof themeSchema>>;
