/** Words before a number that points into a document, a series or a list. */
const WORDS = [
	'annex',
	'appendix',
	'articles?',
	'arts?',
	'chapters?',
	'ch',
	'clauses?',
	'cl',
	'columns?',
	'cols?',
	'entry',
	'exhibits?',
	'figures?',
	'figs?',
	'footnotes?',
	'fn',
	'items?',
	'lines?',
	'nos?',
	'pages?',
	'pp?',
	'paragraphs?',
	'paras?',
	'parts?',
	'pts?',
	'questions?',
	'recommendations?',
	'regulations?',
	'regs?',
	'rows?',
	'rules?',
	'rr?',
	'schedules?',
	'sch',
	'sections?(?:\\ss)?',
	'ss?',
	'steps?',
	'tables?',
	'volumes?',
	'vols?',
];

/** Series of papers and books, by the letters before their numbers. */
export const SERIES = '(?:CP|Cm|Cmd|Cmnd|HC|HL|SI|ISBN|ISSN)\\b';

const inBothCases = (word: string) =>
	word.replace(/^[a-z]/, (letter) => `[${letter}${letter.toUpperCase()}]`);

export const POINTER_WORD = `(?:(?:${WORDS.map(inBothCases).join('|')})\\b|${SERIES})`;

/** A pointer at the end of a text. Numbers of bodies, as in “charity no. 1091234”, belong to no person. */
export const POINTER_BEFORE = new RegExp(
	String.raw`(?<![\w'-])(?<!\b(?:[Cc]harity|[Cc]ompany|[Rr]egistered|[Aa]pplication|RFC|ISO)\s)${POINTER_WORD}\.?\s$`,
);
