/** Words that stay small inside a title: articles, conjunctions, prepositions (OSCOLA 4, section 1.3.1). */
const MINOR = new Set(
	(
		'a an the and but or nor for of in on at to by from with as into onto over after under about against ' +
		'between before during among through until within without than via per v vs'
	).split(' '),
);

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
	if (/\p{L}.*\p{Lu}|\d|\p{L}[./@]\p{L}/u.test(word)) return word;
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

/**
 * A title in single quotation marks. Marks inside it change with their depth: double, then single again. An apostrophe
 * is not a quotation mark and becomes the curly one.
 */
export function quoted(title: string): string {
	return `‘${nest(title, 1)}’`;
}

/** A title without marks round it: those inside it are single at the first depth. */
export function unquoted(title: string): string {
	return nest(title, 0);
}

interface Mark {
	at: number;
	open: boolean;
	depth: number;
}

function nest(title: string, depth: number): string {
	if (!/["“'‘]/.test(title)) return title;
	const characters = [...title];
	for (const { at, open, depth: own } of marksIn(characters)) {
		const double = (depth + own) % 2 === 1;
		characters[at] = double ? (open ? '“' : '”') : open ? '‘' : '’';
	}
	return characters.join('').replaceAll("'", '’');
}

/** Pairs of quotation marks. What has no partner is an apostrophe, or is left as it is. */
function marksIn(characters: readonly string[]): Mark[] {
	const marks: Mark[] = [];
	const ends: number[] = [];
	for (const [at, character] of characters.entries()) {
		while ((ends.at(-1) ?? Infinity) < at) ends.pop();
		if (ends.at(-1) === at || !/["“'‘]/.test(character) || !opens(characters, at)) continue;
		const end = closing(characters, at, ends.at(-1) ?? characters.length);
		if (end < 0) continue;
		marks.push({ at, open: true, depth: ends.length }, { at: end, open: false, depth: ends.length });
		ends.push(end);
	}
	return marks;
}

/** A mark opens at the start of a word. */
function opens(characters: readonly string[], at: number): boolean {
	return /[\s([{–—/“‘"'-]/.test(characters[at - 1] ?? ' ') && /\S/.test(characters[at + 1] ?? ' ');
}

/** Place of the mark that closes the one at a place; -1 if none does. */
function closing(characters: readonly string[], start: number, limit: number): number {
	const double = /["“]/.test(characters[start] ?? '');
	const candidates: number[] = [];
	let inner = 0;
	for (let at = start + 1; at < limit; at++) {
		const character = characters[at] ?? '';
		if (double) {
			if (character === '“') inner += 1;
			if (character === '”' || character === '"') {
				if (inner === 0) return at;
				inner -= 1;
			}
		} else if (/['’]/.test(character) && !/[\p{L}\p{N}]/u.test(characters[at + 1] ?? ' '))
			candidates.push(at);
	}
	// “Buyers’ money” within single marks: a mark after an s may be an apostrophe if another follows.
	return candidates.find((at) => characters[at - 1] !== 's') ?? candidates[0] ?? -1;
}
