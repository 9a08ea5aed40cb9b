import { ORDINAL } from '../language.ts';
import type { Detector, ReferenceRule, Vocabulary } from '../model.ts';
import { alternatives, digitsOf, matches, pattern, fixed } from './matching.ts';
import { anyOf } from '../word-list.ts';

const LINK_WORDS = anyOf(String.raw`
	record reference ref number numbers no num nr id code log is was were of given as and the a it its quoted
	quoting under called sheet : = # - \( , " '
`);

const PREPOSITIONS = anyOf(`
	in of on at to by for from since and or as than over with until about is was had has after before the all
	some only
`);

/**
 * Words that announce a reference in any subject. Those of an archive's own subject (names of registers,
 * systems, offices) is declared in `register.yaml`.
 */
const GENERAL: Readonly<Partial<Record<ReferenceRule, readonly string[]>>> = {
	'DT-5': ['nhs', 'chi', 'patient', 'hospital', 'h&c'],
	'DT-7': [
		'reference',
		'ref',
		'case',
		'log',
		'incident',
		'report',
		'complaint',
		'occurrence',
		'file',
		'ticket',
		'docket',
		'job',
		'event',
		'exhibit',
		'tracking',
	],
	'DT-9': ['badge', 'staff', 'employee', 'payroll', 'personnel'],
	'DT-11': ['court', 'claim', 'petition', 'tribunal', 'hearing', 'appeal', 'docket'],
	'DT-17': [
		'permit',
		'visa',
		'driving licence',
		'driving license',
		'licence',
		'license',
		'student',
		'policy',
		'membership',
		'member',
		'tenancy',
		'tax',
		'utr',
		'upn',
		'id card',
		'identity card',
		'library card',
		'customer',
		'card',
	],
};

