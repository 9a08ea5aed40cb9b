import { DATA_FOLDER } from '../exports/paths.ts';
import type { ArchiveConfig } from '../core/model/config.ts';
import { IMAGE_FOLDER } from '../core/model/image.ts';
import { INDEX_FOLDER, WHOLE_FILE } from '../search/engine/catalogue.ts';

/**
 * The Content-Security-Policy of every page. It is one constant, so that no build step can widen it: scripts and
 * styles only from files of this site, nothing from any other host, and no form that sends anything.
 * `wasm-unsafe-eval` is for the search engine. `upgrade-insecure-requests` is left out: every address of the site is
 * relative, and the same files must work on a host without https, as an onion service is.
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

/** What a page tells search engines that must not list it. */
export const UNLISTED = 'noindex, noarchive, nosnippet, noimageindex';

/** Abilities of the browser that the site has no use for, and gives to nobody. */
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

/** What every answer of the host is to carry. A meta element cannot say most of it. */
export const HEADERS: Readonly<Record<string, string>> = {
	'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	// Of this host alone: what else is below it, or served beside, is not ours to decide on.
	'Strict-Transport-Security': 'max-age=31536000',
	'Permissions-Policy': REFUSED.map((name) => `${name}=()`).join(', '),
};

/**
 * What a published capture carries besides: it is saved and not shown, and where a browser shows it all the same,
 * nothing in it can run or fetch.
 */
export const CAPTURE_HEADERS: Readonly<Record<string, string>> = {
	'Content-Disposition': 'attachment',
	'Content-Security-Policy': "sandbox; default-src 'none'",
	'Cache-Control': 'no-store',
};

/** Where the texts of records and their pictures are: on their pages, in files, and in the index of search. */
const TEXTS = ['r/*', `${IMAGE_FOLDER}/*`, WHOLE_FILE, `${INDEX_FOLDER}fragment/*`];

/**
 * Files beside the page of any record: texts, references, versions. They are no pages and cannot themselves say that
 * they are not to be listed. The two places stand for any identifier and any name.
 */
const FILES = 'r/:id/:file';

/**
 * The `_headers` file, for hosts that read such a file.
 *
 * No browser is to keep a copy of a record's text or pictures. That holds for all records: rules for single ones would make of
 * this file a list of the accounts, which some hosts would even serve. For the same reason the accounts' own pages
 * alone say that they are not to be listed; of files beside pages, those of all records are not.
 *
 * @param base folder of the site on its host, with slashes at both ends
 * @param indexing whether search engines may list the archive at all
 */
export function headersFile(base: string, indexing: ArchiveConfig['indexing']): string {
	const unlisted = { 'X-Robots-Tag': UNLISTED };
	const rules: [path: string, headers: Record<string, string>][] = [
		['*', { ...HEADERS, ...(indexing === 'refuse' && unlisted) }],
		...(indexing === 'refuse' ? [] : [[FILES, unlisted] as [string, Record<string, string>]]),
		...TEXTS.map((path) => [path, { 'Cache-Control': 'no-store' }] as [string, Record<string, string>]),
		// For programs of any origin, and on no machine for good: texts stand there, too.
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
