import type { PublishedKind } from '../support/published.ts';

/** A released version of a record as it is hashed. */
const path = /^r\/[0-9a-z]{8}\/v\d+\.txt$/;

/** Fields of the canonical text of any record. */
const ANY = [
	...['record', 'collection', 'version', 'title', 'title supplied by the archive', 'summary', 'complaint'],
	...['theme', 'organisation', 'facet *', 'status', 'content note', 'related', 'change *'],
];

/** Fields of a source; none of an account given to the archive has one. */
const SOURCE = [
	...[
		'title',
		'title supplied by the archive',
		'publisher',
		'reproduces',
		'author',
		'number',
		'volume',
		'issue',
		'pages',
		'doi',
		'published',
	],
	...['address', 'archived address', 'accessed', 'kind', 'degree', 'verified', 'pinpoint', 'note'],
].map((field) => `source * ${field}`);

/** Fields of an account: what its page shows, and the salt. */
export const CANONICAL_ACCOUNT: PublishedKind = {
	path,
	fields: [...ANY, 'salt', 'origin', 'pseudonym', 'source record', ...SOURCE],
};

/** Fields of any canonical text. */
export const CANONICAL: PublishedKind = {
	path,
	fields: [
		...(CANONICAL_ACCOUNT.fields ?? []),
		...['voice', 'evidence', 'kind', 'issued by', 'issued', 'number', 'addressed to', 'due', 'due by'],
		...['concern', 'answers', 'standing', 'standing note'],
	],
};
