import { z } from 'zod';
import { recordReference } from '../values/reference.ts';
import { checkRoles } from '../values/role.ts';
import { line, slug } from '../values/text.ts';

/** On what ground a person may be named at all. Someone accused, with none of these, may not. */
const NAMING_BASES = {
	'office-holder': 'Holds a public office and is named for acting in it',
	spokesperson: 'Spoke for an organisation',
	campaigner: 'Campaigns in public under their own name',
	'guilty-in-open-court': 'Found guilty in open court',
	'public-hearing': 'Found against in a hearing held in public',
	'barred-list': 'Has a published entry in a list of people barred from the work',
	author: 'Wrote or signed what is cited',
	'named-dead': 'Has died and was named with the family’s knowledge',
} as const;

/** On what ground a place may be named. */
const PLACE_BASES = {
	country: 'A country or a union of countries: may stand anywhere',
	institution: 'Part of the name or address of a public body',
	'public-report': 'Named in a published report or finding about an organisation; not for accounts',
	'disclosed-by-publisher': 'The publisher of an account named it; only for the records listed',
} as const;

const keysOf = <T extends Record<string, string>>(labels: T) =>
	z.enum(Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]);

const records = z
	.array(recordReference)
	.default([])
	.describe('The only records that may use it; empty for every report and finding');

/** Two people who agreed that an account given to the archive may use it; the same as for a waiver. */
const reviewers = z
	.array(slug)
	.min(2, { error: 'Two different reviewers must have agreed' })
	.superRefine(checkRoles)
	.describe(
		'Codes of two reviewers’ roles, never names: needed where an account given to the archive may use it',
	);

const reference = z
	.strictObject({
		'DT-5': z.array(line),
		'DT-7': z.array(line),
		'DT-8': z.array(line),
		'DT-9': z.array(line),
		'DT-10': z.array(line),
		'DT-11': z.array(line),
		'DT-17': z.array(line),
	})
	.partial();

/** `register.yaml`: whom and what the texts of an archive may name, and the words of its subject. */
export const registerSchema = z.strictObject({
	people: z
		.array(
			z
				.strictObject({
					name: line,
					aliases: z.array(line).default([]).describe('Other forms in which the texts give the name'),
					basis: keysOf(NAMING_BASES),
					role: line.describe('In what role the person is named'),
					checkedOn: z.iso.date().optional().describe('For the barred list: when the entry was last seen'),
					records,
					reviewers: reviewers.optional(),
				})
				.refine((person) => person.basis !== 'barred-list' || person.checkedOn !== undefined, {
					path: ['checkedOn'],
					error: 'An entry of a barred list needs the day it was last seen',
				}),
		)
		.default([])
		.describe('Every person that a text names'),
	places: z
		.array(
			z
				.strictObject({ name: line, basis: keysOf(PLACE_BASES), records, reviewers: reviewers.optional() })
				.refine((place) => place.basis !== 'disclosed-by-publisher' || place.records.length > 0, {
					path: ['records'],
					error: 'List the records whose publisher named the place',
				}),
		)
		.default([]),
	words: z
		.array(line)
		.default([])
		.describe('Capitalised words, abbreviations and phrases that name no person and no place'),
	plainWords: z
		.array(line)
		.default([])
		.describe('Words in small letters that the dictionary lacks and that identify nobody'),
	accountWords: z
		.array(z.strictObject({ word: line, reviewers }))
		.default([])
		.describe(
			'Names and words that accounts given to the archive may use: words and plainWords do not count for those, since one person alone could put a name there',
		),
	openOrganisations: z
		.array(slug)
		.default([])
		.describe('Organisations that any account may name: naming them singles out nobody'),
	ranks: z.array(line).default([]).describe('Words that stand before a person’s number or name'),
	bareNouns: z
		.array(line)
		.default([])
		.describe(
			'Nouns of the subject that stand without an article where a name could, as “staff said” does; only words of the dictionary that are nobody’s name count',
		),
	posts: z
		.array(line)
		.default([])
		.describe('Posts that few people hold: an account that names one is put before its reviewers'),
	units: z
		.array(line)
		.default([])
		.describe('Teams and branches of which there are few: put before the reviewers in the same way'),
	laws: z
		.array(line)
		.default([])
		.describe('Titles of Acts, orders and rules that texts cite, without the year'),
	referenceWords: reference.default({}).describe('Words that announce a reference, by rule'),
	publicNumbers: z.array(line).default([]).describe('Telephone numbers that belong to no person'),
	publicHosts: z.array(line).default([]).describe('Hosts that belong to no person, and those below them'),
	publicDates: z.array(z.iso.date()).default([]).describe('Days of public events that texts may name'),
	events: z
		.array(line)
		.default([])
		.describe('Named events near which an account could be dated: attacks, storms, trials …'),
});

export type Register = z.infer<typeof registerSchema>;

/** The register of an archive that has no `register.yaml`. */
export const EMPTY_REGISTER: Register = registerSchema.parse({});