/** What may come between a word and its number. */
const LINK = String.raw`(?:\s*(?:'s)?\s*${LINK_WORDS}\.?)*\s*(?:no\.|ref\.|[:#=("'])?\s*`;
const EXPLICIT = /\b(?:ref(?:erence)?s?|numbers?|no|num|nr|id|code|quot(?:ed|ing))\b|[#:]/i;
const TOKEN = String.raw`((?:[A-Z]{1,4}[/-]){0,2}[A-Z]{0,6}[ /.-]?\d[\dA-Z]*(?:\s?[/.:_-]\s?[\dA-Z]+|\s\d+)*)(?![\w])`;

export const YEAR = /^(?:19\d\d|20[0-4]\d)$/;
/** A year, or years from … to. */
export const YEARS = /^(?:19\d\d|20[0-4]\d)(?:\s?[/-]\s?(?:(?:19|20)?\d\d))?$/;

/** True if what follows a reference word is a reference, rather than a count, a year or a position in a document. */
function isReference(value: string, explicit: boolean, tail: string, linked = false): boolean {
	const digits = digitsOf(value);
	if (fixed('i')`^${PREPOSITIONS}[\s.]`.test(value)) return false;
	// “the log number was 2019”
	if (YEAR.test(value) && explicit && linked) return true;
	if (YEARS.test(value.trim()) && !(explicit && !/[/-]/.test(value) && !YEAR.test(value.trim())))
		return false;
	if (/^(?:,\d{3}|\.\d|\s?%|\s?per\s?cent|\s?pc\b|st\b|nd\b|rd\b|th\b)/.test(tail)) return false;
	if (
		/^\s(?:of\s+\d+\b|years?|months?|weeks?|days?|hours?|minutes?|times|people|\w*m[ae]n|cases|reports|allegations|complaints|[a-z]+ers)/i.test(
			tail,
		)
	)
		return false;
	const parts = value.split(/[\s/.:_-]+/).filter(Boolean);
	if (parts.every((part) => YEAR.test(part))) return false;
	// “incident 12 May”: a spaced token must be all of one number.
	if (/\s/.test(value.trim()) && !explicit && digits.length < 6) return false;
	if (explicit) return digits.length >= 3 || (digits.length >= 2 && /[A-Z]/i.test(value));
	// “the log was 9912”, “CAD 9912”
	if (
		linked &&
		/^\d{4,}$/.test(value) &&
		!YEAR.test(value) &&
		!/^\s[a-z]+s\b(?<!\b(?:was|is|has|as|this))/.test(tail)
	)
		return true;
	if (digits.length >= 6) return true;
	const joined = /[/_-]/.test(value) && parts.length >= 2 && digits.length >= 4;
	return (
		(joined && digits.length >= 4 && /\d{3}|[A-Z]\d|\d[A-Z]/i.test(value)) ||
		(/[A-Z]{2,}.*\d{3}/.test(value) && digits.length >= 3)
	);
}

/** The words that announce a rule’s references: general ones and the archive’s own. */
export function wordsOf(rule: ReferenceRule, words: Vocabulary): string {
	const known = announcing.get(words) ?? new Map<ReferenceRule, string>();
	announcing.set(words, known);
	const source =
		known.get(rule) ?? alternatives([...(GENERAL[rule] ?? []), ...(words.referenceWords[rule] ?? [])]);
	known.set(rule, source);
	return source;
}
const announcing = new WeakMap<Vocabulary, Map<ReferenceRule, string>>();

/** Finds references right after the words that announce them. */
export function* announced(text: string, rule: ReferenceRule, words: Vocabulary, least = 0) {
	yield* matches(
		text,
		pattern(String.raw`(?<![\w-])(?:${wordsOf(rule, words)})s?(?![\w-])${LINK}${TOKEN}`, 'gi'),
		(value, start, match) => {
			const head = match[0].slice(0, start - match.index);
			return (
				digitsOf(value).length >= least &&
				isReference(
					value,
					EXPLICIT.test(head) && !/\b(?:numbers?\s+of)\b/i.test(head),
					text.slice(start + value.length),
					/\b(?:is|was)\s*$/.test(head) || /^[A-Z]{3,} $/.test(head),
				)
			);
		},
		1,
	);
}

/** Numbers joined by strokes or dashes, and how they are told from dates and years. */
const JOINED = String.raw`((?:[A-Z]{1,4}[/-])?\d{2,8}(?:[/-][A-Z\d]{2,8})+|\d{4,8}(?: \d{2,6}){1,3})`;
const DATE = /^\d{1,2}[/-]\d{1,2}[/-](?:\d{2}|\d{4})$|^\d{4}-\d{2}-\d{2}$/;

/** “pages 112-118”: from a lesser number to a greater one, after a word for places in a document. */
function isRange(value: string, lead: string): boolean {
	const [, from, to] = /^(\d{1,4})-(\d{1,4})$/.exec(value) ?? [];
	return Number(from) < Number(to) && /\b(?:pages?|pp?|paragraphs?|paras?|lines?|columns?)\.?\s$/i.test(lead);
}

/** Finds joined numbers a few words after, or before, the words that announce them. */
function* loose(text: string, rule: ReferenceRule, words: Vocabulary) {
	const strong = (value: string, start: number) =>
		!YEARS.test(value) &&
		!isRange(value, text.slice(Math.max(0, start - 16), start)) &&
		!DATE.test(value) &&
		digitsOf(value).length >= (/ /.test(value) ? 8 : 5) &&
		!/^(?:19|20)\d\d (?:19|20)\d\d$/.test(value);
	const heads = wordsOf(rule, words);
	// “the case number they gave me was 44190072613”
	yield* matches(
		text,
		pattern(
			String.raw`(?<![\w-])(?:${heads})\s+(?:number|no\.?|ref(?:erence)?|id)\b[^.,;\n\d£]{1,40}\b(?:is|was)\s+(\d{5,14})(?![\w/%]|[.,]\d|\s+[a-z]{2,}s\b(?<!\b(?:was|is|has|as|this)))`,
			'gi',
		),
		undefined,
		1,
	);
	yield* matches(
		text,
		pattern(
			String.raw`(?<![\w-])(?:${heads})\b[^.\n\d£]{1,28}?(?<![\w/.-])${JOINED}(?![\w/]|[.,]\d|\s?%)`,
			'gi',
		),
		strong,
		1,
	);
	yield* matches(
		text,
		pattern(
			String.raw`(?<![\w/.£-])${JOINED}(?![\w/]|[.,]\d)\s+(?:as|was|is|for)\s+(?:\w+\s+){0,2}(?:${heads})\b`,
			'gi',
		),
		strong,
		1,
	);
}

/** DT-7. References of cases and incidents: no common format, so a word that announces one and a number. */
const caseReference: Detector = {
	id: 'DT-7',
	type: 'case reference',
	prefilter: /\d{2}|\d[/-]\d/,
	*find(text, words) {
		yield* announced(text, 'DT-7', words);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w-])(?:${wordsOf('DT-7', words)})${LINK}\d{1,5}\s*(?:of|on|dated|,|/|-)\s*(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:of\s+)?(?:\w{3,9}|\d{1,2})(?:[\s/.-]+\d{2,4})?`,
				'gi',
			),
			(value) =>
				!/\b(?:19|20)\d{2}-\d{2}-\d{2}$/.test(value) &&
				/jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d{1,2}[/.-]\d{1,2}/i.test(value),
		);
		// “log 771 of the 3rd”
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w-])(?:${wordsOf('DT-7', words)})${LINK}(\d{2,5}),?\s+of\s+the\s+(?:${ORDINAL}|\d{1,2}(?:st|nd|rd|th))\b`,
				'gi',
			),
			undefined,
			1,
		);
		yield* loose(text, 'DT-7', words);
		// Letters, a stroke or dash, a long number: the look of most registers.
		yield* matches(
			text,
			/(?<![\w/.-])[A-Z]{2,5}[/-](?:\d{2,4}[/-])?\d{5,8}(?:[/-]\d{2,4})?(?![\w/-])/g,
			(value) => !/^(?:ISBN|ISSN|SHA|RFC|ISO|UTF|COVID)/.test(value),
		);
		yield* matches(text, /(?<![\w/.£-])\d{2}\/\d{5,7}\/\d{2}(?![\w/-])/g);
	},
};

/** DT-8. Records of custody or detention: by the words that the archive declares. */
const custodyReference: Detector = {
	id: 'DT-8',
	type: 'custody reference',
	prefilter: /\d{2}/,
	*find(text, words) {
		yield* announced(text, 'DT-8', words, 2);
		yield* loose(text, 'DT-8', words);
	},
};

export const CASES: readonly Detector[] = [caseReference, custodyReference];
