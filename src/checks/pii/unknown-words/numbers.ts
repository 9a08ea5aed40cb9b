import { MONTH, ORDINAL, UNITS } from '../language.ts';
import type { Hit, Span } from '../model.ts';
import { isWithin } from '../phrases.ts';
import type { Lexicon } from '../lexicon.ts';
import { anyOf } from '../word-list.ts';
import { fixed } from '../patterns/matching.ts';

/** Words before a figure that make it an identifier. */
const RISKY_WORDS = anyOf(`
	number no nr num ref reference log collar shoulder badge warrant plate reg flat house apartment unit room
	door account acc passport ext extension id pin code dob called radio channel unit
`);

const RISKY = fixed('i')`^${RISKY_WORDS}$`;
const MONTH_BEFORE = new RegExp(`^${MONTH}$`, 'i');
const MONTH_AFTER = new RegExp(String.raw`^\s*(?:st|nd|rd|th)?\s*(?:of\s+)?${MONTH}\b`);
const UNIT_AFTER = new RegExp(String.raw`^[-\s]?${UNITS}(?![\w])`, 'i');
const YEAR = /^(?:19|20)\d{2}(?:s|[/-]\d{2})?$/;

/**
 * DT-C1. Every number must explain itself: as a small count, a year, a citation, or a number that the
 * archive has declared public.
 */
export function unexplainedNumbers(
	text: string,
	explained: readonly Span[],
	isAllowedWord: (word: string) => boolean,
	publicNumbers: ReadonlySet<string>,
	lexicon: Lexicon,
): Hit[] {
	const hits: Hit[] = [];
	if (!/\d/.test(text)) return hits;
	const pattern =
		/[^\s,;"()[\]…]*\d[^\s;"()[\]…]*(?: (?=[^\s]*\d|(?<!, )[A-Z]{1,3}(?![\w'])(?! [a-z]))[^\s;"()…]+)*/g;
	for (const match of text.matchAll(pattern)) {
		let value = match[0].replace(/[.,:;)'!?-]+$/, '').replace(/^['(-]+/, '');
		// A capital that explains itself belongs to the sentence: “20 BBC”, “2019 I”.
		for (
			let last = /^(.*\d\S*) ([A-Z]{1,3})$/.exec(value);
			last;
			last = /^(.*\d\S*) ([A-Z]{1,3})$/.exec(value)
		) {
			if (last[2] !== 'I' && last[2] !== 'A' && !isAllowedWord(last[2] ?? '')) break;
			value = last[1] ?? '';
		}
		const start = match.index + match[0].indexOf(value);
		const span = { start, end: start + value.length };
		if (isWithin(span, explained) || publicNumbers.has(value.replace(/\D/g, ''))) continue;
		const after = text.slice(span.end, span.end + 24);
		const [, previous = ''] =
			/([A-Za-z]+)\.?[\s,#:'"(]*$/.exec(text.slice(Math.max(0, start - 24), start)) ?? [];
		const risky = RISKY.test(previous) || MONTH_BEFORE.test(previous) || MONTH_AFTER.test(after);
		if (!risky && isCount(value, after, lexicon)) continue;
		hits.push({ ...span, rule: 'DT-C1', type: 'unexplained number' });
	}
	for (const hit of spelledDays(text, explained)) hits.push(hit);
	return hits;
}

function isCount(value: string, after: string, lexicon: Lexicon): boolean {
	if (YEAR.test(value) || value === '24/7') return true;
	if (/^\d{1,3}(?:\.\d+)?%$/.test(value)) return true;
	const plain = /^\d{1,2}(?:(?:-|\s(?:to|or|and)\s)\d{1,2})?$/.test(value);
	if (/^\d{1,2}-(?:year|month|week|day|hour|minute)s?(?:-old)?$/i.test(value)) return true;
	if (!plain) return false;
	if (UNIT_AFTER.test(after)) return true;
	// What is counted: a plural that is a word, perhaps after another word.
	const [, noun = ''] = /^\s(?:[a-z]{3,}\s)?([a-z]{3,}s)\b/.exec(after) ?? [];
	return (
		noun !== '' && lexicon.isWord(noun) && !/^(?:was|has|his|this|as|is|does|yes|gardens|mews)$/.test(noun)
	);
}

const DAY_IN_WORDS = new RegExp(
	String.raw`\b${ORDINAL}\s+(?:of\s+)?${MONTH}\b(?:\s+(?:19|20)\d{2})?|\b${MONTH}\s+(?:the\s+)?${ORDINAL}\b`,
	'gi',
);

function spelledDays(text: string, explained: readonly Span[]): Hit[] {
	return [...text.matchAll(DAY_IN_WORDS)]
		.map((match) => ({ start: match.index, end: match.index + match[0].length }))
		.filter((span) => !isWithin(span, explained))
		.map((span) => ({ ...span, rule: 'DT-C2', type: 'day in words' }));
}
