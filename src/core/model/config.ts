import { z } from 'zod';
import { SITE_ADDRESS_ADVICE, siteAddressFault } from '../values/address.ts';
import { coverageSettings } from './coverage.ts';
import { edtfDate } from '../values/date.ts';
import { disclosureSettings } from './disclosure.ts';
import { line, slug, webAddress } from '../values/text.ts';

/** The three collections of records, by the name of their folder. */
export const RECORD_COLLECTIONS = ['testimonies', 'reports', 'findings'] as const;
export type RecordCollection = (typeof RECORD_COLLECTIONS)[number];

const facetValue = z.strictObject({
	id: slug,
	label: line.describe('What readers see'),
	parent: slug.optional().describe('The broader value that this one generalises to'),
	from: edtfDate.optional().describe('For a facet of periods: when the period that this value names begins'),
	to: edtfDate.optional().describe('For a facet of periods: when it ends'),
});

const facet = z
	.strictObject({
		id: slug,
		label: line.describe('What readers see above the values'),
		collections: z.array(z.enum(RECORD_COLLECTIONS)).min(1).describe('Which collections carry this facet'),
		identifying: z
			.boolean()
			.describe('Whether the values can help to identify a person, and so fall under disclosure control'),
		required: z.boolean().default(false).describe('Whether every record of those collections must have it'),
		values: distinct(facetValue).min(2),
	})
	.superRefine((value, context) => {
		for (const [index, { id, parent }] of value.values.entries()) {
			const path = ['values', index, 'parent'];
			if (parent !== undefined && !value.values.some((other) => other.id === parent))
				context.addIssue({
					code: 'custom',
					path,
					message: 'No value of this facet is called that',
				});
			else if (isOwnAncestor(id, value.values))
				context.addIssue({ code: 'custom', path, message: `"${id}" is its own parent, by way of ${parent}` });
		}
	});

/** Whether a value is reached again by following parents. */
function isOwnAncestor(id: string, values: readonly { id: string; parent?: string | undefined }[]): boolean {
	const seen = new Set<string>();
	const parentOf = (child: string) => values.find((value) => value.id === child)?.parent;
	for (let above = parentOf(id); above !== undefined && !seen.has(above); above = parentOf(above)) {
		if (above === id) return true;
		seen.add(above);
	}
	return false;
}

/** A list of things with identifiers, none of which stands twice. */
function distinct<T extends z.ZodType<{ id: string }>>(item: T) {
	return z.array(item).superRefine((list, context) => {
		for (const [index, { id }] of list.entries())
			if (list.findIndex((other) => other.id === id) !== index)
				context.addIssue({ code: 'custom', path: [index, 'id'], message: `"${id}" is declared twice` });
	});
}

const term = z.strictObject({ id: slug, label: line });

/** Names a collection goes by on this archive's pages. */
const collectionWords = z.strictObject({
	speaker: line.describe('Small label that says who is speaking, for example “Press”'),
	one: line.describe('One record, lower case, for example “press report”'),
	many: line.describe('Several records, lower case'),
	title: line.describe('Heading of the list'),
	intro: line.describe('One or two sentences under that heading'),
});

const licence = z.strictObject({ name: line, url: webAddress });

/** `archive.yaml`: what this archive is called, who answers for it, and the words and values it uses. */
export const archiveConfig = z
	.strictObject({
		name: line.describe('Name of the archive'),
		tagline: line.describe('One sentence under the name on the home page'),
		description: line.max(300).describe('For search engines and feeds'),
		notice: line.describe('What the archive is not, shown in the header of each page'),
		publisher: line.describe('Who answers for the archive'),
		contact: line
			.nullable()
			.describe('How to reach the publisher: an address or a page. Null while there is none'),
		language: z.literal('en-GB').describe('Language of the archive’s own words'),
		address: webAddress
			.superRefine((value, context) => {
				const fault = siteAddressFault(value);
				if (fault) context.addIssue(`It ${fault}. ${SITE_ADDRESS_ADVICE}`);
			})
			.nullable()
			.describe(
				'Where the archive is published, with a closing slash; null for a copy that is only built locally',
			),
		indexing: z
			.enum(['allow', 'refuse'])
			.default('allow')
			.describe(
				'Whether search engines may list the archive. Testimonies they may never list, whatever stands here',
			),
		leave: z
			.strictObject({
				label: line.describe('Words on the button that leaves the site at once'),
				url: webAddress.describe('Harmless page that it goes to, which must show nothing personal'),
			})
			.default({ label: 'Leave this site', url: 'https://www.bbc.co.uk/weather' }),
		statement: line
			.optional()
			.describe('What each statement of provenance says at its end, for example what it is made to assist'),
		licence: licence.describe('Licence of the content, not of the software'),
		search: z.strictObject({ examples: z.array(line).min(1).describe('Searches offered on the home page') }),
		words: z.strictObject({
			testimonies: collectionWords,
			reports: collectionWords,
			findings: collectionWords,
			archive: line.describe('Speaker label of the archive’s own text'),
			theme: line.describe('What a theme is called, lower case'),
			themes: line.describe('The same, plural'),
			complaint: line.describe('What a complaint is called, lower case'),
		}),
		organisationKinds: distinct(
			z.strictObject({
				id: slug,
				label: line.describe('Plural, for lists'),
				filter: z
					.boolean()
					.default(false)
					.describe('Whether search offers organisations of this kind as a filter'),
			}),
		).min(1),
		facets: distinct(facet),
		measures: distinct(term)
			.default([])
			.describe('What figures measure: those of one measure are set side by side'),
		contentNotes: distinct(term).describe('Notes that warn of hard reading'),
		coverage: coverageSettings
			.optional()
			.describe('Where the archive looks, so that “none” can be told from “not looked for”'),
		disclosure: disclosureSettings.describe('How given accounts are kept from pointing to a person'),
	})
	.superRefine(({ coverage, disclosure, facets, organisationKinds }, context) => {
		for (const [index, id] of coverage?.organisationKinds.entries() ?? [])
			if (!organisationKinds.some((kind) => kind.id === id))
				context.addIssue({
					code: 'custom',
					path: ['coverage', 'organisationKinds', index],
					message: 'No kind of organisations is called that',
				});
		for (const list of ['quasiIdentifiers', 'sensitive'] as const)
			for (const [index, id] of disclosure[list].entries())
				if (!facets.some((facet) => facet.id === id && facet.collections.includes('testimonies')))
					context.addIssue({
						code: 'custom',
						path: ['disclosure', list, index],
						message: 'No facet of testimonies is called that',
					});
	});

export type ArchiveConfig = z.infer<typeof archiveConfig>;
export type Facet = ArchiveConfig['facets'][number];

/**
 * What the other schemas need to know before a file can be judged: the values declared in `archive.yaml`, and
 * which themes, organisations and complaints there are (their identifiers are their file names).
 */
export interface Vocabulary {
	facets: readonly Facet[];
	contentNotes: readonly string[];
	organisationKinds: readonly string[];
	measures: readonly string[];
	themes: readonly string[];
	organisations: readonly string[];
	complaints: readonly string[];
}
