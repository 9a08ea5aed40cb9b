import { DATA_FOLDER } from '../exports/paths.ts';
import type { ArchiveConfig } from '../core/model/config.ts';
import { IMAGE_FOLDER } from '../core/model/image.ts';
import { INDEX_FOLDER, WHOLE_FILE } from '../search/engine/catalogue.ts';

/**
 * The Content-Security-Policy of every page. It is a constant, so that no build step can relax it: scripts and styles
 * only from files of this site, nothing from other hosts, and no form submissions. `wasm-unsafe-eval` is for the
 * search engine. `upgrade-insecure-requests` is left out: every address of the site is relative, and the same files
 * must work on a host without https, as an onion service is.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"font-src 'self'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
].join('; ');

/** Robots directive for pages that search engines must not list. */
export const UNLISTED = 'noindex, noarchive, nosnippet, noimageindex';

/** Browser features that the site does not use, and denies to everyone. */
const REFUSED = [
	'accelerometer',
	'autoplay',
	'bluetooth',
	'browsing-topics',
	'camera',
	'clipboard-read',
	'display-capture',
	'encrypted-media',
	'fullscreen',
	'geolocation',
	'gyroscope',
	'hid',
	'idle-detection',
	'local-fonts',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'publickey-credentials-get',
	'screen-wake-lock',
	'serial',
	'storage-access',
	'usb',
	'web-share',
	'window-management',
	'xr-spatial-tracking',
];

/** Headers for every response. A meta element cannot set most of them. */
export const HEADERS: Readonly<Record<string, string>> = {
	'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	// This host only: its subdomains are not for the archive to decide.
	'Strict-Transport-Security': 'max-age=31536000',
	'Permissions-Policy': REFUSED.map((name) => `${name}=()`).join(', '),
};

/**
 * Additional headers of a published capture: it is downloaded and not displayed, and if a browser displays it all the
 * same, nothing in it can run or fetch.
 */
export const CAPTURE_HEADERS: Readonly<Record<string, string>> = {
	'Content-Disposition': 'attachment',
	'Content-Security-Policy': "sandbox; default-src 'none'",
	'Cache-Control': 'no-store',
};

/** Where texts and pictures of records are: on their pages, in files, and in the search index. */
const TEXTS = ['r/*', `${IMAGE_FOLDER}/*`, WHOLE_FILE, `${INDEX_FOLDER}fragment/*`];

/**
 * Files next to a record’s page: texts, references, versions. Unlike pages, they cannot contain a robots directive.
 * The two placeholders match any identifier and any name.
 */
const FILES = 'r/:id/:file';

/**
 * Builds the `_headers` file, for hosts that read one.
 *
 * No browser may store a copy of a record's text or pictures. The rule covers all records: rules for single ones
 * would turn this file into a list of the accounts, which some hosts would even serve. For the same reason only the
 * accounts' pages themselves say that they are not to be listed, and the files next to pages are unlisted for all
 * records.
 *
 * @param base base path of the site, with slashes at both ends
 * @param indexing whether search engines may list the archive at all
 */
export function headersFile(base: string, indexing: ArchiveConfig['indexing']): string {
	const unlisted = { 'X-Robots-Tag': UNLISTED };
	const rules: [path: string, headers: Record<string, string>][] = [
		['*', { ...HEADERS, ...(indexing === 'refuse' && unlisted) }],
		...(indexing === 'refuse' ? [] : [[FILES, unlisted] as [string, Record<string, string>]]),
		...TEXTS.map((path) => [path, { 'Cache-Control': 'no-store' }] as [string, Record<string, string>]),
		// Readable by programs of any origin, but not stored, since it contains texts.
		[
			`${DATA_FOLDER.slice(1)}*`,
			{ ...unlisted, 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' },
		],
		['captures/*', { ...CAPTURE_HEADERS, 'X-Robots-Tag': UNLISTED }],
		['_astro/*', { 'Cache-Control': 'public, max-age=31536000, immutable' }],
	];
	const written = rules.map(([path, headers]) =>
		[`${base}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
	);
	return `# Made by the build. Hosts that read this file (Netlify, Cloudflare Pages) send these headers.\n${written.join('\n\n')}\n`;
}
