import { FEAST_DAYS, MONTH, ORDINAL, WEEKDAY } from '../language.ts';
import type { Detector } from '../model.ts';
import { before, fixed, matches } from './matching.ts';

const DAY = String.raw`(?:[12]\d|3[01]|0?[1-9])`;
const YEAR = String.raw`(?:(?:19|20)\d{2}|'\d{2}|\d{2}(?!\d))`;
/** Words before a number that points into a document. */
const POINTER =
	/(?<!')\b(?:version|v|rfc|sections?|paras?|paragraphs?|clause|chapter|table|annex|figure|fig|schedule|appendix|build|release)\.?\s*(?:\d[\d.]*(?:,|\s+(?:and|to))\s*)?$/i;

/** Whether a number points into a document, not to a day: “version 2.14.03” would, “part 14.02.87” does not. */
const isPointer = (value: string, text: string, start: number): boolean =>
	/^[1-9]\d?\.[1-9]\d?\.\d{2}$/.test(value) && before(text, start, POINTER, 24);

/** DT-12. Dates finer than a month: in figures, in words, by weekday or by feast. */
const exactDate: Detector = {
	id: 'DT-12',
	type: 'exact date',
	warnsOnly: true,
	prefilter: fixed(
		'i',
	)`\d|\b${MONTH}\b|\b${WEEKDAY}\b|born|birthday|\b${FEAST_DAYS}\b|\bmonth\b|bank\s+holiday|\bthe\s+${ORDINAL}\b`,
	*find(text) {
		yield* matches(
			text,
			fixed(
				'gi',
			)`(?<![\w.£/-])${DAY}\s?(?:st|nd|rd|th)?[\s,./-]{0,2}(?:of\s+|day\s+of\s+)?${MONTH}\b\.?(?:[\s,./-]+${YEAR}(?![\w%]))?`,
			(value, start) => {
				// “12 mar” of “12 marks” is kept out by the word boundary; “3 may have” by its verb.
				if (/\bmay$/i.test(value) && !/(?:st|nd|rd|th)\s/i.test(value) && !/May$/.test(value)) return false;
				if (
					/\bmay$/i.test(value) &&
					/^\s+(?:have|be|not|well|also|yet|never|still)\b/.test(text.slice(start + value.length))
				)
					return false;
				if (/(?:mar|sep|dec|jan|sun)$/.test(value) && /\d\s?(?:mar|sep|dec|jan|sun)$/.test(value))
					return true;
				return (
					!/^\d+\s+march$/.test(value) || !/^\s+(?:ed|to|on|past|in)\b/.test(text.slice(start + value.length))
				);
			},
		);
		yield* matches(
			text,
			fixed(
				'giu',
			)`(?<![\w-])${MONTH}\.?[\s,]+(?:the\s+)?${DAY}(?:(?:st|nd|rd|th)(?![\w])|(?![\w%./£-]|,\d{3}|\s*(?:of|out|per|percent|per\s?cent|pc|people|\w*m[ae]n|staff|children|cases|and\s+\d|to\s+\d)\b|\s+(?:\p{Lu}\p{L}+\s+)?[\p{L}-]+s\b(?<!\b(?:was|is|his|has|this|as))))(?:,?\s+${YEAR}(?![\w%]))?`,
			(value, start) => {
				if (!/^(?:may|mar|march)\b/.test(value)) return true;
				return (
					/(?:st|nd|rd|th)\b|\d{4}$/.test(value) ||
					before(text, start, /\b(?:on|of|since|until|till|by|from|before|after)\s*$/i)
				);
			},
		);
		yield* matches(
			text,
			/(?<![\w.£/-])(?:18|19|20)\d{2}\s?([/.-])\s?(?:0?[1-9]|1[0-2])\s?\1\s?(?:[12]\d|3[01]|0?[1-9])(?![\w-]|[./]\d)/g,
			(value, start) => !isPointer(value, text, start),
		);
		yield* matches(
			text,
			fixed(
				'g',
			)`(?<![\w/.£-])(?:${DAY}\s?([/.\-_])\s?(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])\s?([/.\-_])\s?${DAY})\s?(?:\1|\2)\s?(?:(?:19|20)\d{2}|\d{2})(?![/%-]|\.\d|(?!T\d)\w)`,
			(value, start) => {
				if (isPointer(value, text, start)) return false;
				// Both separators alike.
				const [first, second] = value.replace(/[\d\s]/g, '');
				return (
					(first === second && !/^\d\.\d\.\d{2}$/.test(value.replace(/\s/g, ''))) ||
					before(text, start, /\b(?:on|born|dob|dated?|since|until|till)\W*$/i)
				);
			},
		);
		yield* matches(
			text,
			fixed('g')`(?<![\w/.£-])${DAY}\s(?:0?[1-9]|1[0-2])\s(?:(?:19|20)\d{2})(?![\w/%-]|[.,]\d)`,
			(_, start) =>
				before(text, start, /\b(?:on|born|d\.?o\.?b\.?|dated?|birth(?:day)?|since|until)\b[\s\w:.]{0,12}$/i),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:on|dated?|since|until|till|by)\s+(?:the\s+)?(${DAY}\s?[/.]\s?(?:0?[1-9]|1[0-2]))(?![\d/%]|\.\d|\s*(?:of|per|percent|pm|am|stars?|occasions|cases|hours|[ckm]?m|metres?|feet|ft|inch(?:es)?|miles|[km]g)\b)`,
			(value) => !/^(?:1\/2|1\/3|2\/3|1\/4|3\/4|[1-9]\/10)$/.test(value),
			1,
		);
		yield* matches(
			text,
			/(?<![\w./£-])(?:[12]\d|3[01]|0?[1-9])[./-](?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})[./-](?:\d{4}|\d{2})(?![\w/-])/gi,
		);
		yield* matches(
			text,
			/(?<![\w./£,-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w/]|[.,-]\d)/g,
		);
		yield* matches(
			text,
			/\b(?:was|since|until|till|by|before|after|from)\s+the\s+((?:[12]?\d|3[01])(?:st|nd|rd|th))(?=\s*(?:[.,;)\]"'%]|$))/gi,
			undefined,
			1,
		);
		yield* matches(text, /\b(?:birthday|born)\b[^.\n\d]{0,12}?(\d{1,2}(?:st|nd|rd|th))\b/gi, undefined, 1);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:the\s+)?${ORDINAL}\s+(?:day\s+)?(?:of\s+)?${MONTH}\b|\b${MONTH}\s+(?:the\s+)?${ORDINAL}\b`,
			(value) => (!/\b(?:mar|sec|dec)$/.test(value) && !/\bmay$/.test(value)) || /\bof\s+may$/i.test(value),
		);
		yield* matches(
			text,
			fixed('gi')`\b${WEEKDAY},?\s+(?:the\s+)?(?:${DAY}\s?(?:st|nd|rd|th)|${ORDINAL})\b`,
			(value) => !/^(?:sun|sat|wed|mon|fri)\s/.test(value),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\bon\s+the\s+((?:[12]?\d|3[01])(?:st|nd|rd|th)|(?:${ORDINAL})(?=\s+(?:he|she|they|i|we)\b))(?=\s*(?:[.,;:!?)]|$)|\s+(?:he|she|they|i|we|it|my|his|her|of\s+(?:that|the|this|each|every)\s+month|at|in\s+the\s+(?:morning|evening)|and)\b)`,
			undefined,
			1,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:on|until|till|since|by|from|before|after|it\s+was)\s+the\s+((?!(?:first|second|third)\b)${ORDINAL}|ides)(?=\s*(?:[.,;:!?]|$)|\s+(?:and|of\s+${MONTH})\b)`,
			undefined,
			1,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:${ORDINAL}|\d{1,2}(?:st|nd|rd|th))\s+of\s+(?:the|that|this|each|every|last|next)\s+month\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:first|second|third|fourth|last)\s+${WEEKDAY}\s+(?:in|of)\s+(?:${MONTH}|the\s+(?:month|year|term)|that\s+month|advent|lent)\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:(?:early\s+|late\s+)?${MONTH}|spring|summer|whitsun|easter|christmas|jubilee)\s+bank\s+holiday\b(?:\s+(?:${WEEKDAY}|weekend))?|\bbank\s+holiday\s+${WEEKDAY}\b`,
		);
		yield* matches(
			text,
			fixed('gi')`\b${FEAST_DAYS}(?:,?\s+(?:in\s+|of\s+)?(?:(?:19|20)\d{2}|'\d{2}))?(?!\w)`,
			(value) =>
				/\b(?:day|eve|night|friday|sunday|monday|saturday|tuesday|wednesday|hallowe'?en|hogmanay|diwali|eid|holi|vaisakhi|solstice)\b/i.test(
					value,
				) || /\d/.test(value),
		);
		yield* matches(
			text,
			/\b(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|born(?:\s+on)?|birthday)\b\.?\s*(?:is|was|on|:|=|-|,)*\s*(?:the\s+)?(\d{1,2}[\s/.,-]*\d{1,2}[\s/.,-]*\d{2,4}|\d{6,8}|\d{4}[\s/.-]\d{1,2}[\s/.-]\d{1,2})(?!\w)/gi,
			undefined,
			1,
		);
	},
};

export const DATES: readonly Detector[] = [exactDate];
