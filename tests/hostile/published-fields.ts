import type { PublishedKind } from '../support/published.ts';
import { CANONICAL } from './canonical-fields.ts';
import { CITED, VERSIONS } from './cited-fields.ts';
import { DATA } from './data-fields.ts';

/**
 * Every kind of file that a built site may have, and for data every field (threat TH-6). A new file or a new
 * field is refused until it is written here, by someone who has asked what it gives away of an account.
 */
export const PUBLISHED: readonly PublishedKind[] = [
	// No data: pages, styles, scripts, and texts for machines that other tests look at.
	{ path: /\.html$/ },
	{ path: /^_astro\/[\w.-]+\.(?:css|js)$/ },
	{ path: /^(?:favicon\.svg|robots\.txt|_headers|SHA256SUMS(?:\.minisig)?)$/ },
	{
		path: /^(?:search\/whole\.pf_index!\/)?pagefind\/(?:pagefind\.js|wasm\.en\.pagefind|index\/\w+\.pf_index|pagefind\.\w+\.pf_meta)$/,
	},

	// Pictures, called by what is in them.
	{ path: /^images\/[0-9a-f]{16}\.webp$/ },
	// Briefs of themes and complaints, whose words are looked at before they are set.
	{ path: /^(?:themes|complaints)\/[a-z0-9-]+\/brief\.pdf$/ },
	// Captures of sources, called by their hash; accounts have none.
	{ path: /^captures\/[0-9a-f]{64}\.(?:pdf|txt|warc|warc\.gz|wacz)$/ },
	...CITED,
	...DATA,

	// What a release leaves. Of accounts: identifiers, versions, months, and sums that nothing confirms without the salt.
	CANONICAL,
	{ path: /^releases\/\d{4,}\/SHA256SUMS(?:\.minisig)?$/ },
	{ path: /^releases\/since\.txt$/ },
	{ path: /^keys\/(?:archive|revoked)\.pub$/ },
	{
		path: /^releases\/log\.jsonl$/,
		fields: ['month', 'previous', 'records', 'release', 'sums'].map((field) => `[].${field}`),
	},

	{
		path: /^sitemap-index\.xml$/,
		fields: ['sitemapindex', 'sitemapindex@xmlns', 'sitemap', 'loc', 'lastmod'],
	},
	{
		path: /^sitemap-\d+\.xml$/,
		fields: [
			'urlset',
			'urlset@xmlns',
			'urlset@xmlns:news',
			'urlset@xmlns:xhtml',
			'urlset@xmlns:image',
			'urlset@xmlns:video',
			'url',
			'loc',
			// A day of a report or a finding; of an account there is no entry.
			'lastmod',
		],
	},
	{
		// No account is ever in it.
		path: /^(?:changes|themes\/[0-9a-z-]+)\/feed\.xml$/,
		fields: [
			...[
				'feed',
				'feed@xmlns',
				'feed@xmlns:at',
				'feed@xml:lang',
				'id',
				'title',
				'updated',
				'author',
				'name',
				'rights',
			],
			...[
				'link',
				'link@rel',
				'link@type',
				'link@href',
				'entry',
				'category',
				'category@term',
				'category@label',
			],
			...['summary', 'summary@type'],
			...['at:deleted-entry', 'at:deleted-entry@ref', 'at:deleted-entry@when'],
		],
	},
	VERSIONS,
	{ path: /^search\/loading\.json$/, fields: ['bytes', 'always'] },
	{
		path: /^(?:search\/whole\.pf_index!\/)?search\/catalogue\.json$/,
		fields: [
			...['key', 'label', 'several', 'never'].map((field) => `groups[].${field}`),
			...['id', 'label', 'parent', 'path', 'speaker', 'also[]', 'never'].map(
				(field) => `groups[].values[].${field}`,
			),
			'dates[][]',
			'facts[]',
			'publishers[].label',
			'publishers[].also[]',
			'names[].label',
			'names[].words[]',
			'names[].records[]',
			'records[][]',
			'records[][][]',
			'pages[][]',
			'counting.smallCount',
			'counting.roundTo',
			'counting.anyGiven',
			'given[]',
		],
	},
	{
		path: /^(?:search\/whole\.pf_index!\/)?search\/keys\.json$/,
		fields: ['records[]', 'pages[]'],
	},
	{ path: /^(?:search\/whole\.pf_index!\/)?search\/words\.json$/, fields: ['[]'] },
	{
		path: /^(?:search\/whole\.pf_index!\/)?pagefind\/fragment\/\w+\.pf_fragment$/,
		fields: [
			'url',
			'content',
			'word_count',
			'meta.title',
			'meta.summary',
			// The first picture of a page; no account has one.
			'meta.image',
			'meta.image_alt',
			...['element', 'id', 'text', 'title', 'location'].map((field) => `anchors[].${field}`),
		],
	},
	{
		path: /^(?:search\/whole\.pf_index!\/)?pagefind\/pagefind-entry\.json$/,
		fields: [
			'version',
			'include_characters[]',
			...['hash', 'wasm', 'page_count'].map((field) => `languages.*.${field}`),
		],
	},
];
