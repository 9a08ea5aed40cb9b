import { citations, isBookNumber } from '../citations.ts';
import type { Detector, Span, Vocabulary } from '../model.ts';
import { isPublicNumber } from './telephones.ts';
import { digitsOf, matches } from './matching.ts';
import { POINTER_BEFORE } from './pointers.ts';
import { YEAR, YEARS } from './references.ts';

/** Digits in one or several groups, with the letters that touch them. */
const RUN = /(?<![\w.,])(?:[A-Za-z]{1,6}[/-]?)?\d\w*(?:[ /.-]\w*\d\w*)*/g;
const TYPE = 'long number';

/** True for an amount of money: “£4500”, “£1200.50”, “1200 pounds”. */
function isMoney(value: string, text: string, start: number): boolean {
	if (!/^[1-9]\d{0,5}(?:\.\d\d?)?(?:k|m|bn)?$/.test(value)) return false;
	return (
		/[£€$]\s?$/.test(text.slice(Math.max(0, start - 2), start)) ||
		/^\s?(?:pounds?|quid|euros?|dollars?|p)\b/i.test(
			text.slice(start + value.length, start + value.length + 12),
		)
	);
}

/** True for “112-118”, from one page to another. */
function isAscending(value: string): boolean {
	const [, from, to] = /^(\d{1,4})-(\d{1,4})$/.exec(value) ?? [];
	return Number(from) < Number(to);
}

/** True if any group is too long for a count: four digits or more that are no year. */
const hasLongGroup = (value: string): boolean =>
	value.split(/[ /.-]/).some((group) => /\d{4}/.test(group) && !YEAR.test(group.replace(/s$/, ''))) ||
	(digitsOf(value).length >= 6 && /\d{3}/.test(value) && !isAscending(value) && !/(?:19|20)\d\d/.test(value));

function isHarmless(value: string, text: string, start: number, words: Vocabulary): boolean {
	return (
		YEARS.test(value) ||
		/^\d{1,3}$|^\d+\.\d+$/.test(value) ||
		isMoney(value, text, start) ||
		isPublicNumber(value, words) ||
		isBookNumber(text, start) ||
		// Thousands in groups.
		/^,\d{3}/.test(text.slice(start + value.length))
	);
}

/** Drops hits within a full citation. Citations are looked for only if there is a hit. */
function* uncited(text: string, spans: Iterable<Span>, words: Vocabulary): Generator<Span> {
	let cited: Span[] | undefined;
	for (const span of spans) {
		cited ??= citations(text, words.laws);
		if (!cited.some(({ start, end }) => start < span.end && end > span.start)) yield span;
	}
}

/** DT-19 in accounts. Any number of four digits or more that is no year and no amount of money. */
export const longNumber: Detector = {
	id: 'DT-19',
	type: TYPE,
	prefilter: /\d{4}|\d{3}\D\d{2,}|\d{2,}\D\d{3}/,
	find: (text, words) =>
		uncited(
			text,
			matches(text, RUN, (value, start) => hasLongGroup(value) && !isHarmless(value, text, start, words)),
			words,
		),
};

/** DT-19 elsewhere. Five digits or more after a word that points into a document: no page has such a number. */
export const impossiblePlace: Detector = {
	id: 'DT-19',
	type: TYPE,
	prefilter: /\d{5}|\d{3}[ -]\d{3}/,
	find: (text, words) =>
		uncited(
			text,
			matches(
				text,
				/(?<![\w.,])(?:\d{5,}|\d{3,4}(?:[ -]\d{3,4})+)(?![\w/]|[.,]\d|-\d)/g,
				(value, start) =>
					!isAscending(value) &&
					POINTER_BEFORE.test(text.slice(Math.max(0, start - 40), start)) &&
					!isHarmless(value, text, start, words),
			),
			words,
		),
};
