import { NUMBER_WORDS, ORDINAL, SPELLING, TENS } from '../language.ts';
import { type Hit, REFERENCE_RULES, type Vocabulary } from '../model.ts';
import { alternatives, pattern, fixed } from '../patterns/matching.ts';
import { wordsOf } from '../patterns/references.ts';
import { anyOf } from '../word-list.ts';

const ANNOUNCING = anyOf(`
	no number num ref reference badge log code pin id collar shoulder ending ends ended plate reg flat house
	ext extension account called sign
`);

const YEAR_ENDINGS = anyOf(`
	hundred oh ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
	forty fifty sixty seventy eighty ninety
`);

const RECORD_WORDS = anyOf(`
	log crime incident case collar shoulder badge job reference exhibit flat house unit cell account room ward
	file claim order warrant file report
`);

const SHORT_WORDS = anyOf(`
	in on at he we my is to of it so no or by as me us up go do an am be if a i the
`);

const WORD = `(?:${[...NUMBER_WORDS.keys(), ...TENS.keys(), 'hundred', 'thousand', 'double', 'triple', 'treble'].join('|')}|\\d)`;
const UNIT = `(?:${[...NUMBER_WORDS.keys()].slice(0, 14).join('|')}|double|triple)`;
const LONG = new RegExp(String.raw`\b(?:${WORD}[\s,/-]+){4,}${WORD}\b`, 'gi');
const FOUR = new RegExp(String.raw`\b(?:${UNIT}[\s,-]+){3,}${UNIT}\b`, 'gi');
const SHORT = new RegExp(
	String.raw`\b${ANNOUNCING}\b\.?(?:\s+(?:is|was|number|no|in|with|of|the|ref|reference|call))*[\s:,#'"-]+((?:${WORD}[\s,/-]+){1,}${WORD})\b`,
	'gi',
);
const YEAR = fixed(
	'gi',
)`\b(?:nineteen|twenty)[\s-]${YEAR_ENDINGS}(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?\b|\btwo thousand and [a-z]+\b`;

/** Three units in a row: numbers that anyone may ring are none. */
const THREE = new RegExp(String.raw`(?<![\w'-])(?:${UNIT}\s+){2}${UNIT}(?![\w'-])`, 'gi');
const PUBLIC_NUMBER =
	/^(?:nine\s+nine\s+nine|one\s+(?:oh|zero|one|nought)\s+one|one\s+one\s+(?:one|two)|one\s+two\s+three|five\s+five\s+five|(?:one|two|three|four|five|six|seven|eight)\s+(?:one|two|three|four|five|six|seven|eight)\s+(?:or|to)\b)/i;

/** What is counted, after a number that announces nothing: “the report two hundred people …”. */
const COUNTED =
	/^\s+(?:of\s+(?!the\b)|years?|months?|weeks?|days?|hours?|minutes?|times?|pounds|people|or\b|\w*m[ae]n|(?!was|is|has|his|this|as|says)\w{3,}s\b)/i;
const SAID = String.raw`(?:\s*(?:'s|\s(?:was|is|number|no|reference|ref|log|record|of\s+the|it's|it\s+was|reads?|said))\b\.?){0,4}`;

/** Numbers of two words or more after a word that an archive's own subject announces references by, or after a rank. */
function announcedPattern(words: Vocabulary): RegExp {
	const heads = REFERENCE_RULES.map((rule) => wordsOf(rule, words)).join('|');
	const ranks = alternatives(words.ranks.filter((rank) => rank.length > 1));
	return pattern(
		String.raw`\b(?:${heads}|${ranks})s?${SAID}[\s:,#'"(-]{1,3}(${WORD}(?:[\s,/-]{1,3}(?:(?:and|stroke|slash|dash|oh|point)\s)?(?:of\s+the\s+${ORDINAL}|${WORD})){1,12})\b`,
		'gi',
	);
}

