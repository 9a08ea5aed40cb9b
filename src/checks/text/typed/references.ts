import type { Detector, ReferenceRule, Vocabulary } from '../model.ts';
import { yearSerial } from './check-digits.ts';
import { alternatives, before, digitsOf, matches, pattern } from './matching.ts';

/**
 * Words that announce a reference in any subject. What is particular to an archive's own (the names of registers,
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

/** Whatever may stand between a word and its number. */
const LINK = String.raw`(?:\s*(?:'s)?\s*(?:record|reference|ref|number|numbers|no|num|nr|id|code|log|is|was|were|of|given|as|and|the|a|it|its|quoted|quoting|under|called|sheet|:|=|#|-|\(|,|"|')\.?)*\s*(?:no\.|ref\.|[:#=("'])?\s*`;
const EXPLICIT = /\b(?:ref(?:erence)?s?|numbers?|no|num|nr|id|code|quot(?:ed|ing))\b|[#:]/i;
const TOKEN = String.raw`([A-Z]{0,6}[ /.-]?\d[\dA-Z]*(?:\s?[/.:_-]\s?[\dA-Z]+|\s\d+)*)(?![\w])`;

const YEAR = /^(?:19|20)\d\d$/;
const YEARS = /^(?:(?:19|20)\d\d)(?:\s?[/-]\s?(?:(?:19|20)?\d\d))?$/;

/** Whether what follows a reference word is a reference and not a count, a year or a place in a document. */
function isReference(value: string, explicit: boolean, tail: string): boolean {
	const digits = digitsOf(value);
	if (
		/^(?:in|of|on|at|to|by|for|from|since|and|or|as|than|over|with|until|about|is|was|had|has|after|before|the|all|some|only)[\s.]/i.test(
			value,
		)
	)
		return false;
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
	if (digits.length >= 6) return true;
	const joined = /[/_-]/.test(value) && parts.length >= 2 && digits.length >= 4;
	return (
		(joined && digits.length >= 4 && /\d{3}|[A-Z]\d|\d[A-Z]/i.test(value)) ||
		(/[A-Z]{2,}.*\d{3}/.test(value) && digits.length >= 3)
	);
}

function wordsOf(rule: ReferenceRule, words: Vocabulary): string {
	return alternatives([...(GENERAL[rule] ?? []), ...(words.referenceWords[rule] ?? [])]);
}

function* announced(text: string, rule: ReferenceRule, words: Vocabulary, least = 0) {
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
				)
			);
		},
		1,
	);
}

/** Numbers joined by strokes or dashes, and how they are told from dates and years. */
const JOINED = String.raw`((?:[A-Z]{1,4}[/-])?\d{2,8}(?:[/-][A-Z\d]{2,8})+)`;
const DATE = /^\d{1,2}[/-]\d{1,2}[/-](?:\d{2}|\d{4})$|^\d{4}-\d{2}-\d{2}$/;

/** A joined number a few words after what announces it, or before. */
function* loose(text: string, rule: ReferenceRule, words: Vocabulary) {
	const strong = (value: string) => !YEARS.test(value) && !DATE.test(value) && digitsOf(value).length >= 5;
	const announcing = wordsOf(rule, words);
	yield* matches(
		text,
		pattern(
			String.raw`(?<![\w-])(?:${announcing})\b[^.\n\d£]{1,28}?(?<![\w/.-])${JOINED}(?![\w/]|[.,]\d|\s?%)`,
			'gi',
		),
		strong,
		1,
	);
	yield* matches(
		text,
		pattern(
			String.raw`(?<![\w/.£-])${JOINED}(?![\w/]|[.,]\d)\s+(?:as|was|is|for)\s+(?:\w+\s+){0,2}(?:${announcing})\b`,
			'gi',
		),
		strong,
		1,
	);
}

