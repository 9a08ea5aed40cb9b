import { isBookNumber } from '../citations.ts';
import type { Detector } from '../model.ts';
import { healthNumber } from './check-digits.ts';
import { before, digitsOf, fixed, matches } from './matching.ts';
import { announced } from './references.ts';

/** DT-4. National Insurance numbers: HMRC's NIM39110 on prefixes that are never given out. */
const nationalInsurance: Detector = {
	id: 'DT-4',
	type: 'National Insurance number',
	prefilter: /\d(?:[^\n\w]{0,2}\d){5}/,
	*find(text) {
		const named = /\b(?:national\s+insurance|n\.?\s?i\.?(?:\s+(?:number|no))?|nino)\b/i;
		yield* matches(
			text,
			/(?<![\w£])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][\s.-]?[A-CEGHJ-NPR-TW-Z][\s.\-/]{0,2}\d[\s.-]?\d[\s.\-/]{0,2}\d[\s.-]?\d[\s.\-/]{0,2}\d[\s.-]?\d[\s.\-/]{0,2}[A-D](?!\w)/gi,
			(value, start) => {
				// “at 10 20 30 a day”: in small letters it must stand close or be named.
				if (value === value.toUpperCase()) return true;
				return !/[a-z]\s+\d|\d\s+[a-z]$/.test(value) || before(text, start, named);
			},
		);
		yield* matches(
			text,
			/\b(?:national\s+insurance|nino|n\.?i\.?\s+(?:number|no\.?))\b[^.\n]{0,20}?([A-Z]{0,2}\s?\d[\d\s.-]{4,10}\d\s?[A-Z]?)(?!\w)/gi,
			(value) => digitsOf(value).length >= 5,
			1,
		);
	},
};

/** DT-5. Health service numbers: by check digit, or by the words before them even if the digit is wrong. */
const healthServiceNumber: Detector = {
	id: 'DT-5',
	type: 'health service number',
	prefilter: /\d(?:[^\n\w]{0,3}\d){4}/,
	*find(text, words) {
		yield* matches(
			text,
			/(?<![\w./£$€,-])\d(?:[\s.\-/]{0,2}\d){9}(?![\w/]|[.,-]\d)/g,
			(value, start) => healthNumber(value) && !isBookNumber(text, start),
		);
		yield* matches(
			text,
			/\b(?:NHS|CHI|H&C|patient|hospital)\b(?:\s*(?:number|no|num|id|ref|record|is|was|:|#))*\.?\s*[:#]?\s*([A-Z]{0,3}\d[\d\s.-]{4,14}\d[A-Z]?)(?![\w%]|,\d|\.\d)/gi,
			(value, _, match) =>
				digitsOf(value).length >= 6 || (digitsOf(value).length >= 5 && /number|no\b|id\b|#/i.test(match[0])),
			1,
		);
		yield* matches(
			text,
			/(?<![\w./£-])(\d{3}[\s.-]?\d{3}[\s.-]?\d{4})(?!\w)[^.\n]{0,20}\b(?:NHS|CHI)\b/gi,
			undefined,
			1,
		);
		yield* announced(text, 'DT-5', words, 6);
	},
};

/** DT-17. Passports, driving licences and other papers by which a person is known. */
const identityPaper: Detector = {
	id: 'DT-17',
	type: 'identity document number',
	prefilter: /\d{2}/,
	*find(text, words) {
		yield* matches(
			text,
			/\bpassport\b[^\n\d]{0,30}?((?<![\w£])(?:\d(?:\s?\d){8}|[A-Z]{1,2}\s?\d(?:\s?\d){5,7}|\d{3}[\s-]\d{3}[\s-]\d{3}))(?!\w)/gi,
			undefined,
			1,
		);
		yield* matches(
			text,
			/(?<![\w£])(\d{9}|[A-Z]{1,2}\d{6,7})(?!\w)[^.\n\d]{0,15}\bpassport\b/gi,
			undefined,
			1,
		);
		// Great Britain: five of the surname, decade, month (50 more for one sex), day, year, initials, check.
		yield* matches(
			text,
			/(?<![\w])[A-Z9]{5}[\s-]?\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d[\s-]?[A-Z9]{2}[\s-]?[A-Z0-9][\s-]?[A-Z]{2}(?:[\s-]?\d{2})?(?!\w)/gi,
		);
		yield* matches(
			text,
			/\b(?:driv(?:ing|er'?s?)\s+licen[cs]e|licen[cs]e|DVLA)\b(?:\s*(?:number|no|num|is|was|:|#))*\.?\s*[:#]?\s*([A-Z9]{2,5}[\s-]?\d{5,6}[\s-]?[A-Z0-9\s-]{2,8}|\d{8}|[A-Z]{2,5}\d{4,})(?!\w)/gi,
			(value) => digitsOf(value).length >= 4,
			1,
		);
		yield* matches(
			text,
			fixed('gi')`\b(?:permit|visa|BRP|residence\s+card)\b[^.\n\d]{0,20}?([A-Z]{2}[A-Z0-9]\d{6})(?!\w)`,
			undefined,
			1,
		);
		yield* announced(text, 'DT-17', words, 4);
	},
};

export const STATE_IDS: readonly Detector[] = [nationalInsurance, healthServiceNumber, identityPaper];
