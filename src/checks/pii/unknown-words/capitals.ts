import { MONTHS } from '../../../core/values/date.ts';
import { isWithin } from '../phrases.ts';
import { TITLES, WEEKDAYS } from '../language.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Hit, Span } from '../model.ts';
import { Openings } from '../names/openings.ts';
import { tokensOf } from '../names/tokens.ts';
import { lowerCaseNames } from './lower-case-names.ts';
import { anyOf } from '../word-list.ts';
import { fixed } from '../patterns/matching.ts';

const CONTRACTED = anyOf(`
	I He She They We You It That There What Who Where How When Here Don Didn Doesn Can Couldn Wouldn Shouldn
	Won Wasn Isn Aren Weren Haven Hasn Hadn Let Nobody Everyone Someone
`);

/** What the rule on capitals needs to know. */
export interface CapitalContext {
	lexicon: Lexicon;
	/** Stretches that the archive has declared. */
	explained: readonly Span[];
	/** Single words that may have a capital. */
	isAllowed(word: string): boolean;
	/** Whether most words of this text may have one, as in a headline. */
	headline: boolean;
	/** Words that stand before a name, besides the usual titles. */
	ranks: readonly string[];
	/** Lower-case nouns of the archive's subject that occur where a name could. */
	bareNouns: readonly string[];
}

/** Months that are given or family names as well. */
const PERSON_MONTHS = new Set(['April', 'May', 'June', 'August', 'March']);

/** Titles that are family names as well. */
const NAME_TITLES = new Set(['Lord', 'Lady', 'Dame']);

const DAYS: ReadonlySet<string> = new Set(WEEKDAYS);

/** Short forms of titles and ranks, behind which a full stop ends no sentence. */
const SHORT_TITLES = new Set([
	'Det',
	'Sgt',
	'Insp',
	'Supt',
	'Const',
	'Capt',
	'Col',
	'Cllr',
	'Hon',
	'Fr',
	'St',
	'Sr',
	'Mt',
]);

const PLAIN = new Set<string>([
	...WEEKDAYS.map((day) => `${day}s`),
	...MONTHS,
	...WEEKDAYS,
	...TITLES,
	'I',
	'OK',
	'No',
]);
const CONTRACTION = fixed('')`^${CONTRACTED}'(?:m|ve|d|ll|s|re|t)$`;

/** Given names that begin sentences as plain words, and what follows them then. */
const WORD_FIRST: ReadonlyMap<string, RegExp> = new Map(
	Object.entries({
		will: /^(?:the|this|that|he|she|they|it|you|we|anyone|there|any|my|his|a|an|i|nobody|someone)$/i,
		mark: /^(?:the|this|my|your|these)$/,
		hope: /^(?:the|this|that|you|for|it|is|was|had|of)$/,
		may: /^(?:the|this|that|he|she|they|it|you|we|i)$/i,
		grant: /^(?:the|me|that)$/,
		faith: /^(?:in|is|was)$/,
		grace: /^(?:period|of|is)$/,
		bill: /^(?:after|for|of)$/,
		pat: /^(?:the)$/,
		sue: /^(?:the|them|him|her)$/,
		miles: /^(?:away|from|of)$/,
		joy: /^(?:is|was|in|and)$/,
		dawn: /^(?:was|came|broke)$/,
		summer: /^(?:was|came|had|is)$/,
		autumn: /^(?:was|came|had|is)$/,
		winter: /^(?:was|came|had|is)$/,
		rich: /^(?:people|men)$/,
	}),
);

/** What a single capital is the number of: “annex C”. */
const DOCUMENT_PART = /\b(?:[Aa]nnex|[Aa]ppendix|[Cc]hapter|[Ff]igure|Part|[Ss]chedule|[Ss]ection|[Tt]able)$/;

/** How the Crown is named in the titles of cases: “Regina v …”. */
const CROWN = new Set(['Rex', 'Regina']);