/** DT-7. References of cases and incidents: no common format, so a word that announces one and a number. */
export const caseReference: Detector = {
	id: 'DT-7',
	type: 'case reference',
	gate: /\d{2}|\d[/-]\d/,
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
export const custodyReference: Detector = {
	id: 'DT-8',
	type: 'custody reference',
	gate: /\d{2}/,
	*find(text, words) {
		yield* announced(text, 'DT-8', words, 2);
		yield* loose(text, 'DT-8', words);
	},
};

const SUFFIXED = String.raw`(?:[A-Z]{1,3}[\s-]?)?\d{2,6}(?:\s?[A-Z]{1,2})?`;

/** DT-9. Numbers that a person wears or is listed by: after a rank, or by a word that announces them. */
export const personNumber: Detector = {
	id: 'DT-9',
	type: 'number of a person at work',
	gate: /\d{2}/,
	*find(text, words) {
		// Initials may have full stops: “P.C.”
		const ranks = alternatives(words.ranks).replace(/(?<![\w\\])[A-Z]{2,4}(?![\w])/g, (initials) =>
			[...initials].join('\\.?'),
		);
		const counted = (value: string, start: number, rank: string) => {
			const tail = text.slice(start + value.length);
			if (
				/^(?:,\d{3}|\.\d|\s?%|\s?(?:per\s?cent|percent|pc)\b|\s(?:years?|months?|days?|hours?|times|of|per|out|others|people|\w*m[ae]n)\b)/i.test(
					tail,
				)
			)
				return false;
			const digits = digitsOf(value);
			// A place of that name, and a year: “Washington DC 2019”.
			if (
				YEAR.test(value) &&
				(before(text, start - rank.length, /\p{Lu}\p{L}+[\s,]*$/u, 20) ||
					/\b(?:in|of|since|until|by|from)\s*$/i.test(rank))
			)
				return false;
			return digits.length >= 2;
		};
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w.£-])(?:${ranks})\.?\s*(?:number|no\.?|#|,|-)?\s*(${SUFFIXED})(?![\w/])`,
				'g',
			),
			(value, start, match) =>
				counted(value, start, match[0].slice(0, -value.length)) && !before(text, match.index, /\d\s?$/),
			1,
		);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w.£-])(?:${ranks})\.?,?\s+(?:number\s+|no\.?\s+)?([a-z]{0,2}\d{2,6}[a-z]{0,2})(?![\w/])`,
				'gi',
			),
			(value, start, match) =>
				counted(value, start, match[0].slice(0, -value.length)) && !before(text, match.index, /\d\s?$/),
			1,
		);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w.-])(?:${ranks})\.?\s+(?:\p{Lu}[\p{L}'-]+\s*){1,2}[,(\s]+(?:number\s+|no\.?\s+|#)?(\d{3,6}[A-Z]{0,2})(?![\w/])`,
				'gu',
			),
			(value, start, match) => counted(value, start, match[0]) && !YEAR.test(value),
			1,
		);
		const announcing = wordsOf('DT-9', words);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w-])(?:${announcing})(?:\s*(?:number|no|num|id|code|ref|is|was|said|read|showed|the|of|:|#|,|\())*\.?\s*[:#("']?\s*(${SUFFIXED})(?![\w/])`,
				'gi',
			),
			(value, start, match) =>
				counted(value, start, match[0]) &&
				(digitsOf(value).length >= 3 ||
					/[A-Z]/.test(value) ||
					/number|\bno\b|num|id\b|[#:]/i.test(match[0])) &&
				(value === value.toUpperCase() || (!/\s/.test(value) && /^[a-z]{1,2}\d{3,}$/i.test(value))) &&
				!(YEAR.test(value) && !/number|\bno\b|num|[#:]/i.test(match[0])) &&
				!/^(?:in|of|to|at|on|by|as|or|an|is|was)[\s-]?\d/i.test(value),
			1,
		);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w.£,/-])(\d{3,6}[A-Z]{0,2})(?![\w,%/])\s*(?:,|\()?\s*(?:was|were|is|printed|written|embroidered|sewn|numbers?|stitched|shown)?\s*(?:on|across|from)\s+(?:his|her|the|their|a|its)\s+(?:\w+\s+)?(?:${announcing}|uniform|jacket|vest|lapel|tunic|shoulders)s?\b`,
				'gi',
			),
			undefined,
			1,
		);
	},
};

/** DT-10. National numbers made of year, serial and check letter; any other by the words declared for them. */
export const yearSerialNumber: Detector = {
	id: 'DT-10',
	type: 'national record number',
	gate: /\d{2}/,
	*find(text, words) {
		yield* matches(
			text,
			/(?<![\w/.-])(?:\d{4}|\d{2})\s?[/-]\s?\d{3,7}\s?[A-Z](?![\w/-])/gi,
			(value) => yearSerial(value.replace(/\s/g, '')) && !/-(?:0?[1-9]|1[0-2])[a-z]$/i.test(value),
		);
		const declared = wordsOf('DT-10', words);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w-])(?:${declared})(?![\w-])[^.\n\d]{0,30}?(?<![\d£])((?:\d{1,6}\s?[/ -]\s?)?\d{2,8}\s?[A-Z]?)(?![\w%]|,\d|\.\d|\s*(?:per|times|years|months|checks?|searches|[a-z]+ers|staff))`,
				'gi',
			),
			(value) => !YEARS.test(value) && digitsOf(value).length >= 4,
			1,
		);
	},
};

