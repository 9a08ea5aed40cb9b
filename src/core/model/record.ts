import { z } from 'zod';
import type { RecordCollection, Vocabulary } from './config.ts';
import { compareNumbers } from '../values/paragraph.ts';
import { paragraphNumber, referenceTo } from '../values/reference.ts';
import { relatedId, relatedSchema } from './relation.ts';
import { sourceSchema } from './source.ts';
import { line, summary } from '../values/text.ts';

/** What happened to a record in a version. */
export const CHANGE_KINDS = {
	published: 'First published',
	correction: 'Correction',
	update: 'Update',
	redaction: 'Redaction',
	withdrawal: 'Withdrawal',
} as const;

export const STATUSES = {
	published: 'Published',
	corrected: 'Corrected',
	withdrawn: 'Withdrawn',
} as const;

/**
 * The fields common to testimonies, reports and findings.
 *
 * @param vocabulary values declared in `archive.yaml` and the names of the other files
 * @param collection which collection the schema is for: it decides the facets
 * @param changeDate schema of the date of a change: a month for testimonies, a day for the rest
 */
export function recordFields<D extends z.ZodType<string>>(
	vocabulary: Vocabulary,
	collection: RecordCollection,
	changeDate: D,
) {
	return {
		title: line.max(160).describe('Says the fact; the archive’s own words unless it is a quoted headline'),
		titleSupplied: z
			.boolean()
			.default(true)
			.describe('True where the archive made the title up; false where it is the source’s own'),
		summary,
		complaint: referenceTo('complaint', vocabulary.complaints),
		themes: unique(z.array(referenceTo('theme', vocabulary.themes)).min(1).max(4)).describe(
			'One to four themes, the most important first',
		),
		organisations: unique(z.array(referenceTo('organisation', vocabulary.organisations))).describe(
			'Organisations that the record is about',
		),
		facets: facetsSchema(vocabulary, collection),
		status: z.enum(Object.keys(STATUSES) as [keyof typeof STATUSES]).default('published'),
		version: z.int().min(1),
		changes: z
			.array(
				z.strictObject({
					version: z.int().min(1),
					date: changeDate,
					kind: z.enum(Object.keys(CHANGE_KINDS) as [keyof typeof CHANGE_KINDS]),
					note: line,
				}),
			)
			.min(1)
			.describe('What changed in each version, the first first'),
		paragraphs: z
			.array(paragraphNumber)
			.min(1)
			.superRefine(checkOrder)
			.optional()
			.describe('Numbers of the paragraphs, in order; “release” writes them'),
		contentNotes: unique(z.array(referenceTo('content note', vocabulary.contentNotes))).default([]),
		related: unique(z.array(relatedSchema), relatedId)
			.default([])
			.describe(
				'Records that belong with this one, or that it rests on, follows, supports or disputes; shown on both',
			),
		sources: z
			.array(sourceSchema(vocabulary))
			.min(1, { error: 'A record needs at least one source' })
			.describe('The first source is the one that the record is of'),
	};
}

/** Refuses a list that names the same thing twice. */
export function unique<T, L extends z.ZodType<readonly T[]>>(
	list: L & z.ZodType<readonly T[]>,
	nameOf: (value: T) => unknown = (value) => value,
) {
	return list.superRefine((entries, context) => {
		const values = entries.map(nameOf);
		for (const [index, value] of values.entries())
			if (values.indexOf(value) !== index)
				context.addIssue({ code: 'custom', path: [index], message: 'Is listed twice' });
	});
}

/** Refuses numbers of paragraphs that do not go up: a number means one paragraph, and a place in the text. */
function checkOrder(numbers: readonly string[], context: z.core.$RefinementCtx) {
	for (const [index, number] of numbers.entries()) {
		const before = numbers[index - 1];
		if (before === undefined || compareNumbers(before, number) < 0) continue;
		const message = `${number} does not come after ${before}`;
		context.addIssue({ code: 'custom', path: [index], message });
	}
}

/** Refuses a version history that has gaps or does not end with the present version. */
export function checkHistory(
	record: { version: number; changes: readonly { version: number; date: string }[] },
	context: z.core.$RefinementCtx,
) {
	for (const [index, change] of record.changes.entries()) {
		if (change.version !== index + 1)
			context.addIssue({
				code: 'custom',
				path: ['changes', index, 'version'],
				message: `Changes go up by one from 1: this should be version ${index + 1}`,
			});
		const before = record.changes[index - 1];
		if (before && before.date > change.date)
			context.addIssue({
				code: 'custom',
				path: ['changes', index, 'date'],
				message: 'Is earlier than the change before it',
			});
	}
	if (record.changes.length !== record.version)
		context.addIssue({
			code: 'custom',
			path: ['version'],
			message: `Is ${record.version}, but ${record.changes.length} change(s) are listed`,
		});
}

/** The facets that `archive.yaml` declares for a collection, each with its values. */
function facetsSchema(vocabulary: Vocabulary, collection: RecordCollection) {
	const shape: Record<string, z.ZodType<string | undefined>> = {};
	let needed = false;
	for (const facet of vocabulary.facets) {
		if (!facet.collections.includes(collection)) continue;
		const values = referenceTo(
			`value of ${facet.id}`,
			facet.values.map((value) => value.id),
		).describe(facet.label);
		shape[facet.id] = facet.required ? values : values.optional();
		needed ||= facet.required;
	}
	const facets = z.strictObject(shape) as unknown as z.ZodType<Record<string, string>>;
	return needed ? facets : facets.default({});
}
