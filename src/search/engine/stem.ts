import { lookup } from '../../core/values/lookup.ts';
/**
 * Stem of an English word by Porter's second algorithm (Snowball "english"), the one that the index uses: words that
 * are equal in the index have the same stem here. It decides what is highlighted and which synonyms a query names;
 * the index alone decides what is found.
 *
 * Source: https://snowballstem.org/algorithms/english/stemmer.html
 */

const VOWEL = '[aeiouy]';
const CONSONANT = '[^aeiouy]';
const HAS_VOWEL = new RegExp(VOWEL);
const AFTER_VOWEL_CONSONANT = new RegExp(`${VOWEL}${CONSONANT}`);
const SHORT_SYLLABLE = new RegExp(`(?:^${VOWEL}${CONSONANT}|${CONSONANT}${VOWEL}[^aeiouywxY]|^past)$`);
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const SPECIAL_START = /^(?:commun|gener|arsen|past|univers|later|emerg|organ|inter)/;

const IRREGULAR: Readonly<Record<string, string>> = {
	skis: 'ski',
	skies: 'sky',
	idly: 'idl',
	gently: 'gentl',
	ugly: 'ugli',
	early: 'earli',
	only: 'onli',
	singly: 'singl',
};
const INVARIANT = new Set(['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes']);
const KEPT_AFTER_PLURAL = new Set([
	'inning',
	'outing',
	'canning',
	'herring',
	'earring',
	'evening',
	'proceed',
	'exceed',
	'succeed',
]);

const STEP_2: readonly (readonly [ending: string, replacement: string])[] = [
	['ization', 'ize'],
	['ational', 'ate'],
	['fulness', 'ful'],
	['ousness', 'ous'],
	['iveness', 'ive'],
	['tional', 'tion'],
	['biliti', 'ble'],
	['lessli', 'less'],
	['entli', 'ent'],
	['ation', 'ate'],
	['alism', 'al'],
	['aliti', 'al'],
	['ousli', 'ous'],
	['iviti', 'ive'],
	['fulli', 'ful'],
	['ogist', 'og'],
	['enci', 'ence'],
	['anci', 'ance'],
	['abli', 'able'],
	['izer', 'ize'],
	['ator', 'ate'],
	['alli', 'al'],
	['bli', 'ble'],
];
const STEP_3: typeof STEP_2 = [
	['ational', 'ate'],
	['tional', 'tion'],
	['alize', 'al'],
	['icate', 'ic'],
	['iciti', 'ic'],
	['ical', 'ic'],
	['ness', ''],
	['ful', ''],
];
const STEP_4 = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic)$/;

/** The start of the region after the first consonant that follows a vowel. */
function regionAfter(word: string, from: number): number {
	const match = AFTER_VOWEL_CONSONANT.exec(word.slice(from).replaceAll('Y', '.'));
	return match ? from + match.index + 2 : word.length;
}

/** The stem of one word in lower case, without accents or punctuation. */
export function stem(text: string): string {
	if (text.length <= 2 || INVARIANT.has(text)) return text;
	const irregular = lookup(IRREGULAR, text);
	if (irregular !== undefined) return irregular;

	// A y that acts as a consonant is written Y.
	let word = text.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
	const special = SPECIAL_START.exec(word);
	const first = special ? special[0].length : regionAfter(word, 0);
	const second = regionAfter(word, first);
	const inFirst = (ending: string) => word.length - ending.length >= first;
	const inSecond = (ending: string) => word.length - ending.length >= second;
	const cut = (ending: string, replacement = '') => word.slice(0, word.length - ending.length) + replacement;

	// Plurals
	if (word.endsWith('sses')) word = cut('es');
	else if (/ie[ds]$/.test(word)) word = cut('xxx', word.length > 4 ? 'i' : 'ie');
	else if (/[^us]s$/.test(word) && HAS_VOWEL.test(word.slice(0, -2))) word = cut('s');
	if (KEPT_AFTER_PLURAL.has(word)) return word;

	// Past and present participles
	const participle = /(?:eedly|ingly|edly|eed|ing|ed)$/.exec(word)?.[0];
	if (participle?.startsWith('eed')) {
		if (inFirst(participle)) word = cut(participle, 'ee');
	} else if (participle && HAS_VOWEL.test(cut(participle))) {
		const rest = cut(participle);
		if (participle === 'ing' && /^[^aeiouy]y$/.test(rest)) word = cut(participle).replace(/y$/, 'ie');
		else {
			word = rest;
			if (/(?:at|bl|iz)$/.test(word)) word += 'e';
			else if (DOUBLE.test(word)) {
				if (!/^[aeo](?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = word.slice(0, -1);
			} else if (first >= word.length && SHORT_SYLLABLE.test(word)) word += 'e';
		}
	}
	if (word.length > 2 && /[^aeiouy][yY]$/.test(word)) word = cut('y', 'i');

	// Longer endings, the longest first
	const two = STEP_2.find(([ending]) => word.endsWith(ending));
	if (two) {
		if (inFirst(two[0])) word = cut(...two);
	} else if (word.endsWith('ogi')) {
		if (inFirst('ogi') && word.endsWith('logi')) word = cut('i');
	} else if (/[cdeghkmnrt]li$/.test(word) && inFirst('li')) word = cut('li');

	const three = STEP_3.find(([ending]) => word.endsWith(ending));
	if (three) {
		if (inFirst(three[0])) word = cut(...three);
	} else if (word.endsWith('ative') && inSecond('ative')) word = cut('ative');

	const four = STEP_4.exec(word)?.[0];
	if (four) {
		if (inSecond(four)) word = cut(four);
	} else if (/[st]ion$/.test(word) && inSecond('ion')) word = cut('ion');

	if (word.endsWith('e')) {
		if (inSecond('e') || (inFirst('e') && !SHORT_SYLLABLE.test(word.slice(0, -1)))) word = cut('e');
	} else if (word.endsWith('ll') && inSecond('l')) word = cut('l');

	return word.replaceAll('Y', 'y');
}
