import { citations, isBookNumber } from '../citations.ts';
import { ORDINAL } from '../language.ts';
import type { Span, Vocabulary } from '../model.ts';
import { chain, type Mapped } from '../normalise.ts';
import { alternatives, digitsOf, pattern } from './matching.ts';
import { POINTER_WORD, SERIES } from './pointers.ts';
import { wordsOf, YEARS } from './references.ts';

/** A token with a digit or underscore, or capitals and a number, with any numbers that follow. */
const VALUE = String.raw`(?:(?!${SERIES})[A-Z]{1,4}[ /-]?)?[\w@+.(/]*[\d_][\w@.+:/()-]*(?:[ ,]{1,2}\d[\w.:/-]*)*`;

const POINTER = new RegExp(
	String.raw`(?<![\w'-])(?:${POINTER_WORD}\.?|[[(](?:19|20)\d\d[\])])\s(${VALUE})`,
	'g',
);
/** Words that a document reference never follows: “number page 88”. */
const EXPLICIT_BEFORE =
	/\b(?:number|no\.?|ref|reference|id|code|plate|end(?:s|ed|ing)(?: (?:in|with))?)(?: (?:is|was))? $/i;
/** “the log was part 771”. */
const LINK_BEFORE = /\b(?:is|was) $/;

/** A pointer before a word where a name is expected: “his username was page …”. */
const POINTER_BEFORE_WORD = new RegExp(
	String.raw`(?<=(?:\b(?:is|was|end(?:s|ed|ing))|:)\s)${POINTER_WORD}\.?\s(?=[A-Za-z][\w.]{2})`,
	'g',
);

/** A provision or page of at most three digits, or a range of up to four. */
const PLAUSIBLE_PLACE =
	/^[1-9]\d{0,2}[A-Z]{0,2}(?:\([\dA-Za-z]{1,4}\))*(?:\.\d{1,3}){0,3}[,.:;)]*$|^\d{1,4}[A-Z]?-\d{1,4}[A-Z]?[,.:;)]*$/;
const SEVERAL_PLACES = /^(?:\d{1,3}[A-Z]{0,2}, )+\d{1,3}[A-Z]{0,2}[,.:;)]*$/;

function isPlausiblePlace(value: string): boolean {
	return PLAUSIBLE_PLACE.test(value) || SEVERAL_PLACES.test(value);
}

/** Words with which people hedge before they name something. */
const HEDGES = [
	'that is',
	"that's",
	'namely',
	'viz',
	'i.e.',
	'I think',
	'I believe',
	'something like',
	'perhaps',
	'possibly',
	'probably',
	'maybe',
	'er',
	'um',
	'erm',
	'simply',
	'just',
	'only',
	'also',
	'always',
	'still',
	'actually',
];
const HEDGE = new RegExp(String.raw`(?<=[\w:,] ),? ?(?:${alternatives(HEDGES)})[,:]? (?=\S*[\d_])`, 'g');

