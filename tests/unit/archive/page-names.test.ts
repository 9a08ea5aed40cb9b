import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CAPTURES_FOLDER, FOLDERS, RELEASES_FOLDER } from '../../../src/archive/read/files.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { DATA_PAGE } from '../../../src/exports/paths.ts';
import { pagePath, recordPath, TAKEN_NAMES } from '../../../src/core/values/address.ts';
import { RECORD_COLLECTIONS } from '../../../src/core/model/config.ts';
import { IMAGE_FOLDER } from '../../../src/core/model/image.ts';
import { INDEX_FOLDER } from '../../../src/search/engine/catalogue.ts';
import { minimalArchive, writeArchive } from '../../support/archive.ts';
import { ROOT } from '../../support/sites.ts';

const PAGE = minimalArchive()['pages/about.mdx'] ?? '';
/** First parts of paths: of the site's routes, and of what is written beside them. */
const top = (site: string) => site.split('/').filter(Boolean)[0] ?? '';
const routes = readdirSync(path.join(ROOT, 'src/site/routes'))
	.filter((name) => !name.startsWith('['))
	.map((name) => name.replace(/\.\w+$/, ''));
const beside = [DATA_PAGE, INDEX_FOLDER, IMAGE_FOLDER, CAPTURES_FOLDER, RELEASES_FOLDER, recordPath('x')].map(
	top,
);

test('every name at the top of a site is taken', () => {
	const folders = Object.keys(FOLDERS).filter((name) => name !== 'pages');
	// A name with a full stop in it cannot be a page's.
	const names = [...routes, ...beside, ...folders, ...RECORD_COLLECTIONS].filter(
		(name) => !name.includes('.'),
	);
	expect(names.filter((name) => !TAKEN_NAMES.has(name))).toEqual([]);
	expect(routes.length).toBeGreaterThan(9);
	expect(['home', 'about', 'safety'].map((id) => TAKEN_NAMES.has(top(pagePath(id))))).toEqual([
		false,
		false,
		false,
	]);
});

test.each([...TAKEN_NAMES])('a page cannot be called %s', async (name) => {
	using folder = writeArchive({ [`pages/${name}.mdx`]: PAGE });
	const { archive, problems } = await readArchive(folder.path);
	expect(archive).toBeNull();
	expect(problems.map(({ file, rule }) => [file, rule])).toEqual([[`pages/${name}.mdx`, 'taken-name']]);
});
