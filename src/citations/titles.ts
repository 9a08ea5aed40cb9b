import { ALPHABET } from '../core/values/alphabet.ts';

export { quoted, unquoted } from './quotation-marks.ts';

/** Words that stay small inside a title: articles, conjunctions, prepositions (OSCOLA 4, section 1.3.1). */
const MINOR = new Set(
	(
		'a an the and but or nor for of in on at to by from with as into onto over after under about against ' +
		'between before during among through until within without than via per v vs'
	).split(' '),
);

/** Something of the form of a record’s identifier, after what may stand before it. */
export const IDENTIFIER = new RegExp(`(^|[^\\p{L}\\p{N}])([${ALPHABET}]{8})(?![\\p{L}\\p{N}])`, 'u');

/** Prefixes that take a hyphen but make no second word. */
const PREFIXES = new Set(['co', 'e', 'pre', 're']);

/**
 * A title with its major words in capitals, as OSCOLA has it. Capitals that are there are never taken away, and words
 * that have any further in, digits or a dot are left as they are: names and short forms. A hyphen that stands for a
 * dash becomes one.
 */
export function titleCase(title: string): string {
	if (latest.title !== title) latest = { title, cased: inCapitals(title) };
	return latest.cased;
}

/** The last title that was asked for: a thing is written in many forms, one after the other. */
let latest = { title: '', cased: '' };

function inCapitals(title: string): string {
	const words = title.replace(/ - /g, ' – ').split(/(\s+)/);
	const last = words.findLastIndex((word) => /\p{L}/u.test(word));
	let first = true;
	return words
		.map((word, index) => {
			if (!/[\p{L}\p{N}]/u.test(word)) {
				if (/[–—:]/.test(word)) first = true;
				return word;
			}
			const cased = caseWord(word, first || index === last);
			first = /[:?!][”’"')\]]*$/.test(word);
			return cased;
		})
		.join('');
}

function caseWord(word: string, always: boolean): string {
	if (/\p{L}.*\p{Lu}|\d|\p{L}[./@]\p{L}|^['’]n['’]$/u.test(word)) return word;
	// The letters of an identifier are part of an address.
	if (IDENTIFIER.test(word)) return word;
	const parts = word.split('-');
	return parts
		.map((part, index) => {
			const bare = part.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
			if (MINOR.has(bare) && !(always && index === 0)) return part;
			if (index > 0 && PREFIXES.has((parts[index - 1] ?? '').toLowerCase())) return part;
			return part.replace(/^([^\p{L}]*)(\p{Ll})/u, (_, before, letter) => before + letter.toUpperCase());
		})
		.join('-');
}