/** Signs before a word that do not join it to another. */
const LOOSE_SIGN =
	/(?<=^|[\s(])(?:[/£€$#~=*_|<>•→«»…-]+\s?|(?<!\d )\.{1,3}\s)(?=[\p{L}\d@+(])|(?<=[\p{L}\d])_+(?![\p{L}\d_])|(?<=(?:\b(?:is|was|as|end(?:s|ed|ing))|:) )(?![[(](?:19|20)\d\d[\])])[("'[:,]+\s?(?=[\p{L}\d])/gu;
const CURRENCY = /[£€$]\s?$/;
/** “4,500”, “12.50”, “1.2 million”, “2500”: money as it is written; four digits or more are round or have their commas. */
const AMOUNT =
	/^(?:\d{1,3}(?:,\d{3})+|\d{1,3}|[1-9]\d*00)(?:\.\d{1,2})?(?![\w/-]|[.,]\d|\s\d|\s\p{Lu})|^\d+\.\d{1,2}(?![\w./-])/u;

/** The start of an identifier, and of no count, year in brackets or amount. */
const NEXT = String.raw`(?=(?:[A-Z]{1,4}[ /-])?[\p{L}@+.(_/]{0,12}[\d_])(?!\[|\((?:19|20)\d\d\)|\d{1,3}(?:,\d{3}|[\s,.;:%)]))`;
/** What stands between a noun and its number without joining them: an aside, a label, a share, a currency, a list. */
const ASIDE = new RegExp(
	[
		// “(see [2020] EWCA Civ 77 at [31])”
		String.raw`\s\((?:[^()\n]|\([^()\n]{1,20}\)){2,60}\)\s${NEXT}`,
		// “(I have it here: ”
		String.raw`\s\((?:[\p{L}']+ ){1,6}[\p{L}']+:\s(?=\S*[\d_.])`,
		String.raw`\s\d{1,3}(?:\.\d+)?\s?%\s${NEXT}`,
		String.raw`\s(?:GBP|EUR|USD)\s?(?!\d{1,3}(?:,\d{3}|[\s,.;:]))(?=\S{0,12}[\d_.])`,
		String.raw`\s*\n\s*(?:\d{1,2}[.)]|[*•-])\s+(?=\S)`,
	].join('|'),
	'gu',
);

/** Text between a noun and its number: “the account's 70872490”, “date of birth? It's 14-02-87”. */
const FILLER =
	/(?<=[\p{L}.])(?<!\bISB?[SN]{1,2})(?:'s(?![\w'])|\s+it(?:'s|\s(?:is|was|reads?))(?!\w)|[:;?,(["']|(?<=\s)-|(?<=\s[a-z]{2,})-(?!\S*-[a-z])|\s)+(?=[A-Z]{0,3}[ -]?\d|[A-Za-z_.]*[\d_])(?!\d{1,3}(?:,\d{3})+(?!\d))/giu;

/** The shape of an identifier, without grouped thousands. */
const IDENTIFIER = String.raw`(?<![\w.,£/-])((?:[A-Z]{1,4}[ /-]?)?\d[\w/-]*(?:[ .]\d[\w/-]*)*|[A-Z]+\d[\dA-Z]*\d[\dA-Z]*|[a-z]{2}\d{2,})`;
/** An identifier followed by what would make it a count, a share or a title. */
const COUNTED = new RegExp(
	String.raw`${IDENTIFIER}(\s?%|\s(?:people|children|staff|\w*m[ae]n|of (?!the (?:${ORDINAL}|\d))(?:(?:the|our|my|his|her|their) )?\w+|per|or|out|pc|percent|[a-z]{3,}s|\p{Lu}\p{Ll}+(?: \d{4}\b)?)(?![\p{L}\d])|,? \[\d{4}\](?: [A-Z][A-Za-z]*)+ \d{1,4}(?: \([A-Z][A-Za-z]+\))?|[/-](?!\w))`,
	'gu',
);
/** Words after a number that show what it is: “was on his shoulder”. */
const NAMING_AFTER = /^,?\s(?:was|were|is|on|from|as|in|grid|my|his|her|area|post\s?code)\b/;
/** An identifier followed by closing punctuation. */
const CLOSED = new RegExp(String.raw`${IDENTIFIER}([)\]"'»|*_]+,?|,)(?=\s[a-z]|$)`, 'gu');

/** True for what nobody would count with: four digits or more, or letters among them, and no year. */
function isIdentifier(value: string): boolean {
	if (/^\d+\.\d+$/.test(value) || /^(?:19|20)\d\d(?: |$)/.test(value) || YEARS.test(value)) return false;
	const digits = digitsOf(value).length;
	return (
		digits >= 4 || (digits >= 2 && /\d[A-Z]{2}$|^[A-Z]{2,4}[/-]?\d|^[A-Z]\d+[A-Z]|^[a-z]{2}\d/.test(value))
	);
}

/** A cheap test that every text with a disguise passes. */
const GATE = new RegExp(
	String.raw`\d|[/£€$#~=*_|<>•→«»…-]|(?:is|was|as|end(?:s|ed|ing)|:) (?:[("'[:,]|${POINTER_WORD}\.? )`,
);

interface Edit extends Span {
	replacement: string;
}

/**
 * Removes what makes an identifier look like something else: words that point into a document, loose signs,
 * fillers, and counting words after more digits than anybody counts. Full citations are left alone.
 *
 * @returns undefined where there is nothing of the kind
 */
export function undisguisedView(text: string, words: Vocabulary, isAccount = false): Mapped | undefined {
	if (!GATE.test(text)) return undefined;
	let view: Mapped | undefined;
	for (const edits of [asides, hedges, looseSigns, pointers, wordPointers, fillers, closers, counts]) {
		const current = view?.text ?? text;
		const wanted = [...edits(current, words, isAccount)];
		if (wanted.length === 0) continue;
		const edited = edit(current, wanted);
		view = view ? chain(edited, view) : edited;
	}
	return view;
}

function* wordPointers(text: string): Generator<Edit> {
	for (const { 0: whole, index } of text.matchAll(POINTER_BEFORE_WORD))
		yield { start: index, end: index + whole.length, replacement: '' };
}

/** Rules whose references need a “no.” or the like before them. */
const ANNOUNCING_RULES = ['DT-5', 'DT-7', 'DT-11', 'DT-17'] as const;

function* pointers(text: string, words: Vocabulary): Generator<Edit> {
	let cited: Span[] | undefined;
	const announcing = pattern(
		String.raw`\b(?:${ANNOUNCING_RULES.map((rule) => wordsOf(rule, words)).join('|')}) $`,
		'i',
	);
	for (const match of text.matchAll(POINTER)) {
		const [whole, value = ''] = match;
		const start = match.index;
		const lead = text.slice(Math.max(0, start - 24), start);
		const isNamed = EXPLICIT_BEFORE.test(lead) || (LINK_BEFORE.test(lead) && digitsOf(value).length >= 3);
		// “claim no H4QZ09K1”: here it announces.
		const announces = !isNamed && /^[Nn]os?\.?\s/.test(whole) && announcing.test(lead);
		if (announces || (isPlausiblePlace(value) && !isNamed)) continue;
		const end = start + whole.length - value.length;
		if (isBookNumber(text, end)) continue;
		cited ??= citations(text, words.laws);
		if (cited.some((span) => span.start <= start && span.end >= end)) continue;
		yield { start, end, replacement: '' };
	}
}

function* asides(text: string): Generator<Edit> {
	for (const { 0: whole, index } of text.matchAll(ASIDE))
		yield { start: index, end: index + whole.length, replacement: ' ' };
}

function* hedges(text: string): Generator<Edit> {
	for (const { 0: whole, index } of text.matchAll(HEDGE))
		yield { start: index, end: index + whole.length, replacement: '' };
}

function* looseSigns(text: string): Generator<Edit> {
	for (const { 0: signs, index } of text.matchAll(LOOSE_SIGN)) {
		const end = index + signs.length;
		if (CURRENCY.test(signs) && AMOUNT.test(text.slice(end, end + 24))) continue;
		yield { start: index, end, replacement: '' };
	}
}

function* fillers(text: string): Generator<Edit> {
	for (const { 0: filler, index } of text.matchAll(FILLER))
		if (/\S/.test(filler) && index > 0) yield { start: index, end: index + filler.length, replacement: ' ' };
}

function* counts(text: string, _: Vocabulary, isAccount: boolean): Generator<Edit> {
	for (const { 0: whole, 1: value = '', index } of text.matchAll(COUNTED)) {
		const start = index + value.length;
		const end = index + whole.length;
		const digits = digitsOf(value).length;
		const isNamed =
			digits >= 2 &&
			((isAccount && digits >= 3) || EXPLICIT_BEFORE.test(text.slice(Math.max(0, index - 24), index)));
		if (!isIdentifier(value) && !isNamed) continue;
		if (NAMING_AFTER.test(text.slice(end, end + 10))) yield { start, end, replacement: '' };
		else yield { start, end: start, replacement: '; ' };
	}
}

function* closers(text: string): Generator<Edit> {
	for (const { 0: whole, 1: value = '', index } of text.matchAll(CLOSED))
		if (isIdentifier(value) || !whole.endsWith(','))
			yield { start: index + value.length, end: index + whole.length, replacement: '' };
}

/** Applies edits, which must be in order and must not overlap. */
function edit(text: string, edits: readonly Edit[]): Mapped {
	let out = '';
	const origins: number[] = [];
	let done = 0;
	const copy = (to: number) => {
		for (let index = done; index < to; index++) origins.push(index);
		out += text.slice(done, to);
	};
	for (const { start, end, replacement } of edits) {
		copy(start);
		for (let index = 0; index < replacement.length; index++) origins.push(Math.max(0, end - 1));
		out += replacement;
		done = end;
	}
	copy(text.length);
	return { text: out, origin: (index) => origins[index] ?? text.length };
}
