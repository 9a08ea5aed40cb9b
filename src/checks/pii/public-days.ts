import { MONTHS } from '../../core/values/date.ts';
import { MONTH } from './language.ts';
import type { Span } from './model.ts';

const WORDS = new RegExp(
	String.raw`^(?:\w+\s+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(${MONTH})\.?(?:,?\s+(\d{4}))?$`,
	'i',
);
const AMERICAN = new RegExp(String.raw`^(${MONTH})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$`, 'i');

/** Whether a date as written is one of the days that the archive declares; without a year, in any year. */
export function isPublicDay(value: string, days: ReadonlySet<string>): boolean {
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value);
	if (iso) return days.has(`${iso[1]}-${pad(iso[2])}-${pad(iso[3])}`);
	const [, day, month, year] = WORDS.exec(value) ?? [];
	const [, otherMonth, otherDay, otherYear] = AMERICAN.exec(value) ?? [];
	const name = (month ?? otherMonth ?? '').slice(0, 3).toLowerCase();
	const number = MONTHS.findIndex((one) => one.slice(0, 3).toLowerCase() === name) + 1;
	if (number === 0) return false;
	const tail = `-${pad(number)}-${pad(day ?? otherDay)}`;
	const wanted = year ?? otherYear;
	if (wanted !== undefined) return days.has(wanted + tail);
	for (const known of days) if (known.endsWith(tail)) return true;
	return false;
}

const MONTH_OF_YEAR = new RegExp(String.raw`\b(${MONTH})\.?\s+((?:19|20)\d{2})\b`, 'gi');

/** Stretches of a text that name a month which is among those given. */
export function monthsIn(text: string, months: ReadonlySet<string>): Span[] {
	if (months.size === 0) return [];
	const spans: Span[] = [];
	for (const match of text.matchAll(MONTH_OF_YEAR)) {
		const [value, name = '', year = ''] = match;
		const number =
			MONTHS.findIndex((one) => one.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
		if (months.has(`${year}-${pad(number)}`))
			spans.push({ start: match.index, end: match.index + value.length });
	}
	return spans;
}

function pad(value: string | number | undefined): string {
	return String(value ?? '').padStart(2, '0');
}
