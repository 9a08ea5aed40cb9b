import { isBookNumber } from '../citations.ts';
import type { Detector } from '../model.ts';
import { iban, luhn } from './check-digits.ts';
import { before, digitsOf, matches } from './matching.ts';

/** DT-16. Bank accounts, cards, IBANs. */
const bankDetail: Detector = {
	id: 'DT-16',
	type: 'bank detail',
	prefilter: /\d{2}/,
	*find(text) {
		yield* matches(text, /(?<![\w/.£-])\d{2}([\s.\-/])\d{2}\1\d{2}(?![\w/-]|[.,]\d)/g, (value, start) => {
			if (before(text, start, /\bsort\b[^.\n]{0,25}$/i, 34)) return true;
			const [a = 0, b = 0] = value.split(/\D/).map(Number);
			const isDate = (a >= 1 && a <= 31 && b >= 1 && b <= 12) || (b >= 1 && b <= 31 && a >= 1 && a <= 12);
			return /-/.test(value) && !isDate;
		});
		yield* matches(
			text,
			/\bsort(?:ing)?\s?-?code\b[^.\n\d]{0,40}?(?<!\d)(\d{2}[\s.\-/]{0,3}\d{2}[\s.\-/]{0,3}\d{2})(?!\w)/gi,
			undefined,
			1,
		);
		yield* matches(
			text,
			/\b(?:account|acct?|a\/c|acc|bank)\b(?:\s*(?:number|numbers|no|num|details|is|was|were|of|ending|:|#|in|the))*\.?\s*[:#]?\s*(\d(?:[\s-]?\d){6,9})(?![\w%]|,\d|\.\d|\s*(?:pounds|people))/gi,
			undefined,
			1,
		);
		yield* matches(text, /(?<![\w/.£-])(\d{8})(?!\w)[^.\n\d]{0,20}\b(?:account|sort code)\b/gi, undefined, 1);
		yield* matches(text, /(?<![\w.,£/-])\d(?:[\s.\-_/]?\d){12,18}(?![\w]|[-/]\d)/g, (value, start) => {
			const digits = digitsOf(value);
			return /^[2-6]/.test(digits) && luhn(digits) && !isBookNumber(text, start);
		});
		yield* matches(
			text,
			/\b(?:(?:debit|credit|bank|visa|mastercard|amex|maestro)\s+card|card|visa|mastercard|amex)\b(?:\s*(?:number|no|num|is|was|of|:|#|details))*\.?\s*[:#]?\s*(\d(?:[\s.-]?\d){11,18})(?!\w)/gi,
			undefined,
			1,
		);
		yield* matches(
			text,
			/\b(?:card|account)\b[^.\n\d]{0,20}?\bend(?:s|ed|ing)?\s+(?:in\s+|with\s+)?(\d{3,4})(?!\w)/gi,
			undefined,
			1,
		);
		yield* matches(
			text,
			/(?<!\w)[A-Z]{2}\s?\d{2}(?:[\s.-]?[A-Z0-9]{4}){2,7}(?:[\s.-]?[A-Z0-9]{1,4})?(?!\w)/gi,
			iban,
		);
		yield* matches(text, /\bIBAN\b[^.\n]{0,12}?([A-Z]{2}\s?\d{2}[A-Z0-9\s-]{8,36}\d)(?!\w)/gi, undefined, 1);
		yield* matches(
			text,
			/(?<!\w)(?:bc1[a-z0-9]{25,60}|0x[0-9a-fA-F]{40}|[13](?=[A-Za-z]*\d)(?=\w*[A-Z])(?=\w*[a-z])[a-km-zA-HJ-NP-Z1-9]{25,34})(?!\w)/g,
		);
	},
};

export const FINANCE: readonly Detector[] = [bankDetail];
