import { ALPHABET } from '../core/values/alphabet.ts';

export { quoted, unquoted } from './quotation-marks.ts';

/** Words in lower case within a title: articles, conjunctions, prepositions (OSCOLA 4, section 1.3.1). */
const MINOR = new Set(
	(
		'a an the and but or nor for of in on at to by from with as into onto over after under about against ' +
		'between before during among through until within without than via per v vs'
	).split(' '),
);

/** Matches anything in the form of a record’s identifier, after a word boundary. */
export const IDENTIFIER = new RegExp(`(^|[^\\p{L}\\p{N}])([${ALPHABET}]{8})(?![\\p{L}\\p{N}])`, 'u');

/** Hyphenated prefixes after which no capital follows. */
const PREFIXES = new Set(['co', 'e', 'pre', 're']);

/**
 * A title with its major words capitalised (OSCOLA 4, section 1.3.1). Existing capitals are kept. Words with capitals
 * further in, digits or a full stop are names and abbreviations and stay unchanged. A spaced hyphen becomes a dash.
 */
export function titleCase(title: string): string {
	if (latest.title !== title) latest = { title, cased: inCapitals(title) };
	return latest.cased;
}

/** The last result: an item is written in many forms in succession. */
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
	// The letters of an identifier are part of a URL.
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
