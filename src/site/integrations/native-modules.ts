import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ViteUserConfig } from 'astro';
import { SOFTWARE } from '../../core/software.ts';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

const SITE = path.join(SOFTWARE, 'site') + path.sep;

/**
 * Lets Node load the modules outside `site/` natively when pages import them on the server, instead of bundling them:
 * the commands, the integrations and the pages share one instance of each, with one reading of the archive and one
 * set of caches. Code for the browser is bundled as usual.
 */
export function nativeModules() {
	return {
		name: 'archive-native-modules',
		enforce: 'pre',
		applyToEnvironment: ({ config }) => config.consumer === 'server',
		resolveId: {
			filter: { id: /^\.{1,2}\/.*\.[jt]s$/ },
			handler(source, importer) {
				// The development server has no external modules with an absolute address: see `load`.
				if (importer === undefined || this.environment.mode !== 'build') return undefined;
				const file = path.resolve(path.dirname(importer), source);
				return isNative(file) ? { id: pathToFileURL(file).href, external: true } : undefined;
			},
		},
		load: {
			filter: { id: /\.[jt]s$/ },
			async handler(id) {
				return isNative(id) ? proxyOf(id, Object.keys(await import(pathToFileURL(id).href))) : undefined;
			},
		},
	} satisfies Plugin;
}

function isNative(file: string): boolean {
	return file.startsWith(SOFTWARE + path.sep) && !file.startsWith(SITE) && existsSync(file);
}

/** A module that exports what Node’s instance of a module exports: `require` gives the one that `import` does. */
function proxyOf(file: string, names: readonly string[]): string {
	return `import { createRequire } from 'node:module';
export const { ${names.join(', ')} } = createRequire(import.meta.url)(${JSON.stringify(file)});`;
}