/** DT-11. Numbers of proceedings in the forms that courts use. */
export const courtReference: Detector = {
	id: 'DT-11',
	type: 'court reference',
	gate: /\d{2}/,
	*find(text, words) {
		// Area, unit, serial, year.
		yield* matches(
			text,
			/(?<![\w/.-])\d{2}[\s/]?[A-Z][A-Z0-9][\s/]?\d{5}[\s/]?\d{2}(?![\w/-])/gi,
			(value, start) =>
				value === value.toUpperCase() ||
				/^\d{2}[a-z][a-z0-9]\d{7}$/i.test(value) ||
				before(text, start, /\burn\b/i),
		);
		yield* matches(text, /(?<![\w/.-])[A-Z]{2}[\s-]?\d{2}[\s-]?[A-Z][\s-]?\d{5}(?![\w/-])/gi);
		// Year letter and running number of the higher courts: T20237041, QB-2021-001234, CO/1234/2020.
		yield* matches(
			text,
			/(?<![\w/.-])[ASTU]\s?20[0-4]\d\s?\d{4}(?![\w/-])/gi,
			(value) => value === value.toUpperCase() || !/\s/.test(value),
		);
		yield* matches(text, /(?<![\w/.-])[A-Z]{2,3}[-/]20[0-4]\d[-/]\d{4,6}(?:-[A-Z]{1,3})?(?![\w/-])/gi);
		yield* matches(text, /(?<![\w/.-])(?:CO|AC|FD|EA|UA|PA|HU)[/-]\d{3,6}[/-](?:19|20)\d{2}(?![\w/-])/g);
		yield* matches(text, /(?<![\w/.-])[A-Z]\d{2}[A-Z]{2}\d{3}(?![\w/-])/g);
		yield* matches(text, /(?<![\w/.-])(?:1[3-8]|2[2-8]|3[23]|41|60|65)\d{5}\/(?:19|20)\d{2}(?![\w/-])/g);
		yield* matches(text, /(?<![\w/.-])\d{4}-\d{4}-\d{4}-\d{4}(?![\w/-])/g, (value, start) =>
			before(text, start, pattern(String.raw`\b(?:case|${wordsOf('DT-11', words)})\b`, 'i'), 50),
		);
		yield* announced(text, 'DT-11', words, 4);
	},
};

export const REFERENCES: readonly Detector[] = [
	caseReference,
	custodyReference,
	personNumber,
	yearSerialNumber,
	courtReference,
];

export { announced };
