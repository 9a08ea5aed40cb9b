import { z } from 'zod';
import { month } from '../values/date.ts';
import { line, slug } from '../values/text.ts';

const whole = (least: number, fallback: number) => z.int().min(least).default(fallback);

/**
 * The `disclosure:` section of `archive.yaml`: how hard it must be to tell who gave an account to the archive. Every
 * default is the safe one; an archive that goes below says so in its own file.
 */
export const disclosureSettings = z
	.strictObject({
		k: whole(1, 5).describe(
			'Least number of given accounts that look alike in everything identifying (AN-1)',
		),
		l: whole(1, 2).describe(
			'Least number of different sensitive values among accounts that look alike (AN-2)',
		),
		rarePair: whole(1, 3).describe(
			'Least number of given accounts that any one, two or three filters together leave over (AN-3)',
		),
		smallCount: whole(1, 10).describe(
			'Counts of given accounts below this are shown as “fewer than …” (AN-4)',
		),
		roundTo: whole(1, 5).describe('Other counts of given accounts are rounded to a multiple of this (AN-4)'),
		batch: whole(1, 5).describe('Least number of given accounts that a release adds or changes (AN-5)'),
		populationBound: whole(0, 10).describe(
			'Where a published figure counts fewer than this, no account may fall into it by name (AN-7)',
		),
		verbatimWords: whole(1, 25).describe(
			'Longest quotation, in words, without consent to the exact words (AN-9)',
		),
		organisations: z
			.boolean()
			.default(true)
			.describe('Whether the organisations that an account is about can help to identify the person'),
		quasiIdentifiers: z
			.array(slug)
			.default([])
			.describe('Further facets that can help to identify a person, besides those marked as identifying'),
		sensitive: z
			.array(slug)
			.default([])
			.describe('Facets that must not be given away for all accounts that look alike'),
		weights: z
			.record(slug, z.number().positive())
			.default({})
			.describe(
				'What it costs to give up a facet, “organisations” or “themes”: the cheapest way out is advised',
			),
		uniqueWords: z
			.array(line)
			.default([])
			.describe(
				'Words for people and things of which there are few, besides those known to the software (AN-10)',
			),
	})
	// Zod does not fill in the fields of a section that is left out unless it is read once more.
	.prefault({});

/**
 * What a release says of the accounts given to the archive, for the next one to be compared with: identifiers and
 * versions, nothing else. A digest of a text would confirm a guess at it, also after it was withdrawn; releases of
 * earlier versions of the software have one, and are read too.
 */
export const releaseManifest = z.strictObject({
	month: month.describe('Month of the release; nothing finer'),
	given: z
		.record(z.string(), z.union([z.int().min(1), z.string()]))
		.describe('Version of each given account that it published'),
});

/** What the last release published of given accounts: for each the digest that its file has if it is unchanged. */
export interface ReleaseManifest {
	month: string;
	given: Readonly<Record<string, string>>;
}
