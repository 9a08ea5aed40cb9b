import { NUMBER_WORDS, TENS } from '../pii/language.ts';

/** A number in a text, with its place counted from the text’s first line and column 1. */
export interface FoundNumber {
	text: string;
	value: number;
	line: number;
	column: number;
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** Numbers by which things are called and not counted: “concern 3”, “sections 29A and 30”, “No 4”. */
const CALLED =
	/\b(?:concerns?|recommendations?|actions?|findings?|figures?|tables?|sections?|ss?|parts?|chapters?|schedules?|articles?|regulations?|paragraphs?|paras?|pages?|pp?|versions?|volumes?|number|no)\.?\s+\d+[A-Za-z]?(?:(?:\s*(?:,|and|or|to|–|-)\s*)\d+[A-Za-z]?\b)*/gi;

/** A character by its number, which is no number of the text. */
const REFERENCE = /&#(\d{1,5});/g;

/** What is no statistic, by clear rule, in the order in which it is taken out of the text. */
const EXEMPT: readonly RegExp[] = [
	// Components, addresses of links.
	// Neither is longer, and without an end each sign would be looked for to the end of the text.
	/<[^<>]{0,2000}>/g,
	/\]\([^)]{0,2000}\)/g,
	CALLED,
	// Dates: “30 June 2022”, “June 30”, “9 and 10 March”.
	new RegExp(String.raw`\b\d{1,2}(?:\s*(?:and|to|–|-)\s*\d{1,2})?\s+${MONTH}\b(?:\s+\d{4})?`, 'g'),
	new RegExp(String.raw`\b${MONTH}\s+\d{1,2}\b(?!\d|,\d{3})(?:,?\s+\d{4})?`, 'g'),
	// Ordinals.
	/\b\d+(?:st|nd|rd|th)\b/g,
	// Years and spans of years: “2018”, “2017–20”, “the 1990s”.
	/(?<![\d.,£$€])(?:19|20)\d{2}(?:(?:\/|–|-)(?:(?:19|20)\d{2}|\d{2}))?s?(?![\d%]|[.,]\d)/g,
];

const WORDS = [...NUMBER_WORDS.keys(), ...TENS.keys()].join('|');
const IN_WORDS = new RegExp(
	String.raw`\b(?:(${[...TENS.keys()].join('|')})[\s-](${[...NUMBER_WORDS.keys()].join('|')})|(${WORDS}))\b`,
	'gi',
);
const IN_DIGITS = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/** Numbers in words below this are as often a manner of speaking as a count. */
const LEAST_IN_WORDS = 10;

/**
 * Finds the numbers of a text that count something: all in digits, and those in words from ten. Years, dates, ordinals
 * and the numbers by which things are called are left out.
 */
export function numbersIn(text: string): FoundNumber[] {
	let bare = text.replace(REFERENCE, (found, digits: string) =>
		String.fromCharCode(Number(digits)).padEnd(found.length),
	);
	for (const pattern of EXEMPT) bare = bare.replace(pattern, (found) => found.replace(/[^\n]/g, ' '));
	let line = 0;
	let start = 0;
	let end = bare.indexOf('\n');
	return allIn(bare)
		.filter(({ value, text: words }) => /\d/.test(words) || value >= LEAST_IN_WORDS)
		.map(({ text: words, value, index }) => {
			// They come in the order in which they stand, so that lines are counted once.
			for (; end >= 0 && end < index; end = bare.indexOf('\n', start)) {
				line++;
				start = end + 1;
			}
			return { text: words, value, line, column: index - start + 1 };
		});
}

/** Every number of a text, in digits or in words, whatever it means. */
export function valuesIn(text: string): Set<number> {
	return new Set(allIn(text).map(({ value }) => value));
}

function allIn(text: string): { text: string; value: number; index: number }[] {
	const digits = [...text.matchAll(IN_DIGITS)].map(({ 0: found, index }) => ({
		text: found,
		value: Number(found.replaceAll(',', '')),
		index,
	}));
	const words = [...text.matchAll(IN_WORDS)].map(
		({ 0: found, 1: tens = '', 2: ones = '', 3: one = '', index }) => ({
			text: found,
			value: tens
				? (TENS.get(tens.toLowerCase()) ?? 0) + (NUMBER_WORDS.get(ones.toLowerCase()) ?? 0)
				: (TENS.get(one.toLowerCase()) ?? NUMBER_WORDS.get(one.toLowerCase()) ?? 0),
			index,
		}),
	);
	return [...digits, ...words].sort((a, b) => a.index - b.index);
}
