import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { nativeModules } from '../../../src/site/integrations/native-modules.ts';
import { siteRoutes } from '../../../src/site/integrations/routes.ts';
import { ROOT } from '../../support/sites.ts';

const src = (file: string) => path.join(ROOT, 'src', file);

const plugin = nativeModules() as unknown as {
	applyToEnvironment(environment: unknown): boolean;
	resolveId: { handler(this: unknown, source: string, importer: string): unknown };
};

/** What the plugin makes of an import in a build. */
function resolved(source: string, importer: string): unknown {
	return plugin.resolveId.handler.call({ environment: { mode: 'build' } }, source, src(importer));
}

test('pages import the instance of a module that the commands have', () => {
	expect(resolved('../../archive/load-archive.ts', 'site/routes/index.astro')).toEqual({
		id: pathToFileURL(src('archive/load-archive.ts')).href,
		external: true,
	});
});

test('modules of the site itself are bundled', () => {
	expect(resolved('../url.ts', 'site/routes/index.astro')).toBeUndefined();
});

test('modules for the browser are bundled, whatever room they are in', () => {
	const appliesTo = (consumer: string) => plugin.applyToEnvironment({ config: { consumer } });
	expect([appliesTo('client'), appliesTo('server')]).toEqual([false, true]);
});

test('each route has the address that its path says', () => {
	const patterns = siteRoutes().map(({ pattern }) => pattern);
	expect(patterns).toEqual(
		expect.arrayContaining([
			'/',
			'/404',
			'/search',
			'/robots.txt',
			'/r/[id]',
			'/[...page]/brief.pdf',
			'/help/verify',
		]),
	);
	expect(new Set(patterns).size).toBe(patterns.length);
});
