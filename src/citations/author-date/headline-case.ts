import { MARK, marksIn } from '../quotation-marks.ts';
import { IDENTIFIER } from '../titles.ts';

/** Words in lower case within a title: citeproc’s list for Chicago and APA. */
const MINOR = new Set(
	(
		'about above across afore after against al along alongside amid amidst among amongst anenst apropos apud ' +
		'around as aside astride at athwart atop barring before behind below beneath beside besides between beyond ' +
		'but by circa despite down during et except for forenenst from given in inside into lest like modulo near ' +
		'next notwithstanding of off on onto out over per plus pro qua sans since than through throughout thruout ' +
		'till to toward towards under underneath until unto up upon versus vs v via with within without or yet so ' +
		'and nor a an the de von van c ca'
	).split(' '),
);

/** What ends a word. */
const PUNCTUATION = new Set('-–—/.,;?!:[]()');
const SPACES = new Set(
	'\u00a0 \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u205f\u3000',
);
const IDENTIFIERS = new RegExp(IDENTIFIER, 'gu');

/**
 * A title in headline-style capitals (APA 7, section 6.17; CMOS 17, section 8.159): all words but minor ones, and always the
 * first, the last, and the first after a colon. Words with existing capitals are unchanged, and so are identifiers of
 * records, which are part of a URL.
 */
export function headlineCase(title: string): string {
	if (latest.title !== title) latest = { title, cased: inCapitals(title) };
	return latest.cased;
}

/** The last result: a title is written in several forms in succession. */
let latest = { title: '', cased: '' };

function inCapitals(title: string): string {
	const characters = [...title];
	const marks = new Set(MARK.test(title) ? marksIn(characters).map(({ at }) => at) : []);
	const identifiers = identifiersIn(title);
	let isFirst = true;
	let followsColon = false;
	let beforePunctuation = true;
	let last: Word | null = null;
	for (let at = 0; at < characters.length; at++) {
		const character = characters[at] ?? '';
		if (SPACES.has(character)) continue;
		if (PUNCTUATION.has(character)) {
			beforePunctuation = false;
			if (/[?!:]/.test(character)) followsColon = true;
			continue;
		}
		const isMark = marks.has(at);
		const isIdentifier = identifiers.has(at);
		const end = isMark ? at + 1 : isIdentifier ? at + 8 : endOfWord(characters, at, marks);
		const word = characters.slice(at, end).join('');
		const isMinor = word.length < 2 || MINOR.has(word.toLowerCase());
		const beginsCompound = beforePunctuation && characters[end] === '-';
		if (!isIdentifier && (!isMinor || isFirst || followsColon || beginsCompound))
			capitalise(characters, at, word);
		if (isMark || isIdentifier) beforePunctuation = false;
		last = isIdentifier ? null : { at, word };
		isFirst = false;
		followsColon = false;
		at = end - 1;
	}
	if (last && last.word.length > 1) capitalise(characters, last.at, last.word);
	return characters.join('');
}

interface Word {
	at: number;
	word: string;
}

function endOfWord(characters: readonly string[], start: number, marks: ReadonlySet<number>): number {
	let end = start;
	while (end < characters.length && !isBoundary(characters[end] ?? '') && !marks.has(end)) end++;
	return end;
}

function isBoundary(character: string): boolean {
	return SPACES.has(character) || PUNCTUATION.has(character);
}

/** Capitalises a word, unless it contains a capital already. */
function capitalise(characters: string[], at: number, word: string): void {
	if (word === word.toLowerCase()) characters[at] = (characters[at] ?? '').toUpperCase();
}

/** Indexes at which identifiers of records begin. */
function identifiersIn(title: string): ReadonlySet<number> {
	const places = new Set<number>();
	for (const { index, 1: before = '' } of title.matchAll(IDENTIFIERS))
		places.add([...title.slice(0, index + before.length)].length);
	return places;
}
