import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/archive.ts';
import { build } from '../support/run.ts';
import { builtSite, CACHE } from '../support/sites.ts';

test('what was taken out of the content leaves the site, and the build leaves nothing beside it', async () => {
	using folder = temporaryFolder(CACHE);
	const content = path.join(folder.path, 'content');
	const out = path.join(folder.path, 'dist');
	const market = builtSite('market');
	cpSync(market.content, content, { recursive: true });
	cpSync(market.out, out, { recursive: true });
	expect(existsSync(path.join(out, 'r/5kjm1cm8/index.html'))).toBe(true);
	rmSync(path.join(content, 'findings/5kjm1cm8-where-the-money-is.mdx'));
	rmSync(path.join(content, 'figures/providers-answered.yaml'));
	const { code, output } = await build({ content, out, env: { ARCHIVE_SEARCH: 'off' } });
	expect(code, output).toBe(0);
	expect(existsSync(path.join(out, 'r/5kjm1cm8'))).toBe(false);
	expect(readdirSync(folder.path).sort()).toEqual(['content', 'dist']);
});
