import type { Place } from '../values/problem.ts';
import { placeAt } from '../values/problem.ts';

/** More of these than any document has; the parser's time grows with the square of their number. */
const MOST = new Map([
	['{', 1000],
	['<', 5000],
	['_', 5000],
	['*', 5000],
	['~', 2000],
	['`', 2000],
	['[', 5000],
]);

/** A quotation or list within another within … on one line. */
const DEEP_LINE = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){25}/m;

/**
 * What a text must not be given to the parser for: it would take minutes over a page that was made to keep it busy.
 *
 * @param text the text, without its fields
 */
export function overloaded(text: string): (Place & { message: string }) | undefined {
	const deep = DEEP_LINE.exec(text);
	if (deep) return { ...placeAt(text, deep.index), message: 'Nested too deeply' };
	for (const [sign, most] of MOST) {
		let at = -1;
		for (let count = 0; count <= most; count++) {
			at = text.indexOf(sign, at + 1);
			if (at < 0) break;
		}
		if (at >= 0)
			return { ...placeAt(text, at), message: `Holds more of the sign ${sign} than any text needs` };
	}
	return undefined;
}
