import { z } from 'zod';
import type { Edtf } from './date-words.ts';

export { dateInWords, type Edtf, MONTHS } from './date-words.ts';

/** First and last day that a date may mean, as `YYYY-MM-DD`. */
interface Bounds {
	first: string;
	last: string;
}

/** What a date may mean; null for a text that is no date of the allowed kinds. */
function parse(text: string): Bounds | null {
	const [from, to, ...more] = text.split('/').map(parsePart);
	if (!from || to === null || more.length > 0) return null;
	if (to === undefined) return from;
	return from.first <= to.last ? { first: from.first, last: to.last } : null;
}

function parsePart(part: string): Bounds | null {
	const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~]?$/.exec(part) ?? [];
	if (!year) return null;
	if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` };
	if (Number(month) < 1 || Number(month) > 12) return null;
	// Day 0 of the next month is the last day of this one.
	const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	if (!day) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` };
	if (Number(day) < 1 || Number(day) > length) return null;
	const whole = `${year}-${month}-${day}`;
	return { first: whole, last: whole };
}

/** Whether a text is a date of the allowed kinds that exists in the calendar. */
export function isEdtf(text: string): boolean {
	return parse(text) !== null;
}

/**
 * First and last day that a date may mean.
 *
 * @throws if the text is not a date
 */
export function dateBounds(text: Edtf): { first: string; last: string } {
	const bounds = parse(text);
	if (!bounds) throw new Error(`Not a date: ${text}`);
	return bounds;
}

/** Schema of an extended date. YAML reads a bare year as a number; it is taken as the year it is. */
export const edtfDate = z.union([z.string(), z.int().transform(String)]).refine(isEdtf, {
	error:
		'Not a date: write YYYY, YYYY-MM or YYYY-MM-DD, with ? if uncertain, ~ if approximate, or two with / between',
});

/** Schema of a full day, for acts of the archive itself. */
export const day = z.iso.date({ error: 'Not a day: write YYYY-MM-DD' });

/** Schema of a month. Testimonies carry nothing finer (PV-1). */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Not a month: write YYYY-MM' });
