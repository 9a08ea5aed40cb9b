import { z } from 'zod';
import { captureSchema } from './capture.ts';
import type { Vocabulary } from './config.ts';
import { day, edtfDate } from '../values/date.ts';
import { journalSchema } from './journal.ts';
import { referenceTo } from '../values/reference.ts';
import { line, webAddress } from '../values/text.ts';

/** What kind of document a source is. */
export const SOURCE_KINDS = {
	'news-article': 'News article',
	'news-repost': 'Repost of a news article',
	'official-report': 'Official report',
	'official-page': 'Official web page',
	'official-letter': 'Official letter or response',
	legislation: 'Legislation',
	'press-release': 'Press release',
	'journal-article': 'Journal article',
	research: 'Research',
	newsletter: 'Newsletter or interview',
	'web-page': 'Web page',
	statement: 'Statement given to this archive',
} as const;

/** How far the source stands from the events, in the sense of hearsay. */
export const DEGREES = {
	'first-hand': 'First hand: the source speaks of what it did, found or experienced',
	reported: 'Reported: the source tells what others said or found',
	copy: 'Copy: the source repeats another publisher’s text',
} as const;

/** Where the facts taken from a source were actually read. */
export const VERIFICATIONS = {
	'in-source': 'Read in the source itself',
	'in-other-report': 'Read in another publisher’s report of it',
	'in-copy': 'Read only in a copy; the original was not located',
	'not-seen': 'Not seen',
} as const;

const keysOf = <T extends Record<string, string>>(labels: T) =>
	z.enum(Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]);

/** Where a fact comes from. What is not known is written as null, never guessed. */
export function sourceSchema(vocabulary: Vocabulary) {
	const source = z.strictObject({
		title: line.describe('Headline or title as published; or the archive’s own, with titleSupplied'),
		titleSupplied: z
			.boolean()
			.default(false)
			.describe('True where the archive made the title up; it is then cited in square brackets'),
		publisher: referenceTo('organisation', vocabulary.organisations)
			.nullable()
			.describe('Organisation that published it, a newspaper or journal among them; null if not known'),
		reproduces: referenceTo('organisation', vocabulary.organisations)
			.optional()
			.describe('For a copy: whose text it repeats, as far as that is known'),
		authors: z.array(line).default([]).describe('Named authors as printed; empty if none are known'),
		number: line
			.optional()
			.describe('Number in a series, if it has one: “Cm 9999”, “HC 2021–22, 140”, “HC Deb vol 699”'),
		journal: journalSchema.optional().describe('For a journal article: where in the journal it stands'),
		published: edtfDate
			.nullable()
			.describe('Date of publication, as exactly as it is known; null if unknown'),
		url: webAddress.nullable(),
		archived: z
			.array(z.strictObject({ url: webAddress, date: day.describe('Day on which that copy was made') }))
			.default([])
			.describe('Copies that web archives keep of it, the best first'),
		accessed: day.nullable().default(null).describe('Day on which it was last read'),
		kind: keysOf(SOURCE_KINDS),
		degree: keysOf(DEGREES),
		verified: keysOf(VERIFICATIONS),
		pinpoint: line.optional().describe('Where in the source: page, paragraph, section'),
		note: line.optional().describe('What is uncertain, what was inferred and from what'),
		capture: captureSchema
			.optional()
			.describe('A file of it that this archive keeps; “npm run archive -- capture” writes this'),
	});
	return source.refine(({ kind, journal }) => kind === 'journal-article' || journal === undefined, {
		path: ['journal'],
		error: 'Only a journal article stands in a journal: set kind to journal-article, or take this out',
	});
}

export type Source = z.infer<ReturnType<typeof sourceSchema>>;
