import type { Detector } from '../model.ts';
import { fixed, matches, pattern } from './matching.ts';

const AT = String.raw`(?:@|[([{<]\s*at\s*[)\]}>]|\s[-_*]?at[-_*]?\s)`;
const DOT = String.raw`(?:\s?\.\s?|\s*[([{]\s*(?:dot|\.)\s*[)\]}]\s*|\s+(?:dot|full\s?stop|point|period)\s+)`;
const MAILBOX =
	'gmail|g\\s?mail|googlemail|hotmail|outlook|yahoo|icloud|proton(?:mail)?|btinternet|ymail|aol|gmx|live|sky|virginmedia|talktalk';

/** DT-1. Addresses as typed, and as people spell them to get past a filter. */
export const email: Detector = {
	id: 'DT-1',
	type: 'e-mail address',
	prefilter: /@|\bat\b/i,
	*find(text) {
		yield* matches(text, /[\p{L}\d._%+'-]+\s?@\s?[\p{L}\d-]+(?:\s?[.,]\s?[\p{L}\d-]+)+/gu);
		const local = String.raw`(?<![\w.+'-])[\w.+'-]{1,40}(?:\s+(?:dot|underscore|under\s?score|hyphen|dash|point|full\s?stop)\s+[\w.+'-]+|\s*[(\[]\s*(?:dot|\.)\s*[)\]]\s*[\w.+'-]+){0,6}(?:\s\d{1,4})?`;
		yield* matches(
			text,
			fixed('gi')`${local}\s*${AT}\s*[\w-]+(?:${DOT}[\w-]+){1,5}`,
			// “looked at home.Then” is a slip of the keyboard; a spelled dot or bracket is meant.
			(value) =>
				/@|[([{<]\s*at|[-_*]at[-_*]|\s(?:dot|full\s?stop|point|period)\s|[([]\s*(?:dot|\.)/i.test(value) ||
				pattern(`\\bat\\s+(?:${MAILBOX})\\b`, 'i').test(value),
		);
		yield* matches(text, /\b[\w.]{1,40}(?:-dot-\w+){0,4}-at-\w+(?:-dot-\w+){1,4}\b/gi);
		yield* matches(
			text,
			/[\w.+'-]+\s+(?:at|@)\s+(?:gmail|g mail|googlemail|hotmail|icloud|protonmail|btinternet|ymail)\b/gi,
		);
	},
};
