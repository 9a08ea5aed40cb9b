import path from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { BROWSERS } from './src/site/integrations/browsers.ts';
import { archiveIntegration } from './src/site/integrations/collections.ts';
import { capturesIntegration } from './src/site/integrations/captures.ts';
import { citationsIntegration } from './src/site/integrations/citations.ts';
import { settings } from './src/core/settings.ts';
import { exportsIntegration } from './src/site/integrations/exports.ts';
import { headersIntegration } from './src/site/integrations/headers.ts';
import { imagesIntegration } from './src/site/integrations/images.ts';
import { releasesIntegration } from './src/site/integrations/releases.ts';
import { problemsIntegration } from './src/site/integrations/problems.ts';
import { searchIntegration } from './src/site/integrations/search.ts';
import { sitemapIntegration } from './src/site/integrations/sitemap.ts';
import { versionsIntegration } from './src/site/integrations/versions.ts';
import { sweepIntegration } from './src/site/integrations/output-scan.ts';

const { content, site, base, workDir } = settings();

/** No page of another site may hold or read what the development server sends. */
const DEV_HEADERS = {
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
};

export default defineConfig({
	srcDir: 'src/site',
	site,
	base,
	// The commands say where to: a site is built beside the last one (src/cli/build.ts). Nothing of Astro’s own caches is
	// taken over from one run to the next.
	outDir: path.join(workDir, 'site'),
	cacheDir: path.join(workDir, 'astro'),
	trailingSlash: 'always',
	// One constant Content-Security-Policy needs every style and script in a file of its own.
	// Pages are made while others are being written: waiting for each file is a tenth of a large build.
	build: { format: 'directory', inlineStylesheets: 'never', concurrency: 32 },
	vite: {
		build: { assetsInlineLimit: 0, modulePreload: false, target: BROWSERS },
		cacheDir: path.join(workDir, 'vite'),
		// No .env file and no settings of PostCSS, in whatever folder above, have a say in what is published.
		envDir: false,
		css: { postcss: {} },
		// The development server gives code and styles to its own pages. Content it reads itself: nobody can ask for a file
		// of it, nor of anything else that lies in the project.
		server: {
			cors: false,
			fs: {
				allow: ['src', 'node_modules', workDir],
				deny: [`${content}/**`, '.git', '.git/**', '.env*', '*.{crt,pem,key}'],
			},
		},
	},
	prerenderConflictBehavior: 'error',
	fetchFile: null,
	devToolbar: { enabled: false },
	server: { headers: DEV_HEADERS },
	integrations: [
		archiveIntegration(),
		problemsIntegration(),
		// Code in colours would need inline styles, which the Content-Security-Policy forbids.
		mdx({ syntaxHighlight: false }),
		imagesIntegration(),
		capturesIntegration(),
		citationsIntegration(),
		exportsIntegration(),
		searchIntegration(),
		sitemapIntegration(),
		headersIntegration(),
		versionsIntegration(),
		releasesIntegration(),
		// Last: it looks through every file that the others wrote, and lists them.
		sweepIntegration(),
	],
	experimental: { contentIntellisense: true },
});