const TOKEN = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?:['-]\p{L}[\p{L}\p{N}]*)*/gu;

/**
 * DT-C3. Every capital must be explained: by the archive's register, by the calendar, or by opening a sentence with
 * a word that is no name there. Adjacent words are one hit.
 */
export function undeclaredCapitals(text: string, context: CapitalContext): Hit[] {
	const hits: Hit[] = [];
	const tokens = tokensOf(text);
	const openings = new Openings(text, tokens, context.lexicon, context.ranks);
	const places = new Map(tokens.map((token, index) => [token.start, index]));
	for (const match of text.matchAll(TOKEN)) {
		const span = capitalOf(match as RegExpExecArray, text, context, openings, places.get(match.index));
		if (!span) continue;
		const last = hits.at(-1);
		if (
			last &&
			/^[\s.'"&-]{0,3}(?:(?:of|the|and|for|de|van|von|al|el|bin)\s)?$/.test(
				text.slice(last.end, span.start),
			) &&
			!/[.!?]\s/.test(
				text
					.slice(last.end, span.start)
					.replace(/^\.\s/, /\b\p{Lu}$/u.test(text.slice(0, last.end)) ? ' ' : '. '),
			)
		)
			last.end = span.end;
		else hits.push({ ...span, rule: 'DT-C3', type: 'undeclared name' });
	}
	hits.push(...lowerCaseNames(tokens, context));
	return hits;
}

function capitalOf(
	match: RegExpExecArray,
	text: string,
	context: CapitalContext,
	openings: Openings,
	index: number | undefined,
): Span | undefined {
	const [token] = match;
	const start = match.index;
	const word = token.replace(/'s$/, '');
	const span = { start, end: start + word.length };
	if (CONTRACTION.test(token) || isWithin(span, context.explained)) return undefined;
	if (index !== undefined && PERSON_MONTHS.has(word) && openings.isMonthPerson(index)) return span;
	if (index !== undefined && DAYS.has(word) && openings.isDayPerson(index)) return span;
	if (index !== undefined && NAME_TITLES.has(word) && openings.isName(index)) return span;
	if (PLAIN.has(word) || context.isAllowed(word) || context.isAllowed(token)) return undefined;
	const { lexicon } = context;
	const lower = word.toLowerCase();
	const parts = lower.split('-');
	const ordinary = parts.every((part) => part.length < 2 || lexicon.isWord(part)) || lexicon.isWord(lower);
	const lead = text.slice(0, start).replace(/["'(\s]+$/, '');
	const also = lexicon.isAlsoName(lower) || lexicon.isGivenName(lower);
	if (context.headline && ordinary && !lexicon.isGivenName(lower) && !isAfterTitle(lead, context))
		return undefined;
	if (/^\p{Lu}$/u.test(word) && DOCUMENT_PART.test(lead)) return undefined;
	if (CROWN.has(word) && /^ v\.? /.test(text.slice(span.end))) return undefined;
	if (!isOpening(lead) || (also && (isAfterTitle(lead, context) || / -$|\b\p{Lu}\.$/u.test(lead))))
		return span;
	const rest = text.slice(start + token.length);
	const [, next = ''] = /^\s+([\p{L}']+)/u.exec(rest) ?? [];
	if (/^[B-HJ-NP-Z]$/.test(word) && /^\.? \p{Ll}/u.test(rest)) return span;
	const asWord = WORD_FIRST.get(lower);
	if (asWord?.test(next)) return index !== undefined && openings.isName(index) ? span : undefined;
	if (asWord) return span;
	if (!ordinary || lexicon.isGivenName(lower)) return span;
	if (word.length > 1 && word === word.toUpperCase() && !/^[AIO]$/.test(word)) return span;
	return index !== undefined && !isBareNoun(lower, context) && openings.isName(index) ? span : undefined;
}

/** Whether a word is one that the archive declares as a thing or people of its subject, and nobody's name. */
export const isBareNoun = (lower: string, { bareNouns, lexicon }: CapitalContext): boolean =>
	bareNouns.includes(lower) &&
	lexicon.isWord(lower) &&
	!lexicon.isGivenName(lower) &&
	!lexicon.isAlsoName(lower);

/** Whether a sentence begins after a text: a word that is withheld is the first of its sentence itself. */
function isOpening(lead: string): boolean {
	const before = lead.replace(/[\s\ufffc]+$/, '');
	if (before !== lead && before === '') return false;
	return before === '' || /(?:[.!?:;|…•]|(?:^|\s)-)$/.test(before);
}

function isAfterTitle(lead: string, { ranks }: CapitalContext): boolean {
	const [, last = ''] = /([\p{L}]+)\.?$/u.exec(lead.slice(-24)) ?? [];
	return (
		last !== '' &&
		((TITLES as readonly string[]).includes(last) || SHORT_TITLES.has(last) || ranks.includes(last))
	);
}
