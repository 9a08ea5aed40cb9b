import type { Place } from '../../core/values/problem.ts';
import type { DisclosureContext } from './accounts.ts';

/** The text after the front matter, without tags but with every line break and column kept. */
export function bodyOf(source: string): { text: string; firstLine: number } {
	const end = source.indexOf('\n---', 3);
	const start = end < 0 ? 0 : source.indexOf('\n', end + 1) + 1 || source.length;
	const firstLine = source.slice(0, start).split('\n').length;
	const blanked = source
		.slice(start)
		.replace(/<[^>]*>|\{\/\*[\s\S]*?\*\/\}/g, (tag) => tag.replace(/[^\n]/g, ' '));
	return { text: blanked, firstLine };
}

/** Patterns that can point to one person, by kind. None names a subject: an archive adds its own words. */
const UNIQUE: readonly (readonly [kind: string, pattern: RegExp])[] = [
	[
		'being the only or the first one',
		/\b(?:only|first|youngest|oldest|eldest|sole|lone|longest[- ]serving|most senior)(?: [\w-]+){0,2} (?:person|people|m[ae]n|wom[ae]n|lady|girl|boy|mother|father|parent|member|employee|worker|manager|customer|client|patient|tenant|teacher|doctor|nurse|female|male|black|asian|gay|disabled|muslim|jewish|one (?:there|left))s?\b/giu,
	],
	[
		'being the only or the first one',
		/\b(?:the|their|its|our|was|as) (?:very )?(?:only|first|youngest|oldest|sole|lone) (?!thing|time|way|reason|day|step|place|person|people|m[ae]n\b|wom[ae]n\b)(?:[\w-]+ ){1,3}(?:in|at|on|of|there)\b/giu,
	],
	[
		'twins, adoption or care',
		/\b(?:twins?|triplets?|quadruplets?|adopted|adoption|foster(?:ed|ing)?|in care as a child)\b/giu,
	],
	[
		'health or disability',
		/\b(?:wheelchair|deaf|blind|pregnan\w*|miscarr\w*|stillb\w*|sectioned|transplant|cancer|epilep\w*|autis\w*|amput\w*|dialysis|stroke)\b/giu,
	],
	['prison or military service', /\b(?:imprison\w*|jailed|army|navy|air force|veteran|deployed)\b/giu],
	[
		'rare work, office or membership',
		/\b(?:barrister|judge|magistrate|councillor|mayor|vicar|priest|imam|rabbi|surgeon|pilot|mason|freemason|lodge|union rep\w*|olympi\w*|champion)\b/giu,
	],
	[
		'a relative or superior by relation',
		/\b(?:my|his|her|their) (?:own )?(?:sister|brother|boss|cousin|aunt|uncle|niece|nephew|twin|step\w+|mother-in-law|father-in-law|godmother|godfather)\b/giu,
	],
	[
		'a long time by number',
		/\b(?:over|after|for|nearly|almost|more than|within) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty)(?:[- ]\w+)? (?:years?|decades?)\b/giu,
	],
	[
		'being known to the public',
		/\b(?:was on television|on the news|made headlines|went viral|well[- ]known|famous)\b/giu,
	],
];

/**
 * AN-9: quoting a person's exact words needs consent to them, since people who know the speaker recognise turns of
 * phrase. AN-10 warns about phrases that can point to one person, by kind and place; the words themselves are not
 * printed, since a build log may be public.
 */
export function checkWording({ accounts, config, report }: DisclosureContext): void {
	const { verbatimWords, uniqueWords } = config.disclosure;
	const escaped = uniqueWords.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const own =
		escaped.length > 0
			? new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
			: null;
	for (const { file, id, data, source } of accounts) {
		const { text, firstLine } = bodyOf(source);
		if (!data.consent.verbatim)
			for (const { start, words } of quotations(source, text))
				if (words > verbatimWords)
					report(
						{ file, place: placeIn(text, start, firstLine) },
						'AN-9',
						`${id} quotes ${words} consecutive words (more than ${verbatimWords}), and consent does not cover exact words`,
						'Paraphrase it, or record “verbatim: true” under consent if it was given',
					);
		const kinds = own ? [...UNIQUE, ['a word of the archive’s own list', own] as const] : UNIQUE;
		const warn = (kind: string, where: { field: PropertyKey[] } | { place: Place }) =>
			report(
				{ file, ...where },
				'AN-10',
				`${id} has a phrase that can point to one person: ${kind}`,
				'Judge whether someone who knows a little would know who this is; if so, say less',
				'warning',
			);
		for (const [kind, pattern] of kinds) {
			for (const { index } of text.matchAll(pattern)) warn(kind, { place: placeIn(text, index, firstLine) });
			for (const field of ['title', 'summary'] as const)
				if (data[field].search(pattern) >= 0) warn(kind, { field: [field] });
		}
	}
}

/** Quotations of a text: between quotation marks, in a quoting component, in a quoted block. */
function* quotations(source: string, text: string): Generator<{ start: number; words: number }> {
	const body = source.slice(source.length - text.length);
	const found: [start: number, end: number][] = [];
	const take = (start: number, end: number) => {
		if (!found.some(([from, to]) => start < to && end > from)) found.push([start, end]);
	};
	for (const { index, 0: all } of body.matchAll(/<Quote\b[\s\S]*?<\/Quote>/g))
		take(index, index + all.length);
	for (const { index, 0: all } of text.matchAll(/(?:^[ \t]*>.*(?:\n|$))+/gm)) take(index, index + all.length);
	// A long quotation goes on over paragraphs, each opened again; it ends with the closing mark.
	for (const pattern of [/“[^”]*”?/g, /(?<![\w=])"[^"]*"/g, /(?<![\w’])‘(?:[^’]|’(?=\p{L}))*’/gu, /«[^»]*»/g])
		for (const { index, 0: all } of text.matchAll(pattern)) take(index, index + all.length);
	for (const [start, end] of joined(found, text)) yield { start, words: countWords(text.slice(start, end)) };
}

/** Quotations with fewer words than this between them are one: the words only say who speaks. */
const ASIDE = 8;

function joined(
	found: readonly [start: number, end: number][],
	text: string,
): [start: number, end: number][] {
	const sorted = [...found].sort((a, b) => a[0] - b[0]);
	const all: [number, number][] = [];
	for (const [start, end] of sorted) {
		const before = all.at(-1);
		if (before && countWords(text.slice(before[1], start)) < ASIDE) before[1] = Math.max(before[1], end);
		else all.push([start, end]);
	}
	return all;
}

function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

function placeIn(text: string, index: number, firstLine: number): Place {
	const before = text.slice(0, index).split('\n');
	return { line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
