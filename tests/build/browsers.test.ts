import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../src/site/integrations/browsers.ts';
import { builtSite, ROOT, SITES, type SiteName } from '../support/sites.ts';

/** What the oldest of the browsers have not got, however it is written. */
const TOO_NEW = new RegExp(
	[
		String.raw`\(\?<[=!]`,
		String.raw`\bAbortSignal\.(?:timeout|any)\b`,
		String.raw`\bPromise\.(?:withResolvers|try)\b`,
		String.raw`\b(?:Object|Map)\.groupBy\b`,
		String.raw`\bArray\.fromAsync\b`,
		String.raw`\bRegExp\.escape\b`,
		String.raw`\bURL\.(?:canParse|parse)\b`,
		String.raw`\bIntl\.(?:Segmenter|DurationFormat)\b`,
		String.raw`\bDecompressionStream\b`,
		String.raw`\.(?:toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(`,
	].join('|'),
	'g',
);

/** Of these esbuild is not sure; all the browsers have them. */
const KNOWN = { 'regexp-unicode-property-escapes': true };

describe.each(Object.keys(SITES) as SiteName[])('the scripts of the site %s', (name) => {
	const { out } = builtSite(name);
	const scripts = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.js'),
	);

	test('are there', () => {
		expect(scripts.some((file) => file.endsWith('pagefind.js'))).toBe(true);
		expect(scripts.filter((file) => file.startsWith('_astro')).length).toBeGreaterThan(3);
	});

	test.each(scripts)('%s runs in the oldest browsers that are supported', (file) => {
		const code = readFileSync(path.join(out, file), 'utf8');
		const written = (target: string | string[]) =>
			transformSync(code, { target, format: 'esm', logLevel: 'silent', supported: KNOWN }).code;
		// What is written otherwise for the oldest of them has syntax that they do not know.
		expect(written(BROWSERS) === written('esnext'), file).toBe(true);
		const used = [...code.matchAll(TOO_NEW)].map(([what]) => what);
		// What a script asks for first it may use where it is there.
		const isAsked = (what: string) => code.includes(`typeof ${what}`);
		expect(used.filter((what) => !isAsked(what))).toEqual([]);
	});
});

test.each(['README.md', 'src/site/help/accessibility.mdx'])('%s names the browsers', (file) => {
	const text = readFileSync(path.join(ROOT, file), 'utf8').toLowerCase();
	for (const browser of BROWSERS) {
		const [, product = '', version = ''] = /^([a-z]+)([\d.]+)$/.exec(browser) ?? [];
		expect(text).toMatch(new RegExp(`${product}[^.|]*?\\b${version.replace('.', String.raw`\.`)}\\b`));
	}
});
