import { expect, test } from 'vitest';
import { PUBLISHED } from '../hostile/published-fields.ts';
import { publishedFiles, unlisted } from '../support/published.ts';
import { builtSite, SITES, type SiteName } from '../support/sites.ts';

test.each(Object.keys(SITES) as SiteName[])(
	'the site %s has no unlisted file and no unlisted field',
	{ tags: ['TH-6'] },
	(name) => {
		const files = publishedFiles(builtSite(name).out);
		for (const file of ['index.html', 'search/catalogue.json', 'data/v1/records.json'])
			expect(files.map((one) => one.file)).toContain(file);
		expect(unlisted(files, PUBLISHED)).toEqual([]);
	},
);
