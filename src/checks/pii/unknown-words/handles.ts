import type { Hit } from '../model.ts';
import { anyOf } from '../word-list.ts';
import { fixed } from '../patterns/matching.ts';

const TOP_LEVEL_DOMAINS = anyOf(String.raw`
	com co\.uk org org\.uk net uk me io info biz blog site online social tv app ly gg w[a]les scot eu ie
`);

/** Patterns, each with a quick test that most texts fail. */
const PATTERNS: readonly (readonly [prefilter: RegExp, pattern: RegExp])[] = [
	[/@/, /[^\s@]*@\S*/g],
	[/_/, /\b\w*[A-Za-z]_\w+\b|\b\w+_[A-Za-z]\w*\b/g],
	[/\//, /(?<![\w/])\/?[ur]\/\w{3,}/gi],
	[/\w\.\w/, fixed('gi')`\b[\w-]+(?:\.[\w-]+)*\.${TOP_LEVEL_DOMAINS}\b(?:\/\S*)?`],
	[/\p{Ll}\.\p{Ll}/u, /(?<![\p{L}.])\p{Ll}{3,}\.\p{Ll}{3,}(?:\.\p{Ll}{3,})+(?![\p{L}])/gu],
	[/[[({]\s*(?:at|dot)\b/i, /\S+\s*[[({]\s*(?:at|dot)\s*[\])}]\s*\S+/gi],
	[/\bdot\b/i, /\b[\w-]+\s+dot\s+(?:com|co|uk|org|net|[a-z]+\s+dot\s+[a-z]+)\b/gi],
	[/\bdot\b/i, /\b[\w.]+\s+(?:at|underscore)\s+[\w.]+\s+dot\s+\w+\b/gi],
	[/#/, /(?<!\S)#\w{3,}/g],
	[/\sunderscore\s/i, /\b\w+(?:\s+(?:underscore|dot)\s+\w+){1,4}\b/gi],
	[
		/\bhashtag\b/i,
		/\bhashtag\s+(?!(?:is|was|and|or|that|which|on|in|with|of|for|the)\b)\w+(?:\s+\w+){0,3}/gi,
	],
	[/[a-z][A-Z]/, /\b[a-z]+[A-Z][A-Za-z]*[a-z]\b/g],
];

/** DT-C5. Handles, hosts, codes of three words: anything that a search box would take. */
export function handles(text: string): Hit[] {
	if (!/[@_/.#[({]|\bdot\b|\bunderscore\b|[a-z][A-Z]|\b[Hh]ashtag\b/.test(text)) return [];
	return PATTERNS.filter(([prefilter]) => prefilter.test(text)).flatMap(([, pattern]) =>
		[...text.matchAll(pattern)].map((match) => ({
			start: match.index,
			end: match.index + match[0].length,
			rule: 'DT-C5',
			type: 'handle, host or code',
		})),
	);
}
