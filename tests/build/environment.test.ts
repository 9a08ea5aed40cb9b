import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/archive.ts';
import { digests } from '../support/digests.ts';
import { copyProject } from '../support/project.ts';
import { archive } from '../support/run.ts';
import { builtSite } from '../support/sites.ts';

const EVIL = 'https://evil.example/';

/** What Astro, Vite, Node, Pagefind and others take settings from. */
const VARIABLES = {
	NODE_ENV: 'development',
	NODE_OPTIONS: '--conditions=development',
	BASE_URL: EVIL,
	SITE: EVIL,
	ASSETS_PREFIX: EVIL,
	DEV: '1',
	PROD: '',
	SSR: '1',
	MODE: 'development',
	VITE_USER_NODE_ENV: 'development',
	VITE_X: EVIL,
	PUBLIC_X: EVIL,
	ASTRO_KEY: 'x',
	PAGEFIND_SITE: 'elsewhere',
	PAGEFIND_ROOT_SELECTOR: 'nav',
	BROWSERSLIST: 'ie 11',
	DEBUG: '*',
	CI: '1',
	TZ: 'Asia/Tokyo',
	LANG: 'tr_TR.UTF-8',
	LC_ALL: 'tr_TR.UTF-8',
};

test('a build takes nothing from its surroundings but its own settings', async () => {
	const { content, out, address } = builtSite('market');
	using folder = temporaryFolder();
	// Its name begins like the output’s, and the folder above it has settings of its own.
	const project = copyProject(path.join(folder.path, 'site'));
	const file = path.join(folder.path, 'file');
	writeFileSync(file, 'No folder: nothing can be written into it.');
	for (const name of ['.env', '.env.production', '.env.local'])
		writeFileSync(
			path.join(project, name),
			`BASE_URL=${EVIL}\nSITE=${EVIL}\nVITE_USER_NODE_ENV=development\n`,
		);
	writeFileSync(path.join(folder.path, 'postcss.config.cjs'), 'throw new Error("was read")');
	const second = path.join(folder.path, 'site-out');
	const { code, output } = await archive(
		['build'],
		{
			...VARIABLES,
			HOME: file,
			XDG_CONFIG_HOME: file,
			TMPDIR: file,
			ARCHIVE_CONTENT: content,
			ARCHIVE_OUT: second,
			ARCHIVE_ADDRESS: address,
		},
		project,
	);
	expect(code, output).toBe(0);
	expect(digests(second)).toEqual(digests(out));
});
