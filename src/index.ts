import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroIntegration, HookParameters } from 'astro';
import { settings } from './core/settings.ts';
import { PACKAGE, SOFTWARE } from './core/software.ts';
import { BROWSERS } from './site/integrations/browsers.ts';
import { capturesIntegration } from './site/integrations/captures.ts';
import { citationsIntegration } from './site/integrations/citations.ts';
import { archiveIntegration } from './site/integrations/collections.ts';
import { exportsIntegration } from './site/integrations/exports.ts';
import { galleryIntegration } from './site/integrations/gallery.ts';
import { headersIntegration } from './site/integrations/headers.ts';
import { imagesIntegration } from './site/integrations/images.ts';
import { nativeModules } from './site/integrations/native-modules.ts';
import { sweepIntegration } from './site/integrations/output-scan.ts';
import { problemsIntegration } from './site/integrations/problems.ts';
import { releasesIntegration } from './site/integrations/releases.ts';
import { siteRoutes } from './site/integrations/routes.ts';
import { searchIntegration } from './site/integrations/search.ts';
import { sitemapIntegration } from './site/integrations/sitemap.ts';
import { versionsIntegration } from './site/integrations/versions.ts';

/** Makes an Astro project the site of the archive in its `content/`: all pages, files and settings. */
export function evidenceArchive(): AstroIntegration {
	return {
		name: 'evidence-archive',
		hooks: {
			'astro:config:setup'({ config, updateConfig, injectRoute }) {
				updateConfig(siteConfig(config.root));
				for (const route of siteRoutes()) injectRoute(route);
			},
		},
	};
}

/** Pages of other sites can neither embed nor read responses of the development server. */
const DEV_HEADERS = {
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
};

type Config = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0];

function siteConfig(root: URL): Config {
	const { content, site, base, workDir } = settings();
	return {
		// Content collections are declared there too, so that an archive needs no config file for them.
		srcDir: folderUrl(path.join(SOFTWARE, 'site')),
		site,
		base,
		// The commands choose the folder: a site is built next to the previous one (src/cli/build.ts). No run reuses
		// Astro’s caches. Files that the archive publishes unchanged. The fallback is the icon that comes with the
		// software.
		...(existsSync(new URL('public', root)) ? {} : { publicDir: folderUrl(path.join(PACKAGE, 'public')) }),
		outDir: folderUrl(path.join(workDir, 'site')),
		cacheDir: folderUrl(path.join(workDir, 'astro')),
		trailingSlash: 'always',
		// The constant Content-Security-Policy allows no inline styles or scripts. Pages are rendered while others
		// are written: waiting for each file takes a tenth of a large build.
		build: { format: 'directory', inlineStylesheets: 'never', concurrency: 32 },
		vite: {
			plugins: [nativeModules()],
			build: { assetsInlineLimit: 0, modulePreload: false, target: BROWSERS },
			cacheDir: path.join(workDir, 'vite'),
			// No .env file or PostCSS configuration in a parent folder may affect what is published.
			envDir: false,
			css: { postcss: {} },
			// The development server serves code and styles to its pages. It reads content itself: nobody can request
			// content files or other files of the project.
			server: {
				cors: false,
				fs: {
					allow: [SOFTWARE, ...packageFolders(root), workDir],
					deny: [`${content}/**`, '.git', '.git/**', '.env*', '*.{crt,pem,key}'],
				},
			},
		},
		prerenderConflictBehavior: 'error',
		devToolbar: { enabled: false },
		server: { headers: DEV_HEADERS },
		integrations: [
			archiveIntegration(),
			problemsIntegration(),
			// Syntax highlighting would need inline styles, which the Content-Security-Policy forbids.
			mdx({ syntaxHighlight: false }),
			imagesIntegration(),
			capturesIntegration(),
			citationsIntegration(),
			exportsIntegration(),
			searchIntegration(),
			sitemapIntegration(),
			headersIntegration(),
			galleryIntegration(),
			versionsIntegration(),
			releasesIntegration(),
			// Last, because it scans and lists every file that the others wrote.
			sweepIntegration(),
		],
		experimental: { contentIntellisense: true },
	};
}

/** Folders with the packages whose styles and scripts pages use: the project’s, and this package’s. */
function packageFolders(root: URL): string[] {
	return [fileURLToPath(new URL('node_modules', root)), path.join(PACKAGE, 'node_modules')];
}

const folderUrl = (folder: string): URL => pathToFileURL(folder + path.sep);
