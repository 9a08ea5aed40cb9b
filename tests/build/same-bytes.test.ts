import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/archive.ts';
import { digests } from '../support/digests.ts';
import { build } from '../support/run.ts';
import { builtSite, CACHE } from '../support/sites.ts';

test('another build of the same content, elsewhere and in another time zone and language, gives the same bytes', async () => {
	const { out, content, address } = builtSite('first');
	using folder = temporaryFolder(CACHE);
	const second = path.join(folder.path, 'another', 'place');
	const { code, output } = await build({
		content,
		out: second,
		address,
		env: { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
	});
	expect(code, output).toBe(0);
	expect(digests(second)).toEqual(digests(out));
	expect(Object.keys(digests(out))).toContain('index.html');
});

test('what was taken out of the content leaves the site, and the build leaves nothing beside it', async () => {
	using folder = temporaryFolder(CACHE);
	const content = path.join(folder.path, 'content');
	const out = path.join(folder.path, 'dist');
	cpSync(builtSite('market').content, content, { recursive: true });
	const env = { ARCHIVE_SEARCH: 'off' };
	const first = await build({ content, out, env });
	expect(first.code, first.output).toBe(0);
	expect(existsSync(path.join(out, 'r/5kjm1cm8/index.html'))).toBe(true);
	rmSync(path.join(content, 'findings/5kjm1cm8-where-the-money-is.mdx'));
	rmSync(path.join(content, 'figures/providers-answered.yaml'));
	const { code, output } = await build({ content, out, env });
	expect(code, output).toBe(0);
	expect(existsSync(path.join(out, 'r/5kjm1cm8'))).toBe(false);
	expect(readdirSync(folder.path).sort()).toEqual(['content', 'dist']);
});
