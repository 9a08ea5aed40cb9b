/** Who wrote or answers for something. A person’s name is kept as printed beside its parts. */
export type Creator = Person | Body;

export interface Person {
	kind: 'person';
	/** As printed: `Jane K. Croft`. */
	printed: string;
	/** Family name, with a particle that has a capital: `De Souza`, `Ó Cuív`, `Mac Giolla Ruaidh`. */
	family: string;
	/** Given names, with a stop and a space after each initial: `Jane K.`, `J. K.`. */
	given: string;
	/** Particle in small letters, sorted and printed with the family name: `van der`, `ap`. */
	particle: string;
	suffix: string;
}

/** An organisation, or a name that cannot be told apart into given and family name. */
export interface Body {
	kind: 'body';
	name: string;
	/** Usual short form, for later references. */
	short: string;
}

const HONORIFIC =
	/^(?:dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|revd?|rt|hon|hhj|justice|judge|cllr|councillor)\.?$/i;
const POSTNOMINAL = /^(?:[KQ]C|MPs?|MSP|MS|MLA|MBE|OBE|CBE|KBE|DBE|PhD|FRS|FBA|DL|JP)$/;
const SUFFIX = /^(?:jr|sr|junior|senior|ii|iii|iv)\.?$/i;
/**
 * Words that begin a family name of several words. Not `O` or `Ben`, which are more often an initial and a given name.
 */
const PARTICLE = new RegExp(
	'^(?:' +
		'van|von|vom|und|der|den|de|di|da|do|du|das|dos|des|del|della|delle|degli|dal|dalla|la|le|lo|las|los|ter|ten|' +
		'te|op|zu|zum|zur|af|av|al|el|bin|bint|ibn|abu|ap|ab|ferch|mac|mc|mag|ó|ní|ni|nic|nig|uí|ui|mhic|st\\.?|saint|' +
		"sainte|san|santa|fitz|['’]t" +
		')$',
	'iu',
);
/** Names in these scripts put the family name first, often without a space. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Words that a person’s name does not have, but a byline may. */
const NO_PERSON =
	/^(?:lord|lady|baron|baroness|viscount|viscountess|earl|bishop|archbishop)\s|(?:^|\s)(?:editors?|editorial|correspondents?|reporters?|staff|team|desk|agency|press|media|news|association|limited|ltd|service|services|bureau|unit|council|committee|group|office|company|and|by|the|of)(?:\s|$)|[&\d/@]/i;

/**
 * The creator behind a byline. A name is told apart as far as that can be done without guessing: the last word is
 * the family name, with the particles before it; `Family, Given` says it outright. Anything else stays whole.
 *
 * @param printed one name, as printed
 */
export function creatorOf(printed: string): Creator {
	const [before = '', ...after] = printed.split(',').map((part) => part.trim());
	const plain = after.filter((part) => !POSTNOMINAL.test(part) && !SUFFIX.test(part));
	const suffixes = after.filter((part) => SUFFIX.test(part));
	if (NO_PERSON.test(printed) || FAMILY_FIRST.test(printed) || plain.length > 1) return bodyOf(printed);
	const words = (plain[0] === undefined ? before : plain[0]).split(/\s+/).filter(isName);
	if (words.length > 6) return bodyOf(printed);
	if (plain[0] !== undefined) return person(words, before.split(/\s+/), suffixes.map(bare).join(' '));
	const suffix = SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : (suffixes[0] ?? '');
	if (words.length < 2) return bodyOf(printed);
	const particle = words.findIndex((word, index) => index > 0 && beginsFamily(words, index, word));
	const family = words.splice(particle > 0 && particle < words.length - 1 ? particle : words.length - 1);
	return person(words, family, bare(suffix));
}

/** Whether the family name begins here: with a particle, or with the first of two that are joined: `Ortega y Gasset`. */
function beginsFamily(words: readonly string[], index: number, word: string): boolean {
	return PARTICLE.test(word) || word === 'ben' || /^[yi]$/.test(words[index + 1] ?? '');
}

/** A name that stays whole. */
export function bodyOf(name: string, short = name): Body {
	return { kind: 'body', name, short };
}

function person(givenWords: readonly string[], familyWords: readonly string[], suffix: string): Creator {
	// Particles are told from names by their small letter; with a capital they are part of the family name.
	const own = familyWords.findIndex((word) => !PARTICLE.test(word) || word !== word.toLowerCase());
	const family = familyWords.slice(own).join(' ');
	const particle = familyWords.slice(0, own).join(' ');
	const printed = [...givenWords, particle, family, suffix].filter(Boolean).join(' ');
	return { kind: 'person', printed, family, given: givenWords.map(spaced).join(' '), particle, suffix };
}

/** Initials one by one, as reference managers need them: `J.K.` and `JK` give `J. K.`. Other names as they are. */
function spaced(word: string): string {
	if (/^(?:\p{Lu}\.){2,}$/u.test(word)) return word.replace(/\.(?=.)/g, '. ');
	if (/^\p{Lu}{2,3}$/u.test(word)) return [...word].map((letter) => `${letter}.`).join(' ');
	return word;
}

function isName(word: string): boolean {
	return !HONORIFIC.test(word) && !POSTNOMINAL.test(word);
}

/** Without a full stop at the end. */
function bare(word: string): string {
	return word.replace(/\.$/, '');
}

/** Particle and family name: `van der Berg`. */
export function fullFamily({ particle, family }: Person): string {
	return particle ? `${particle} ${family}` : family;
}

/** Initials without stops or spaces, hyphens kept: `Jean-Paul K.` gives `J-PK`. */
export function initials(given: string): string {
	return given
		.split(/\s+/)
		.map((name) =>
			name
				.split('-')
				.map((part) => part.charAt(0).toUpperCase())
				.join('-'),
		)
		.join('');
}

/** Given names as OSCOLA has them, initials without stops or spaces between them: `Jane K`, `JK` (section 3.1.1). */
export function withoutStops(given: string): string {
	const words = given.replaceAll('.', '').split(/\s+/);
	const isInitial = (word: string | undefined) => word !== undefined && /^\p{Lu}$/u.test(word);
	return words
		.map((word, at) => (at > 0 && !(isInitial(word) && isInitial(words[at - 1])) ? ` ${word}` : word))
		.join('');
}
