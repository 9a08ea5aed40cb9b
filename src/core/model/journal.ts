import { z } from 'zod';

/** A number as people write it in YAML, where a bare one is no text. */
const printed = (pattern: RegExp, error: string) =>
	z.union([z.string(), z.int().transform(String)]).refine((text) => pattern.test(text), { error });

/** Where in its journal an article stands. What is not known is left out; the journal itself is the publisher. */
export const journalSchema = z
	.strictObject({
		volume: printed(/^[\dA-Za-z][\dA-Za-z.–-]{0,11}$/, 'Not a volume: write its number alone, as in 27')
			.optional()
			.describe('Number of the volume'),
		issue: printed(/^[\dA-Za-z][\dA-Za-z.–-]{0,11}$/, 'Not an issue: write its number alone, as in 4')
			.optional()
			.describe('Number of the issue within the volume'),
		pages: printed(
			/^[A-Za-z]?\d+(?:[–-][A-Za-z]?\d+)?$/,
			'Not pages: write the first and the last with a dash, as in 406–423, or the number of the article',
		)
			.optional()
			.describe('First and last page, or number of the article'),
		doi: z
			.string()
			.regex(/^10\.\d{4,9}\/[\w.()/:;<>-]+$/, {
				error: 'Not a DOI: write it without “https://doi.org/”, as in 10.1000/182',
			})
			.optional()
			.describe('Digital Object Identifier, without https://doi.org/'),
	})
	.refine((journal) => Object.keys(journal).length > 0, { error: 'Says nothing: leave it out' });

export type Journal = z.infer<typeof journalSchema>;

/** The article in few words: `27(4), pages 406–423`. Empty if only its DOI is known. */
export function placeInJournal({ volume = '', issue, pages }: Journal): string {
	const number = volume + (issue === undefined ? '' : volume ? `(${issue})` : `issue ${issue}`);
	const where = pages === undefined ? '' : /[–-]/.test(pages) ? `pages ${pages}` : `page ${pages}`;
	return [number, where].filter(Boolean).join(', ');
}

/** Address at which a DOI is resolved. */
export function doiAddress(doi: string): string {
	return `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
}
