import { z } from 'zod';
import type { Vocabulary } from './config.ts';
import { referenceTo } from './reference.ts';
import { unique } from './record.ts';
import { line, summary } from './text.ts';

/** A theme: what it covers, the words people search it by, and (in the body) what the archive holds on it. */
export function themeSchema(vocabulary: Vocabulary) {
	return z.strictObject({
		label: line,
		scope: summary.describe('Scope note: what belongs under this theme'),
		answer: summary.optional().describe('What the archive holds on it, in one sentence'),
		synonyms: unique(z.array(line).min(1)).describe('What people also search for; finds the theme’s records'),
		related: unique(z.array(referenceTo('theme', vocabulary.themes))).default([]),
		concerns: z
			.array(z.int().min(1))
			.default([])
			.describe('Numbers of the complaint’s concerns that this theme answers to'),
	});
}

export type Theme = z.infer<ReturnType<typeof themeSchema>>;