/** One number alone, after “number” and a word for what it is of. */
const NUMBER_OF = new RegExp(
	String.raw`\b${RECORD_WORDS}\s+(?:number|no\.?)\s+(?:is\s+|was\s+)?(${WORD})\b`,
	'gi',
);

const LETTERS = String.raw`(?!${SHORT_WORDS}\b)[a-z]{1,2}`;
const SIGN = `(?:${[...SPELLING.keys()].join('|')}|${WORD}|stroke|dash|slash|${LETTERS})`;
const SPELLED = new RegExp(
	String.raw`\b(?:reg(?:istration)?|plates?|number\s?plate|index|vrm|post\s?code|claim|case|ref(?:erence)?|licence|passport)\b(?:\s+(?:is|was|number|no|mark|of|that|said|read|reads|then|under)){0,4}[\s:,'"-]{1,3}((?:${SIGN}[\s,-]{1,2}){2,}${SIGN})(?![\w'])`,
	'gi',
);
const HAS_NUMBER = new RegExp(String.raw`\b(?:${WORD}|${[...SPELLING.keys()].join('|')})\b`, 'i');

const SPELT = `(?:${[...SPELLING.keys()].join('|')})`;
/** Letters of the spelling alphabet, with or without numbers, after what is spelled. */
const CALLED = new RegExp(
	String.raw`\b(?:reg(?:istration)?|plates?|call\s?sign|radio|log|vrm|index)\b[^.\n]{0,24}?\b(${SPELT}(?:[\s,-]{1,2}(?:${SPELT}|${WORD})){1,8})\b`,
	'gi',
);

/** DT-C2. Numbers said in words: five in a row anywhere, two after a word that announces one, years. */
export function numberWords(text: string, words: Vocabulary): Hit[] {
	const hits: Hit[] = [];
	const add = (start: number, value: string) =>
		hits.push({ start, end: start + value.length, rule: 'DT-C2', type: 'number in words' });
	for (const match of text.matchAll(LONG)) add(match.index, match[0]);
	for (const match of text.matchAll(FOUR))
		// “one, two, three, four” is counting.
		if (!/^one\W+two\W+three\W+four/i.test(match[0])) add(match.index, match[0]);
	for (const match of text.matchAll(THREE))
		if (!PUBLIC_NUMBER.test(match[0]) && !COUNTED.test(text.slice(match.index + match[0].length)))
			add(match.index, match[0]);
	for (const match of text.matchAll(SHORT)) {
		const value = match[1] ?? '';
		// “number one or two”, “no more”: three in a row, or a compound such as “twenty-seven”.
		if (
			value.split(/[\s,/-]+/).length >= 3 ||
			new RegExp(`^(?:${[...TENS.keys()].join('|')})[\\s-]`, 'i').test(value)
		)
			add(match.index + match[0].lastIndexOf(value), value);
	}
	for (const match of text.matchAll(announcedPattern(words))) {
		const value = match[1] ?? '';
		if (!COUNTED.test(text.slice(match.index + match[0].length)))
			add(match.index + match[0].lastIndexOf(value), value);
	}
	for (const match of text.matchAll(CALLED))
		add(match.index + match[0].lastIndexOf(match[1] ?? ''), match[1] ?? '');
	for (const match of text.matchAll(NUMBER_OF)) add(match.index, match[0]);
	for (const match of text.matchAll(SPELLED)) {
		const value = match[1] ?? '';
		if (HAS_NUMBER.test(value) && /[a-z]{3}/i.test(value))
			add(match.index + match[0].lastIndexOf(value), value);
	}
	for (const match of text.matchAll(YEAR)) {
		const counted = /^\s+(?:years?|months?|weeks?|days?|hours?|minutes?|times?|people|\w*m[ae]n|\w+s)\b/.test(
			text.slice(match.index + match[0].length),
		);
		if (
			!counted &&
			/\b(?:in|since|of|until|from|by|late|early|during|summer|winter|spring|autumn|before|after)\s+$/i.test(
				text.slice(0, match.index),
			)
		)
			add(match.index, match[0]);
	}
	return hits;
}
