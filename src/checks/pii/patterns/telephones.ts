import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { isBookNumber } from '../citations.ts';
import type { Detector, Vocabulary } from '../model.ts';
import { anyOf } from '../word-list.ts';
import { digitsOf, fixed, matches } from './matching.ts';

/** Numbers that only bodies can have: freephone, 03, the 116 helplines. */
const CORPORATE = /^(?:080[08]\d{4,7}|03\d{9}|116\d{3})$/;

const PHONE_WORD = anyOf(String.raw`
	phone telephone tel landline line mobile mob cell whats\s?app pager switchboard voicemail fax
	dial(?:l?ed)? r[aiu]ng call(?:ed|ing|s)? text(?:ed|s)? sms
`);

/**
 * DT-2. Telephone numbers: the library knows real ranges but calls the numbers reserved for drama invalid, so runs
 * of the British shape count too, whatever stands between their digits (Ofcom, telephone numbers for drama use).
 */
export const phone: Detector = {
	id: 'DT-2',
	type: 'telephone number',
	prefilter: /\d(?:[^\n\d]{0,4}\d){2}/,
	*find(text, words) {
		const isPublic = (value: string) => isPublicNumber(value, words);
		yield* matches(
			text,
			/(?<![\d/.£$€-])(?:(?:\(?\+\s?\(?44\)?|\(?00\s?44\)?|\(?44\)?(?=[\s().-]*7))(?:[\s().\-/_,*·•]{0,3}0)?|\(?0)(?:[\s().\-/_,*·•]{0,3}\d){9,10}(?![\d]|[/-]\d)/g,
			(value, start) =>
				/^0[1-9]\d{8,9}$/.test(national(value)) && !isPublic(value) && !isBookNumber(text, start),
		);
		// Any country: a plus and enough digits.
		yield* matches(
			text,
			/(?<![\d\w])\+\s?\d{1,3}(?:[\s().-]{0,2}\d){7,12}(?!\d)/g,
			(value) => !isPublic(value),
		);
		// A mobile number without its zero.
		yield* matches(text, /(?<![\d/.£,-])7\d{3}[ -]\d{3}[ -]?\d{3}(?![\d-])/g);
		yield* matches(
			text,
			/(?<![\w./£$€,-])7[1-9]\d{8}(?![\w/]|[.,-]\d)/g,
			(_, start) => !isBookNumber(text, start),
		);
		yield* matches(
			text,
			/\b(?:last|first|final)\s+(?:\w+\s+)?(?:digits|numbers|figures)\b[^.\n\d]{0,20}(\d{3,6})(?![\w%]|[.,]\d)/gi,
			undefined,
			1,
		);
		yield* matches(
			text,
			fixed('gi')`\b${PHONE_WORD}\b[^.\n\d]{0,30}?((?<![\d,.£/-])\d(?:[ -]?\d){4,11})(?![\d,/]|[.]\d|\s*%)`,
			(value, _, match) =>
				!isPublic(value) &&
				!/^(?:(?:19|20)\d\d[ -]?){1,2}$/.test(value) &&
				// Short codes, which begin with 6, 7 or 8, belong to services: “text HELP to 85258”.
				!(/^[678]\d{4}$/.test(value) && /^text\b.*\bto\s*$/i.test(match[0].slice(0, -value.length))),
			1,
		);
		yield* matches(text, /\bext(?:ension|n)?\.?\s*(?:number|no\.?|is|was|:)?\s*(\d{3,6})\b/gi, undefined, 1);
		yield* matches(
			text,
			/\b(?:number|mobile|phone|landline|digits)\b[^.\n]{0,20}?\b(?:end(?:s|ed|ing)?|start(?:s|ed|ing)?|beg[ai]n(?:s|ning)?|finish(?:es|ed|ing)?)\s+(?:in\s+|with\s+)?(\d{3,6})\b/gi,
			undefined,
			1,
		);
		if (!/\d(?:[^\n\d]{0,3}\d){6}/.test(text)) return;
		for (const found of findPhoneNumbersInText(text, { defaultCountry: 'GB', extended: false } as never)) {
			const { startsAt: start, endsAt: end } = found as unknown as { startsAt: number; endsAt: number };
			const value = text.slice(start, end);
			const embedded = /[\d/.£$€-]$/.test(text.slice(0, start)) || /^(?:[/-]|\.\d|\d)/.test(text.slice(end));
			if (
				!isPublic(value) &&
				!embedded &&
				!isBookNumber(text, start) &&
				national(value).length >= 9 &&
				/^[+(]?0|^\+|^\(?44/.test(value)
			)
				yield { start, end };
		}
	},
};

/** Whether a telephone number belongs to a body, by its range or by the archive's declaration. */
export function isPublicNumber(value: string, words: Vocabulary): boolean {
	const digits = national(value);
	return CORPORATE.test(digits) || words.publicNumbers.has(digits);
}

/** Digits of a number as dialled within the country. */
function national(value: string): string {
	const digits = digitsOf(value);
	return digits.replace(/^(?:0044|44(?=\d{10}|0))0?/, '0');
}
